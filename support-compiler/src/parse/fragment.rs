//! Reads the lines of a fragment by the grammar of Xen's `docs/parse-support-md`.
//!
//! A fragment is an indented block. Each of its lines has a key and a value, as in the header of an e-mail. There are
//! three kinds of fragment; the first line decides which it is.

use super::markdown::expand_tabs;
use crate::diagnostic::{Problem, problem};
use crate::official::TAGS;
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;
use xen_support_data::distance;

/// A part of the document's text, and its span.
#[derive(Clone, Debug)]
pub(crate) struct Spanned<'t> {
    pub(crate) text: &'t str,
    pub(crate) span: Range<usize>,
}

impl Spanned<'_> {
    fn part(&self, range: Range<usize>) -> Self {
        Self { text: &self.text[range.clone()], span: self.span.start + range.start..self.span.start + range.end }
    }

    /// The same part without blanks around it.
    pub(crate) fn trimmed(&self) -> Self {
        let start = self.text.len() - self.text.trim_start().len();
        self.part(start..start + self.text.trim().len())
    }
}

/// The lines of a fragment, by its kind.
#[derive(Debug)]
pub(crate) enum Fragment<'t> {
    /// `Xen-Version: …` and the lines after it.
    Release(Pairs<'t>),
    /// `Functional completeness: …` and the lines after it.
    Label(Pairs<'t>),
    /// `Status: …`, `Status, x86: …`, `Supported, x86: …`.
    Statuses(Vec<StatusLine<'t>>),
}

impl Fragment<'_> {
    /// Where each of its lines begins in the text.
    pub(super) fn lines(&self, text: &str) -> HashSet<usize> {
        let line = |value: &Spanned<'_>| line_start(text, value.span.start);
        match self {
            Self::Release(lines) | Self::Label(lines) => lines.iter().map(|[_, value]| line(value)).collect(),
            Self::Statuses(lines) => lines.iter().map(|status| line(&status.value)).collect(),
        }
    }
}

/// Lines of the form `Key: value`.
pub(crate) type Pairs<'t> = Vec<[Spanned<'t>; 2]>;

/// A line that gives a status.
#[derive(Debug)]
pub(crate) struct StatusLine<'t> {
    /// Whether the key is `Supported`, so that the value lists formats.
    pub(crate) formats: bool,
    /// The text between the comma and the colon; empty if there is no comma.
    pub(crate) implementation: Spanned<'t>,
    /// The implementation with blanks in place of tabs.
    pub(crate) name: Cow<'t, str>,
    pub(crate) value: Spanned<'t>,
    /// Whether it may be another heading's, or a line that is lost may say something else. Then it grants nothing.
    pub(crate) in_doubt: bool,
}

/// A problem of a line, with the span of the part that is malformed.
#[derive(Debug)]
pub(crate) struct Malformed {
    pub(crate) problem: &'static Problem,
    pub(crate) span: Range<usize>,
    pub(crate) label: String,
}

/// The keys of a Release Support. Xen's own tool requires that the version comes first.
pub(crate) const RELEASE_KEYS: [&str; 4] =
    ["Xen-Version", "Initial-Release", "Supported-Until", "Security-Support-Until"];

/// How many bytes a heading or an implementation may have. Keys, constants and documentation repeat them, so without a
/// limit the emitted code could grow with the square of the document.
pub(crate) const LONGEST_NAME: usize = 500;

/// Reads the indented block at this span of `text`: the lines that are well formed, and the problems of those that are
/// not.
pub(crate) fn parse(text: &str, span: Range<usize>) -> (Fragment<'_>, Vec<Malformed>) {
    let lines = lines(text, span);
    let first = lines.first().map_or("", |line| line.text);
    let key = first.split_once(':').map(|(key, _)| key);
    if key.is_some_and(|key| RELEASE_KEYS.contains(&key)) {
        let (lines, malformed) = parse_pairs(&lines, &problem::RELEASE_LINE);
        (Fragment::Release(lines), malformed)
    } else if key.is_some_and(|key| TAGS.contains(&key)) {
        let (lines, malformed) = parse_pairs(&lines, &problem::LABEL_LINE);
        (Fragment::Label(lines), malformed)
    } else {
        let (lines, malformed) = parse_statuses(&lines);
        (Fragment::Statuses(lines), malformed)
    }
}

