//! Compiles documents into one set.

use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Source};
use crate::statement::ParsedStatement;

/// The result of compiling a set of documents.
#[derive(Debug)]
#[non_exhaustive]
pub struct Compilation {
    /// The set; `None` if there are errors.
    pub catalog: Option<Catalog>,
    /// Errors and warnings: those of each document, by line, in the order of the sources; then those of the whole set.
    pub diagnostics: Vec<Diagnostic>,
}

/// Compiles documents, one per release, into one set. Their order makes no difference to the set.
///
/// Cost: linear in the length of the documents.
#[must_use]
pub fn compile(sources: &[Source]) -> Compilation {
    let mut diagnostics = Vec::new();
    let mut statements = Vec::new();
    for source in sources {
        let (statement, problems) = ParsedStatement::parse(source);
        statements.extend(statement.map(|statement| (source, statement)));
        diagnostics.extend(problems);
    }
    let mut catalog = None;
    if statements.len() == sources.len() {
        match Catalog::merge(statements) {
            Ok(merged) => catalog = Some(merged),
            Err(problems) => diagnostics.extend(problems),
        }
    }
    let has_error = diagnostics.iter().any(Diagnostic::is_error);
    Compilation { catalog: catalog.filter(|_| !has_error), diagnostics }
}
