//! Compiles SUPPORT.md documents into the tables of [`xen-support`].
//!
//! **Most users want [`xen-support`]**, which has Xen's own pages compiled in, and `include_support!` for a page of
//! your own. Depend on this crate in a build script that compiles documents with a [`Builder`], or in a tool that reads
//! them. Use the same version of it as of xen-support.
//!
//! ```text
//! text --parse--> headings, fragments, prose
//!      --statement--> one release's statement
//!      --catalog--> the features and statuses of a set of releases
//!      --emit--> tokens --pretty--> tables.rs
//! ```
//!
//! [`ParsedStatement::parse`] reads one document, whatever its problems, and [`check`] judges several as a set.
//! [`compile`] makes a [`Catalog`] of them, unless a problem stops it; [`LintLevels`] says which do. [`emit`] makes Rust
//! of the catalog. None of these reads files or prints; [`Builder`] does, for build scripts.
//!
//! ```
//! use xen_support_compiler::{LintLevels, Source, compile};
//!
//! let page = Source::new("SUPPORT.md", "# Release Support\n\n    Xen-Version: 4.18\n");
//! let compilation = compile(&[page], &LintLevels::new());
//! assert!(compilation.catalog.is_none());
//! for diagnostic in &compilation.diagnostics {
//!     eprintln!("{diagnostic}"); // which keys are missing in the Release Support, and where
//! }
//! ```
//!
//! # Cargo features
//!
//! - `format`: adds `pretty`, and [`Builder`] writes files that people can read. Without it, neither prettyplease nor
//!   syn is built, and the emitted code only has its lines broken.
//!
//! [`xen-support`]: https://docs.rs/xen-support
// docs.rs shows which feature brings an item.
#![cfg_attr(docsrs, feature(doc_cfg))]

// `diagnostic` and `official` are the lowest, then come `parse`, `statement`, `catalog` and `emit`. None uses what stands
// above it.
// `compile`, `facts` and `builder` put them together.
mod as_of;
mod build_error;
mod builder;
mod cargo;
mod catalog;
mod compilation;
mod diagnostic;
mod emit;
mod facts;
mod files;
mod official;
mod parse;
mod statement;
mod unicode;

pub use build_error::BuildError;
pub use builder::Builder;
pub use catalog::{Catalog, CatalogFeature, MergedFeature, merge};
pub use compilation::{Compilation, check, compile};
pub use diagnostic::{Diagnostic, LintLevel, LintLevels, PROBLEMS, Place, Problem, Source, UnknownLint};
#[cfg(feature = "format")]
pub use emit::{NotRust, pretty};
pub use emit::{Settings, emit};
pub use facts::extract_facts;
pub use official::Row;
pub use statement::{
    Change, ChangeKind, Comparison, FeatureHeading, ParsedFeature, ParsedLabel, ParsedRelease, ParsedReleaseDate,
    ParsedSectionProse, ParsedSecurityContact, ParsedStatement, ParsedStatus, ProseChange, ProseKind, RowChange,
    compare,
};
pub use xen_support_data::{Date, Stage, Version};

/// What the command, the macro and xen-support's build script share with this crate.
#[doc(hidden)]
pub use as_of::{AS_OF_FILE, read_as_of};
#[doc(hidden)]
pub use diagnostic::document_name;
#[doc(hidden)]
pub use facts::is_facts;
#[doc(hidden)]
pub use files::{check_name, holds, pages_in, read_page, read_page_from, write_file};
#[doc(hidden)]
pub use parse::markdown::outline;
#[doc(hidden)]
pub use statement::PageName;
#[doc(hidden)]
pub use unicode::{is_invisible, printable, printable_on_one_line};
