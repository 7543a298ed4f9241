//! What a feature lost between two statuses.

use crate::message::Words;
use crate::{Level, Limit, Requirement, Security};
use core::fmt;

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
    /// There was no limit.
    NewLimit,
    /// The limit is lower.
    Limit,
    /// Interfaces need not stay.
    Interfaces,
}

impl Loss {
    pub(crate) const fn in_words(self) -> Words {
        let words = Words::new();
        match self {
            Self::Requirement(requirement) => words.text("is no longer ").text(requirement.in_words().as_str()),
            Self::NewLimit => words.text("its limit is new"),
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
        (Some(_), None) => return Some(Loss::NewLimit),
        (Some(now), Some(before)) if !now.covers(before) => return Some(Loss::Limit),
        _ => {}
    }
    if before.interfaces && !now.interfaces { Some(Loss::Interfaces) } else { None }
}
