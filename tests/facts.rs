//! The facts of a page are a page with the same rows, and most bundled documents are such pages.

use std::fs;
use std::path::Path;
use xen_support_compiler::{ParsedStatement, Row, Source, facts};

/// The documents that are whole pages.
const WHOLE: [&str; 2] = ["data/4.14.md", "data/4.18-unstable.md"];

fn source(name: &str) -> Source {
    Source::new(name, fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap())
}

fn rows_and_facts(source: &Source) -> (Vec<Row>, String) {
    let (statement, _) = ParsedStatement::parse(source);
    let statement = statement.unwrap();
    let facts = facts(source, &statement.release);
    (statement.rows().collect(), facts)
}

#[test]
fn the_facts_of_a_page_of_facts_are_the_page_itself() {
    let names = xen_support::Statement::all().iter().map(xen_support::Statement::file);
    for name in names.filter(|name| !WHOLE.contains(name)) {
        let source = source(name);
        assert!(rows_and_facts(&source).1 == source.text(), "{name}");
    }
}

#[test]
fn the_facts_of_a_whole_page_are_a_page_with_the_same_rows() {
    for name in WHOLE {
        let (rows, facts) = rows_and_facts(&source(name));
        let page = Source::new(name, facts.clone());
        assert!(ParsedStatement::parse(&page).1.iter().all(|diagnostic| !diagnostic.is_error()), "{name}");
        assert_eq!(rows_and_facts(&page), (rows, facts), "{name}");
    }
}

#[test]
fn line_ends_and_byte_order_mark_are_no_facts() {
    let page = source("data/4.14.md");
    let windows = Source::new("data/4.14.md", format!("\u{feff}{}", page.text().replace('\n', "\r\n")));
    assert_eq!(rows_and_facts(&windows), rows_and_facts(&page));
}
