//! A document: its headings, and the fragments and prose under each.

use super::diagnostic::Diagnostic;
use super::fragment::{Fragment, Pairs, StatusLine, fragment, is_lost_status};
use super::key::Identifiers;
use super::markdown::{self, Inline, Kind};
use super::problem;
use super::source::Source;
use std::ops::Range;

/// A document by its headings.
#[derive(Debug)]
pub(super) struct Document<'s> {
    /// The headings, in order.
    pub(super) headings: Vec<Heading<'s>>,
    /// The first Release Support.
    pub(super) release: Option<ReleaseSupport<'s>>,
}

/// The lines that say which release the document is for.
#[derive(Debug)]
pub(super) struct ReleaseSupport<'s> {
    /// The number of the heading that they stand under.
    pub(super) heading: usize,
    pub(super) lines: Pairs<'s>,
    /// Whether there are further lines, which are malformed.
    pub(super) incomplete: bool,
}

/// A heading, and what stands under it before the next one.
#[derive(Debug)]
pub(super) struct Heading<'s> {
    pub(super) level: u8,
    pub(super) text: Inline,
    pub(super) id: String,
    pub(super) span: Range<usize>,
    /// The number of the heading that this one stands under.
    pub(super) parent: Option<usize>,
    pub(super) statuses: Vec<StatusLine<'s>>,
    /// The lines of a label's definition; none where one of them is malformed.
    pub(super) label: Option<Pairs<'s>>,
    pub(super) definitions: Vec<(Inline, Vec<Inline>)>,
    pub(super) items: Vec<Inline>,
    /// The prose before the first status.
    pub(super) description: String,
    /// The prose after it.
    pub(super) caveats: String,
}

/// Reads a document. What is malformed is reported to `diagnostics` and left out.
pub(super) fn parse<'s>(source: &'s Source, diagnostics: &mut Vec<Diagnostic>) -> Document<'s> {
    let mut reader = Reader {
        source,
        diagnostics,
        identifiers: Identifiers::default(),
        open: Vec::new(),
        document: Document { headings: Vec::new(), release: None },
    };
    for (at, control) in source.text().match_indices(is_bidirectional_control) {
        let label = format!("U+{:04X}", u32::from(control.chars().next().unwrap_or_default()));
        reader.report(&problem::BIDIRECTIONAL_CONTROL, at..at + control.len(), label);
    }
    for block in markdown::blocks(source.text()) {
        match block.kind {
            Kind::Heading { level, text } => reader.heading(level, text, block.span),
            Kind::Code => reader.fragment(block.span),
            Kind::Paragraph | Kind::Other => reader.prose(block.span),
            Kind::List(items) => {
                reader.prose(block.span);
                if let Some(heading) = reader.document.headings.last_mut() {
                    heading.items.extend(items);
                }
            }
            Kind::Definitions(definitions) => {
                if let Some(heading) = reader.document.headings.last_mut() {
                    heading.definitions.extend(definitions);
                }
            }
        }
    }
    reader.document
}

/// Whether a character changes the direction in which those around it are shown (Unicode's `Bidi_Control`).
pub(super) fn is_bidirectional_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

struct Reader<'s, 'd> {
    source: &'s Source,
    diagnostics: &'d mut Vec<Diagnostic>,
    identifiers: Identifiers,
    /// The numbers of the headings that are open, by level.
    open: Vec<usize>,
    document: Document<'s>,
}

impl Reader<'_, '_> {
    fn heading(&mut self, level: u8, text: Inline, span: Range<usize>) {
        let depth = usize::from(level) - 1;
        if depth > self.open.len() {
            let label = format!("level {level} under level {}", self.open.len());
            self.report(&problem::HEADING_LEVEL_SKIPPED, span.clone(), label);
        }
        self.open.truncate(depth);
        let id = self.identifiers.give(&text.typeset);
        let parent = self.open.last().copied();
        self.open.push(self.document.headings.len());
        self.document.headings.push(Heading {
            level,
            text,
            id,
            span,
            parent,
            statuses: Vec::new(),
            label: None,
            definitions: Vec::new(),
            items: Vec::new(),
            description: String::new(),
            caveats: String::new(),
        });
    }

    fn prose(&mut self, span: Range<usize>) {
        let text = &self.source.text()[span.clone()];
        let mut at = span.start;
        for line in text.split_inclusive('\n') {
            if is_lost_status(line) {
                let start = at + line.len() - line.trim_start().len();
                self.report(&problem::FRAGMENT_SWALLOWED, start..at + line.trim_end().len(), "grants nothing");
            }
            at += line.len();
        }
        if let Some(heading) = self.document.headings.last_mut() {
            let prose = if heading.statuses.is_empty() { &mut heading.description } else { &mut heading.caveats };
            if !prose.is_empty() {
                prose.push_str("\n\n");
            }
            prose.push_str(text.trim_end());
        }
    }

    fn fragment(&mut self, span: Range<usize>) {
        let (fragment, malformed) = fragment(self.source.text(), span.clone());
        let incomplete = !malformed.is_empty();
        for wrong in malformed {
            self.report(wrong.problem, wrong.span, wrong.label);
        }
        let number = self.document.headings.len();
        let Some(heading) = self.document.headings.last_mut() else {
            return self.report(&problem::STATUS_BEFORE_HEADING, span, "no heading above it");
        };
        match fragment {
            Fragment::Statuses(lines) => heading.statuses.extend(lines),
            Fragment::Label(lines) if heading.label.is_none() => {
                heading.label = Some(if incomplete { Vec::new() } else { lines });
            }
            Fragment::Label(_) => self.report(&problem::LABEL_TWICE, span, "a second definition"),
            Fragment::Release(lines) if self.document.release.is_none() => {
                self.document.release = Some(ReleaseSupport { heading: number - 1, lines, incomplete });
            }
            Fragment::Release(_) => self.report(&problem::RELEASE_SUPPORT_TWICE, span, "a second one"),
        }
    }

    fn report(&mut self, problem: &'static problem::Problem, span: Range<usize>, label: impl Into<String>) {
        self.diagnostics.push(Diagnostic::new(problem, self.source.place(span, label)));
    }
}

impl Document<'_> {
    /// The heading and those that it stands under, from the inside out.
    pub(super) fn ancestors(&self, number: usize) -> impl Iterator<Item = &Heading<'_>> {
        std::iter::successors(Some(&self.headings[number]), |heading| Some(&self.headings[heading.parent?]))
    }
}
