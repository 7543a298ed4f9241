//! The catalog: every feature that any document of a set lists, each once, with its status in each document.
//!
//! [`Catalog::merge`] is the door: statements go in, and a [`Catalog`] comes out if they fit together. `merge` brings
//! the features into one order and gives them their Rust names (`rust_name`). `tables` holds the emitted tables by
//! column. `perfect_hash` finds the hashes over names and keys.

mod merge;

pub(crate) mod perfect_hash;
pub(crate) mod rust_name;
pub(crate) mod tables;

use crate::diagnostic::{Diagnostic, Source};
use crate::statement::ParsedStatement;
use tables::Tables;

pub use merge::CatalogFeature;

/// A set of statements, merged.
#[derive(Debug)]
pub struct Catalog {
    features: Vec<CatalogFeature>,
    statements: Vec<ParsedStatement>,
    tables: Tables,
}

impl Catalog {
    /// Merges the documents of a set. If they do not fit together, the error has the problems.
    pub(crate) fn merge(mut documents: Vec<(&Source, ParsedStatement)>) -> Result<Self, Vec<Diagnostic>> {
        documents.sort_by_key(|(_, statement)| statement.release.version);
        let (features, rows) = merge::merge_features(&documents)?;
        let tables = Tables::new(&documents, &features, &rows).map_err(|diagnostic| vec![*diagnostic])?;
        let statements = documents.into_iter().map(|(_, statement)| statement).collect();
        Ok(Self { features, statements, tables })
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

    /// The statements, by version, if nothing else of the catalog is needed.
    #[must_use]
    pub fn into_statements(self) -> Vec<ParsedStatement> {
        self.statements
    }

    /// The tables to emit.
    pub(crate) fn tables(&self) -> &Tables {
        &self.tables
    }
}
