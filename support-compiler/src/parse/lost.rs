//! Lines that look like a status, another fragment's line or a heading, in a block that is neither.
//!
//! Readers of the page as it is shown may take such a line for what it looks like, so it is reported, and what it leaves
//! in doubt grants nothing. Headings that other readers of Markdown have are found by `seen`; here are those that only
//! look like one.

use super::fragment::RELEASE_KEYS;
use super::markdown::marker_length;
use super::shown::{Shown, is_invisible};
use crate::diagnostic::{Problem, problem};
use crate::official::TAGS;

/// A line that is lost.
#[derive(Debug)]
pub(crate) struct Lost<'t> {
    pub(crate) problem: &'static Problem,
    /// The line from its status or heading on.
    pub(crate) text: &'t str,
    pub(crate) label: &'static str,
    pub(crate) what: What<'t>,
}

/// What a lost line looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum What<'t> {
    /// A status, of the implementation that it names; empty if none. `None` if it cannot be told which.
    Status(Option<&'t str>),
    /// A line of a label's definition.
    Label,
    /// A line of the Release Support with this key.
    Release(&'static str),
    /// A heading.
    Heading,
}

/// What is lost with this line, if it looks like something that a page is made of.
pub(crate) fn lost(line: &str) -> Option<Lost<'_>> {
    let line = line.trim_end();
    let heading = |problem, text, label| Some(Lost { problem, text, label, what: What::Heading });
    match shown_line(line) {
        Some((text, What::Heading)) => return heading(&problem::HEADING_LOST, text, "not read as a heading"),
        Some((text, what)) => {
            return Some(Lost { problem: &problem::FRAGMENT_SWALLOWED, text, label: "grants nothing", what });
        }
        None => {}
    }
    let inner = unquoted(line);
    let text = inner.trim_start_matches('#');
    match inner.len() - text.len() {
        1..=6 if text.starts_with(char::is_whitespace) => {
            heading(&problem::HEADING_LOST, inner, "not read as a heading")
        }
        2.. if !text.trim().is_empty() => heading(&problem::HEADING_UNSPACED, inner, "not one to six `#` and a blank"),
        _ => None,
    }
}

/// What the line is shown as, if that is a fragment's line or a heading; and the text from where that begins.
fn shown_line(line: &str) -> Option<(&str, What<'_>)> {
    let shown = Shown::of(line)?;
    let indented = line.starts_with("    ") || line.starts_with('\t');
    for (number, start) in shown.beginnings().enumerate() {
        let from = &line[shown.offset(start)..];
        let is_indented = (indented && number == 0) || shown.is_indented(start);
        if let Some(status) = status(line, &shown, start, is_indented) {
            return Some((from, status));
        }
        let has = |key: &&&str| shown.key(start, key).is_some_and(|end| shown.is_colon(shown.skip_blanks(end)));
        if TAGS.iter().any(|tag| has(&tag)) {
            return Some((from, What::Label));
        }
        if let Some(key) = RELEASE_KEYS.iter().find(has) {
            return Some((from, What::Release(key)));
        }
        if shown.is_heading(start) {
            return Some((from, What::Heading));
        }
    }
    None
}

/// The status line that begins at this place, which may be one that `lists_formats`.
fn status<'t>(line: &'t str, shown: &Shown, start: usize, lists_formats: bool) -> Option<What<'t>> {
    let formats = || shown.key(start, "Supported").filter(|_| lists_formats);
    let end = shown.skip_blanks(shown.key(start, "Status").or_else(formats)?);
    if shown.is_colon(end) {
        return Some(What::Status(Some("")));
    }
    if !shown.is(end, ',') {
        return None;
    }
    let colon = (end + 1..shown.len()).find(|at| shown.is_colon(*at))?;
    if !shown.is(colon + 1, ' ') {
        return None;
    }
    let implementation = line[shown.offset(end + 1)..shown.offset(colon)].trim();
    let is_plain = implementation.chars().all(|c| c.is_ascii_alphanumeric() || " -_./()+".contains(c));
    Some(What::Status(is_plain.then_some(implementation)))
}

/// The line without the blanks, also invisible ones, and the marks of quotes, lists and the like before its text.
fn unquoted(line: &str) -> &str {
    let mut rest = line;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c) || matches!(c, '>' | '|'));
        let marker = if rest.starts_with([':', '~']) && rest[1..].starts_with(' ') { 1 } else { marker_length(rest) };
        if marker == 0 {
            return rest;
        }
        rest = &rest[marker..];
    }
}

