//! A document's text, and where in it something stands.

use std::ops::Range;

/// A document to compile: its text, and the name by which errors and tables refer to it.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: String,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl Source {
    /// A document. The name goes into errors and into the tables ([`Statement::file`](crate::Statement::file)),
    /// so it should not hold the path of one machine.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        Self { name: name.into(), text, lines }
    }

    /// The document's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The document's text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The number of the line that holds this byte, counted from 1.
    pub(super) fn line(&self, at: usize) -> u32 {
        let before = self.lines.partition_point(|start| *start <= at);
        u32::try_from(before).unwrap_or(u32::MAX)
    }

    /// The place of a span, to show to people. What goes beyond the span's first line is left out.
    pub(super) fn place(&self, span: Range<usize>, label: impl Into<String>) -> Place {
        let line = self.line(span.start);
        let start = self.lines[line as usize - 1];
        let excerpt = self.text[start..].lines().next().unwrap_or_default();
        let within = |at: usize| at.saturating_sub(start).min(excerpt.len());
        Place {
            file: self.name.clone(),
            line,
            span: within(span.start)..within(span.end),
            excerpt: excerpt.to_owned(),
            label: label.into(),
        }
    }
}

/// A place in a document, with the line that it stands on.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Place {
    /// The document's name.
    pub file: String,
    /// The line, counted from 1.
    pub line: u32,
    /// Where on the line it is, in bytes.
    pub span: Range<usize>,
    /// The line itself.
    pub excerpt: String,
    /// What is to be said of the place.
    pub label: String,
}

impl Place {
    /// The column that the place begins at, in characters, counted from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.excerpt[..self.span.start].chars().count() + 1
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
}
