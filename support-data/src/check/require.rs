//! What code may require of a statement: `require…` for const evaluation, and a `bool` beside each.

use super::asked::{Asked, Failing};
use super::explain;
use crate::model::{Date, Feature, Requirement, Set, Statement};

impl<S: Set> Statement<S> {
    /// Requires that the release grants the requirement of the feature, as [`satisfies`](Self::satisfies) says. For
    /// const evaluation.
    ///
    /// # Panics
    ///
    /// If it does not; in const evaluation that is a compile error whose message says why. At run time, use
    /// [`satisfies`](Self::satisfies).
    #[track_caller]
    pub const fn require(self, feature: Feature<S>, requirement: Requirement) {
        if !self.satisfies(feature, requirement) {
            panic!("{}", explain::not_granted(Failing::one(self), Asked::Requirement(feature, requirement)).as_str())
        }
    }

    /// Requires that the feature is [no worse](Self::is_no_worse) than in an earlier release. For const evaluation.
    ///
    /// # Panics
    ///
    /// If it is worse; in const evaluation that is a compile error whose message says how. At run time, use
    /// [`is_no_worse`](Self::is_no_worse).
    #[track_caller]
    pub const fn require_no_worse(self, feature: Feature<S>, earlier: Self) {
        if !self.is_no_worse(feature, earlier) {
            panic!("{}", explain::not_granted(Failing::one(self), Asked::NoWorse(feature, earlier)).as_str())
        }
    }

    /// Requires that the release is [supported through](Self::is_supported_through) this day. For const evaluation.
    ///
    /// # Panics
    ///
    /// If it is not; in const evaluation that is a compile error whose message says why.
    #[track_caller]
    pub const fn require_supported_through(self, day: Date) {
        if !self.is_supported_through(day) {
            panic!("{}", explain::not_granted(Failing::one(self), Asked::SupportedThrough(day)).as_str())
        }
    }

    /// Requires that the release is [security supported through](Self::is_security_supported_through) this day. For
    /// const evaluation.
    ///
    /// # Panics
    ///
    /// If it is not; in const evaluation that is a compile error whose message says why.
    #[track_caller]
    pub const fn require_security_supported_through(self, day: Date) {
        if !self.is_security_supported_through(day) {
            panic!("{}", explain::not_granted(Failing::one(self), Asked::SecuritySupportedThrough(day)).as_str())
        }
    }
}
