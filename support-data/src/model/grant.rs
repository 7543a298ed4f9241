//! What a status grants, and what one status grants less than another.

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

    /// Whether it meets the requirement.
    #[must_use]
    pub const fn meets(&self, requirement: Requirement) -> bool {
        requirement.is_met_by(self.level, self.security, self.limit)
    }

    /// What `before` granted and this does not; `None` if this grants as much. Of several losses, the most basic.
    #[must_use]
    pub const fn loss_since(&self, before: &Self) -> Option<Loss> {
        let mut requirements = Requirement::WITHOUT_AMOUNT.as_slice();
        while let [requirement, rest @ ..] = requirements {
            if before.meets(*requirement) && !self.meets(*requirement) {
                return Some(Loss::Requirement(*requirement));
            }
            requirements = rest;
        }
        match (self.limit, before.limit) {
            (Some(_), None) => return Some(Loss::NewLimit),
            (Some(now), Some(before)) if !now.covers(before) => return Some(Loss::LowerLimit),
            (Some(_), Some(_)) | (None, _) => {}
        }
        if before.interfaces_stay && !self.interfaces_stay { Some(Loss::Interfaces) } else { None }
    }
}

/// What a feature lost between two statuses. More kinds may be added.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Loss {
    /// The feature met this requirement, and no longer does.
    Requirement(Requirement),
    /// The feature had no limit, and now has one.
    NewLimit,
    /// The feature's limit is lower, or counts in another unit.
    LowerLimit,
    /// The label promised that the feature's interfaces stay (`Interface stability`), and no longer does.
    Interfaces,
}

impl Loss {
    /// In words that follow the feature's name, as in its `Display`.
    pub(crate) const fn in_words(self) -> Phrase {
        let phrase = Phrase::new();
        match self {
            Self::Requirement(requirement) => phrase.push("is no longer ").push(requirement.in_words().as_str()),
            Self::NewLimit => phrase.push("now has a limit"),
            Self::LowerLimit => phrase.push("has a lower limit"),
            Self::Interfaces => phrase.push("may change its interfaces"),
        }
    }
}

/// In words that follow the feature's name: `is no longer supported`, `has a lower limit`.
impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &[self.in_words().as_str()])
    }
}
