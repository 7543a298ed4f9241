//! Which blocks a text has, as pandoc 2.17 reads it, and what is told of it.

use super::{Kind, blocks};
use crate::parse::fragment::code;

/// The blocks of a text, each in a word or two.
fn read(text: &str) -> Vec<String> {
    let (blocks, _) = blocks(text);
    let words = blocks.iter().map(|block| match &block.kind {
        Kind::Heading { level, text, id: None } => format!("{level} {}", text.typeset),
        Kind::Heading { level, text, id: Some(id) } => format!("{level} {} #{id}", text.typeset),
        Kind::Paragraph => "paragraph".to_owned(),
        Kind::Code => format!("code {}", code(text, block.span.clone())),
        Kind::Definitions(definitions) => definitions
            .iter()
            .flat_map(|definition| definition.bodies.iter().map(|body| (&definition.term, body)))
            .map(|(term, body)| {
                let plain = if body.block.is_none() { "" } else { " (not plain)" };
                format!("{}: {}{plain}", term.plain, body.text.plain)
            })
            .collect::<Vec<_>>()
            .join(", "),
        Kind::BulletList(items) => format!("list of {}", items.len()),
        Kind::Other(other) => other.name().to_owned(),
        Kind::Nothing => "nothing".to_owned(),
    });
    words.collect()
}

/// What is told of a text.
fn told(text: &str) -> Vec<&'static str> {
    blocks(text).1.iter().map(|difference| difference.label).collect()
}

#[test]
fn blocks_come_in_order_with_their_spans() {
    let text = "% title\n\n# a\n\n    k: v\n\ttabbed: v\n\n* x\n\n    * nested\n* y\n\nterm\n: text\n\n> quote\n\n***\n\nlast\n";
    let expected =
        ["nothing", "1 a", "code k: v\ntabbed: v", "list of 2", "term: text", "a quote", "a rule", "paragraph"];
    assert_eq!(read(text), expected);
    let (blocks, differences) = blocks(text);
    assert_eq!(&text[blocks[2].span.clone()], "k: v\n\ttabbed: v");
    assert!(differences.is_empty());
}

#[test]
fn a_heading_stands_in_the_first_column_and_not_behind_text() {
    assert_eq!(read("text\n# A\n"), ["paragraph"]);
    assert_eq!(read("* x\n# A\n"), ["list of 1"]);
    assert_eq!(read("> x\n# A\n"), ["a quote"]);
    assert_eq!(read(" # A\n\n#A\n"), ["paragraph", "paragraph"]);
    assert_eq!(read("# A\n# B\ntext\n"), ["1 A", "1 B", "paragraph"]);
    assert_eq!(read("    code\n# A\n\n<!-- b -->\n# B\n"), ["code code", "1 A", "a comment", "1 B"]);
    assert_eq!(read("#\n\n####### A\n"), ["1 ", "7 A"]);
}

#[test]
fn a_line_of_text_is_a_heading_if_the_next_one_underlines_it() {
    assert_eq!(read("A\n=\n\n  B {#b}\n---\n"), ["1 A", "2 B #b"]);
    assert_eq!(read("a\nB\n---\n"), ["paragraph"]);
    assert_eq!(read("# A\n---\n"), ["2 # A"]);
    assert_eq!(read("A\n =\n"), ["paragraph"]);
    assert_eq!(read("- A\n---\n"), ["list of 1"]);
}

#[test]
fn a_heading_ends_before_its_closing_marks_and_attributes() {
    for (heading, title) in [
        ("### A ###", "3 A"),
        ("### C#", "3 C"),
        ("### C\\#", "3 C#"),
        ("### A #b", "3 A #b"),
        ("### A {#b .c key=val -}", "3 A #b"),
        ("### A ## {#b}", "3 A #b"),
        ("### A {-}", "3 A"),
        ("### A {}", "3 A"),
        ("### A {#2}", "3 A {#2}"),
    ] {
        assert_eq!(read(heading), [title], "{heading}");
    }
}

#[test]
fn formatting_is_dropped_and_quotes_are_typeset() {
    for (heading, title) in [
        ("*x* `y_z` [w](u) <b>v</b> a_b \\& **s**", "x y_z w v a_b & s"),
        ("~~Foo~~ H~2~O x^2^ ~ a", "Foo H2O x2 ~ a"),
        ("The 'debug keys' -- \"all\" ... it's", "The ‘debug keys’ – “all” … it’s"),
        ("19\" rack, a---b, '90s", "19” rack, a—b, ’90s"),
        ("Xen vs. KVM and vs.x", "Xen vs.\u{a0}KVM and vs.x"),
        ("AT&T &amp; co", "AT&T & co"),
        ("Foo\\", "Foo"),
        ("a<br>b <!-- c -->d", "ab d"),
        ("a  b\tc", "a b c"),
        ("2 * 3", "2 * 3"),
        ("<https://xen.org>", "https://xen.org"),
    ] {
        assert_eq!(read(&format!("# {heading}\n")), [format!("1 {title}")], "{heading}");
    }
}

