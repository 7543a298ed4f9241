//! The same answer as Xen: the rows of every document equal those of Xen's own `docs/parse-support-md`.

use std::fs;
use std::path::Path;
use xen_support_compiler::{ParsedStatement, Source};

/// `tests/official/4.18.tsv` holds what `docs/parse-support-md` printed for `data/4.18.md`.
#[test]
fn every_row_equals_the_official_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut compared = 0;
    for entry in fs::read_dir(root.join("tests/official")).unwrap() {
        let official = entry.unwrap().path();
        let document = root.join("data").join(official.with_extension("md").file_name().unwrap());
        let source = Source::new(document.display().to_string(), fs::read_to_string(&document).unwrap());
        let statement = ParsedStatement::parse(&source).0.unwrap();
        let ours: Vec<String> = statement
            .rows()
            .map(|row| {
                let caveats = if row.caveats { "*" } else { "" };
                format!("{}\t{}\t{}\t{caveats}", row.key, row.name, row.value)
            })
            .collect();
        let official = fs::read_to_string(&official).unwrap();
        let official: Vec<&str> = official.lines().collect();
        assert_eq!(ours, official, "{}", source.name());
        compared += ours.len();
    }
    assert_eq!(compared, 2800);
}
