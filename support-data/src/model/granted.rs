//! What a statement grants: the answers with yes or no, and the one in words.

#![expect(clippy::inline_always, reason = "what is constant, such as the requirement, folds only where it is inlined")]

use super::date::Date;
use super::feature::Feature;
use super::level::Security;
use super::life::Life;
use super::limit::Limit;
use super::requirement::{Dates, Requirement};
use super::security_support::SecuritySupport;
use super::set::Set;
use super::statement::Statement;

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
    #[inline(always)]
    #[must_use]
    pub const fn satisfies(self, feature: Feature<S>, requirement: Requirement) -> bool {
        self.page_grants(feature, requirement)
            && match requirement.dates {
                Dates::Now => self.is_current || !requirement.asks_for_security(),
                Dates::Through(last) => self.lasts_through(Some(last)),
                Dates::Regardless => true,
            }
    }

    /// The same as [`satisfies`](Self::satisfies), on this day. Cost: a load more, for the release's dates.
    #[inline(always)]
    #[must_use]
    pub const fn satisfies_on(self, feature: Feature<S>, requirement: Requirement, day: Date) -> bool {
        self.page_grants(feature, requirement) && requirement.is_covered_by(S::LIFETIMES[self.number()], day)
    }

    /// Whether the page grants the requirement, whatever the day.
    ///
    /// It looks into the tables itself instead of asking the status, and calls nothing that is not needed: in const
    /// evaluation, calls are what takes time, and each table that a function names, even if it does not look into it.
    #[inline(always)]
    pub(super) const fn page_grants(self, feature: Feature<S>, requirement: Requirement) -> bool {
        let row = feature.index as usize;
        let number = if row < self.statuses.len() { self.statuses[row] as usize } else { 0 };
        if number == 0 {
            return false;
        }
        let meaning = &S::MEANINGS[number - 1];
        (requirement.grade as u8 & meaning.grades != 0)
            && match meaning.limit {
                Some(limit) => requirement.is_within(Self::limit(limit)),
                None => true,
            }
            && (!requirement.is_unconditional() || self.beside(feature).is_empty())
    }

    /// The limit with this number.
    #[inline]
    const fn limit(number: u8) -> Limit {
        S::LIMITS[number as usize]
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

    /// The answer to "is it security supported?" on the day [`AS_OF`](Self::AS_OF).
    #[must_use]
    pub const fn security_support(self, feature: Feature<S>) -> SecuritySupport {
        self.security_support_on(feature, S::AS_OF)
    }

    /// The answer to "is it security supported?" on this day.
    #[must_use]
    pub const fn security_support_on(self, feature: Feature<S>, day: Date) -> SecuritySupport {
        match self.status(feature) {
            Some(status) => SecuritySupport::new(status.security(), status.limit(), self.life_on(day)),
            None => SecuritySupport::new(Security::No, None, self.life_on(day)),
        }
    }

    /// Where the day [`AS_OF`](Self::AS_OF) lies in the release's life.
    #[must_use]
    pub const fn life(self) -> Life {
        self.life_on(S::AS_OF)
    }

    /// Where a day lies in the release's life.
    #[must_use]
    pub const fn life_on(self, day: Date) -> Life {
        self.release().life_on(day)
    }

    /// Whether the release is supported (bugs are fixed) from the day [`AS_OF`](Self::AS_OF) through this day.
    #[must_use]
    pub const fn is_supported_through(self, day: Date) -> bool {
        self.release().supported_on(S::AS_OF) && self.release().supported_on(day)
    }

    /// Whether the release is security supported (security fixes are issued) from the day [`AS_OF`](Self::AS_OF) through
    /// this day.
    #[must_use]
    pub const fn is_security_supported_through(self, day: Date) -> bool {
        self.lasts_through(Some(day))
    }

    /// Whether the release is security supported from the day [`AS_OF`](Self::AS_OF) on, through the other if there is
    /// one. Cost: one load, or two.
    #[inline]
    pub(crate) const fn lasts_through(self, day: Option<Date>) -> bool {
        self.is_current
            && match day {
                Some(day) => S::LIFETIMES[self.number()].covers(day),
                None => true,
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
}
