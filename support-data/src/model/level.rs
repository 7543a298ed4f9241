//! How far a feature has come, and who answers for it.

use core::fmt;

/// How far a feature has come, from the definition of its label ("Definition of Status labels").
///
/// Levels are ordered: each grants what the one before it grants. The enum is closed on purpose: a further level is a
/// breaking change, so match it without a wildcard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// Nothing is granted: not supported, not implemented, not functional, or not understood.
    None,
    /// It exists: the label's definition does not say `Functional completeness: Yes`.
    Experimental,
    /// It is functionally complete, but its label does not come with security support.
    TechPreview,
    /// It is functionally complete, and its label comes with security support (which a modifier may take away).
    Supported,
}

/// Who issues security fixes for a feature ("Security supported").
///
/// On a page of a vendor's own, "the Xen Project" is whoever's page it is. The enum is closed on purpose: a further
/// answer is a breaking change, so match it without a wildcard.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Security {
    /// Nobody, or nobody is known to.
    No,
    /// The Xen Project, under conditions: "with caveats", "Support scope restricted", "only when …".
    Conditional,
    /// Another organization: "security support external".
    External,
    /// The Xen Project; up to the [`Limit`](crate::Limit), where the status has one.
    Yes,
}

/// In words, as they answer "is it security supported?": `yes`, `no`, `conditional`, `external`.
impl fmt::Display for Security {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::No => "no",
            Self::Conditional => "conditional",
            Self::External => "external",
            Self::Yes => "yes",
        })
    }
}
