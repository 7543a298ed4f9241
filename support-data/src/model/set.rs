//! The tables of a set of documents, and the trait by which the handles find them.

use super::date::Date;
use super::label::Label;
use super::level::{Level, Security};
use super::life::Lifetime;
use super::limit::Limit;
use super::release::Release;
use super::requirement::grades_of;
use super::version::{Stage, Version};
use crate::lookup::{Index, NameTable};
use core::fmt::Debug;
use core::hash::Hash;

/// A set of documents that were compiled together: what the handles of this crate look things up in.
///
/// Implemented by generated code only, on a type without values that serves as the sets' name in
/// `Feature<S>`, `Statement<S>` and `Status<S>`. Each table is a constant of its own, so that a program links
/// just those that it uses: by strings, the names and their hash; by constants, none.
///
/// The tables are an agreement between the compiler and the look-ups of the same version of this crate, and
/// not part of its stable interface.
///
/// Code that implements the trait by hand makes its own claims about its own set, and can make none about another: no
/// handle of one set is a handle of another. Where tables by hand contradict each other, a look-up grants nothing or
/// panics.
pub trait Set: Copy + Ord + Hash + Debug + 'static {
    /// The catalog: the name of each feature that any document of the set lists; then further names of features.
    #[doc(hidden)]
    const NAMES: NameTable;
    /// The features that the further names stand for: those that an older document spells in another way.
    #[doc(hidden)]
    const OTHER_NAMES: &'static [u32];
    /// The perfect hash over the names.
    #[doc(hidden)]
    const NAME_INDEX: Index;
    /// The key of each feature.
    #[doc(hidden)]
    const KEYS: &'static [&'static str];
    /// The perfect hash over the keys.
    #[doc(hidden)]
    const KEY_INDEX: Index;
    /// The id of each feature's heading on its page.
    #[doc(hidden)]
    const ANCHORS: &'static [&'static str];
    /// The section of each feature.
    #[doc(hidden)]
    const SECTIONS: &'static [&'static str];
    /// The text of each distinct status.
    #[doc(hidden)]
    const STATUS_TEXTS: &'static [&'static str];
    /// The meaning of each distinct status.
    #[doc(hidden)]
    const MEANINGS: &'static [Meaning];
    /// The limits of statuses.
    #[doc(hidden)]
    const LIMITS: &'static [Limit];
    /// The distinct labels.
    #[doc(hidden)]
    const LABELS: &'static [Label];
    /// What each statement says, by version.
    #[doc(hidden)]
    const COLUMNS: &'static [Column];
    /// The version of each statement.
    #[doc(hidden)]
    const VERSIONS: &'static [Version];
    /// The life of each statement's release.
    #[doc(hidden)]
    const LIFETIMES: &'static [Lifetime];
    /// The release data of each statement.
    #[doc(hidden)]
    const RELEASES: &'static [Release];
    /// What stands beside the statuses, by version: one byte per feature, the bits of `Beside`.
    #[doc(hidden)]
    const BESIDE: &'static [&'static [u8]];
    /// What is apart from the statuses, for each statement.
    #[doc(hidden)]
    const DETAILS: &'static [Details];
    /// The distinct combinations of a description, caveats and the prose of the section, as indices into the prose.
    #[doc(hidden)]
    const AROUND: &'static [[u32; 3]];
    /// The distinct pieces of prose; the first is empty.
    #[doc(hidden)]
    const PROSE: &'static [&'static str];

    /// The day on which the pages were taken: the day that security support is judged on where the caller gives none.
    #[doc(hidden)]
    const AS_OF: Date;
    /// Whether the pages are the Xen Project's own.
    #[doc(hidden)]
    const OFFICIAL: bool;
}

/// What one statement says.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct Column {
    /// Whether the release is security supported on `AS_OF`.
    pub(super) is_current: bool,
    /// Whether it is for a release, and not for an unstable branch or a release candidate.
    pub(super) is_release: bool,
    /// One byte per feature: 0 where it is not listed, or else the number of its status, counted from 1.
    pub(super) statuses: &'static [u8],
}

impl Column {
    /// What the statement with this number says.
    ///
    /// # Panics
    ///
    /// If the set has no version or no lifetime of this number.
    #[must_use]
    pub const fn new<S: Set>(number: usize, statuses: &'static [u8]) -> Self {
        let is_release = matches!(S::VERSIONS[number].stage, Stage::Release);
        Self { is_current: S::LIFETIMES[number].covers(S::AS_OF), is_release, statuses }
    }
}

/// What a distinct status means, in a few bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[doc(hidden)]
pub struct Meaning {
    pub(super) level: Level,
    pub(super) security: Security,
    /// What the status meets, by `grades_of`.
    pub(super) grades: u8,
    pub(super) label: Option<u8>,
    pub(super) limit: Option<u8>,
    pub(super) formats: bool,
    pub(super) understood: bool,
}

impl Meaning {
    /// The meaning of a status of this level and security support, without a label or a limit; for generated code, which
    /// adds the rest.
    #[must_use]
    pub const fn new(level: Level, security: Security) -> Self {
        let grades = grades_of(level, security);
        Self { level, security, grades, label: None, limit: None, formats: false, understood: true }
    }

    /// The same with the label of this number.
    #[must_use]
    pub const fn with_label(self, label: u8) -> Self {
        Self { label: Some(label), ..self }
    }

    /// The same with the limit of this number.
    #[must_use]
    pub const fn with_limit(self, limit: u8) -> Self {
        Self { limit: Some(limit), ..self }
    }

    /// The same, as a list of formats.
    #[must_use]
    pub const fn of_formats(self) -> Self {
        Self { formats: true, ..self }
    }

    /// The same, as a text that the compiler did not understand, which grants nothing.
    #[must_use]
    pub const fn not_understood(self) -> Self {
        Self { understood: false, level: Level::None, security: Security::No, grades: 0, ..self }
    }
}

/// What a document says beside the statuses; each table has one entry per feature.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct Details {
    /// The document's name.
    pub file: &'static str,
    /// The line of the status; 0: not listed.
    pub lines: &'static [u32],
    /// The prose around the status, as an index into [`Set::AROUND`].
    pub prose: &'static [u32],
    /// The prose of the sections.
    pub sections: &'static [SectionProse],
    /// The document's own "External security support".
    pub security_contacts: &'static [SecurityContact],
}

/// A project that provides security support for its own Xen-related features ("External security support").
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct SecurityContact {
    /// The project: `QEMU`.
    pub name: &'static str,
    /// Where it describes its security process.
    pub url: &'static str,
}

impl SecurityContact {
    /// The project of that name; for generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, url: &'static str) -> Self {
        Self { name, url }
    }
}

/// The prose of a section: what stands below a heading that has no status, and so holds for the features below it, or for
/// all features, as that of Xen's section Kconfig does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct SectionProse {
    /// The text of the heading: `Kconfig`.
    pub title: &'static str,
    /// The heading's id on the official page: `kconfig`.
    pub anchor: &'static str,
    /// The prose, as the document's Markdown. In the bundled documents, one line says that the page has some.
    pub prose: &'static str,
}

impl SectionProse {
    /// The prose of the section with that title and id; for generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(title: &'static str, anchor: &'static str, prose: &'static str) -> Self {
        Self { title, anchor, prose }
    }
}
