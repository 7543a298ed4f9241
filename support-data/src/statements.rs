//! Several statements at once.

use crate::{Feature, Requirement, Set, Stage, Statement, explain};

/// Several statements of a set: those of a range of releases, or of a list.
#[derive(Clone, Copy, Debug)]
pub struct Statements<'a, S: Set> {
    statements: &'a [Statement<S>],
    /// Whether those in the middle count only if they are for a release.
    range: bool,
}

impl<S: Set> Statement<S> {
    /// The statements from this one to `last`, both included, that are for a release. One that is not (an unstable
    /// branch's, a release candidate's) is among them only as the first or last.
    ///
    /// # Panics
    ///
    /// When `last` comes before this one.
    #[must_use]
    #[track_caller]
    pub const fn through(self, last: Self) -> Statements<'static, S> {
        if self.number() > last.number() {
            panic!("{}", explain::empty_range(self, last).as_str())
        }
        let from_first = S::STATEMENTS.split_at(self.number()).1;
        let statements = from_first.split_at(last.number() - self.number() + 1).0;
        Statements { statements, range: true }
    }
}

impl<'a, S: Set> Statements<'a, S> {
    /// The statements of a list.
    ///
    /// # Panics
    ///
    /// When the list is empty, since a check of nothing would pass.
    #[must_use]
    #[track_caller]
    pub const fn of(statements: &'a [Statement<S>]) -> Self {
        assert!(!statements.is_empty(), "{}", explain::EMPTY_LIST);
        Self { statements, range: false }
    }

    /// The statements, in order.
    pub fn iter(self) -> impl Iterator<Item = Statement<S>> {
        (0..self.statements.len()).filter(move |place| self.counts(*place)).map(move |place| self.statements[place])
    }

    /// Whether the statement in this place is one of them.
    const fn counts(self, place: usize) -> bool {
        let is_end = place == 0 || place + 1 == self.statements.len();
        !self.range || is_end || matches!(self.statements[place].version().stage, Stage::Release)
    }

    /// Whether all of them grant the feature what is required.
    #[must_use]
    pub const fn satisfies(self, feature: Feature<S>, requirement: Requirement) -> bool {
        self.failing(feature, requirement).failing == 0
    }

    /// Demands, in const evaluation, that all of them grant the feature what is required.
    ///
    /// # Panics
    ///
    /// When one does not; in const evaluation that is a compile error, and the message says which is the first, how
    /// many there are, and why. At run time use [`satisfies`](Self::satisfies).
    #[track_caller]
    pub const fn require(self, feature: Feature<S>, requirement: Requirement) {
        let outcome = self.failing(feature, requirement);
        if let Some(first) = outcome.first {
            panic!("{}", explain::not_granted_in(first, outcome.failing, outcome.all, feature, requirement).as_str())
        }
    }

    const fn failing(self, feature: Feature<S>, requirement: Requirement) -> Outcome<S> {
        let mut outcome = Outcome { first: None, failing: 0, all: 0 };
        let mut place = 0;
        while place < self.statements.len() {
            if self.counts(place) {
                outcome.all += 1;
                if !self.statements[place].satisfies(feature, requirement) {
                    outcome.failing += 1;
                    if outcome.first.is_none() {
                        outcome.first = Some(self.statements[place]);
                    }
                }
            }
            place += 1;
        }
        outcome
    }
}

/// Which statements fail a requirement.
struct Outcome<S: Set> {
    first: Option<Statement<S>>,
    failing: u64,
    all: u64,
}
