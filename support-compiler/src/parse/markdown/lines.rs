//! The lines of a text, each with its indentation.

use crate::unicode::BYTE_ORDER_MARK;
use std::borrow::Cow;

/// To how many columns a tab jumps, as pandoc expands it.
const TAB_STOP: usize = 4;

/// A line, without the characters that end it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Where the line begins in the text.
    pub(super) start: usize,
    /// The line; without a byte-order mark before the first one.
    pub(super) text: &'t str,
    /// The line without the blanks before and after it; empty if it is blank.
    pub(super) words: &'t str,
    /// The column at which the words begin.
    pub(super) indent: usize,
}

impl<'t> Line<'t> {
    pub(super) fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether the line is indented so far that it may be a fragment's.
    pub(super) fn is_indented(&self) -> bool {
        self.indent >= TAB_STOP
    }

    /// Where the words begin in the text.
    pub(super) fn words_start(&self) -> usize {
        self.start + (self.text.len() - self.text.trim_start_matches(is_blank).len())
    }

    /// Where the words end in the text.
    pub(super) fn words_end(&self) -> usize {
        self.words_start() + self.words.len()
    }

    /// The words, if the line is not indented as a fragment is.
    pub(super) fn outdented(&self) -> &'t str {
        if self.is_indented() { "" } else { self.words }
    }

    /// The words, if they begin in the first column.
    pub(super) fn flush(&self) -> &'t str {
        if self.indent == 0 { self.words } else { "" }
    }
}

/// Whether a character is a blank within a line, for pandoc. It drops carriage returns.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r')
}

/// The lines of a text.
pub(super) fn split(text: &str) -> Vec<Line<'_>> {
    let mut start = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    let mut lines = Vec::with_capacity(text.len() / 24);
    for line in text[start..].split_inclusive('\n') {
        let text = line.strip_suffix('\n').unwrap_or(line).trim_end_matches('\r');
        let words = text.trim_matches(is_blank);
        let indent = text.chars().take_while(|c| is_blank(*c)).fold(0, after);
        lines.push(Line { start, text, words, indent });
        start += line.len();
    }
    lines
}

/// The column after a character that stands in this column.
pub(super) fn after(column: usize, c: char) -> usize {
    match c {
        '\t' => (column / TAB_STOP + 1) * TAB_STOP,
        '\r' => column,
        _ => column + 1,
    }
}

/// The line with blanks in place of tabs and without carriage returns, as pandoc has it before it reads anything.
pub(crate) fn expand_tabs(line: &str) -> Cow<'_, str> {
    if !line.contains(['\t', '\r']) {
        return Cow::Borrowed(line);
    }
    let mut expanded = String::with_capacity(line.len() + TAB_STOP);
    let mut column = 0;
    for c in line.chars() {
        let next = after(column, c);
        match c {
            '\t' => expanded.extend(std::iter::repeat_n(' ', next - column)),
            '\r' => {}
            _ => expanded.push(c),
        }
        column = next;
    }
    Cow::Owned(expanded)
}

/// Whether a line is a rule: three or more of `*`, `-` or `_`, with or without blanks between them.
pub(super) fn is_rule(words: &str) -> bool {
    let Some(mark @ ('*' | '-' | '_')) = words.chars().next() else { return false };
    words.chars().all(|c| c == mark || is_blank(c)) && words.chars().filter(|c| *c == mark).count() >= 3
}
