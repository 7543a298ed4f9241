//! What code may demand of a statement: in const evaluation by `require…`, as a `bool` otherwise.

use crate::message::Words;
use crate::{Feature, Level, Limit, Requirement, Security, Set, Statement, explain};
use core::fmt;

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
            (Some(now), Some(before)) => lost(now.grant(), before.grant()).is_none(),
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

/// What a status grants.
#[derive(Clone, Copy)]
pub(crate) struct Grant {
    pub(crate) level: Level,
    pub(crate) security: Security,
    pub(crate) limit: Option<Limit>,
    /// Whether interfaces stay.
    pub(crate) interfaces: bool,
}

impl Grant {
    pub(crate) const fn meets(&self, requirement: Requirement) -> bool {
        requirement.is_met_by(self.level, self.security, self.limit)
    }
}

/// What a feature lost between two statuses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Loss {
    /// A requirement that was met is so no longer.
    Requirement(Requirement),
    /// The limit is lower, or new.
    Limit,
    /// Interfaces need not stay.
    Interfaces,
}

impl Loss {
    pub(crate) const fn in_words(self) -> Words {
        let words = Words::new();
        match self {
            Self::Requirement(requirement) => words.text("is no longer ").text(requirement.in_words().as_str()),
            Self::Limit => words.text("its limit is lower"),
            Self::Interfaces => words.text("its interfaces need not stay"),
        }
    }
}

/// In words, as a sentence of which the feature is the subject: `is no longer supported`, `its limit is lower`.
impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.in_words().as_str())
    }
}

/// The first thing that was lost, the most basic first.
pub(crate) const fn lost(now: Grant, before: Grant) -> Option<Loss> {
    let mut plain = 0;
    while plain < Requirement::PLAIN.len() {
        let requirement = Requirement::PLAIN[plain];
        if before.meets(requirement) && !now.meets(requirement) {
            return Some(Loss::Requirement(requirement));
        }
        plain += 1;
    }
    match (now.limit, before.limit) {
        (Some(_), None) => return Some(Loss::Limit),
        (Some(now), Some(before)) if !now.covers(before) => return Some(Loss::Limit),
        _ => {}
    }
    if before.interfaces && !now.interfaces { Some(Loss::Interfaces) } else { None }
}
