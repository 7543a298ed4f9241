//! Everything that a page can hide: whatever is not seen by everybody grants nothing, and is told.
//!
//! `hidden/wrappers.md` has what can stand around a page's lines, `hidden/lines.txt` what can be written in place of a
//! status line, and `hidden/words.txt` what can be written in place of a status. `hidden/given.txt` has the problems that
//! each gets and the rows of Xen's own matrix; `scripts/update-snapshots hidden` rewrites it.

use expect_test::expect_file;
use std::fmt::Write;
use xen_support_compiler::{LintLevel, ParsedStatement, Source};
use xen_support_data::{Level, Security};

const RELEASE: &str = "    Xen-Version: 4.18\n    Initial-Release: 2023-11-16\n    Supported-Until: 2025-05-16\n    \
                       Security-Support-Until: 2028-11-16";

const SUPPORTED: &str = "    Functional completeness: Yes\n    Functional stability: Normal\n    Interface stability: Yes\n    \
                         Security supported: Yes";

const EXPERIMENTAL: &str = "    Functional completeness: No\n    Functional stability: Here be dragons\n    \
                            Interface stability: Not stable\n    Security supported: No";

/// The parts of a page.
struct Page {
    release: String,
    /// What stands below the heading "First", which has the status Experimental.
    feature: String,
    label: String,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            release: RELEASE.to_owned(),
            feature: "### Foo\n\n    Status: Supported".to_owned(),
            label: SUPPORTED.to_owned(),
        }
    }
}

/// What is read of a page.
struct Given {
    /// `None` if there is no Release Support to be read.
    statement: Option<ParsedStatement>,
    codes: Vec<&'static str>,
    is_told: bool,
}

impl Page {
    fn text(&self) -> String {
        let Self { release, feature, label } = self;
        format!(
            "# Release Support\n\n{release}\n\n# Features\n\n## Section\n\n### First\n\n    Status: Experimental\n\n{feature}\n\n\
             # Format and definitions\n\n## Definition of Status labels\n\n### Supported\n\n{label}\n\n### Experimental\n\n\
             {EXPERIMENTAL}\n"
        )
    }

    fn read(&self) -> Given {
        let (statement, diagnostics) = ParsedStatement::parse(&Source::new("SUPPORT.md", self.text()));
        let codes = diagnostics.iter().map(|diagnostic| diagnostic.problem().code).collect();
        let is_told = diagnostics.iter().any(|diagnostic| diagnostic.level() >= LintLevel::Deny);
        Given { statement, codes, is_told }
    }
}

impl Given {
    /// The features that have something, except for the first one of the page.
    fn granted(&self) -> Vec<&str> {
        let is_granted = |level, security| level > Level::Experimental || security != Security::No;
        let features = self.statement.iter().flat_map(|statement| &statement.features);
        let granted = features.filter(|feature| is_granted(feature.status.level, feature.status.security));
        granted.map(|feature| &*feature.key).collect()
    }

    fn summary(&self) -> String {
        let mut summary = self.codes.join(" ");
        let rows = self.statement.iter().flat_map(ParsedStatement::rows);
        for row in rows.filter(|row| !row.key.starts_with("release-support--")) {
            let _ = write!(summary, " [{} = {}{}]", row.key, row.value, if row.caveats { " *" } else { "" });
        }
        summary
    }
}

/// The sections of `wrappers.md`: the title, and what stands around the lines.
fn wrappers() -> Vec<(String, String)> {
    let sections = include_str!("hidden/wrappers.md").split("\n## ").skip(1);
    let mut wrappers: Vec<(String, String)> = sections
        .map(|section| {
            let (title, rest) = section.split_once("\n\n~~~~\n").unwrap();
            (title.to_owned(), rest.split_once("\n~~~~").unwrap().0.to_owned())
        })
        .collect();
    for element in ELEMENTS {
        let name = element.split(' ').next().unwrap();
        wrappers.push((format!("<{element}>"), format!("<{element}>\n\n@@\n\n</{name}>")));
        wrappers.push((format!("<{element}> without an end"), format!("<{element}>\n\n@@")));
        wrappers.push((format!("<{element}> without empty lines"), format!("<{element}>\n@@\n</{name}>")));
    }
    wrappers
}

/// Elements of HTML. A style can hide any.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr hidden",
    "article",
    "aside",
    "b",
    "blockquote",
    "button",
    "canvas",
    "center",
    "code",
    "custom-element",
    "datalist",
    "del",
    "details",
    "dialog",
    "div",
    "div hidden",
    "div style=\"display:none\"",
    "div style='visibility: hidden'",
    "dl",
    "fieldset",
    "figure",
    "font color=white",
    "footer",
    "form",
    "header",
    "i",
    "iframe",
    "ins",
    "kbd",
    "li",
    "main",
    "map",
    "marquee",
    "math",
    "nav",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "ol",
    "p",
    "p hidden",
    "picture",
    "pre",
    "s",
    "script",
    "section",
    "select",
    "small",
    "span",
    "span hidden",
    "strike",
    "style",
    "summary",
    "sup",
    "svg",
    "table",
    "td",
    "template",
    "textarea",
    "title",
    "u",
    "ul",
    "unknown",
    "video",
    "xmp",
];

