//! On Xen's pages, those who read them in a browser see each status below the same heading as Xen's own tool does. What
//! they see is what a reader of `CommonMark` makes of the page.

use std::fs;
use std::path::{Path, PathBuf};
use xen_support_compiler::{ParsedStatement, Source};

fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // The whole pages are not in the package.
    let folders = ["data", "tests/pages"].into_iter().filter_map(|folder| fs::read_dir(root.join(folder)).ok());
    let entries = folders.flatten();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|end| end == "md") && !path.ends_with("README.md")).collect()
}

#[test]
fn each_status_stands_below_the_heading_that_readers_of_commonmark_see() {
    let mut statuses = 0;
    for path in pages() {
        let text = fs::read_to_string(&path).unwrap();
        let (statement, diagnostics) = ParsedStatement::parse(&Source::new("SUPPORT.md", text));
        for diagnostic in diagnostics {
            let told = ["heading-lost", "html-tag", "pandoc-differs", "readers-differ"];
            assert!(!told.contains(&diagnostic.problem().code), "{}: {diagnostic}", path.display());
        }
        statuses += statement.unwrap().features.len();
    }
    assert!(statuses > 2_000, "{statuses}");
}