#[cfg(test)]
mod tests {
    use super::{What, lost};

    fn found(line: &str) -> Option<What<'_>> {
        lost(line).map(|lost| lost.what)
    }

    fn heading(line: &str) -> Option<(&'static str, String)> {
        lost(line).map(|lost| (lost.problem.code, lost.text.to_owned()))
    }

    #[test]
    fn a_status_line_in_prose_is_noticed() {
        for line in
            ["    Status: x", "\tSupported: x", "  Status: ", "Status:x", "Status : x", "STATUS: x", "status: x"]
        {
            assert_eq!(found(line), Some(What::Status(Some(""))), "{line}");
            assert_eq!(lost(line).unwrap().text, line.trim());
        }
        for line in [
            "Status, x86: y",
            "    Supported, x86: y",
            "&nbsp;&nbsp;&nbsp;&nbsp;Supported, x86: y",
            "\u{a0}\u{a0} &nbsp;Supported, x86: y",
            "> &nbsp;&nbsp;&nbsp;&nbsp; Supported, x86: y",
        ] {
            assert_eq!(found(line), Some(What::Status(Some("x86"))), "{line}");
        }
        for line in [
            "Statuses: x",
            "The Status: x",
            "Supported: all",
            "Status, as it is",
            "Status",
            "Status, a:b",
            "and the status: x",
            "Astatus: x",
        ] {
            assert_eq!(found(line), None, "{line}");
        }
    }

    #[test]
    fn a_status_line_is_noticed_behind_any_mark() {
        for mark in [
            "* ",
            "1. ",
            "a) ",
            "> ",
            ">     ",
            "> > ",
            "| ",
            ":   ",
            "<pre>",
            "<p><b>",
            "**",
            "`",
            "~~",
            "\u{200b}",
            "\u{a0}",
            "&nbsp;&#160;",
            "&emsp;",
            "[",
            "(",
            "\"",
            "- [ ] ",
            "[^1]: ",
            "@",
            "$$",
            "% ",
            "Foo. ",
            "Foo | ",
            "Foo<br>",
            "\\",
        ] {
            let line = format!("{mark}Status: x");
            assert_eq!(found(&line), Some(What::Status(Some(""))), "{line}");
        }
        for line in
            ["**Status:** x", "<b>Status</b>: x", "`Status`: x", "**Status**: x", "Status&colon; x", "Status\\: x"]
        {
            assert_eq!(found(line), Some(What::Status(Some(""))), "{line}");
        }
        assert_eq!(found("**Status, a b**: x"), Some(What::Status(None)));
    }

    #[test]
    fn letters_that_look_alike_are_taken_for_what_they_look_like() {
        for line in [
            "Sta\u{200b}tus: x",
            "S\u{ad}tatus: x",
            "\u{405}tatus: x",
            "St\u{430}tus: x",
            "Status\u{ff1a} x",
            "Ｓｔａｔｕｓ：x",
            "&#83;tatus: x",
            "&#x53;tatus&#58; x",
            "S\u{338}tatus: x",
            "𝐒𝐭𝐚𝐭𝐮𝐬: x",
        ] {
            assert_eq!(found(line), Some(What::Status(Some(""))), "{line}");
        }
        assert_eq!(found("Привет: x"), None);
    }

    #[test]
    fn a_line_of_another_fragment_is_noticed() {
        assert_eq!(found("* Functional completeness: Yes"), Some(What::Label));
        assert_eq!(found("**Security supported**: No"), Some(What::Label));
        assert_eq!(found("> Supported-Until: 2030-01-01"), Some(What::Release("Supported-Until")));
        assert_eq!(found("Fixes are made up to **Security-Support-Until**"), None);
        assert_eq!(found("Security supported"), None);
    }

    #[test]
    fn a_line_that_looks_like_a_heading_is_noticed() {
        for mark in ["", " ", "* ", "1. ", "> ", "- > ", ": ", "\u{200b}", "\u{a0}"] {
            let line = format!("{mark}### A\n");
            assert_eq!(heading(&line), Some(("heading-lost", "### A".to_owned())), "{line}");
        }
        assert_eq!(heading("###A"), Some(("heading-unspaced", "###A".to_owned())));
        for line in ["#", "##", "#hash", "> ===", "-"] {
            assert_eq!(heading(line), None, "{line}");
        }
    }
}
