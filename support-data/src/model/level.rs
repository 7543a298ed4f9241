//! How far a feature has come, and who issues security fixes for it.

use core::fmt;

/// How far a feature has come, from the definition of its label ("Definition of Status labels").
///
/// Levels are ordered: each grants what the one before it grants. The enum is closed on purpose: a further level is a
/// breaking change, so match it without a wildcard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// Nothing is granted: not supported, not implemented, not functional, or not understood.
    None,
    /// The feature exists, but may be incomplete: its label's definition says neither `Functional completeness: Yes`
    /// nor `Security supported: Yes`.
    Experimental,
    /// The feature is functionally complete, but its label's definition does not say `Security supported: Yes`.
    TechPreview,
    /// The label's definition says `Security supported: Yes`. A modifier may still take security support away.
    Supported,
}

impl Level {
    /// The level as a requirement names it: `tech_preview`.
    pub(crate) const fn in_words(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Experimental => "experimental",
            Self::TechPreview => "tech_preview",
            Self::Supported => "supported",
        }
    }
}

/// The level as a requirement names it: `tech_preview`; and `none`.
impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.in_words())
    }
}

/// Who issues security fixes for a feature (the tag "Security supported", and the modifiers of a status), as long as the
/// release is security supported.
///
/// On a vendor's own page, read the vendor for "the Xen Project". The enum is closed on purpose: a further
/// answer is a breaking change, so match it without a wildcard.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Security {
    /// Nobody, as far as the page says.
    No,
    /// The Xen Project, under conditions: "with caveats", "Support scope restricted", "only when …".
    Conditional,
    /// Another project: "security support external".
    External,
    /// The Xen Project; if the status has a [`Limit`](crate::Limit), only up to that.
    Yes,
}

impl Security {
    pub(crate) const fn in_words(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Conditional => "conditional",
            Self::External => "external",
            Self::Yes => "yes",
        }
    }
}

/// The answer to "is it security supported?": `yes`, `no`, `conditional`, `external`.
impl fmt::Display for Security {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.in_words())
    }
}
