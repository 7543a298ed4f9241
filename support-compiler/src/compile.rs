//! Documents to one set.

use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Source};
use crate::statement::ParsedStatement;

/// What came of compiling a set of documents.
#[derive(Debug)]
#[non_exhaustive]
pub struct Compilation {
    /// The set; `None` where there are errors.
    pub catalog: Option<Catalog>,
    /// Errors and warnings, by document in the order given, and by line; those of the documents together come last.
    pub diagnostics: Vec<Diagnostic>,
}

/// Compiles documents, one for each release, into one set. The order in which they are given makes no difference to the
/// set.
///
/// Cost: linear in the length of the documents.
#[must_use]
pub fn compile(sources: &[Source]) -> Compilation {
    let mut diagnostics = Vec::new();
    let mut statements = Vec::new();
    for source in sources {
        let (statement, found) = ParsedStatement::parse(source);
        statements.extend(statement.map(|statement| (source, statement)));
        diagnostics.extend(found);
    }
    let mut catalog = None;
    if statements.len() == sources.len() {
        match Catalog::merge(statements) {
            Ok(merged) => catalog = Some(merged),
            Err(found) => diagnostics.extend(found),
        }
    }
    let broken = diagnostics.iter().any(Diagnostic::is_error);
    Compilation { catalog: catalog.filter(|_| !broken), diagnostics }
}
