//! A feature that a program relies on, and how much of it.

use super::date::Date;
use super::feature::Feature;
use super::requirement::Requirement;
use super::set::Set;
use super::statement::Statement;
use crate::text::pad;
use core::fmt;
use core::panic::Location;

/// A feature, how much of it a program relies on, and why if that is said.
///
/// `xen_support::needs!` writes it in the grammar of `require!`. Its `Display` is in that grammar, too:
/// `x86/PVH, domU is security_supported`.
#[derive(Clone, Copy)]
pub struct Need<S: Set> {
    feature: Feature<S>,
    requirement: Requirement,
    reason: &'static str,
    location: &'static Location<'static>,
}

impl<S: Set> Need<S> {
    /// The need of a feature. Its place in the source is where this is called.
    #[must_use]
    #[track_caller]
    pub const fn new(feature: Feature<S>, requirement: Requirement) -> Self {
        Self { feature, requirement, reason: "", location: Location::caller() }
    }

    /// The same with a reason, which is shown where the need is not met.
    #[must_use]
    pub const fn because(self, reason: &'static str) -> Self {
        Self { reason, ..self }
    }

    /// The feature that is relied on.
    #[must_use]
    pub const fn feature(self) -> Feature<S> {
        self.feature
    }

    /// How much of it is relied on.
    #[must_use]
    pub const fn requirement(self) -> Requirement {
        self.requirement
    }

    /// Why it is relied on; empty if that is not said.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        self.reason
    }

    /// Where the need stands in the source.
    #[must_use]
    pub const fn location(self) -> &'static Location<'static> {
        self.location
    }

    /// Whether the statement grants it on the day [`Statement::AS_OF`], as [`Statement::satisfies`] says.
    #[must_use]
    pub const fn is_met_by(self, statement: Statement<S>) -> bool {
        statement.satisfies(self.feature, self.requirement)
    }

    /// Whether the statement grants it on this day, as [`Statement::satisfies_on`] says.
    #[must_use]
    pub const fn is_met_by_on(self, statement: Statement<S>, day: Date) -> bool {
        statement.satisfies_on(self.feature, self.requirement, day)
    }
}

/// The need as `require!` writes it, without the reason.
impl<S: Set> fmt::Display for Need<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [title, separator, implementation] = self.feature.name_parts();
        pad(f, &[title, separator, implementation, " is ", self.requirement.in_words().as_str()])
    }
}

impl<S: Set> fmt::Debug for Need<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { feature, requirement, reason, location } = self;
        f.debug_struct("Need")
            .field("feature", feature)
            .field("requirement", &format_args!("{requirement}"))
            .field("reason", reason)
            .field("location", &format_args!("{location}"))
            .finish()
    }
}
