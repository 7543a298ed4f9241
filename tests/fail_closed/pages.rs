//! The bundled documents, and a small page to put mutants into.

use std::fs;
use std::path::Path;
use xen_support::{Security, Statement};
use xen_support_compiler::{ParsedStatement, Source};

/// The text of each document, by its name.
pub(crate) fn documents() -> Vec<(&'static str, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |statement: Statement| (statement.file(), fs::read_to_string(root.join(statement.file())).unwrap());
    Statement::all().iter().map(read).collect()
}

/// A page around one feature, with the labels of Xen's own pages.
pub(crate) struct Page {
    pub(crate) before: String,
    pub(crate) after: String,
}

impl Page {
    pub(crate) fn new() -> Self {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/4.22.md")).unwrap();
        let (release, _) = text.split_once("# Feature Support").unwrap();
        let (_, format) = text.split_once("# Format and definitions").unwrap();
        Self {
            before: format!("{release}# Feature Support\n\n## Section\n\n### Feature\n\n"),
            after: format!("\n# Format and definitions{format}"),
        }
    }

    /// How many features of the page are security supported, and whether the page has diagnostics.
    pub(crate) fn read(&self, body: &str) -> (usize, bool) {
        let (statement, diagnostics) =
            ParsedStatement::parse(&Source::new("page.md", [&self.before, body, "\n", &self.after].concat()));
        let secure = statement.map_or(0, |statement| {
            statement.features.iter().filter(|feature| feature.status.security == Security::Yes).count()
        });
        (secure, !diagnostics.is_empty())
    }
}
