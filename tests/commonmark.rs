//! Where `CommonMark` and pandoc's Markdown agree, as they do on all of Xen's pages, a reader of `CommonMark`, which is what
//! people see on the web, finds each status below the heading that we read it for.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use xen_support_compiler::{ParsedStatement, Source};

/// The heading above each line of the indented blocks, by the number of the line.
fn headings_above_statuses(text: &str) -> BTreeMap<u32, String> {
    let line = |at: usize| u32::try_from(text[..at].matches('\n').count() + 1).unwrap();
    let (mut headings, mut heading, mut is_heading) = (BTreeMap::new(), String::new(), false);
    for (event, span) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { .. }) => (heading, is_heading) = (String::new(), true),
            Event::End(TagEnd::Heading(_)) => is_heading = false,
            Event::Text(text) | Event::Code(text) if is_heading => heading.push_str(&text),
            Event::Start(Tag::CodeBlock(_)) => {
                headings.extend((line(span.start)..=line(span.end - 1)).map(|line| (line, heading.clone())));
            }
            _ => {}
        }
    }
    headings
}

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
        let headings = headings_above_statuses(&text);
        let statement = ParsedStatement::parse(&Source::new("SUPPORT.md", text)).0.unwrap();
        for feature in &statement.features {
            let heading = headings.get(&feature.line).map(String::as_str);
            assert_eq!(heading, Some(&*feature.heading.title), "{}:{}", path.display(), feature.line);
            statuses += 1;
        }
    }
    assert!(statuses > 2_000, "{statuses}");
}
