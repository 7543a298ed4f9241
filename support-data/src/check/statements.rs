//! What code may demand of several statements at once.

use super::explain;
use super::refusal::EMPTY_LIST;
use crate::model::{Feature, Requirement, Set, Statement, Statements};

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
        Statements::range(self, last)
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
        assert!(!statements.is_empty(), "{}", EMPTY_LIST);
        Self::list(statements)
    }

    /// Whether all of them grant the feature what is required.
    #[must_use]
    pub const fn satisfies(self, feature: Feature<S>, requirement: Requirement) -> bool {
        self.outcome(feature, requirement).first.is_none()
    }

    /// Demands, in const evaluation, that all of them grant the feature what is required.
    ///
    /// # Panics
    ///
    /// When one does not; in const evaluation that is a compile error, and the message says which is the first, how
    /// many there are, and why. At run time use [`satisfies`](Self::satisfies).
    #[track_caller]
    pub const fn require(self, feature: Feature<S>, requirement: Requirement) {
        let outcome = self.outcome(feature, requirement);
        if let Some(first) = outcome.first {
            panic!("{}", explain::not_granted_in(first, outcome.failing, outcome.all, feature, requirement).as_str())
        }
    }

    const fn outcome(self, feature: Feature<S>, requirement: Requirement) -> Outcome<S> {
        let mut outcome = Outcome { first: None, failing: 0, all: 0 };
        let mut position = 0;
        while position < self.positions() {
            if let Some(statement) = self.at(position) {
                outcome.all += 1;
                if !statement.satisfies(feature, requirement) {
                    outcome.failing += 1;
                    if outcome.first.is_none() {
                        outcome.first = Some(statement);
                    }
                }
            }
            position += 1;
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
