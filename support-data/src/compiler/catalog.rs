//! The catalog: every feature that any document of a set lists, each once, and what each document says of it.

use super::diagnostic::Diagnostic;
use super::merge::{CatalogFeature, merge};
use super::source::Source;
use super::statement::Statement;
use super::tables::Tables;

/// A set of statements, merged.
#[derive(Debug)]
pub struct Catalog {
    /// The features, in an order that agrees with the documents'.
    pub features: Vec<CatalogFeature>,
    /// The statements, by version.
    pub statements: Vec<Statement>,
    /// What goes into the emitted tables.
    pub(super) tables: Tables,
}

/// The catalog of a set, if its documents go together.
pub(super) fn catalog(mut documents: Vec<(&Source, Statement)>) -> Result<Catalog, Vec<Diagnostic>> {
    documents.sort_by_key(|(_, statement)| statement.release.version);
    let (features, rows) = merge(&documents)?;
    let tables = Tables::new(&documents, &features, &rows).map_err(|diagnostic| vec![*diagnostic])?;
    let statements = documents.into_iter().map(|(_, statement)| statement).collect();
    Ok(Catalog { features, statements, tables })
}
