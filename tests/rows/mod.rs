//! Compares the rows of documents with those that Xen's own `docs/parse-support-md` gives for them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use xen_support_compiler::{ParsedStatement, Source};

/// The releases of a folder's documents.
#[allow(dead_code, reason = "not every test asks for them")]
pub(crate) fn versions_in(folder: &str) -> BTreeSet<String> {
    names(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), "md")
}

/// The names of a folder's files with this extension, without the extension.
fn names(folder: &Path, extension: &str) -> BTreeSet<String> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files =
        paths.filter(|path| path.extension().is_some_and(|end| end == extension) && !path.ends_with("README.md"));
    files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

/// Compares each document of a folder with its official rows in another: `4.18.md` with `4.18.tsv`. Each must have the
/// other.
pub(crate) fn assert_that_every_row_equals_the_official_one(documents: &str, official: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (documents, official) = (root.join(documents), root.join(official));
    let versions = names(&documents, "md");
    assert!(!versions.is_empty(), "{} has no document", documents.display());
    assert_eq!(versions, names(&official, "tsv"), "documents on the left, official rows on the right");
    for version in versions {
        let document = documents.join(format!("{version}.md"));
        let source = Source::new(document.display().to_string(), fs::read_to_string(&document).unwrap());
        let ours: Vec<String> = ParsedStatement::parse(&source)
            .0
            .unwrap()
            .rows()
            .iter()
            .map(|row| {
                let caveats = if row.caveats { "*" } else { "" };
                format!("{}\t{}\t{}\t{caveats}", row.key, row.name, row.value)
            })
            .collect();
        let official = fs::read_to_string(official.join(format!("{version}.tsv"))).unwrap();
        let official: Vec<&str> = official.lines().collect();
        assert_eq!(ours, official, "{}", source.name());
    }
}
