//! Recognises texts that are no source of a page, though they were made of one.

use std::ops::Range;

/// What a text without a Release Support is, if it can be told: the first line that tells it, and the words for what it is.
pub(crate) fn recognize(text: &str) -> Option<(Range<usize>, &'static str)> {
    if is_utf_16(text.as_bytes()) {
        return Some((0..0, "this is UTF-16; save it as UTF-8"));
    }
    let mut at = 0;
    let mut has_rendered_heading = None;
    for line in text.split_inclusive('\n') {
        let span = at..at + line.trim_end().len();
        at += line.len();
        let line = line.trim_end();
        if is_html(line) {
            return Some((span, "this is HTML"));
        }
        if line.starts_with("diff --git ") || line.starts_with("@@ -") {
            return Some((span, "this is a patch"));
        }
        if is_quoted(line) {
            return Some((span, "this is a quotation, as in a mail"));
        }
        match &has_rendered_heading {
            None if line == "Release Support" => has_rendered_heading = Some(span),
            Some(heading) if line.trim_start().starts_with("Xen-Version:") => {
                return Some((heading.clone(), "this is copied from a rendered page, which has lost its marks"));
            }
            None | Some(_) => {}
        }
    }
    None
}

/// Whether every other byte at the beginning is 0, as in a text of ASCII's characters in UTF-16.
fn is_utf_16(bytes: &[u8]) -> bool {
    let is_zero_at = |odd: usize| bytes.iter().take(16).enumerate().all(|(at, byte)| (*byte == 0) == (at % 2 == odd));
    bytes.len() > 1 && (is_zero_at(0) || is_zero_at(1))
}

/// Whether a line begins with an element that only a whole HTML page has, or that stands for a heading of level 1.
fn is_html(line: &str) -> bool {
    let line = line.trim_start().as_bytes();
    ["<!doctype html", "<html", "<head>", "<body", "<h1"]
        .iter()
        .any(|start| line.get(..start.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(start.as_bytes())))
}

/// Whether a line quotes the heading of the Release Support, or its first line.
fn is_quoted(line: &str) -> bool {
    let quoted = line.trim_start_matches(['>', ' ']);
    line.starts_with('>') && (quoted == "# Release Support" || quoted.starts_with("Xen-Version:"))
}

#[cfg(test)]
mod tests {
    use super::recognize;

    #[test]
    fn what_was_made_of_a_page_is_recognized_and_other_texts_are_not() {
        for (text, line, is) in [
            ("<!DOCTYPE html>\n<html>\n", "<!DOCTYPE html>", "HTML"),
            (
                "\n  <h1 id=\"release-support\">Release Support</h1>",
                "  <h1 id=\"release-support\">Release Support</h1>",
                "HTML",
            ),
            ("From 1\n\ndiff --git a/SUPPORT.md b/SUPPORT.md\n", "diff --git a/SUPPORT.md b/SUPPORT.md", "patch"),
            ("--- a\n+++ b\n@@ -1 +1 @@\n", "@@ -1 +1 @@", "patch"),
            ("On Monday, x wrote:\n> # Release Support\n>\n", "> # Release Support", "quotation"),
            (">>     Xen-Version: 4.18\n", ">>     Xen-Version: 4.18", "quotation"),
            ("Release Support\n\nXen-Version: 4.18\n", "Release Support", "rendered"),
            ("x\nRelease Support\r\n\n  Xen-Version: 4.18", "Release Support", "rendered"),
            ("#\0 \0R\0", "", "UTF-16"),
            ("\0#\0 ", "", "UTF-16"),
        ] {
            let (span, label) = recognize(text).unwrap();
            assert_eq!((&text[span], label.contains(is)), (line, true), "{text:?}: {label}");
        }
        for text in
            ["", "\0", "# Release Support\n", "Xen-Version: 4.18\n", "> # Other\n", "Release Support\n", "<div>\n"]
        {
            assert_eq!(recognize(text), None, "{text:?}");
        }
    }
}
