//! What the compiler emits, as files to read: `generated/tables.rs`, of the two small documents beside it, and
//! `generated/dates.rs`, of the first of these with other dates.
//! After a change of the emitter, `scripts/update-snapshots generated` writes it anew.

use expect_test::expect_file;
use quote::{format_ident, quote};
use xen_support::Date;
use xen_support_compiler::{Diagnostic, LintLevels, Settings, Source, compile, emit, pretty};

/// The file as a module of its own, which rustfmt would format. `refusal.rs` includes the same file by `include!`.
#[path = "generated/tables.rs"]
#[allow(dead_code, reason = "a look-up shows that it compiles")]
mod tables;

#[test]
fn the_emitted_file_can_be_a_module() {
    assert_eq!(tables::Statement::all().iter().count(), 2);
}

/// The documents as a file of Rust, and the codes of their problems.
fn emitted(documents: &[(&str, &str)], settings: &Settings) -> (String, Vec<&'static str>) {
    let sources: Vec<Source> = documents.iter().map(|(name, text)| Source::new(*name, *text)).collect();
    let compilation = compile(&sources, &LintLevels::new());
    let codes = compilation.diagnostics.iter().map(Diagnostic::problem).map(|problem| problem.code).collect();
    (pretty(emit(&compilation.catalog.unwrap(), settings)).unwrap(), codes)
}

#[test]
fn the_emitted_code_is_the_file_beside_the_documents() {
    let documents = [("4.19.md", include_str!("generated/4.19.md")), ("4.20.md", include_str!("generated/4.20.md"))];
    let settings =
        Settings { data: quote!(::xen_support::data), set: format_ident!("Appliance"), ..Settings::default() };
    let (tables, codes) = emitted(&documents, &settings);
    assert_eq!(codes, ["status-unknown"]);
    expect_file!["generated/tables.rs"].assert_eq(&tables);
}

#[test]
fn the_emitted_code_of_documents_with_other_dates_is_the_file_beside_it() {
    let page = include_str!("generated/4.19.md");
    let undated = page.replace("2029-07-29", "TBD");
    let planned = page.replace("4.19", "4.20").replace("2024-07-29", "2025-03-05");
    let settings = Settings {
        data: quote!(::xen_support::data),
        set: format_ident!("Planned"),
        as_of: Date::new(2025, 1, 1),
        ..Settings::default()
    };
    let (tables, codes) = emitted(&[("4.19.md", &undated), ("4.20.md", &planned)], &settings);
    assert!(codes.is_empty(), "{codes:?}");
    expect_file!["generated/dates.rs"].assert_eq(&tables);
}
