//! What kills Xen's own docs/parse-support-md, and what it makes rows of. Each was tried with the tool itself;
//! `scripts/compare-with-pandoc` tries many more.

use xen_support_compiler::{Diagnostic, ParsedStatement, Source};

const BEFORE: &str = "# Release Support\n\n    Xen-Version: 4.18\n    Initial-Release: 2023-11-16\n    \
                      Supported-Until: 2025-05-16\n    Security-Support-Until: 2028-11-16\n\n# Features\n\n## Guests\n\n\
                      ### First\n\n    Status: Supported\n\n";

const AFTER: &str = "\n\n### Second\n\n    Status: Supported\n\n# Format and definitions\n\n\
                     ## Definition of Status labels\n\n### Supported\n\n    Functional completeness: Yes\n    \
                     Functional stability: Normal\n    Interface stability: Yes\n    Security supported: Yes\n";

/// The statement and the problems of a page with this text between two features.
fn parse(between: &str) -> (ParsedStatement, Vec<Diagnostic>) {
    let (statement, diagnostics) =
        ParsedStatement::parse(&Source::new("SUPPORT.md", format!("{BEFORE}{between}{AFTER}")));
    (statement.unwrap(), diagnostics)
}

/// The features' rows: name, value, and `*` if it is marked.
fn rows(statement: &ParsedStatement) -> Vec<String> {
    let rows = statement.rows().iter().filter(|row| !row.key.starts_with("release-support--"));
    rows.map(|row| format!("{} {}{}", row.name, row.value, if row.caveats { " *" } else { "" })).collect()
}

/// The one diagnostic that says that the tool gives up.
fn death(diagnostics: &[Diagnostic]) -> &Diagnostic {
    let mut deaths = diagnostics.iter().filter(|diagnostic| diagnostic.problem().code == "no-support-matrix");
    let death = deaths.next().unwrap_or_else(|| panic!("{diagnostics:?}"));
    assert!(deaths.next().is_none(), "{diagnostics:?}");
    death
}

#[test]
fn what_the_tool_does_not_know_kills_it_and_is_marked() {
    for (text, word) in [
        ("1. one\n2. two", "a numbered list"),
        ("> quote", "a quote"),
        ("***", "a rule"),
        ("<div>\ntext\n</div>", "a division"),
        ("<!-- comment -->", "a comment"),
    ] {
        let (statement, diagnostics) = parse(text);
        let diagnostic = death(&diagnostics);
        assert!(diagnostic.place().label.contains(word), "{}", diagnostic.place().label);
        assert_eq!((diagnostic.place().line, diagnostic.place().excerpt.as_str()), (16, text.lines().next().unwrap()));
        assert_eq!(diagnostic.related().unwrap().excerpt, "    Status: Supported");
        assert_eq!(rows(&statement), ["First Supported", "Second Supported"], "{text:?}");
    }
}

#[test]
fn nothing_kills_it_if_no_fragment_follows_but_the_definitions_of_labels() {
    let page = format!("{BEFORE}{}", AFTER.replace("### Second\n\n    Status: Supported\n", "> quote\n"));
    assert!(ParsedStatement::parse(&Source::new("SUPPORT.md", page)).1.is_empty());
}

#[test]
fn definitions_are_rows_which_grant_nothing_or_kill_the_tool() {
    let (statement, diagnostics) = parse("Security\n: not security supported\n\nRisky *things*\n: a `value`");
    assert!(diagnostics.iter().all(|diagnostic| diagnostic.problem().code == "definition-row"), "{diagnostics:?}");
    let expected = ["First Supported", "Security not security supported", "Risky things a value", "Second Supported"];
    assert_eq!(rows(&statement), expected);
    assert_eq!(statement.rows()[6].key, "first--risky");
    assert_eq!(statement.features.len(), 2);
    for (text, label) in [
        ("Term\n: one\n: two", "one definition for each term"),
        ("Term\n\n: paragraph", "this definition is a paragraph"),
        ("Term\n: one\n\n    two", "this definition is a paragraph"),
        ("Term\n: * list", "this definition is a list"),
    ] {
        let (_, diagnostics) = parse(text);
        let diagnostic = death(&diagnostics);
        assert!(diagnostic.place().label.contains(label), "{}", diagnostic.place().label);
    }
}

#[test]
fn a_paragraph_marks_the_row_before_it_and_a_list_does_not() {
    for (text, mark) in [("A caveat.", " *"), ("* A list", ""), ("- A list\n\nA caveat.", " *")] {
        let (statement, diagnostics) = parse(text);
        assert_eq!(
            (rows(&statement)[0].as_str(), diagnostics.len()),
            (&*format!("First Supported{mark}"), 0),
            "{text:?}"
        );
    }
}

#[test]
fn a_paragraph_in_the_release_support_marks_its_first_row() {
    let page = format!("{BEFORE}{AFTER}").replace("# Features\n", "Words.\n\n# Features\n");
    let (statement, diagnostics) = ParsedStatement::parse(&Source::new("SUPPORT.md", page));
    let marked: Vec<bool> = statement.unwrap().rows().iter().map(|row| row.caveats).collect();
    assert_eq!((marked, diagnostics.len()), (vec![true, false, false, false, false, false], 0));
}

#[test]
fn what_was_reported_as_malformed_is_not_reported_again() {
    for (text, code) in [
        ("    Statsu: Supported", "fragment-key"),
        ("    Status, x: Supported,\n      not security supported", "value-wrapped"),
        ("A paragraph.\n\n    An indented block", "not-a-fragment"),
        ("##### Skipped", "heading-level-skipped"),
    ] {
        let codes: Vec<&str> = parse(text).1.iter().map(|diagnostic| diagnostic.problem().code).collect();
        assert_eq!(codes, [code], "{text:?}");
    }
}
