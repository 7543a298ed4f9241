//! What code may require of a statement: `require…` for const evaluation, and a `bool` beside each.

use super::explain;
use crate::model::{Feature, Requirement, Set, Statement};

impl<S: Set> Statement<S> {
    /// Whether the feature's status meets the requirement. A feature that the document does not list meets none. The
    /// release's dates do not count.
    ///
    /// Cost: two loads; none in a constant, where an `if` on the answer leaves no code for the other branch. An
    /// optimized build does the same where the arguments are constants.
    #[inline]
    #[must_use]
    pub const fn satisfies(self, feature: Feature<S>, requirement: Requirement) -> bool {
        match self.status(feature) {
            Some(status) => status.satisfies(requirement),
            None => false,
        }
    }

    /// Requires that the feature's status meets the requirement. For const evaluation.
    ///
    /// # Panics
    ///
    /// If it does not; in const evaluation that is a compile error whose message says why. At run time, use
    /// [`satisfies`](Self::satisfies).
    #[track_caller]
    pub const fn require(self, feature: Feature<S>, requirement: Requirement) {
        if !self.satisfies(feature, requirement) {
            panic!("{}", explain::not_granted(self, feature, requirement).as_str())
        }
    }

    /// Whether the feature is no worse than in an earlier release: this statement grants whatever the earlier one
    /// granted, up to the same limit, and if interfaces stayed then, they stay now.
    #[must_use]
    pub const fn is_no_worse(self, feature: Feature<S>, earlier: Self) -> bool {
        match (self.status(feature), earlier.status(feature)) {
            (_, None) => true,
            // A feature that is listed as not supported is no better than one that is not listed.
            (None, Some(before)) => !before.satisfies(Requirement::Experimental),
            (Some(now), Some(before)) => now.grant().loss_since(&before.grant()).is_none(),
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
            panic!("{}", explain::worse(self, feature, earlier).as_str())
        }
    }
}
