//! How much of a feature code relies on.

use super::amount::Amount;
use super::level::{Level, Security};
use super::limit::Limit;
use crate::text::{Phrase, pad};
use core::fmt;

/// How much of a feature code relies on, in a release.
///
/// The first three ask how far the feature has come, the next three who issues security fixes for it, and the last two
/// add an amount. The words are those of SUPPORT.md, "Definition of Status labels". More requirements may be added.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Requirement {
    /// The feature exists at least as an experiment: Experimental or better.
    Experimental,
    /// The feature is functionally complete: Tech Preview or better.
    TechPreview,
    /// The definition of the feature's label says `Security supported: Yes`. A modifier does not change that:
    /// "Supported, not security supported" is supported.
    Supported,
    /// The Xen Project issues security fixes for the feature, without conditions. If the status names a limit ("up to
    /// 12 TiB"), that holds up to the limit only, and nothing compares it with what is used.
    SecuritySupported,
    /// [`SecuritySupported`](Self::SecuritySupported), or security supported under conditions ("with caveats"), which
    /// the caller has read and meets.
    SecuritySupportedWithCaveats,
    /// [`SecuritySupported`](Self::SecuritySupported), or security supported by the project that the feature belongs to
    /// ("security support external").
    SecuritySupportedByAnyone,
    /// [`Supported`](Self::Supported), and this amount is within the limit if the status names one.
    SupportedUpTo(Amount),
    /// [`SecuritySupported`](Self::SecuritySupported), and this amount is within the limit if the status names one.
    SecuritySupportedUpTo(Amount),
}

impl Requirement {
    /// The requirements without an amount: how far the feature has come, then who issues security fixes for it.
    pub(super) const WITHOUT_AMOUNT: [Self; 6] = [
        Self::Experimental,
        Self::TechPreview,
        Self::Supported,
        Self::SecuritySupported,
        Self::SecuritySupportedWithCaveats,
        Self::SecuritySupportedByAnyone,
    ];

    /// Whether a status of this level, security support and limit meets the requirement.
    #[inline]
    #[must_use]
    pub const fn is_met_by(self, level: Level, security: Security, limit: Option<Limit>) -> bool {
        match self {
            Self::Experimental => level.reaches(Level::Experimental),
            Self::TechPreview => level.reaches(Level::TechPreview),
            Self::Supported => level.reaches(Level::Supported),
            Self::SupportedUpTo(amount) => {
                level.reaches(Level::Supported)
                    && match limit {
                        Some(limit) => limit.supports(amount),
                        None => true,
                    }
            }
            Self::SecuritySupported => security.is_unconditional(),
            Self::SecuritySupportedWithCaveats => match security {
                Security::Yes | Security::Conditional => true,
                Security::No | Security::External => false,
            },
            Self::SecuritySupportedByAnyone => match security {
                Security::Yes | Security::External => true,
                Security::No | Security::Conditional => false,
            },
            Self::SecuritySupportedUpTo(amount) => {
                security.is_unconditional()
                    && match limit {
                        Some(limit) => limit.security_supports(amount),
                        None => true,
                    }
            }
        }
    }

    /// The amount that must be within the limit; `None` if the requirement names none.
    pub(crate) const fn amount(self) -> Option<Amount> {
        match self {
            Self::SupportedUpTo(amount) | Self::SecuritySupportedUpTo(amount) => Some(amount),
            Self::Experimental
            | Self::TechPreview
            | Self::Supported
            | Self::SecuritySupported
            | Self::SecuritySupportedWithCaveats
            | Self::SecuritySupportedByAnyone => None,
        }
    }

    /// Whether the requirement is about security fixes.
    pub(crate) const fn asks_for_security(self) -> bool {
        match self {
            Self::SecuritySupported
            | Self::SecuritySupportedWithCaveats
            | Self::SecuritySupportedByAnyone
            | Self::SecuritySupportedUpTo(_) => true,
            Self::Experimental | Self::TechPreview | Self::Supported | Self::SupportedUpTo(_) => false,
        }
    }

    /// The requirement in words that follow "is": `at least Tech Preview`, `supported up to 8 TiB`.
    pub(crate) const fn in_words(self) -> Phrase {
        let phrase = Phrase::new();
        match self {
            Self::Experimental => phrase.push("at least Experimental"),
            Self::TechPreview => phrase.push("at least Tech Preview"),
            Self::Supported => phrase.push("supported"),
            Self::SecuritySupported => phrase.push("security supported"),
            Self::SecuritySupportedWithCaveats => phrase.push("security supported with caveats"),
            Self::SecuritySupportedByAnyone => phrase.push("security supported by anyone"),
            Self::SupportedUpTo(amount) => phrase.push("supported up to ").push(amount.in_words().as_str()),
            Self::SecuritySupportedUpTo(amount) => {
                phrase.push("security supported up to ").push(amount.in_words().as_str())
            }
        }
    }
}

/// In words that follow "is": `at least Tech Preview`, `supported up to 8 TiB`.
impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &[self.in_words().as_str()])
    }
}
