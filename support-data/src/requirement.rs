//! What code may demand of a feature.

use crate::message::Words;
use crate::{Amount, Level, Limit, Security};
use core::fmt;

/// What code demands of a feature in a release.
///
/// The first three ask how far the feature has come, the next three whether Xen's security team (or another)
/// answers for it, the last two up to what amount. See SUPPORT.md, "Definition of Status labels" and "Security
/// supported".
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Requirement {
    /// The feature exists at least as an experiment: Experimental or better.
    Experimental,
    /// The feature is functionally complete: Tech Preview or better.
    TechPreview,
    /// The feature is supported: by a label whose definition says `Security supported: Yes`, whatever a
    /// modifier then says of security ("Supported, not security supported" is supported).
    Supported,
    /// The Xen Project issues security fixes for it, without conditions. Where the status names a limit
    /// ("up to 12 TiB"), this holds up to that limit.
    SecuritySupported,
    /// As [`SecuritySupported`](Self::SecuritySupported), or under conditions that the caller has read and
    /// meets ("with caveats").
    SecuritySupportedWithCaveats,
    /// As [`SecuritySupported`](Self::SecuritySupported), or by the external project that the feature belongs
    /// to ("security support external").
    SecuritySupportedByAnyone,
    /// [`Supported`](Self::Supported), and this amount is within the limit, where the status names one.
    SupportedUpTo(Amount),
    /// [`SecuritySupported`](Self::SecuritySupported), and this amount is within the limit, where the status names
    /// one.
    SecuritySupportedUpTo(Amount),
}

impl Requirement {
    /// Those without an amount: how far it has come, then who answers for it.
    pub(crate) const PLAIN: [Self; 6] = [
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
            Self::Experimental => !matches!(level, Level::None),
            Self::TechPreview => matches!(level, Level::TechPreview | Level::Supported),
            Self::Supported => matches!(level, Level::Supported),
            Self::SecuritySupported => matches!(security, Security::Yes),
            Self::SecuritySupportedWithCaveats => matches!(security, Security::Yes | Security::Conditional),
            Self::SecuritySupportedByAnyone => matches!(security, Security::Yes | Security::External),
            Self::SupportedUpTo(amount) => {
                matches!(level, Level::Supported)
                    && match limit {
                        Some(limit) => limit.supports(amount),
                        None => true,
                    }
            }
            Self::SecuritySupportedUpTo(amount) => {
                matches!(security, Security::Yes)
                    && match limit {
                        Some(limit) => limit.security_supports(amount),
                        None => true,
                    }
            }
        }
    }

    /// The requirement in words, as they stand after "is": `at least Tech Preview`, `supported up to 8 TiB`.
    pub(crate) const fn in_words(self) -> Words {
        let words = Words::new();
        match self {
            Self::Experimental => words.text("at least Experimental"),
            Self::TechPreview => words.text("at least Tech Preview"),
            Self::Supported => words.text("supported"),
            Self::SecuritySupported => words.text("security supported"),
            Self::SecuritySupportedWithCaveats => words.text("security supported with caveats"),
            Self::SecuritySupportedByAnyone => words.text("security supported by anyone"),
            Self::SupportedUpTo(amount) => words.text("supported up to ").text(amount.in_words().as_str()),
            Self::SecuritySupportedUpTo(amount) => {
                words.text("security supported up to ").text(amount.in_words().as_str())
            }
        }
    }
}

/// In words, as they stand after "is": `at least Tech Preview`, `supported up to 8 TiB`.
impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.in_words().as_str())
    }
}
