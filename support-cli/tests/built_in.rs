//! The built-in pages say the same as the constant tables of xen-support.

use std::fs;
use std::path::Path;
use std::process::Command;
use xen_support::{DOCUMENTS, Statement};
use xen_support_compiler::{ParsedStatement, Source};

#[test]
fn each_page_that_is_built_in_is_the_one_that_the_tables_were_made_of() {
    assert_eq!(DOCUMENTS.len(), Statement::COUNT);
    for statement in Statement::all() {
        let (name, text) = DOCUMENTS.iter().find(|(name, _)| *name == statement.file()).unwrap();
        let page = ParsedStatement::parse(&Source::new(*name, *text)).0.unwrap();
        assert_eq!(page.release.version, Some(statement.version()));
        assert_eq!(page.features.len(), statement.iter().count());
        for feature in &page.features {
            let status = statement.get(&feature.heading.title, &feature.implementation).unwrap();
            assert_eq!(status.text(), feature.status.text, "{name}: {}", feature.key);
            assert_eq!(status.security(), feature.status.security, "{name}: {}", feature.key);
            let of_tables = xen_support::Feature::find_by_key(&feature.key).unwrap();
            assert_eq!(statement.line(of_tables), Some(feature.line), "{name}: {}", feature.key);
            assert_eq!(of_tables.anchor(), &*feature.heading.anchor);
        }
    }
}

#[test]
fn rows_are_byte_for_byte_what_xens_own_tool_prints() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/official");
    for statement in Statement::all() {
        let release = statement.release().version_text;
        let output = Command::new(env!("CARGO_BIN_EXE_xen-support")).args(["rows", release]).output().unwrap();
        assert!(output.status.success());
        assert!(output.stdout == fs::read(folder.join(format!("{release}.tsv"))).unwrap(), "{release}");
    }
}
