//! What code may require of a statement: `require…` for const evaluation, and a `bool` beside each.

use super::asked::Asked;
use super::explain;
use crate::model::{Date, Feature, Requirement, Set, Statement};

impl<S: Set> Statement<S> {
    /// Whether the release grants the requirement of the feature on the day [`AS_OF`](Self::AS_OF). A feature that the
    /// document does not list meets no requirement.
    ///
    /// All four parts of the answer count: the status; the amount, if the status has a limit; the release's dates, if
    /// the requirement is about security support; and what stands beside the status, if it is to be `unconditionally`.
    ///
    /// Cost: a load for the status and one for its meaning. An amount takes a load for the limit, `through` one for the
    /// release's dates, and `unconditionally` one for what stands beside the status. In a constant it costs nothing, and
    /// an `if` on the answer leaves no code for the other branch. An optimized build does the same where the arguments
    /// are constants.
    #[inline]
    #[must_use]
    pub const fn satisfies(self, feature: Feature<S>, requirement: Requirement) -> bool {
        self.grants(feature, requirement)
    }

    /// The same as [`satisfies`](Self::satisfies), on this day. Cost: a load more, for the release's dates.
    #[inline]
    #[must_use]
    pub const fn satisfies_on(self, feature: Feature<S>, requirement: Requirement, day: Date) -> bool {
        self.grants_on(feature, requirement, day)
    }

    /// Whether the Xen Project issues security fixes for the feature on the day [`AS_OF`](Self::AS_OF), without
    /// conditions in its status: [`Requirement::SECURITY_SUPPORTED`]. If the status has a limit, that takes an amount.
    ///
    /// Cost: as [`satisfies`](Self::satisfies).
    #[inline]
    #[must_use]
    pub const fn is_security_supported(self, feature: Feature<S>) -> bool {
        self.satisfies(feature, Requirement::SECURITY_SUPPORTED)
    }

    /// The same as [`is_security_supported`](Self::is_security_supported), on this day.
    #[inline]
    #[must_use]
    pub const fn is_security_supported_on(self, feature: Feature<S>, day: Date) -> bool {
        self.satisfies_on(feature, Requirement::SECURITY_SUPPORTED, day)
    }

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
            panic!("{}", explain::not_granted(self, 1, 1, Asked::Requirement(feature, requirement)).as_str())
        }
    }

    /// Whether the feature is no worse than in an earlier release: this page grants whatever the earlier one granted,
    /// up to the same limit, and if interfaces stayed then, they stay now.
    ///
    /// It compares what the two pages say. Whether the releases are security supported at the time does not count.
    #[must_use]
    pub const fn is_no_worse(self, feature: Feature<S>, earlier: Self) -> bool {
        match (self.status(feature), earlier.status(feature)) {
            (_, None) => true,
            // A feature that is listed as not supported is no better than one that is not listed.
            (None, Some(before)) => !Requirement::EXPERIMENTAL.is_met_by(before.level(), before.security()),
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
            panic!("{}", explain::not_granted(self, 1, 1, Asked::NoWorse(feature, earlier)).as_str())
        }
    }

    /// Whether the release is supported (bugs are fixed) from the day [`AS_OF`](Self::AS_OF) through this day.
    #[must_use]
    pub const fn is_supported_through(self, day: Date) -> bool {
        self.release().supported_on(S::AS_OF) && self.release().supported_on(day)
    }

    /// Requires that the release is [supported through](Self::is_supported_through) this day. For const evaluation.
    ///
    /// # Panics
    ///
    /// If it is not; in const evaluation that is a compile error whose message says why.
    #[track_caller]
    pub const fn require_supported_through(self, day: Date) {
        if !self.is_supported_through(day) {
            panic!("{}", explain::not_granted(self, 1, 1, Asked::SupportedThrough(day)).as_str())
        }
    }

    /// Whether the release is security supported (security fixes are issued) from the day [`AS_OF`](Self::AS_OF) through
    /// this day.
    #[must_use]
    pub const fn is_security_supported_through(self, day: Date) -> bool {
        self.lasts_through(Some(day))
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
            panic!("{}", explain::not_granted(self, 1, 1, Asked::SecuritySupportedThrough(day)).as_str())
        }
    }
}
