//! Markdown is made of our own tables and headings, in which all text of a page is text.

use super::{Answer, feature_name, features_by_section, list, string};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// What a document holds: its headings, and the cells of its tables by rows.
#[derive(Default)]
struct Document {
    headings: Vec<(HeadingLevel, String)>,
    tables: Vec<Vec<Vec<String>>>,
}

/// Reads a document with all extensions that the library has; anything but headings, tables and text is an error.
fn read(markdown: &str) -> Document {
    let mut document = Document::default();
    let mut text = String::new();
    // Without this one, which makes other quotes of those that are there.
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Heading { id: None, classes, attrs, .. }) if classes.is_empty() && attrs.is_empty() => {
                text.clear();
            }
            Event::Start(Tag::Paragraph | Tag::TableCell) => text.clear(),
            Event::Start(Tag::Table(_)) => document.tables.push(Vec::new()),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                document.tables.last_mut().expect("a row is in a table").push(Vec::new());
            }
            Event::End(TagEnd::Heading(level)) => document.headings.push((level, normalized(&text))),
            Event::End(TagEnd::TableCell) => {
                let row = document.tables.last_mut().and_then(|rows| rows.last_mut());
                row.expect("a cell is in a row").push(normalized(&text));
            }
            Event::End(TagEnd::Paragraph | TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow) => {}
            Event::Text(part) => text.push_str(&part),
            Event::SoftBreak => text.push(' '),
            other => panic!("{other:?} in {markdown}"),
        }
    }
    for table in &document.tables {
        assert!(table.iter().all(|row| row.len() == table[0].len()), "{table:?}");
    }
    must_have_equal_rows(markdown);
    document
}

/// Checks that each line of a table has as many bars as the one above, since a reader may cut or fill up a row.
fn must_have_equal_rows(markdown: &str) {
    let lines: Vec<&str> = markdown.lines().collect();
    for table in lines.split(|line| !line.starts_with('|')) {
        let bars = |line: &str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
        assert!(table.iter().all(|line| bars(line) == bars(table[0]) && line.ends_with('|')), "{table:?}");
    }
}

/// A text as it is shown: blanks in a row are one, and Markdown has no U+0000.
fn normalized(text: &str) -> String {
    text.replace('\0', "\u{fffd}").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Checks a document with one table.
pub(super) fn check_table(markdown: &str) {
    let document = read(markdown);
    assert_eq!((document.headings.len(), document.tables.len()), (0, 1), "{markdown}");
}

pub(super) fn check_status(answer: &Answer) {
    let document = read(&answer.markdown);
    assert!(document.headings.is_empty());
    let [table] = document.tables.as_slice() else { panic!("one table in {}", answer.markdown) };
    let features = list(&answer.json, "features");
    assert_eq!(table.len(), features.len() + 1);
    for (row, feature) in table[1..].iter().zip(features) {
        let name = feature_name(feature);
        let expected = [string(feature, "section"), &name, string(feature, "security_support")].map(normalized);
        assert_eq!(row[..3], expected, "{}", answer.markdown);
        assert!(row[3].starts_with(&normalized(string(feature, "status"))), "{row:?}");
    }
}

pub(super) fn check_matrix(answer: &Answer) {
    let document = read(&answer.markdown);
    let sections =
        list(&answer.json, "sections").iter().map(|section| (HeadingLevel::H2, normalized(string(section, "heading"))));
    let title = (HeadingLevel::H1, "Xen support matrix".to_owned());
    assert_eq!(document.headings, [title].into_iter().chain(sections).collect::<Vec<_>>());
    let rows = document.tables[1..].iter().flat_map(|table| &table[1..]);
    let features: Vec<_> = features_by_section(&answer.json).collect();
    assert_eq!(rows.clone().count(), features.len());
    for (row, (_, feature)) in rows.zip(features) {
        assert_eq!(row[0], normalized(&feature_name(feature)));
        for (shown, cell) in row[1..].iter().zip(list(feature, "cells")) {
            let is_shown =
                if cell.is_null() { shown == "-" } else { shown.contains(&normalized(string(cell, "status"))) };
            assert!(is_shown, "{shown:?} {cell}");
        }
    }
}
