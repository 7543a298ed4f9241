//! Lines that look like a status or a heading, in a block that is neither.
//!
//! Readers of the page as it is shown may take such a line for what it looks like, so it is reported, and what it leaves
//! in doubt grants nothing.

use super::markdown::marker_length;
use crate::diagnostic::{Problem, problem};

/// A line that is lost.
#[derive(Debug)]
pub(crate) struct Lost<'t> {
    pub(crate) problem: &'static Problem,
    /// The line from its status or heading on.
    pub(crate) text: &'t str,
    pub(crate) label: &'static str,
    /// Of a status: the implementation that it names; empty if none. `None` of a heading.
    pub(crate) implementation: Option<&'t str>,
}

/// What is lost with this line, if it looks like a status or a heading. `previous` is the line before it in the same
/// block, if there is one.
pub(crate) fn lost<'t>(line: &'t str, previous: Option<&str>) -> Option<Lost<'t>> {
    let line = line.trim_end();
    if let Some((text, implementation)) = status(line) {
        let problem = &problem::FRAGMENT_SWALLOWED;
        return Some(Lost { problem, text, label: "grants nothing", implementation: Some(implementation) });
    }
    let heading = |problem, text, label| Some(Lost { problem, text, label, implementation: None });
    let inner = unquoted(line);
    let text = inner.trim_start_matches('#');
    match inner.len() - text.len() {
        1..=6 if text.starts_with(char::is_whitespace) => {
            return heading(&problem::HEADING_LOST, inner, "not read as a heading");
        }
        2.. if !text.trim().is_empty() => {
            return heading(&problem::HEADING_UNSPACED, inner, "not one to six `#` and a blank");
        }
        _ => {}
    }
    if let Some(at) = html_heading(line) {
        return heading(&problem::HEADING_LOST, &line[at..], "HTML, not read as a heading");
    }
    let is_underline = |mark| inner.len() > 1 && inner.chars().all(|c| c == mark);
    let follows_text = previous.map(unquoted).is_some_and(|previous| previous.contains(char::is_alphanumeric));
    if follows_text && (is_underline('=') || is_underline('-')) {
        return heading(&problem::HEADING_LOST, inner, "the line above is not read as a heading");
    }
    None
}

/// The status line that stands in this line, and the implementation that it names.
fn status(line: &str) -> Option<(&str, &str)> {
    let status = unmarked(line);
    let indented = line.starts_with("    ") || line.starts_with('\t');
    let rest = match status.strip_prefix("Supported") {
        Some(rest) if indented => rest,
        _ => status.strip_prefix("Status")?,
    };
    // `**Status:**`, `**Status**:`.
    let rest = rest.trim_start_matches(['*', '_', '`']);
    let rest = match rest.strip_prefix("</") {
        Some(tag) => tag.split_once('>').map_or(rest, |(_, rest)| rest),
        None => rest,
    };
    if rest.starts_with(':') {
        return Some((status, ""));
    }
    let (implementation, value) = rest.strip_prefix(',')?.split_once(':')?;
    value.trim_start_matches(['*', '_', '`']).starts_with(' ').then_some((status, implementation.trim()))
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

/// The same without tags, emphasis, backticks, and blanks that are written as entities.
fn unmarked(line: &str) -> &str {
    let mut rest = line;
    loop {
        let before = rest.len();
        rest = unquoted(rest).trim_start_matches(['*', '_', '`']);
        while let Some(entity) = rest.strip_prefix("&nbsp;") {
            rest = entity;
        }
        if rest.starts_with('<') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            rest = rest.split_once('>').map_or(rest, |(_, rest)| rest);
        }
        if rest.len() == before {
            return rest;
        }
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Where `<h1` to `<h6` stands in a line.
fn html_heading(line: &str) -> Option<usize> {
    let is_heading = |at: &usize| {
        let mut tag = line[*at + 1..].chars();
        let is_h = matches!(tag.next(), Some('h' | 'H')) && matches!(tag.next(), Some('1'..='6'));
        is_h && matches!(tag.next(), Some('>' | ' '))
    };
    line.match_indices('<').map(|(at, _)| at).find(is_heading)
}

#[cfg(test)]
mod tests {
    use super::lost;

    fn status(line: &str) -> Option<(&str, &str)> {
        lost(line, None).and_then(|lost| Some((lost.text, lost.implementation?)))
    }

    fn heading(line: &str, previous: Option<&str>) -> Option<(&'static str, String)> {
        lost(line, previous).map(|lost| (lost.problem.code, lost.text.to_owned()))
    }

    #[test]
    fn a_status_line_in_prose_is_noticed() {
        for line in ["    Status: x", "\tSupported: x", "  Status: ", "Status:x"] {
            assert_eq!(status(line), Some((line.trim(), "")), "{line}");
        }
        for line in ["Status, x86: y", "    Supported, x86: y"] {
            assert_eq!(status(line), Some((line.trim(), "x86")), "{line}");
        }
        for line in ["Statuses: x", "The Status: x", "Supported: all", "Status, as it is", "Status", "Status, a:b"] {
            assert_eq!(status(line), None, "{line}");
        }
    }

    #[test]
    fn a_status_line_is_noticed_behind_any_mark() {
        for mark in [
            "* ", "1. ", "a) ", "> ", ">     ", "> > ", "| ", ":   ", "<pre>", "<p><b>", "**", "`", "\u{200b}",
            "\u{a0}",
        ] {
            let line = format!("{mark}Status: x");
            assert_eq!(status(&line), Some(("Status: x", "")), "{line}");
        }
        assert_eq!(status("**Status:** x"), Some(("Status:** x", "")));
        assert_eq!(status("<b>Status</b>: x"), Some(("Status</b>: x", "")));
        assert_eq!(status("**Status, a b**: x"), Some(("Status, a b**: x", "a b**")));
    }

    #[test]
    fn a_heading_in_another_block_is_noticed() {
        for mark in ["", " ", "* ", "1. ", "> ", "- > ", ": ", "\u{200b}", "\u{a0}"] {
            let line = format!("{mark}### A\n");
            assert_eq!(heading(&line, None), Some(("heading-lost", "### A".to_owned())), "{line}");
        }
        assert_eq!(heading("###A", None), Some(("heading-unspaced", "###A".to_owned())));
        assert_eq!(heading("x <h3>A</h3>", None), Some(("heading-lost", "<h3>A</h3>".to_owned())));
        assert_eq!(heading("> ====", Some("> Title\n")), Some(("heading-lost", "====".to_owned())));
        for (line, previous) in
            [("#", None), ("##", None), ("#hash", None), ("> ===", None), ("===", Some("***")), ("-", Some("a"))]
        {
            assert_eq!(heading(line, previous), None, "{line}");
        }
    }
}
