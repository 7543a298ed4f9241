//! What is said of a feature.

use crate::loss::Grant;
use crate::text::pad;
use crate::{Limit, Requirement, Set};
use core::fmt;
use core::marker::PhantomData;
use core::num::NonZeroU8;

/// How far a feature has come, from the definition of its label ("Definition of Status labels").
///
/// Levels are ordered: each grants what the one before it grants.
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
/// On a page of a vendor's own, "the Xen Project" is whoever's page it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Security {
    /// Nobody, or nobody is known to.
    No,
    /// The Xen Project, under conditions: "with caveats", "Support scope restricted", "only when …".
    Conditional,
    /// Another organization: "security support external".
    External,
    /// The Xen Project; up to the [`Limit`], where the status has one.
    Yes,
}

/// What a label promises, in the words of the document ("Definition of the status label interpretation tags").
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Tags {
    /// `Functional completeness`: `No`, `Yes`.
    pub functional_completeness: &'static str,
    /// `Functional stability`: `Here be dragons`, `Quirky`, `Normal`.
    pub functional_stability: &'static str,
    /// `Interface stability`: `Not stable`, `Provisionally stable`, `Yes`.
    pub interface_stability: &'static str,
    /// `Security supported`: `No`, `Yes`.
    pub security_supported: &'static str,
}

/// The label of a status: `Experimental`, `Tech Preview`, `Supported`, `Deprecated`, or one of a vendor's own.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Label {
    /// Its name, as the document's "Definition of Status labels" writes it.
    pub name: &'static str,
    /// What it promises; `None` for the labels that need no definition (`Not supported`, `Not functional`,
    /// `Not implemented`).
    pub tags: Option<Tags>,
}

impl Tags {
    /// Whether the label promises that interfaces stay: its `Interface stability` does not begin with "No" or "Not".
    #[must_use]
    pub const fn is_interface_stable(&self) -> bool {
        is_interface_stable(self.interface_stability)
    }
}

/// Whether this `Interface stability` promises that interfaces stay.
pub(crate) const fn is_interface_stable(interface_stability: &str) -> bool {
    !matches!(interface_stability.as_bytes(), [b'N' | b'n', b'o' | b'O', ..])
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

/// The status of a feature in a release: a handle of one byte into the tables of the set `S`.
///
/// Two statuses are equal when text and meaning are.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Status<S: Set> {
    number: NonZeroU8,
    set: PhantomData<S>,
}

impl<S: Set> Status<S> {
    /// The status that a statement's table names by this byte; 0 stands for "not listed".
    pub(crate) const fn from_byte(byte: u8) -> Option<Self> {
        match NonZeroU8::new(byte) {
            Some(number) => Some(Self { number, set: PhantomData }),
            None => None,
        }
    }

    const fn index(self) -> usize {
        self.number.get() as usize - 1
    }

    /// The status as the document writes it: `Supported, with caveats`; or the formats, where the document
    /// lists them in the status's place ([`formats`](Self::formats)).
    #[must_use]
    pub const fn text(self) -> &'static str {
        S::STATUS_TEXTS[self.index()]
    }

    /// How far the feature has come.
    #[must_use]
    pub const fn level(self) -> Level {
        S::MEANINGS[self.index()].level
    }

    /// Who issues security fixes for it.
    #[must_use]
    pub const fn security(self) -> Security {
        S::MEANINGS[self.index()].security
    }

    /// The label, with its definition; `None` for a status that has none ("No security support, not
    /// recommended") or that is not understood.
    #[must_use]
    pub const fn label(self) -> Option<&'static Label> {
        match S::MEANINGS[self.index()].label {
            Some(label) => Some(&S::LABELS[label as usize]),
            None => None,
        }
    }

    /// How much is supported, where the status says so ("up to 12 TiB").
    /// Cost: a walk over the few statuses of the set that have a limit.
    #[must_use]
    pub const fn limit(self) -> Option<Limit> {
        let mut limits = S::LIMITS;
        while let [(index, limit), rest @ ..] = limits {
            if *index as usize == self.index() {
                return Some(*limit);
            }
            limits = rest;
        }
        None
    }

    /// The formats, where the line is one that lists them (`Supported, x86: bzImage, ELF`).
    #[must_use]
    pub const fn formats(self) -> Option<&'static str> {
        if S::MEANINGS[self.index()].formats { Some(self.text()) } else { None }
    }

    /// Whether the compiler understood the text. A status that it did not understand grants nothing.
    #[must_use]
    pub const fn is_understood(self) -> bool {
        S::MEANINGS[self.index()].understood
    }

    /// What it grants, to be compared with what another one does.
    pub(crate) const fn grant(self) -> Grant {
        let interfaces = match self.label() {
            Some(Label { tags: Some(tags), .. }) => tags.is_interface_stable(),
            _ => false,
        };
        Grant { level: self.level(), security: self.security(), limit: self.limit(), interfaces }
    }

    /// Whether the status meets the requirement.
    #[inline]
    #[must_use]
    pub const fn satisfies(self, requirement: Requirement) -> bool {
        // The limit has to be searched for.
        let limit = match requirement {
            Requirement::SupportedUpTo(_) | Requirement::SecuritySupportedUpTo(_) => self.limit(),
            _ => None,
        };
        requirement.is_met_by(self.level(), self.security(), limit)
    }

    /// Whether the Xen Project issues security fixes for the feature, without conditions other than a limit.
    #[must_use]
    pub const fn is_security_supported(self) -> bool {
        self.satisfies(Requirement::SecuritySupported)
    }
}

impl<S: Set> fmt::Debug for Status<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Status").field(&self.text()).finish()
    }
}

/// The status in words: its text; `Supported: bzImage, ELF` where the line lists formats.
impl<S: Set> fmt::Display for Status<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &[if self.formats().is_some() { "Supported: " } else { "" }, self.text()])
    }
}
