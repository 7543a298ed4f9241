//! What code may require of several statements at once.

use super::explain;
use super::refusal::EMPTY_LIST;
use crate::model::{Feature, Requirement, Set, Statement, Statements};

impl<S: Set> Statement<S> {
    /// This statement, `last`, and those between them that are for a release. A statement for an unstable branch or a
    /// release candidate counts only as the first or last.
    ///
    /// # Panics
    ///
    /// If `last` is for an earlier version than this one.
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
    /// If the list is empty, since a check of it would always pass.
    #[must_use]
    #[track_caller]
    pub const fn of(statements: &'a [Statement<S>]) -> Self {
        assert!(!statements.is_empty(), "{}", EMPTY_LIST);
        Self::list(statements)
    }

    /// Whether the feature's status meets the requirement in all of them.
    #[must_use]
    pub const fn satisfies(self, feature: Feature<S>, requirement: Requirement) -> bool {
        self.evaluate(feature, requirement).first.is_none()
    }

    /// Requires that the feature's status meets the requirement in all of them. For const evaluation.
    ///
    /// # Panics
    ///
    /// If it does not in one of them; in const evaluation that is a compile error whose message says in how many it
    /// does not, which is the first, and why. At run time, use [`satisfies`](Self::satisfies).
    #[track_caller]
    pub const fn require(self, feature: Feature<S>, requirement: Requirement) {
        let outcome = self.evaluate(feature, requirement);
        if let Some(first) = outcome.first {
            panic!("{}", explain::not_granted_in(first, outcome.failing, outcome.all, feature, requirement).as_str())
        }
    }

    const fn evaluate(self, feature: Feature<S>, requirement: Requirement) -> Outcome<S> {
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

/// Which of several statements do not grant what is required.
struct Outcome<S: Set> {
    /// The first of them.
    first: Option<Statement<S>>,
    /// How many there are.
    failing: u64,
    /// How many statements were asked.
    all: u64,
}
