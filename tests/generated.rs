//! What the compiler emits, as a file to read: `generated/tables.rs`, of the two small documents beside it.
//! After a change of the emitter, `scripts/update-snapshots generated` writes it anew.

use expect_test::expect_file;
use quote::{format_ident, quote};
use xen_support_compiler::{Diagnostic, Settings, Source, compile, emit, pretty};

#[test]
fn the_emitted_code_is_the_file_beside_the_documents() {
    let documents = [("4.19.md", include_str!("generated/4.19.md")), ("4.20.md", include_str!("generated/4.20.md"))];
    let compilation = compile(&documents.map(|(name, text)| Source::new(name, text)));
    let codes: Vec<&str> =
        compilation.diagnostics.iter().map(Diagnostic::problem).map(|problem| problem.code).collect();
    assert_eq!(codes, ["status-unknown"]);
    let settings =
        Settings { data: quote!(::xen_support::data), set: format_ident!("Appliance"), ..Settings::default() };
    let tables = pretty(emit(&compilation.catalog.unwrap(), &settings)).unwrap();
    expect_file!["generated/tables.rs"].assert_eq(&tables);
}
