//! What code may require of several statements at once.

use super::asked::{Asked, Failing};
use super::explain;
use super::refusal::EMPTY_LIST;
use crate::model::{Date, Feature, Requirement, Set, Statement, Statements};

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

    /// Whether each of them [grants the requirement](Statement::satisfies) of the feature.
    #[must_use]
    pub const fn satisfies(self, feature: Feature<S>, requirement: Requirement) -> bool {
        self.all_grant(Asked::Requirement(feature, requirement))
    }

    /// Requires that each of them [grants the requirement](Statement::satisfies) of the feature. For const evaluation.
    ///
    /// # Panics
    ///
    /// If one of them does not; in const evaluation that is a compile error whose message says how many do not, which is
    /// the first, and why. At run time, use [`satisfies`](Self::satisfies).
    #[track_caller]
    pub const fn require(self, feature: Feature<S>, requirement: Requirement) {
        self.require_all(Asked::Requirement(feature, requirement));
    }

    /// Whether the feature is [no worse](Statement::is_no_worse) in each of them than in an earlier release.
    #[must_use]
    pub const fn is_no_worse(self, feature: Feature<S>, earlier: Statement<S>) -> bool {
        self.all_grant(Asked::NoWorse(feature, earlier))
    }

    /// Requires that the feature is [no worse](Statement::is_no_worse) in each of them than in an earlier release. For
    /// const evaluation.
    ///
    /// # Panics
    ///
    /// As [`require`](Self::require).
    #[track_caller]
    pub const fn require_no_worse(self, feature: Feature<S>, earlier: Statement<S>) {
        self.require_all(Asked::NoWorse(feature, earlier));
    }

    /// Whether each of the releases is [supported through](Statement::is_supported_through) this day.
    #[must_use]
    pub const fn is_supported_through(self, day: Date) -> bool {
        self.all_grant(Asked::SupportedThrough(day))
    }

    /// Requires that each of the releases is [supported through](Statement::is_supported_through) this day. For const
    /// evaluation.
    ///
    /// # Panics
    ///
    /// As [`require`](Self::require).
    #[track_caller]
    pub const fn require_supported_through(self, day: Date) {
        self.require_all(Asked::SupportedThrough(day));
    }

    /// Whether each of the releases is [security supported through](Statement::is_security_supported_through) this day.
    #[must_use]
    pub const fn is_security_supported_through(self, day: Date) -> bool {
        self.all_grant(Asked::SecuritySupportedThrough(day))
    }

    /// Requires that each of the releases is
    /// [security supported through](Statement::is_security_supported_through) this day. For const evaluation.
    ///
    /// # Panics
    ///
    /// As [`require`](Self::require).
    #[track_caller]
    pub const fn require_security_supported_through(self, day: Date) {
        self.require_all(Asked::SecuritySupportedThrough(day));
    }

    const fn all_grant(self, asked: Asked<S>) -> bool {
        self.failing(asked).is_none()
    }

    #[track_caller]
    const fn require_all(self, asked: Asked<S>) {
        if let Some(failing) = self.failing(asked) {
            panic!("{}", explain::not_granted(failing, asked).as_str())
        }
    }

    /// Which of the statements do not grant it; `None` if all do.
    pub(crate) const fn failing(self, asked: Asked<S>) -> Option<Failing<S>> {
        let (mut first, mut count, mut all) = (None, 0, 0);
        let (mut position, positions) = (0, self.positions());
        while position < positions {
            if let Some(statement) = self.at(position) {
                all += 1;
                if !asked.is_granted_by(statement) {
                    count += 1;
                    if first.is_none() {
                        first = Some(statement);
                    }
                }
            }
            position += 1;
        }
        match first {
            Some(first) => Some(Failing { first, count, all }),
            None => None,
        }
    }
}