/// The beginning of the line that this byte is in. The span that Markdown gives for a block begins after the
/// indentation.
pub(crate) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Where the line ends that this byte is in.
pub(crate) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline)
}

/// The text of an indented or fenced block as pandoc gives it: with blanks for tabs, and without the indentation or the
/// fences. Blank lines are kept.
pub(crate) fn code(text: &str, span: Range<usize>) -> String {
    let block = &text[line_start(text, span.start)..span.end];
    let mut lines: Vec<Cow<'_, str>> = block.lines().map(expand_tabs).collect();
    let fence = fence_indent(block);
    if fence.is_some() {
        lines.remove(0);
        lines.pop();
    }
    let indent = fence.unwrap_or(4);
    let mut code = String::with_capacity(span.len());
    for (number, line) in lines.iter().enumerate() {
        let blanks = line.len() - line.trim_start_matches(' ').len();
        code.push_str(if number > 0 { "\n" } else { "" });
        code.push_str(&line[blanks.min(indent)..]);
    }
    code
}

/// How far the fence of a block is indented, if it has one. The block begins at the beginning of a line.
pub(super) fn fence_indent(block: &str) -> Option<usize> {
    let indent = block.len() - block.trim_start_matches(' ').len();
    (indent < 4 && block[indent..].starts_with(['`', '~'])).then_some(indent)
}

/// The span of one line of a block's [`code`], counted from 0, without blanks around it.
pub(crate) fn code_line(text: &str, block: Range<usize>, number: usize) -> Range<usize> {
    let start = line_start(text, block.start);
    let number = number + usize::from(fence_indent(&text[start..block.end]).is_some());
    let mut at = start;
    for (line_number, line) in text[start..block.end].split_inclusive('\n').enumerate() {
        if line_number == number {
            let blanks = line.len() - line.trim_start().len();
            return at + blanks..at + blanks.max(line.trim_end().len());
        }
        at += line.len();
    }
    block
}

/// The lines of a block that are not blank, without the indentation of the block and without its fences, which pandoc
/// reads as it does an indentation.
fn lines(text: &str, span: Range<usize>) -> Vec<Spanned<'_>> {
    let mut at = line_start(text, span.start);
    let block = &text[at..span.end];
    let fence = fence_indent(block);
    let mut lines = Vec::new();
    for line in block.split_inclusive('\n') {
        let blanks = line.len() - line.trim_start_matches(' ').len();
        let indent = if let Some(fence) = fence {
            blanks.min(fence)
        } else if blanks >= 4 {
            4
        } else if line[blanks..].starts_with('\t') {
            blanks + 1
        } else {
            0
        };
        let kept = line[indent..].trim_end();
        if !kept.is_empty() {
            lines.push(Spanned { text: kept, span: at + indent..at + indent + kept.len() });
        }
        at += line.len();
    }
    if fence.is_some() {
        lines.remove(0);
        lines.pop();
    }
    lines
}

/// Reads lines of the form `Key: value`.
fn parse_pairs<'t>(lines: &[Spanned<'t>], problem: &'static Problem) -> (Pairs<'t>, Vec<Malformed>) {
    let mut pairs = Vec::new();
    let mut malformed = Vec::new();
    for line in lines {
        match line.text.split_once(':') {
            Some((key, value)) if is_key(key) && value.trim_start() != value && !value.trim().is_empty() => {
                let (key, value) = (line.part(0..key.len()), line.part(key.len() + 1..line.text.len()));
                pairs.push([key, value.trimmed()]);
            }
            _ => malformed.push(Malformed {
                problem,
                span: line.span.clone(),
                label: "not of the form `<Key>: <value>`".to_owned(),
            }),
        }
    }
    (pairs, malformed)
}

fn is_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_uppercase())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ' '))
}

