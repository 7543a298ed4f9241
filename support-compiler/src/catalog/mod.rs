//! The catalog: every feature that any document of a set lists, each once, with its status in each document.
//!
//! [`Catalog::new`] is the door: statements go in, and a [`Catalog`] comes out if they fit together. `merge` brings
//! the features into one order, `names` gives them their Rust names (by `rust_name`). `set` finds what keeps documents
//! from being one set. `tables` holds the emitted tables by column. `perfect_hash` finds the hashes over names and keys.

mod merge;
mod names;
mod set;

pub(crate) mod perfect_hash;
pub(crate) mod rust_name;
pub(crate) mod tables;

use crate::diagnostic::{Diagnostic, Source};
use crate::statement::ParsedStatement;
use tables::Tables;
use xen_support_data::Version;

pub use merge::{MergedFeature, merge};
pub use names::CatalogFeature;

/// A set of statements, merged, with all that the emitted tables hold.
#[derive(Debug)]
pub struct Catalog {
    features: Vec<CatalogFeature>,
    statements: Vec<ParsedStatement>,
    versions: Vec<Version>,
    tables: Tables,
}

impl Catalog {
    /// Merges the documents of a set, and adds their problems as a set. `None` if there can be no tables: since there are
    /// errors that nothing can allow, or since a document says no version, which the caller reports.
    pub(crate) fn new(
        mut documents: Vec<(&Source, ParsedStatement)>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        documents.sort_by_key(|(_, statement)| statement.release.version);
        let (sources, statements): (Vec<&Source>, Vec<ParsedStatement>) = documents.into_iter().unzip();
        let (features, rows) = merge::merge_rows(&statements);
        let (features, same_names) = names::name(features);
        let set = set::Set { sources: &sources, statements: &statements, rows: &rows };
        let has_errors = set.check_versions(diagnostics);
        set.report_same_names(&same_names, diagnostics);
        let versions: Option<Vec<Version>> = statements.iter().map(|statement| statement.release.version).collect();
        let versions = versions.filter(|_| !has_errors)?;
        let tables = Tables::new(&set, &features, diagnostics)?;
        Some(Self { features, statements, versions, tables })
    }

    /// The features, in the order of the newest document. A feature that only older documents list stands after the one
    /// that it follows there.
    #[must_use]
    pub fn features(&self) -> &[CatalogFeature] {
        &self.features
    }

    /// The statements, by version.
    #[must_use]
    pub fn statements(&self) -> &[ParsedStatement] {
        &self.statements
    }

    /// The version of each statement.
    #[must_use]
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The tables to emit.
    pub(crate) fn tables(&self) -> &Tables {
        &self.tables
    }
}
