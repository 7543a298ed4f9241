//! The text of a document, and places in it.

use std::ops::Range;
use std::path::Path;
use xen_support_data::Version;

/// A document to compile: its text, and the name by which errors and tables refer to it.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: String,
    /// Where each line begins.
    lines: Vec<usize>,
    /// Where the first carriage return stands.
    carriage_return: Option<usize>,
    /// The version that the user gave.
    version: Option<Version>,
    /// Whether the text was longer than a page may be. Then it is not kept.
    is_too_long: bool,
}

impl Source {
    /// How many bytes a page may have: 1 MiB. The longest that Xen has had is of some 50 kB. Reading a page that is made for it
    /// takes 250 times its length of memory. A longer one is an error that nothing can allow.
    pub const MAX_LEN: usize = 1 << 20;

    /// How many bytes the pages of a set may have together: 8 MiB. More is an error that nothing can allow.
    pub const MAX_SET_LEN: usize = 8 * Self::MAX_LEN;

    /// A document with this name and text. The name goes into diagnostics and into the tables
    /// ([`Statement::file`](xen_support_data::Statement::file)), so it should not hold the path of one machine.
    ///
    /// Of a text that is longer than [`MAX_LEN`](Self::MAX_LEN), nothing is read, and nothing is kept.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let is_too_long = text.len() > Self::MAX_LEN;
        let text = if is_too_long { String::new() } else { text };
        Self { is_too_long, ..Self::of_any_length(name.into(), text) }
    }

    /// A document with this name and text, however long that is.
    pub(super) fn of_any_length(name: String, text: String) -> Self {
        let carriage_return = text.find('\r');
        let text = if carriage_return.is_some() { with_line_feeds(&text) } else { text };
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        Self { name, text, lines, carriage_return, version: None, is_too_long: false }
    }

    /// The same document as that of this version, if one is given, whatever its `Xen-Version` says: for a page of a
    /// development branch that says `unstable`, or of a vendor's.
    #[must_use]
    pub fn with_version(self, version: impl Into<Option<Version>>) -> Self {
        Self { version: version.into(), ..self }
    }

    /// The version that the user gave.
    pub(crate) fn version(&self) -> Option<Version> {
        self.version
    }

    /// The document's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The document's text. A carriage return without a line feed was replaced by a line feed, since it ends a line in
    /// Markdown.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the document is longer than a page may be.
    pub(super) fn is_too_long(&self) -> bool {
        self.is_too_long
    }

    /// Where the first carriage return stands.
    pub(crate) fn carriage_return(&self) -> Option<usize> {
        self.carriage_return
    }

    /// How many lines begin with `#`, which is about as many as there are headings.
    pub(crate) fn likely_headings(&self) -> usize {
        self.lines.iter().filter(|start| self.text.as_bytes().get(**start) == Some(&b'#')).count()
    }

    /// The number of the line that holds this byte, counted from 1.
    pub(crate) fn line(&self, at: usize) -> u32 {
        let before = self.lines.partition_point(|start| *start <= at);
        u32::try_from(before).unwrap_or(u32::MAX)
    }

    /// The place of a span, with a label that is shown below it. A span of several lines is cut at the end of the
    /// first.
    pub(crate) fn place(&self, span: Range<usize>, label: impl Into<String>) -> Place {
        let line_number = self.line(span.start);
        let start = self.lines[line_number as usize - 1];
        let next = self.lines.get(line_number as usize).copied().unwrap_or(self.text.len());
        let line = self.text[start..next].trim_end_matches(['\r', '\n']);
        let within = |at: usize| at.saturating_sub(start).min(line.len());
        let (start, end) = (within(span.start), within(span.end));
        let cut = (start + LONGEST_EXCERPT..line.len()).find(|at| line.is_char_boundary(*at)).unwrap_or(line.len());
        Place {
            file: self.name.clone(),
            line: line_number,
            span: start..end.min(cut),
            excerpt: line[..cut].to_owned(),
            label: label.into(),
        }
    }
}

/// The name of the document in a file: its path, which is the same on every system.
#[must_use]
pub fn document_name(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The text with a line feed for each carriage return that no line feed follows ([CommonMark's line endings]).
///
/// [CommonMark's line endings]: https://spec.commonmark.org/0.31.2/#line-ending
fn with_line_feeds(text: &str) -> String {
    let is_lone = |at: usize| !text[at + 1..].starts_with('\n');
    text.char_indices().map(|(at, c)| if c == '\r' && is_lone(at) { '\n' } else { c }).collect()
}

/// How many bytes of a line a place keeps from its beginning on. Without this limit, each diagnostic of a long line
/// would be as long as the line.
const LONGEST_EXCERPT: usize = 480;

/// A place in a document, with the line that it stands on.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
#[non_exhaustive]
pub struct Place {
    /// The document's name.
    pub file: String,
    /// The line, counted from 1.
    pub line: u32,
    /// The span of the place in [`excerpt`](Self::excerpt), in bytes.
    pub span: Range<usize>,
    /// The line itself, cut off some 480 bytes after the beginning of the place.
    pub excerpt: String,
    /// The label that is shown below the place.
    pub label: String,
}

impl Place {
    /// The column in which the place begins, in characters, counted from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.excerpt.char_indices().take_while(|(at, _)| *at < self.span.start).count() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn a_place_has_its_line_and_column() {
        let source = Source::new("x.md", "one\ntwö thrée\r\n\nfour");
        let at = |text: &str| source.text().find(text).unwrap();
        let place = source.place(at("thr")..at("\r"), "here");
        assert_eq!((place.line, place.column(), place.excerpt.as_str()), (2, 5, "twö thrée"));
        assert_eq!(&place.excerpt[place.span], "thrée");
        assert_eq!(source.line(at("four")), 4);
        assert_eq!(source.line(source.text().len()), 4);
    }

    #[test]
    fn a_span_over_several_lines_is_cut_at_the_first() {
        let source = Source::new("x.md", "one\ntwo\n");
        assert_eq!(source.place(1..7, "").span, 1..3);
        assert_eq!(source.place(8..8, "").excerpt, "");
        assert_eq!(Source::new("", "").place(0..0, "").line, 1);
    }

    #[test]
    fn a_long_line_is_cut_480_bytes_after_the_place_begins() {
        let line = "ö".repeat(1000);
        let source = Source::new("x.md", format!("first\n{line}"));
        for start in [0, 1, 100, 500, 998] {
            let place = source.place(6 + 2 * start..6 + 2 * (start + 2), "");
            assert_eq!((place.line, place.column(), place.span.clone()), (2, start + 1, 2 * start..2 * start + 4));
            assert_eq!(place.excerpt.len(), (2 * start + 480).min(2000));
        }
        assert_eq!(source.place(6..6 + line.len(), "").span, 0..480);
        assert_eq!(source.place(6 + line.len()..6 + line.len(), "").column(), 1001);
    }

    #[test]
    fn a_lone_carriage_return_ends_a_line() {
        let source = Source::new("x.md", "one\rtwo\r\nthree\r\r\n");
        assert_eq!(source.text(), "one\ntwo\r\nthree\n\r\n");
        assert_eq!(source.place(4..7, "").excerpt, "two");
        assert_eq!((source.line(4), source.line(9), source.carriage_return()), (2, 3, Some(3)));
    }
}
