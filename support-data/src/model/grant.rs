//! What a status grants, and what was lost between two of them.

use super::level::{Level, Security};
use super::limit::Limit;
use super::requirement::Requirement;
use crate::text::{Phrase, pad};
use core::fmt;

/// What a status grants.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct Grant {
    level: Level,
    security: Security,
    limit: Option<Limit>,
    interfaces_stay: bool,
}

impl Grant {
    /// A grant of this level, security support and limit, and whether the label promises that interfaces stay.
    #[must_use]
    pub const fn new(level: Level, security: Security, limit: Option<Limit>, interfaces_stay: bool) -> Self {
        Self { level, security, limit, interfaces_stay }
    }

    /// Whether it is as much as is required.
    #[must_use]
    pub const fn meets(&self, requirement: Requirement) -> bool {
        requirement.is_met_by(self.level, self.security, self.limit)
    }

    /// The first thing that `before` granted and this does not, the most basic first.
    #[must_use]
    pub const fn loss_since(&self, before: &Self) -> Option<Loss> {
        let mut plain = Requirement::WITHOUT_AMOUNT.as_slice();
        while let [requirement, rest @ ..] = plain {
            if before.meets(*requirement) && !self.meets(*requirement) {
                return Some(Loss::Requirement(*requirement));
            }
            plain = rest;
        }
        match (self.limit, before.limit) {
            (Some(_), None) => return Some(Loss::NewLimit),
            (Some(now), Some(before)) if !now.covers(before) => return Some(Loss::LowerLimit),
            (Some(_), Some(_)) | (None, _) => {}
        }
        if before.interfaces_stay && !self.interfaces_stay { Some(Loss::Interfaces) } else { None }
    }
}

/// What a feature lost between two statuses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Loss {
    /// It met this requirement, and no longer does.
    Requirement(Requirement),
    /// It had no limit, and now has one.
    NewLimit,
    /// Its limit is lower.
    LowerLimit,
    /// Its interfaces may change.
    Interfaces,
}

impl Loss {
    /// In words, as a sentence of which the feature is the subject.
    pub(crate) const fn in_words(self) -> Phrase {
        let phrase = Phrase::new();
        match self {
            Self::Requirement(requirement) => phrase.push("is no longer ").push(requirement.in_words().as_str()),
            Self::NewLimit => phrase.push("its limit is new"),
            Self::LowerLimit => phrase.push("its limit is lower"),
            Self::Interfaces => phrase.push("its interfaces need not stay"),
        }
    }
}

/// In words, as a sentence of which the feature is the subject: `is no longer supported`, `its limit is lower`.
impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &[self.in_words().as_str()])
    }
}
