//! The label of a status, and what it promises.

use core::fmt;

/// What a label promises, in the words of the document ("Definition of the status label interpretation tags").
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
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

/// The label of a status: `Experimental`, `Tech Preview`, `Supported`, `Deprecated`, or one that a vendor's page
/// defines.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct Label {
    /// Its name, as the document's "Definition of Status labels" writes it.
    pub name: &'static str,
    /// What it promises; `None` for the labels that need no definition (`Not supported`, `Not functional`,
    /// `Not implemented`).
    pub tags: Option<Tags>,
}

impl Label {
    /// The label of that name; for generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, tags: Option<Tags>) -> Self {
        Self { name, tags }
    }
}

/// The label's name: `Tech Preview`.
impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name)
    }
}

impl Tags {
    /// The tags with these values, in the order of the fields; for generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        functional_completeness: &'static str,
        functional_stability: &'static str,
        interface_stability: &'static str,
        security_supported: &'static str,
    ) -> Self {
        Self { functional_completeness, functional_stability, interface_stability, security_supported }
    }

    /// Whether the label promises that interfaces stay: its `Interface stability` does not begin with "No", in any
    /// case. "Provisionally stable" is such a promise.
    #[must_use]
    pub const fn is_interface_stable(&self) -> bool {
        Self::means_stable(self.interface_stability)
    }

    /// The same, of a value of `Interface stability`; for the compiler.
    #[doc(hidden)]
    #[must_use]
    pub const fn means_stable(interface_stability: &str) -> bool {
        !matches!(interface_stability.as_bytes(), [b'N' | b'n', b'o' | b'O', ..])
    }
}
