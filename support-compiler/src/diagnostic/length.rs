//! Documents that are longer than a page may be.

use super::problem;
use super::report::Diagnostic;
use super::source::{Place, Source};

impl Source {
    /// That the document is longer than a page may be, if it is.
    pub(crate) fn too_long(&self) -> Option<Diagnostic> {
        self.is_too_long().then(|| too_long(self.name()))
    }
}

/// That a document of this name is longer than a page may be.
pub(super) fn too_long(name: &str) -> Diagnostic {
    let label = format!("more than {} bytes", Source::MAX_LEN);
    Diagnostic::new(&problem::PAGE_TOO_LONG, Place { file: name.to_owned(), line: 1, label, ..Place::default() })
}