#[test]
fn a_title_that_pandoc_may_read_otherwise_is_told() {
    for title in [
        "$x$",
        "\\LaTeX x",
        "@foo",
        "[x]",
        "[^1]",
        "^[x]",
        "x{y}",
        "`x",
        "*x",
        "x**y**z",
        "&eacute;",
        "<p>x",
        "<a",
        "![x](y)",
        "`a`{.b}",
        "'a \"b\" c'",
        "Ⓐ",
        "a^b c^",
        "~a b~",
    ] {
        assert_eq!(told(&format!("# {title}\n")).len(), 1, "{title}");
    }
    for title in ["x_y", "a@b.c", "it's", "a < b", "AT&T", "100 % ~ x", "C#", "x86/PVH (a, b)", "Über", "\\$x\\$"] {
        assert!(told(&format!("# {title}\n")).is_empty(), "{title}");
    }
}

#[test]
fn a_list_needs_an_empty_line_before_it_and_has_any_number() {
    assert_eq!(read("text\n* x\n\n    code\n"), ["paragraph", "code code"]);
    for mark in ["1.", "1)", "a)", "(a)", "iv.", "#.", "(@)", "@x)", "A)", "A. "] {
        assert_eq!(read(&format!("{mark} x\n\n# A\n")), ["a numbered list", "1 A"], "{mark}");
    }
    for text in ["A. x", "e.g. x", "p. 3", "ab) x", "(a. x", "1.x", "*x"] {
        assert_eq!(read(text), ["paragraph"], "{text}");
    }
}

#[test]
fn what_is_indented_as_far_as_an_item_belongs_to_it() {
    assert_eq!(read("* x\n\n  y\n\n z\n"), ["list of 1", "paragraph"]);
    assert_eq!(read("* x\n\n    code\n\ny\n"), ["list of 1", "paragraph"]);
    assert_eq!(read("(@a) x\n\n    y\n"), ["a numbered list"]);
    assert_eq!(read("1234. x\n\n    y\n"), ["a numbered list", "code y"]);
    assert_eq!(read("* x\n```\ny\n```\n"), ["list of 1", "code y"]);
}

#[test]
fn a_definition_is_plain_without_empty_lines() {
    assert_eq!(read("a\n: b\n  c\nd\n~ e\n"), ["a: b c d, a: e"]);
    assert_eq!(read("a\n\n: b\n\nc\n: d\n: e\n"), ["a: b (not plain), c: d, c: e"]);
    assert_eq!(read("a\n: b\n\n    Status: x\n"), ["a: b Status: x (not plain)"]);
    assert_eq!(read("a\nb\n: c\n"), ["paragraph"]);
    assert_eq!(read("a\n   : b\n"), ["paragraph"]);
}

#[test]
fn fences_hold_code_if_they_end() {
    assert_eq!(read("```\na\n```\n\n~~~ x\nb\n~~~~\n"), ["code a", "code b"]);
    assert_eq!(read("  ```\n   a\n  ```\n"), ["code  a"]);
    assert_eq!(read("text\n```\na\n```\n"), ["paragraph", "code a"]);
    assert_eq!(read("text\n~~~\na\n~~~\n"), ["paragraph"]);
    assert_eq!(read("```\na\n"), ["paragraph"]);
    assert_eq!(read("``` x y\na\n```\n"), ["paragraph"]);
    assert_eq!(read("```{=html}\na\n```\n"), ["a raw block"]);
}

#[test]
fn what_hides_or_turns_into_something_else_is_one_block_and_told() {
    for (text, blocks) in [
        ("::: x\n\n# A\n\n:::\n\n# B\n", ["a division", "1 B"]),
        ("<div>\n\n# A\n\n<div></div></div>\n\n# B\n", ["a division", "1 B"]),
        ("---\n\n# A\n", ["a rule", "1 A"]),
        ("---\n# A\n...\n\n# B\n", ["nothing", "1 B"]),
        ("[^1]: a\n\n    # A\n\n# B\n", ["nothing", "1 B"]),
        ("text <!-- a\n\n# A\n\n--> b\nc\n\n# B\n", ["paragraph", "1 B"]),
        ("<!-- a\n\n# A\n\n-->\n# B\n", ["a comment", "1 B"]),
        ("<pre>\n\n# A\n\n</pre>\n\n# B\n", ["HTML", "1 B"]),
        ("\\begin{x}\n\n# A\n\n\\end{x}\n\n# B\n", ["a raw block", "1 B"]),
        ("| a\n  b\n# A\n", ["a line block", "1 A"]),
        ("a | b\n--|--\nc | d\n\n# A\n", ["a table", "1 A"]),
        ("text <p>x</p>\ny\n\n# A\n", ["text beside HTML", "1 A"]),
    ] {
        assert_eq!(read(text), blocks, "{text}");
        let is_plain = ["a rule", "a comment", "a line block"].contains(&blocks[0]);
        assert_eq!(told(text).is_empty(), is_plain, "{text}");
    }
}

#[test]
fn plain_prose_is_not_told() {
    for text in [
        "x <b>y</b> <domid> `<!--` \\<!-- <https://x> z\n",
        "See [x](y), [^1] and @foo: \\$5.\n",
        "[x]: https://xen.org\n\n[y]: <u>\n",
        "i.e. x, and \"y\" -- *z*\n",
        "<!-- one -->\n\n<!--\ntwo\n\n-->\n",
        "% title\n% author\n",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn nothing_is_read_of_a_byte_order_mark_and_carriage_returns() {
    assert_eq!(read("\u{feff}# A\r\n\r\n    x: y\r\n\r\ntext\r\n# B\r\n"), ["1 A", "code x: y", "paragraph"]);
}