/// The lines within the wrapper.
fn wrap(wrapper: &str, lines: &str) -> String {
    let (before, rest) = wrapper.split_once("@@").unwrap();
    let (above, prefix) = before.rsplit_once('\n').map_or(("", before), |(above, prefix)| (above, prefix));
    let (suffix, below) = rest.split_once('\n').map_or((rest, ""), |(suffix, below)| (suffix, below));
    let lines: Vec<String> = lines.lines().map(|line| format!("{prefix}{line}{suffix}")).collect();
    [above, &lines.join("\n"), below].join("\n")
}

/// The pages on which something is wrapped.
fn wrapped(wrapper: &str) -> [(&'static str, Page); 6] {
    let wrap = |lines: &str| wrap(wrapper, lines);
    let feature = |feature: String| Page { feature, ..Page::default() };
    [
        ("a status", feature(format!("### Foo\n\n{}", wrap("    Status: Supported")))),
        (
            "one of two statuses",
            feature(format!("### Foo\n\n    Status: Experimental\n\n{}", wrap("    Status, x86: Supported"))),
        ),
        ("a heading", feature(format!("{}\n\n    Status, x86: Supported", wrap("### Foo")))),
        ("both", feature(wrap("### Foo\n\n    Status: Supported"))),
        ("a label", Page { label: wrap(SUPPORTED), ..Page::default() }),
        ("a release", Page { release: wrap(RELEASE), ..Page::default() }),
    ]
}

#[test]
fn what_is_wrapped_grants_nothing_and_is_told() {
    let mut given = String::new();
    let mut wrong = Vec::new();
    for (title, wrapper) in wrappers() {
        let _ = writeln!(given, "\n{title}");
        for (place, page) in wrapped(&wrapper) {
            let read = page.read();
            let _ = writeln!(given, "    {place}: {}", read.summary());
            let is_granted = if place == "a release" {
                read.statement.as_ref().is_some_and(|statement| {
                    let release = &statement.release;
                    release.version.is_some() || release.security_support_until.date.is_some()
                })
            } else {
                !read.granted().is_empty()
            };
            if is_granted || !read.is_told {
                wrong.push(format!(
                    "{title}, {place}: granted {is_granted}, told {}: {}",
                    read.is_told,
                    read.summary()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
    expect_file!["hidden/given.txt"].assert_eq(&given);
}

#[test]
fn an_element_that_is_open_hides_what_is_in_later_sections_too() {
    for element in ELEMENTS {
        let read = Page { release: format!("{RELEASE}\n\n<{element}>"), ..Page::default() }.read();
        assert!(read.granted().is_empty() && read.is_told, "<{element}>: {}", read.summary());
    }
}

#[test]
fn a_heading_that_is_not_shown_as_one_grants_nothing_and_is_told() {
    for title in [
        "~~Foo~~",
        "Foo ~~not~~",
        "<s>Foo</s>",
        "Foo <span hidden>not</span>",
        "Foo {style=\"display:none\"}",
        "Foo {.hidden}",
        "Foo {#foo .hidden}",
        "Foo <style>",
        "Foo `<s>`{=html}",
        "<!-- Foo",
        "Foo[^1]",
        "![Foo](x.png)",
        "$Foo$",
        "\\Foo",
    ] {
        assert_nothing_is_granted([format!("### {title}\n\n    Status: Supported")].into_iter());
    }
}

#[test]
fn a_comment_that_ends_hides_nothing_else() {
    for comment in
        ["<!-- x -->", "<!-- <div hidden> -->", "<!-- -- -->", "Text <!-- x --> text.", "<!--\n\n### Bar\n\n-->"]
    {
        let read =
            Page { feature: format!("{comment}\n\n### Foo\n\n{comment}\n\n    Status: Supported"), ..Page::default() }
                .read();
        assert_eq!(read.granted(), ["foo"], "{comment}: {}", read.summary());
        assert!(!read.is_told, "{comment}: {}", read.summary());
    }
}

#[test]
fn an_element_that_ends_hides_nothing_else_and_is_told() {
    for html in [
        "<b>x</b>",
        "Text<br>text.",
        "<div>\n\nx\n\n</div>",
        "<domid>",
        "Text <domid> text.",
        "<hr>",
        "<img src=\"x.png\">",
    ] {
        let feature = format!("### Foo\n\nText.\n\n### Bar\n\n{html}\n\n### Baz\n\n    Status: Supported");
        let read = Page { feature, ..Page::default() }.read();
        let is_open = html == "<domid>";
        assert_eq!(read.granted().is_empty(), is_open, "{html}: {}", read.summary());
        assert!(!read.codes.is_empty(), "{html}");
    }
}

#[test]
fn what_only_looks_like_a_tag_is_none() {
    for text in [
        "a < b and c > d",
        "<https://example.org>",
        "<name@example.org>",
        "&lt;div hidden&gt;",
        "\\<div hidden>",
        "`<div hidden>`",
        "[x](https://example.org \"<s>\")",
        "1 <2",
    ] {
        let read = Page { feature: format!("### Foo\n\n{text}\n\n    Status: Supported"), ..Page::default() }.read();
        assert_eq!((read.granted(), read.codes.as_slice()), (vec!["foo"], &[""; 0][..]), "{text}");
    }
}

/// The lines of a file, with characters in place of `⟨U+200B⟩`.
fn lines(file: &str) -> impl Iterator<Item = String> {
    file.lines().map(|line| {
        let mut parts = line.split("⟨U+");
        let first = parts.next().unwrap().to_owned();
        parts.fold(first, |line, part| {
            let (code, rest) = part.split_once('⟩').unwrap();
            format!("{line}{}{rest}", char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap())
        })
    })
}

/// Reads each of these features' texts, and panics with those that grant something or of which nothing is told.
fn assert_nothing_is_granted(features: impl Iterator<Item = String>) {
    let mut wrong = Vec::new();
    for feature in features {
        let read = Page { feature: feature.clone(), ..Page::default() }.read();
        if !read.granted().is_empty() || read.codes.is_empty() {
            wrong.push(format!("{feature:?}: granted {:?}: {}", read.granted(), read.summary()));
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_status_line_that_is_lost_leaves_the_other_in_doubt_and_is_told() {
    let lines = || lines(include_str!("hidden/lines.txt"));
    let supported = "### Foo\n\n    Status: Supported";
    assert_nothing_is_granted(lines().map(|line| format!("{supported}\n\n{line}")));
    assert_nothing_is_granted(lines().map(|line| format!("{supported}\n\nText,\n{line}")));
    assert_nothing_is_granted(lines().map(|line| format!("{supported}\n\n* text\n\n  {line}")));
    assert_nothing_is_granted(lines().map(|line| format!("### Foo\n\n{line}\n\n    Status: Supported")));
    assert_nothing_is_granted(lines().skip(1).map(|line| format!("{supported}\n    {line}")));
    assert_nothing_is_granted(lines().skip(1).map(|line| format!("{supported}\n\nText.\n\n    {line}")));
}

#[test]
fn a_status_with_a_word_that_is_not_known_grants_nothing_and_is_told() {
    for key in ["Status", "Supported, x86", "Status, Supported"] {
        for known in ["Supported", "Security supported", "ELF", "Supported up to 4"] {
            let join: [&dyn Fn(&str) -> String; 14] = [
                &|word| word.to_owned(),
                &|word| format!("{known} {word}"),
                &|word| format!("{known}, {word}"),
                &|word| format!("{known}; {word}"),
                &|word| format!("{known}: {word}"),
                &|word| format!("{known}. {word}."),
                &|word| format!("{known} ({word})"),
                &|word| format!("{known} - {word}"),
                &|word| format!("{known}/{word}"),
                &|word| format!("{known}{word}"),
                &|word| format!("{word} {known}"),
                &|word| format!("{word}, {known}"),
                &|word| format!("({word}) {known}"),
                &|word| format!("{word}{known}"),
            ];
            for join in join {
                let statuses = lines(include_str!("hidden/words.txt")).map(|word| format!("{key}: {}", join(&word)));
                let features = statuses.enumerate().map(|(number, status)| format!("### Foo {number}\n\n    {status}"));
                let features: Vec<String> = features.collect();
                let read = Page { feature: features.join("\n\n"), ..Page::default() }.read();
                assert_eq!(read.granted(), [""; 0], "{}", features.join("\n"));
                assert!(read.codes.len() >= features.len(), "{}", features.join("\n"));
            }
        }
    }
}

#[test]
fn a_status_in_marks_or_with_characters_that_are_not_seen_grants_nothing_and_is_told() {
    for status in [
        "~~Supported~~",
        "`Supported`",
        "**Supported**",
        "_Supported_",
        "\"Supported\"",
        "<s>Supported</s>",
        "<!-- Supported -->",
        "Supported<!-- not -->",
        "Supported[^1]",
        "&#83;upported",
        "Supported\\",
        "Supported,",
        "Supported.",
        "Supported;",
        ", Supported",
        "Supported Supported",
        "Supported, Supported",
        "supported",
        "SUPPORTED",
        "Support",
        "Not\u{a0}Supported",
        "Not\u{a0}supported.",
        "Un\u{ad}supported",
        "Sup\u{200b}ported",
        "Supported\u{338}",
        "Supported\u{200b}",
        "Supported\u{202e}",
        "\u{405}upported",
        "Supp\u{43e}rted",
        "Supported \u{274c}",
        "Supported\u{fe0f}",
        "\u{200b}Supported",
        "Supported up to 0",
        "Supported up to 00",
        "Supported up to -1",
        "Supported up to 4 4",
        "Supported up to 4 TB",
        "Supported up to 4\u{a0}TiB",
        "Supported up to 1e3",
        "Supported up to 99999999999999999999",
        "Supported up to 4, not",
        "Supported up to four",
    ] {
        assert_nothing_is_granted([format!("### Foo\n\n    Status: {status}")].into_iter());
    }
}
