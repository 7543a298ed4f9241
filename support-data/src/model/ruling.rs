//! All that a requirement of one feature is judged by.

use super::beside::Beside;
use super::date::Date;
use super::level::{Level, Security};
use super::life::Lifetime;
use super::limit::Limit;
use super::requirement::Requirement;

/// What a page says of a feature, and of its release's life: all that a requirement is judged by, and all that its
/// refusal names. A page that is read at run time, without tables, is asked by it; and where a check fails, the message
/// is made of it.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct Ruling<'p> {
    /// The release, as messages name it: `Xen 4.18`.
    pub release: &'p str,
    /// The heading of the feature.
    pub title: &'p str,
    /// The implementation; empty for a bare `Status:`.
    pub implementation: &'p str,
    /// The status as the page writes it.
    pub status: &'p str,
    /// The name of the status's label, if it has one.
    pub label: Option<&'p str>,
    /// Whether the status is understood. One that is not grants nothing.
    pub is_understood: bool,
    /// How far the feature has come.
    pub level: Level,
    /// Who issues security fixes for it.
    pub security: Security,
    /// How much is supported; `None` if the status does not say.
    pub limit: Option<Limit>,
    /// What stands beside the status. Only a requirement that is [unconditional](Requirement::is_unconditional) asks.
    pub beside: Beside,
    /// The names of the exceptions from the feature. Only a requirement that is unconditional asks.
    pub exceptions: &'p str,
    /// `Initial-Release` as the page writes it.
    pub initial_release: &'p str,
    /// `Security-Support-Until` as the page writes it.
    pub security_support_until: &'p str,
    /// The day in question.
    pub day: Date,
    /// Where the status stands.
    pub place: &'p str,
}

impl Ruling<'_> {
    /// Whether the page grants the requirement on the day: what
    /// [`Statement::satisfies_on`](crate::Statement::satisfies_on) says.
    #[must_use]
    pub const fn satisfies(&self, requirement: Requirement) -> bool {
        self.is_understood
            && requirement.is_met_by(self.level, self.security)
            && self.is_within_limit(requirement)
            && self.lasts(requirement)
            && (!requirement.is_unconditional() || self.beside.is_empty())
    }

    /// Whether the requirement's amount is within the limit, if there is one.
    pub(crate) const fn is_within_limit(&self, requirement: Requirement) -> bool {
        match self.limit {
            Some(limit) => requirement.is_within(limit),
            None => true,
        }
    }

    /// Whether the release lives on the days that the requirement is about.
    pub(crate) const fn lasts(&self, requirement: Requirement) -> bool {
        requirement.is_covered_by(Lifetime::new(self.initial_release, self.security_support_until), self.day)
    }
}
