//! The model behind [`xen-support`]: what the Xen Project's SUPPORT.md says, as plain constant tables.
//!
//! **Do not depend on this crate directly; use [`xen-support`].** It is published because the generated tables of
//! `xen-support` are made of its types. It is `no_std`, does not allocate, and has no dependencies, unless one of its two
//! features asks for one: `serde` and `defmt`, whose traits only the crate of these types can implement.
//!
//! The words are SUPPORT.md's own: a [`Statement`] is what one release's document says, and it gives a [`Status`] to
//! each [`Feature`] that it lists. All three are small `Copy` handles into the tables of one [`Set`] of documents. The
//! set is their type parameter, so a statement of one set cannot be asked about a feature of another.
//!
//! [`xen-support`]: https://docs.rs/xen-support
#![cfg_attr(not(test), no_std)]

// `text` and `lookup` are the lowest, then come `model` and `check`. None uses what stands above it.
mod check;
#[cfg(feature = "defmt")]
mod defmt;
mod lookup;
mod model;
#[cfg(feature = "serde")]
mod serde;
mod text;

pub use model::{
    Amount, Beside, Bound, Date, Feature, Features, Label, Level, Life, Limit, Link, ListedFeatures, Loss, MetBy, Need,
    Needs, ParseAmountError, ParseDateError, ParseFeatureError, ParseRequirementError, ParseVersionError, Release,
    ReleaseDate, Requirement, RunningXen, SectionProse, Security, SecurityContact, SecuritySupport, Set, Stage,
    Statement, Statements, StatementsIter, Status, Tags, Unit, Unmet, UnmetNeeds, Version,
};

/// What generated tables are made of.
#[doc(hidden)]
pub use lookup::{Hash, Index, NameSpan, NameSpans, NameTable, Slots};
#[doc(hidden)]
pub use model::{Column, Details, Lifetime, Meaning};

/// What macros, the compiler and the tests share with this crate.
#[doc(hidden)]
pub use check::{Named, NotGranted, REFUSALS, Refusal, distance};
#[doc(hidden)]
pub use model::{Grant, Ruling};
#[doc(hidden)]
pub use text::is_invisible;
