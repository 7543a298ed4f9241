//! What code may demand of a feature.

use crate::{Level, Security};

/// What code demands of a feature in a release.
///
/// The first three ask how far the feature has come, the last three whether Xen's security team (or another)
/// answers for it. See SUPPORT.md, "Definition of Status labels" and "Security supported".
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
}

impl Requirement {
    /// Whether a status of this level and security support meets the requirement.
    #[must_use]
    pub const fn is_met_by(self, level: Level, security: Security) -> bool {
        match self {
            Self::Experimental => !matches!(level, Level::None),
            Self::TechPreview => matches!(level, Level::TechPreview | Level::Supported),
            Self::Supported => matches!(level, Level::Supported),
            Self::SecuritySupported => matches!(security, Security::Yes),
            Self::SecuritySupportedWithCaveats => {
                matches!(security, Security::Yes | Security::Conditional)
            }
            Self::SecuritySupportedByAnyone => {
                matches!(security, Security::Yes | Security::External)
            }
        }
    }

    /// The requirement in words, as they stand after "is": `security supported`, `at least Tech Preview`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Experimental => "at least Experimental",
            Self::TechPreview => "at least Tech Preview",
            Self::Supported => "supported",
            Self::SecuritySupported => "security supported",
            Self::SecuritySupportedWithCaveats => "security supported, caveats accepted",
            Self::SecuritySupportedByAnyone => "security supported, by Xen or another project",
        }
    }
}
