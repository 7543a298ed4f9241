//! The catalog: every feature that any document of a set lists, each once, and what each document says of it.
//!
//! [`Catalog::merge`] is the door: statements go in, and a [`Catalog`] comes out, if they go together. `merge` brings the
//! features into one order and gives them their Rust names (`rust_name`); `tables` lays out what goes into the emitted
//! tables, by column; `perfect_hash` finds the hashes over names and keys.

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
    /// The catalog of a set, if its documents go together.
    pub(crate) fn merge(mut documents: Vec<(&Source, ParsedStatement)>) -> Result<Self, Vec<Diagnostic>> {
        documents.sort_by_key(|(_, statement)| statement.release.version);
        let (features, rows) = merge::merge(&documents)?;
        let tables = Tables::new(&documents, &features, &rows).map_err(|diagnostic| vec![*diagnostic])?;
        let statements = documents.into_iter().map(|(_, statement)| statement).collect();
        Ok(Self { features, statements, tables })
    }

    /// The features, in an order that agrees with the documents'.
    #[must_use]
    pub fn features(&self) -> &[CatalogFeature] {
        &self.features
    }

    /// The statements, by version.
    #[must_use]
    pub fn statements(&self) -> &[ParsedStatement] {
        &self.statements
    }

    /// The statements, by version, for those who need no more of the catalog.
    #[must_use]
    pub fn into_statements(self) -> Vec<ParsedStatement> {
        self.statements
    }

    /// What goes into the emitted tables.
    pub(crate) fn tables(&self) -> &Tables {
        &self.tables
    }
}
