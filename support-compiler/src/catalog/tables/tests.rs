//! The tables of any page hold the features that it lists, and nothing else.

use super::names;
use crate::catalog::Catalog;
use crate::compilation::{Compilation, compile};
use crate::diagnostic::{Diagnostic, LintLevels, Source};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

/// A heading, its prose, and its status lines: implementation and value.
type Section = (String, String, Vec<(String, String)>);

/// A page with these headings below its first section.
fn page(sections: &[Section]) -> Source {
    let mut text = include_str!("../../../tests/diagnostics/fragment_indent.md").to_owned();
    let (at, _) = text.match_indices("### Pygrub").next().unwrap();
    let rest = text.split_off(at);
    for (title, prose, lines) in sections {
        let _ = write!(text, "### {title}\n\n{prose}\n\n");
        for (implementation, value) in lines {
            let comma = if implementation.is_empty() { "" } else { ", " };
            let _ = writeln!(text, "    Status{comma}{implementation}: {value}");
        }
        text.push('\n');
    }
    let (_, format) = rest.split_once("# Format").unwrap();
    Source::new("page.md", format!("{text}# Format{format}"))
}

/// Looks up keys and near misses.
fn check_look_ups(catalog: &Catalog) {
    let keys: Vec<&str> = catalog.features().iter().map(|feature| &*feature.key).collect();
    let rows: HashMap<&str, usize> = keys.iter().copied().zip(0..).collect();
    let by_key = catalog.tables().key_index.index();
    let find = |key: &str| Some(by_key.candidate(key, "")).filter(|row| keys[*row] == key);
    for key in keys.iter().copied() {
        let cut = key.char_indices().nth(key.chars().count() / 2).map_or(0, |(at, _)| at);
        for asked in [key, &key[cut..], &key[..cut], &format!("{key}x"), &key.to_uppercase(), &format!("-{key}")] {
            assert_eq!(find(asked), rows.get(asked).copied(), "{asked:?}");
        }
    }
    let by_name = catalog.tables().name_index.index();
    for (row, (title, implementation)) in names(catalog.features(), &catalog.tables().other_names).enumerate() {
        assert_eq!(by_name.candidate(title, implementation), row);
    }
}

/// Checks what must hold for any page, with errors or without.
fn check_page(source: Source) -> Result<(), TestCaseError> {
    let Compilation { catalog, diagnostics, .. } = compile(&[source], &LintLevels::new());
    prop_assert_eq!(catalog.is_none(), diagnostics.iter().any(Diagnostic::is_error));
    let Some(catalog) = catalog else { return Ok(()) };
    let statement = &catalog.statements()[0];
    prop_assert_eq!(catalog.features().len(), statement.features.len());
    let constants: BTreeSet<_> =
        catalog.features().iter().map(|feature| (&feature.module, &feature.constant)).collect();
    prop_assert_eq!(constants.len(), catalog.features().len());
    for (feature, listed) in catalog.features().iter().zip(&statement.features) {
        prop_assert_eq!((&feature.heading.title, &feature.key), (&listed.heading.title, &listed.key));
        prop_assert!(syn::parse_str::<syn::Ident>(&feature.constant).is_ok(), "{}", feature.constant);
    }
    if !catalog.features().is_empty() {
        check_look_ups(&catalog);
    }
    Ok(())
}

/// Any Unicode text on one line.
fn line() -> impl Strategy<Value = String> {
    "[^\n\r]{0,24}"
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Supported".to_owned()),
        Just("Experimental".to_owned()),
        Just("Supported, not security supported".to_owned()),
        line(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tables_hold_what_a_page_of_any_unicode_lists(
        sections in vec((line(), ".{0,60}", vec((line(), value()), 0..4)), 0..6)
    ) {
        check_page(page(&sections))?;
    }

    #[test]
    fn tables_hold_what_a_page_of_plain_names_lists(
        sections in vec(("[A-Za-z][a-z]{2,9}( [a-zA-Z0-9/()-]{1,9}){0,3}", Just(String::new()), vec(("[a-zA-Z0-9]{1,6}", value()), 1..5)), 1..30)
    ) {
        check_page(page(&sections))?;
    }
}

#[test]
fn thousands_of_features_are_found() {
    let lines = |heading: usize| {
        (0..4).map(|number| (format!("i{number}"), format!("Supported up to {}", 1 + (heading + number) % 9))).collect()
    };
    let sections: Vec<Section> = (0..2_000)
        .map(|number| (format!("Feature {number}"), format!("Prose {}.", number % 7), lines(number)))
        .collect();
    let Compilation { catalog, diagnostics, .. } = compile(&[page(&sections)], &LintLevels::new());
    assert!(diagnostics.is_empty(), "{}", diagnostics[0]);
    let catalog = catalog.unwrap();
    assert_eq!(
        (catalog.features().len(), catalog.tables().prose.len(), catalog.tables().statuses.len()),
        (8_000, 8, 9)
    );
    check_look_ups(&catalog);
}

/// A page of one supported feature.
fn version(version: &str, title: &str) -> Source {
    let page = page(&[(title.to_owned(), String::new(), vec![(String::new(), "Supported".to_owned())])]);
    Source::new(format!("{version}.md"), page.text().replace("4.18", version))
}

#[test]
fn a_name_that_stands_for_two_features_is_refused() {
    // The section's heading has the id first, so the feature gets another one.
    let newest = version("4.21", "x86/PVH");
    let newest = Source::new("4.21.md", newest.text().replace("## Guests", "## x86PVH"));
    let Compilation { catalog, diagnostics, .. } =
        compile(&[version("4.19", "x86/PVH"), version("4.20", "x86PVH"), newest.clone()], &LintLevels::new());
    assert!(catalog.is_none());
    let refused: Vec<_> = diagnostics.iter().map(|one| (one.problem().code, one.place().file.as_str())).collect();
    assert_eq!(refused, [("features-same-name", "4.19.md")]);
    assert!(compile(&[version("4.20", "x86PVH"), newest], &LintLevels::new()).catalog.is_some());
}

#[test]
fn a_name_that_only_older_documents_have_stands_for_the_same_feature() {
    let pages = [
        version("4.18", "ARM: Guest ACPI"),
        version("4.19", "ARM: Guest ACPI"),
        version("4.20", "Arm: Guest ACPI"),
        version("4.21", "Arm: Guest ACPI"),
    ];
    let catalog = compile(&pages, &LintLevels::new()).catalog.unwrap();
    assert_eq!(catalog.features().len(), 1);
    let names: Vec<(&str, &str)> = names(catalog.features(), &catalog.tables().other_names).collect();
    assert_eq!(names, [("Arm: Guest ACPI", ""), ("ARM: Guest ACPI", "")]);
    assert_eq!(catalog.tables().other_names[0].row, 0);
    let by_name = catalog.tables().name_index.index();
    assert_eq!((by_name.candidate(names[0].0, ""), by_name.candidate(names[1].0, "")), (0, 1));
}
