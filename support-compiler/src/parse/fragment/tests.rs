//! How the lines of a fragment are read, and where malformed lines are marked.

use super::{Fragment, line_start, parse};

fn statuses(text: &str) -> Vec<(bool, String, String)> {
    let (fragment, malformed) = parse(text, 0..text.len());
    assert!(malformed.is_empty(), "{malformed:?}");
    let Fragment::Statuses(lines) = fragment else { panic!("{fragment:?}") };
    let owned =
        |line: &super::StatusLine<'_>| (line.formats, line.implementation.text.to_owned(), line.value.text.to_owned());
    lines.iter().map(owned).collect()
}

fn problems(text: &str) -> Vec<(&'static str, &str)> {
    let (_, malformed) = parse(text, 0..text.len());
    malformed.iter().map(|line| (line.problem.code, &text[line.span.clone()])).collect()
}

#[test]
fn status_lines_are_read_as_xens_own_tool_reads_them() {
    let text = "    Status: Supported \n\n\tStatus, a, b (c):  x: y\n  \tSupported, x86: bzImage, ELF\r\n";
    let expected = [(false, "", "Supported"), (false, "a, b (c)", "x: y"), (true, "x86", "bzImage, ELF")];
    let expected = expected.map(|(formats, a, b)| (formats, a.to_owned(), b.to_owned()));
    assert_eq!(statuses(text), expected);
    assert_eq!(statuses("```\nStatus: Supported\n```\n").len(), 1);
}

#[test]
fn each_malformed_line_is_reported_where_it_is_wrong() {
    assert_eq!(problems("    States, Windows: Supported\n"), [("fragment-key", "States")]);
    assert_eq!(problems("    Status: x\n    Foo: Supported\n"), [("fragment-key", "Foo")]);
    assert_eq!(problems("      Status: x\n"), [("fragment-indent", "  ")]);
    assert_eq!(problems("    Status, : x\n"), [("fragment-implementation", ", ")]);
    assert_eq!(problems("    Status, a : x\n"), [("fragment-implementation", " ")]);
    assert_eq!(problems("    Status: \n"), [("fragment-value", ":")]);
    assert_eq!(problems("    Status:x\n"), [("fragment-value", ":")]);
    assert_eq!(
        problems("    Status, a: x, with\n      caveats\n      and more\n    States: x\n"),
        [("value-wrapped", "  caveats"), ("fragment-key", "States")]
    );
}

#[test]
fn a_block_that_is_no_fragment_is_reported_once() {
    for (text, first) in [
        ("    * one: x\n    * two: y\n    * three\n    Status: x\n", "* one"),
        ("    some prose\n    more\n", "some prose"),
    ] {
        assert_eq!(problems(text), [("not-a-fragment", first)]);
        let (fragment, _) = parse(text, 0..text.len());
        assert!(matches!(&fragment, Fragment::Statuses(lines) if lines.is_empty()), "{fragment:?}");
    }
}

#[test]
fn release_and_label_lines_are_keys_and_values() {
    let bad = ["bad", "Bad:", "Bad:x", "bad: x", "Bad!: x", ": x"];
    let text = format!("    Xen-Version: 4.18\n    Supported-Until: TBD: soon\n    {}\n", bad.join("\n    "));
    let (fragment, malformed) = parse(&text, 0..text.len());
    let Fragment::Release(lines) = fragment else { panic!("{fragment:?}") };
    let texts: Vec<[&str; 2]> = lines.iter().map(|[key, value]| [key.text, value.text]).collect();
    assert_eq!(texts, [["Xen-Version", "4.18"], ["Supported-Until", "TBD: soon"]]);
    let malformed: Vec<&str> = malformed.iter().map(|line| &text[line.span.clone()]).collect();
    assert_eq!(malformed, bad);
}

#[test]
fn a_line_starts_after_the_newline_before_it() {
    assert_eq!([0, 1, 2, 3, 4].map(|at| line_start("a\n\tb\n", at)), [0, 0, 2, 2, 2]);
}

#[test]
fn an_implementation_has_500_bytes_at_most() {
    let line = |letters: usize| format!("    Status, {}: x\n", "a".repeat(letters));
    assert_eq!(problems(&line(500)), []);
    assert_eq!(problems(&line(501)), [("name-too-long", "a".repeat(501).as_str())]);
}
