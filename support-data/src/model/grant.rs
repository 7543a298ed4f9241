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

    /// What `before` granted and this does not; `None` if this grants as much. Of several losses, the most basic.
    #[must_use]
    pub const fn loss_since(&self, before: &Self) -> Option<Loss> {
        if let Some(requirement) = self.requirement_lost_since(before) {
            return Some(Loss::Requirement(requirement));
        }
        match (self.limit, before.limit) {
            (Some(_), None) => return Some(Loss::NewLimit),
            (Some(now), Some(before)) if !now.covers(before) => return Some(Loss::LowerLimit),
            (Some(_), Some(_)) | (None, _) => {}
        }
        if before.interfaces_stay && !self.interfaces_stay { Some(Loss::Interfaces) } else { None }
    }

    /// Whether it is of a lower level than another grant, or security fixes are issued under other terms: what makes an
    /// implementation an exception among those of its heading. Limits do not count.
    #[must_use]
    pub const fn is_less_than(&self, other: &Self) -> bool {
        self.requirement_lost_since(other).is_some()
    }

    /// Whether security fixes were issued on some terms before, and no longer are.
    #[must_use]
    pub const fn loses_security_since(&self, before: &Self) -> bool {
        let mut requirements = Requirement::OF_A_STATUS.as_slice();
        while let [requirement, rest @ ..] = requirements {
            if requirement.asks_for_security() && before.meets(*requirement) && !self.meets(*requirement) {
                return true;
            }
            requirements = rest;
        }
        false
    }

    /// The most basic requirement that `before` met and this does not.
    const fn requirement_lost_since(&self, before: &Self) -> Option<Requirement> {
        let mut requirements = Requirement::OF_A_STATUS.as_slice();
        while let [requirement, rest @ ..] = requirements {
            if before.meets(*requirement) && !self.meets(*requirement) {
                return Some(*requirement);
            }
            requirements = rest;
        }
        None
    }

    /// Whether it meets the requirement, whatever the amount.
    const fn meets(&self, requirement: Requirement) -> bool {
        requirement.is_met_by(self.level, self.security)
    }
}

/// What a feature lost between two statuses. More kinds may be added.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Loss {
    /// The feature's status met this requirement, and no longer does. It names neither an amount nor a day.
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
            Self::Requirement(requirement) => {
                phrase.push("no longer meets `").push(requirement.in_words().as_str()).push("`")
            }
            Self::NewLimit => phrase.push("now has a limit"),
            Self::LowerLimit => phrase.push("has a lower limit"),
            Self::Interfaces => phrase.push("may change its interfaces"),
        }
    }
}

/// In words that follow the feature's name: ``no longer meets `security_supported` ``, `has a lower limit`.
impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &[self.in_words().as_str()])
    }
}
