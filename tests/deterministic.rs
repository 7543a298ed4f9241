//! The same documents give the same bytes, whatever their order.

use quote::{format_ident, quote};
use std::fs;
use std::path::Path;
use xen_support::Statement;
use xen_support_compiler::{LintLevels, Settings, Source, compile, emit, pretty};

fn documents() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut names: Vec<String> = Statement::all().iter().map(|statement| statement.file().to_owned()).collect();
    names.sort();
    names
        .into_iter()
        .map(|name| {
            let text = fs::read_to_string(folder.join(name.trim_start_matches("data/"))).unwrap();
            Source::new(name, text)
        })
        .collect()
}

fn tables(documents: &[Source]) -> String {
    let catalog = compile(documents, &LintLevels::new()).catalog.unwrap();
    let settings = Settings {
        data: quote!(crate::data),
        set: format_ident!("Bundled"),
        official: true,
        as_of: Some(Statement::AS_OF),
    };
    pretty(emit(&catalog, &settings)).unwrap()
}

#[test]
fn the_tables_do_not_depend_on_the_order_of_the_documents() {
    let mut documents = documents();
    let in_order = tables(&documents);
    documents.reverse();
    assert_eq!(tables(&documents), in_order);
    documents.rotate_left(5);
    assert_eq!(tables(&documents), in_order);
}

#[test]
fn the_tables_are_those_that_the_build_script_wrote() {
    let built = fs::read_to_string(Path::new(env!("OUT_DIR")).join("tables.rs")).unwrap();
    // The build script's file is formatted only if another crate in the build turns on the feature `format`.
    assert_eq!(tables(&documents()), pretty(built.parse().unwrap()).unwrap());
}