/// Reads the lines of a block that must all be status lines.
fn parse_statuses<'t>(lines: &[Spanned<'t>]) -> (Vec<StatusLine<'t>>, Vec<Malformed>) {
    let mut statuses = Vec::new();
    let mut malformed = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        match parse_status(line, number == 0) {
            Ok(status) => statuses.push(status),
            Err(line) if line.problem == &problem::NOT_A_FRAGMENT => {
                malformed.push(line);
                break;
            }
            Err(line) if line.problem == &problem::VALUE_WRAPPED => {
                // The status before has half a value, so it is dropped. A value over many lines is reported once.
                if statuses.pop().is_some() {
                    malformed.push(line);
                }
            }
            Err(line) => malformed.push(line),
        }
    }
    (statuses, malformed)
}

/// Reads a status line; `is_first` if it is the first of its block.
fn parse_status<'t>(line: &Spanned<'t>, is_first: bool) -> Result<StatusLine<'t>, Malformed> {
    let malformed = |problem, part: Range<usize>, label: &str| {
        Err(Malformed { problem, span: line.part(part).span, label: label.to_owned() })
    };
    let length = line.text.len();
    let Some(colon) = line.text.find(':') else {
        return if is_first {
            malformed(&problem::NOT_A_FRAGMENT, 0..length, "its first line has no `Status` key")
        } else {
            malformed(&problem::VALUE_WRAPPED, 0..length, "this line has no key of its own")
        };
    };
    let comma = line.text[..colon].find(',');
    let key_end = comma.unwrap_or(colon);
    let key = &line.text[..key_end];
    let formats = match key {
        "Status" => false,
        "Supported" => true,
        _ if matches!(key.trim_start(), "Status" | "Supported") => {
            let blanks = length - line.text.trim_start().len();
            return malformed(&problem::FRAGMENT_INDENT, 0..blanks, "too many blanks");
        }
        _ => {
            let near = ["Status", "Supported"].iter().find(|known| distance(key, known, 2) <= 2);
            return match near {
                Some(near) => malformed(&problem::FRAGMENT_KEY, 0..key_end, &format!("did you mean `{near}`?")),
                None if is_first => malformed(&problem::NOT_A_FRAGMENT, 0..key_end, "neither `Status` nor `Supported`"),
                None => malformed(&problem::FRAGMENT_KEY, 0..key_end, "neither `Status` nor `Supported`"),
            };
        }
    };
    let implementation = match comma {
        None => line.part(colon..colon),
        Some(comma) => {
            let whole = line.part(comma + 1..colon);
            let implementation = whole.trimmed();
            if implementation.text.is_empty() {
                return malformed(&problem::FRAGMENT_IMPLEMENTATION, comma..colon, "nothing after the comma");
            }
            if implementation.span.end != whole.span.end {
                let blank = comma + 1 + whole.text.trim_end().len();
                return malformed(&problem::FRAGMENT_IMPLEMENTATION, blank..colon, "a blank before the colon");
            }
            if implementation.text.len() > LONGEST_NAME {
                let length = format!("{} bytes", implementation.text.len());
                return Err(Malformed { problem: &problem::NAME_TOO_LONG, span: implementation.span, label: length });
            }
            implementation
        }
    };
    let value = line.part(colon + 1..length);
    if value.trimmed().text.is_empty() {
        return malformed(&problem::FRAGMENT_VALUE, colon..length, "nothing after the colon");
    }
    if value.text.trim_start() == value.text {
        return malformed(&problem::FRAGMENT_VALUE, colon..colon + 1, "no blank after the colon");
    }
    let name = if implementation.text.contains('\t') {
        let column = implementation.span.start - line.span.start;
        let before = &line.text[..column];
        Cow::Owned(
            expand_tabs(&line.text[..column + implementation.text.len()])[expand_tabs(before).len()..].to_owned(),
        )
    } else {
        Cow::Borrowed(implementation.text)
    };
    Ok(StatusLine { formats, implementation, name, value: value.trimmed(), in_doubt: false })
}

#[cfg(test)]
mod tests;
