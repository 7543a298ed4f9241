//! The documentation of what is emitted.
//!
//! A document's text stays text in it: it is escaped, so that nothing in it is Markdown, a link, a test or code.

use super::summary::{Releases, Summary};
use crate::catalog::Catalog;
use crate::statement::ParsedStatement;
use crate::unicode::is_invisible;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use std::fmt::Write;
use xen_support_data::Beside;

/// Documentation, line by line: one `doc` attribute each.
pub(super) struct Docs(pub(super) Vec<String>);

impl Docs {
    /// For a place within a module, which its names are then looked up in.
    pub(super) fn inner(&self) -> TokenStream {
        let lines = self.lines();
        quote! { #(#![doc = #lines])* }
    }

    fn lines(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") })
    }
}

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let lines = self.lines();
        tokens.extend(quote! { #(#[doc = #lines])* });
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

/// How many characters of what is said of implementations go into the documentation of their module.
const LONGEST_LIST: usize = 200;

/// The documentation of the module that holds a heading's implementations: what is said of the first of them.
pub(super) fn of_module(title: &str, releases: &Releases<'_>, rows: &[usize]) -> Docs {
    let mut line = format!("{} –", escaped(title));
    let mut length = 0;
    for (number, row) in rows.iter().enumerate() {
        let feature = &releases.catalog.features()[*row];
        // Headings of different titles may have one module.
        let name = if *feature.heading.title == *title { &feature.implementation } else { &*feature.name() };
        let said = format!("{}: {}", escaped(name), escaped(&releases.summary(*row).sentence));
        length += said.chars().count();
        if number > 0 && length > LONGEST_LIST {
            let _ = write!(line, "; {} more", rows.len() - number);
            break;
        }
        line.extend([if number == 0 { " " } else { "; " }, &said]);
    }
    Docs(vec![line + "."])
}

/// How many characters of a description go into the documentation of each of its constants.
const LONGEST_DESCRIPTION: usize = 2000;

/// The documentation of a feature's constant: what is said of it and since when, its section, its history as a table, and
/// what it is.
pub(super) fn of_feature(releases: &Releases<'_>, row: usize) -> Docs {
    let catalog = releases.catalog;
    let feature = &catalog.features()[row];
    let Summary { sentence, rest } = releases.summary(row);
    let mut summary = format!("{}: {}.", escaped(&feature.name()), escaped(&sentence));
    if !rest.is_empty() {
        let _ = write!(summary, " {}.", escaped(&rest));
    }
    let beside = releases.newest_that_lists(row).map_or(0, |number| catalog.tables().columns[number].beside[row]);
    if let Some(words) = beside_in_words(beside) {
        let _ = write!(summary, " Beside it: {words}.");
    }
    let mut lines = vec![summary, String::new(), format!("Section: {}", escaped(&feature.heading.section))];
    lines.extend([String::new(), "| Xen | Status |".to_owned(), "| --- | --- |".to_owned()]);
    lines.extend(history(catalog, row));
    let tables = catalog.tables();
    let descriptions = tables.columns.iter().rev().map(|columns| tables.around[columns.prose[row] as usize][0]);
    let newest = descriptions.into_iter().find(|prose| *prose != 0);
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
    let said = catalog.tables().columns.iter().map(|columns| (columns.statuses[row], columns.beside[row]));
    let mut runs: Vec<(&str, &str, (u8, u8))> = Vec::new();
    for (version, said) in versions.zip(said) {
        match runs.last_mut() {
            Some((_, last, of_run)) if *of_run == said => *last = version,
            _ => runs.push((version, version, said)),
        }
    }
    let line = |(first, last, (status, beside)): (&str, &str, (u8, u8))| {
        let versions = if first == last { escaped(first) } else { format!("{} to {}", escaped(first), escaped(last)) };
        let status = match status {
            0 => "not listed".to_owned(),
            number => escaped(&catalog.tables().statuses[usize::from(number) - 1].text),
        };
        match beside_in_words(beside) {
            Some(words) => format!("| {versions} | {status} (beside it: {words}) |"),
            None => format!("| {versions} | {status} |"),
        }
    };
    runs.into_iter().map(line).collect()
}

/// What stands beside a status, by a byte of the tables; `None` if there is nothing.
fn beside_in_words(bits: u8) -> Option<String> {
    let beside = Beside::from_bits(bits);
    (!beside.is_empty()).then(|| beside.to_string())
}

/// Text as one line of Markdown that shows that very text.
pub(super) fn escaped(text: &str) -> String {
    let mut markdown = String::with_capacity(text.len());
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
                // Some would reorder the source around them (CVE-2021-42574), and nobody would see the others.
                c if is_invisible(c) => {
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
    use crate::catalog::Catalog;
    use crate::compilation::compile;
    use crate::diagnostic::LintLevels;
    use crate::diagnostic::Source;
    use crate::emit::summary::Releases;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("a_b *c*\n  [d](e) <f> `g`"), r"a\_b \*c\* \[d\](e) \<f\> \`g\`");
        assert_eq!(escaped("https://x"), r"https\://x");
        assert_eq!(escaped("- 1. x"), r"\- 1. x");
        assert_eq!(escaped("1. x - y"), r"1\. x - y");
        assert_eq!(escaped("See. x"), "See. x");
        assert_eq!(escaped("a\u{202e}b\u{7}c\r\nd"), "aU+202Eb c d");
    }

    /// The catalog of these pages: version, what stands under the heading Pygrub, or in its place.
    fn catalog(pages: &[(&str, &str)]) -> Catalog {
        let page = include_str!("../../tests/diagnostics/fragment_indent.md");
        let source = |(version, features): &(&str, &str)| {
            Source::new("page.md", page.replace("4.18", version).replace("      Status: Supported\n", features))
        };
        compile(&pages.iter().map(source).collect::<Vec<_>>(), &LintLevels::new()).catalog.unwrap()
    }

    /// The lines of the documentation of the one feature of these pages: version, description and status of each.
    fn lines(pages: &[(&str, &str, &str)]) -> Vec<String> {
        let features: Vec<_> = pages
            .iter()
            .map(|(version, description, status)| (*version, format!("{description}\n\n    Status: {status}\n")))
            .collect();
        let pages: Vec<_> = features.iter().map(|(version, feature)| (*version, feature.as_str())).collect();
        let catalog = catalog(&pages);
        of_feature(&Releases::of(&catalog), 0).0
    }

    #[test]
    fn a_feature_has_a_line_for_each_run_of_releases_that_say_the_same() {
        let pages = ["4.15", "4.16", "4.17"].map(|version| (version, "", "Supported"));
        let pages = [&pages[..], &[("4.18", "New.", "Experimental"), ("4.19", "", "Supported")]].concat();
        let expected = [
            "Pygrub: Supported since 4.19.",
            "",
            "Section: Guests",
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
    fn what_stands_beside_a_status_is_shown_with_it() {
        let pages =
            [("4.17", "", "Supported"), ("4.18", "", "Supported\n\nBut beware."), ("4.19", "", "Supported\n\nBut")];
        let expected = ["| 4.17 | Supported |", "| 4.18 to 4.19 | Supported (beside it: caveats) |"];
        let lines = lines(&pages);
        assert_eq!(lines[0], "Pygrub: Supported since 4.17. Beside it: caveats.");
        assert_eq!(lines[6..8], expected);
        let page = "    Status: Supported\n    Status, b: Experimental\n\nCaveats.\n";
        let catalog = catalog(&[("4.18", page)]);
        let first = of_feature(&Releases::of(&catalog), 0).0.remove(0);
        assert_eq!(first, "Pygrub: Supported in 4.18. Beside it: caveats, exceptions.");
    }

    #[test]
    fn the_sentences_of_a_status_after_the_first_stay_behind_it() {
        let status = "Supported up to 8 GiB. Hosts with more memory are supported, but not security supported.";
        let lines = lines(&[("4.17", "", status), ("4.18", "", status)]);
        let sentences =
            "Supported up to 8 GiB since 4.17. Hosts with more memory are supported, but not security supported.";
        assert_eq!(lines[0], format!("Pygrub: {sentences}"));
    }

    /// The documentation of the module of all features that are implementations.
    fn of_module(catalog: &Catalog) -> String {
        let releases = &Releases::of(catalog);
        let is_implementation = |row: &usize| catalog.features()[*row].module.is_some();
        let rows: Vec<usize> = (0..catalog.features().len()).filter(is_implementation).collect();
        super::of_module("Pygrub", releases, &rows).0.concat()
    }

    #[test]
    fn a_module_says_what_is_said_of_its_implementations() {
        let pages = ["Status, *a*: Supported\n    Status, b: Experimental", "Status, *a*: Supported"];
        let pages = pages.map(|lines| format!("    Status: Supported\n    {lines}\n"));
        let catalog = catalog(&[("4.17", &pages[0]), ("4.18", &pages[1])]);
        let said = r"Pygrub – \*a\*: Supported since 4.17; b: not listed since 4.18 (Experimental before).";
        assert_eq!(of_module(&catalog), said);
    }

    #[test]
    fn a_module_of_two_headings_says_which_is_which() {
        let features = "    Status, a: Supported\n\n### *Pygrub*.\n\n    Status, b: Experimental\n";
        let said = r"Pygrub – a: Supported in 4.18; \*Pygrub\*., b: Experimental in 4.18.";
        assert_eq!(of_module(&catalog(&[("4.18", &features.replace('*', "\\*"))])), said);
    }

    #[test]
    fn a_module_with_many_implementations_counts_those_that_it_leaves_out() {
        let said = |count: usize, length: usize| {
            let line = |number| format!("    Status, {number:0length$}: Supported\n");
            of_module(&catalog(&[("4.18", &(0..count).map(line).collect::<String>())]))
        };
        assert!(said(5, 21).ends_with("3: Supported in 4.18; 000000000000000000004: Supported in 4.18."));
        assert!(said(6, 21).ends_with("3: Supported in 4.18; 000000000000000000004: Supported in 4.18; 1 more."));
        assert!(said(5, 22).ends_with("3: Supported in 4.18; 1 more."));
        assert!(said(1, 500).ends_with("0: Supported in 4.18."));
        assert!(said(30, 500).ends_with("0: Supported in 4.18; 29 more."));
    }

    #[test]
    fn a_long_description_is_cut() {
        let description = |lengths: &[usize]| {
            let paragraphs: Vec<String> = lengths.iter().map(|length| "ö".repeat(*length)).collect();
            let lines = lines(&[("4.18", &paragraphs.join("\n\n"), "Supported")]);
            let shown = lines[7..].iter().filter(|line| !line.is_empty());
            shown.map(|line| (line.chars().filter(|c| *c == 'ö').count(), line.ends_with(" …"))).collect::<Vec<_>>()
        };
        assert_eq!(description(&[2000]), [(2000, false)]);
        assert_eq!(description(&[2001]), [(2000, true)]);
        assert_eq!(description(&[500, 1000, 500]), [(500, false), (1000, false), (500, false)]);
        assert_eq!(description(&[500, 1000, 501, 100]), [(500, false), (1000, false), (500, true)]);
    }
}
