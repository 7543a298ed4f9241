//! What code may demand of a statement: in const evaluation by `require…`, as a `bool` otherwise.

use super::explain;
use crate::model::{Feature, Requirement, Set, Statement};

impl<S: Set> Statement<S> {
    /// Whether the document grants the feature what is required. Not listed is not granted. In a constant,
    /// or on constants in an optimized build, an `if` on it leaves no code for the other branch.
    #[inline]
    #[must_use]
    pub const fn satisfies(self, feature: Feature<S>, requirement: Requirement) -> bool {
        match self.status(feature) {
            Some(status) => status.satisfies(requirement),
            None => false,
        }
    }

    /// Demands, in const evaluation, that the document grants the feature what is required.
    ///
    /// # Panics
    ///
    /// When it does not; in const evaluation that is a compile error, and the message says why. At run time
    /// use [`satisfies`](Self::satisfies).
    #[track_caller]
    pub const fn require(self, feature: Feature<S>, requirement: Requirement) {
        if !self.satisfies(feature, requirement) {
            panic!("{}", explain::not_granted(self, feature, requirement).as_str())
        }
    }

    /// Whether the feature is not worse than in an earlier release: whatever the earlier statement granted it, this
    /// one grants too, up to the same limit, with interfaces that stay if they did.
    #[must_use]
    pub const fn is_no_worse(self, feature: Feature<S>, earlier: Self) -> bool {
        match (self.status(feature), earlier.status(feature)) {
            (_, None) => true,
            // Listed as absent is not better than not listed.
            (None, Some(before)) => !before.satisfies(Requirement::Experimental),
            (Some(now), Some(before)) => now.grant().loss_since(&before.grant()).is_none(),
        }
    }

    /// Demands, in const evaluation, that the feature is [not worse](Self::is_no_worse) than in an earlier release.
    ///
    /// # Panics
    ///
    /// When it is; in const evaluation that is a compile error, and the message says how. At run time use
    /// [`is_no_worse`](Self::is_no_worse).
    #[track_caller]
    pub const fn require_no_worse(self, feature: Feature<S>, earlier: Self) {
        if !self.is_no_worse(feature, earlier) {
            panic!("{}", explain::worse(self, feature, earlier).as_str())
        }
    }
}
