//! Compiles whole pages of Xen, with their prose. `pages/README.md` says whose they are and under which licence.
//! Neither they nor this file are in the package.
#![cfg(feature = "macros")]

mod rows;

use std::fs;
use std::path::Path;
use xen_support_compiler::{ParsedStatement, Row, Source, extract_facts};

mod whole {
    xen_support::include_support!("tests/pages/4.14.md", "tests/pages/4.18-unstable.md");
}

fn source(name: &str) -> Source {
    Source::new(name, fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap())
}

fn pages() -> impl Iterator<Item = Source> {
    whole::Statement::all().iter().map(|statement| source(statement.file()))
}

fn rows_and_facts(source: &Source) -> (Vec<Row>, String) {
    let statement = ParsedStatement::parse(source).0.unwrap();
    let facts = extract_facts(source, &statement.release);
    (statement.rows().to_vec(), facts)
}

#[test]
fn every_row_of_a_whole_page_equals_the_official_one() {
    rows::assert_that_every_row_equals_the_official_one("tests/pages", "tests/pages");
}

#[test]
fn every_whole_page_is_compiled() {
    let compiled = whole::Statement::all().iter().map(|statement| statement.release().version_text.to_owned());
    assert_eq!(rows::versions_in("tests/pages"), compiled.collect());
}

#[test]
fn the_tables_have_the_prose_of_the_pages() {
    for (page, table) in pages().zip(whole::Statement::all()) {
        let page = ParsedStatement::parse(&page).0.unwrap();
        assert_eq!(table.iter().count(), page.features.len());
        for expected in &page.features {
            let feature = whole::Feature::find(&expected.heading.title, &expected.implementation).unwrap();
            assert_eq!(table.description(feature), &*expected.heading.description, "{feature}");
            assert_eq!(table.caveats(feature), &*expected.heading.caveats, "{feature}");
            assert_eq!(table.section_prose(feature), &*expected.heading.section_prose, "{feature}");
            assert_eq!(table.line(feature), Some(expected.line), "{feature}");
            assert_eq!(table.status(feature).unwrap().text(), expected.status.text, "{feature}");
        }
    }
    let gicv3 = whole::Feature::find("ARM/GICv3", "Arm64").unwrap();
    let description = "GICv3 is an interrupt controller specification designed by Arm.";
    assert_eq!(whole::XEN_4_18_UNSTABLE.description(gicv3), description);
    let synchronous = whole::features::HYPERVISOR_SYNCHRONOUS_CONSOLE_OUTPUT_SYNC_CONSOLE;
    let caveats = "Useful for debugging, but not suitable for production environments\ndue to incurred overhead.";
    assert_eq!(whole::XEN_4_14.caveats(synchronous), caveats);
}

#[test]
fn the_facts_of_a_whole_page_are_a_page_with_the_same_rows() {
    for page in pages() {
        let (rows, facts) = rows_and_facts(&page);
        assert!(facts.len() * 3 < page.text().len() * 2, "{}", page.name());
        let page = Source::new(page.name(), facts.clone());
        assert!(ParsedStatement::parse(&page).1.iter().all(|diagnostic| !diagnostic.is_error()), "{}", page.name());
        assert_eq!(rows_and_facts(&page), (rows, facts), "{}", page.name());
    }
}

#[test]
fn the_facts_of_a_whole_page_are_the_document_in_data() {
    let name = "4.18-unstable.md";
    assert!(rows_and_facts(&source(&format!("tests/pages/{name}"))).1 == source(&format!("data/{name}")).text());
}

#[test]
fn line_ends_and_a_byte_order_mark_do_not_change_the_facts() {
    for page in pages() {
        let windows = Source::new(page.name(), format!("\u{feff}{}", page.text().replace('\n', "\r\n")));
        assert_eq!(rows_and_facts(&windows), rows_and_facts(&page));
    }
}
