//! The bundled documents hold facts alone. `whole_pages.rs` extracts the facts of pages with prose.

use std::fs;
use std::path::Path;
use xen_support::Statement;
use xen_support_compiler::{ParsedStatement, Source, extract_facts};

#[test]
fn the_facts_of_every_bundled_document_are_the_document_itself() {
    for statement in Statement::all() {
        let name = statement.file();
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
        let source = Source::new(name, text);
        let release = ParsedStatement::parse(&source).0.unwrap().release;
        assert!(extract_facts(&source, &release) == source.text(), "{name}");
    }
}
