//! The documentation of what is emitted.
//!
//! A document's text stays text in it: it is escaped, so that nothing in it is Markdown, a link, a test or code.

use crate::catalog::Catalog;
use crate::statement::ParsedStatement;
use crate::unicode::is_bidirectional_control;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use std::fmt::Write;

/// Documentation, line by line: one `doc` attribute each.
pub(super) struct Docs(Vec<String>);

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for line in &self.0 {
            let line = if line.is_empty() { String::new() } else { format!(" {line}") };
            tokens.extend(quote! { #[doc = #line] });
        }
    }
}

/// The documentation of a statement's constant.
pub(super) fn of_statement(statement: &ParsedStatement) -> Docs {
    let release = &statement.release;
    let dates = [
        ("Initial release", &release.initial_release),
        ("Supported until", &release.supported_until),
        ("Security support until", &release.security_support_until),
    ];
    let mut lines = vec![format!("What SUPPORT.md says of Xen {}.", escaped(&release.version_text)), String::new()];
    lines.extend(["| | |".to_owned(), "| --- | --- |".to_owned()]);
    lines.extend(dates.iter().map(|(name, date)| format!("| {name} | {} |", escaped(&date.text))));
    Docs(lines)
}

/// The documentation of the module that holds a heading's implementations.
pub(super) fn of_module(title: &str) -> Docs {
    Docs(vec![format!("The implementations of {}.", escaped(title))])
}

/// How many characters of a description go into the documentation of each of its constants.
const LONGEST_DESCRIPTION: usize = 2000;

/// The documentation of a feature's constant: its name, its history as a table, and what it is.
pub(super) fn of_feature(catalog: &Catalog, row: usize) -> Docs {
    let feature = &catalog.features()[row];
    let mut name = escaped(&feature.heading.title);
    if !feature.implementation.is_empty() {
        let _ = write!(name, ", {}", escaped(&feature.implementation));
    }
    let mut lines = vec![format!("{name} ({})", escaped(&feature.heading.section))];
    lines.extend([String::new(), "| Xen | Status |".to_owned(), "| --- | --- |".to_owned()]);
    lines.extend(history(catalog, row));
    let newest =
        catalog.tables().columns.iter().rev().map(|columns| columns.descriptions[row]).find(|prose| *prose != 0);
    if let Some(prose) = newest {
        let mut left = LONGEST_DESCRIPTION;
        for paragraph in catalog.tables().prose[prose as usize].split("\n\n") {
            lines.push(String::new());
            match paragraph.char_indices().nth(left) {
                None => lines.push(escaped(paragraph)),
                Some((cut, _)) => {
                    lines.push(escaped(&paragraph[..cut]) + " …");
                    break;
                }
            }
            left -= paragraph.chars().count();
        }
    }
    Docs(lines)
}

/// A table's line for each run of releases that say the same of a feature.
fn history(catalog: &Catalog, row: usize) -> Vec<String> {
    let versions = catalog.statements().iter().map(|statement| statement.release.version_text.as_str());
    let statuses = catalog.tables().columns.iter().map(|columns| columns.statuses[row]);
    let mut runs: Vec<(&str, &str, u8)> = Vec::new();
    for (version, status) in versions.zip(statuses) {
        match runs.last_mut() {
            Some((_, last, of_run)) if *of_run == status => *last = version,
            _ => runs.push((version, version, status)),
        }
    }
    let line = |(first, last, status): (&str, &str, u8)| {
        let versions = if first == last { escaped(first) } else { format!("{} to {}", escaped(first), escaped(last)) };
        let status = match status {
            0 => "not listed".to_owned(),
            number => escaped(&catalog.tables().statuses[usize::from(number) - 1].text),
        };
        format!("| {versions} | {status} |")
    };
    runs.into_iter().map(line).collect()
}

/// Text as one line of Markdown that shows that very text.
fn escaped(text: &str) -> String {
    let mut markdown = String::new();
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    for (number, word) in words.enumerate() {
        if number > 0 {
            markdown.push(' ');
        } else if let Some(digits) = word.strip_suffix(['.', ')']).filter(|digits| is_number(digits)) {
            // It would begin a numbered list.
            markdown.extend([digits, "\\", &word[digits.len()..]]);
            continue;
        }
        for c in word.chars() {
            match c {
                // Whatever begins or ends something in Markdown or HTML, or makes a word a link.
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '+' | '=' | '$' | ':'
                | '@' => {
                    markdown.extend(['\\', c]);
                }
                '-' if markdown.is_empty() => markdown.extend(['\\', c]),
                // They would reorder the source around them (CVE-2021-42574).
                c if is_bidirectional_control(c) => {
                    let _ = write!(markdown, "U+{:04X}", u32::from(c));
                }
                c => markdown.push(c),
            }
        }
    }
    markdown
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{escaped, of_feature};
    use crate::compile::compile;
    use crate::diagnostic::Source;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("a_b *c*\n  [d](e) <f> `g`"), r"a\_b \*c\* \[d\](e) \<f\> \`g\`");
        assert_eq!(escaped("https://x"), r"https\://x");
        assert_eq!(escaped("- 1. x"), r"\- 1. x");
        assert_eq!(escaped("1. x - y"), r"1\. x - y");
        assert_eq!(escaped("See. x"), "See. x");
        assert_eq!(escaped("a\u{202e}b\u{7}c\r\nd"), "aU+202Eb c d");
    }

    /// The lines of the documentation of the one feature of these pages: version, description and status of each.
    fn lines(pages: &[(&str, &str, &str)]) -> Vec<String> {
        let page = include_str!("../../tests/diagnostics/fragment_indent.md");
        let source = |(version, description, status): &(&str, &str, &str)| {
            let feature = format!("{description}\n\n    Status: {status}\n");
            Source::new("page.md", page.replace("4.18", version).replace("      Status: Supported\n", &feature))
        };
        let catalog = compile(&pages.iter().map(source).collect::<Vec<_>>()).catalog.unwrap();
        of_feature(&catalog, 0).0
    }

    #[test]
    fn a_feature_has_a_line_for_each_run_of_releases_that_say_the_same() {
        let pages = ["4.15", "4.16", "4.17"].map(|version| (version, "", "Supported"));
        let pages = [&pages[..], &[("4.18", "New.", "Experimental"), ("4.19", "", "Supported")]].concat();
        let expected = [
            "Pygrub (Guests)",
            "",
            "| Xen | Status |",
            "| --- | --- |",
            "| 4.15 to 4.17 | Supported |",
            "| 4.18 | Experimental |",
            "| 4.19 | Supported |",
            "",
            "New.",
        ];
        assert_eq!(lines(&pages), expected);
    }

    #[test]
    fn a_long_description_is_cut() {
        let description = |lengths: &[usize]| {
            let paragraphs: Vec<String> = lengths.iter().map(|length| "ö".repeat(*length)).collect();
            let lines = lines(&[("4.18", &paragraphs.join("\n\n"), "Supported")]);
            let shown = lines[5..].iter().filter(|line| !line.is_empty());
            shown.map(|line| (line.chars().filter(|c| *c == 'ö').count(), line.ends_with(" …"))).collect::<Vec<_>>()
        };
        assert_eq!(description(&[2000]), [(2000, false)]);
        assert_eq!(description(&[2001]), [(2000, true)]);
        assert_eq!(description(&[500, 1000, 500]), [(500, false), (1000, false), (500, false)]);
        assert_eq!(description(&[500, 1000, 501, 100]), [(500, false), (1000, false), (500, true)]);
    }
}
