//! A document: its headings, and the fragments and prose under each.

use super::diagnostic::Diagnostic;
use super::fragment::{Fragment, LONGEST_NAME, Pairs, StatusLine, fragment, is_lost_status, line_start};
use super::key::Identifiers;
use super::markdown::{self, Inline, Kind};
use super::problem;
use super::source::Source;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

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
    pub(super) title: Arc<str>,
    /// The title with typographic quotes and dashes.
    pub(super) typeset_title: Arc<str>,
    pub(super) id: Arc<str>,
    /// What the heading comes to, where another one before came to the same and this one got an id with a number.
    pub(super) repeated_id: Option<Arc<str>>,
    pub(super) span: Range<usize>,
    /// The number of the heading that this one stands under.
    pub(super) parent: Option<usize>,
    pub(super) statuses: Vec<StatusLine<'s>>,
    /// The lines of a label's definition; none where one of them is malformed.
    pub(super) label: Option<Pairs<'s>>,
    pub(super) definitions: Vec<(Inline, Vec<Inline>)>,
    pub(super) items: Vec<Inline>,
    /// The prose before the first status.
    pub(super) description: Cow<'s, str>,
    /// The prose after it.
    pub(super) caveats: Cow<'s, str>,
}

/// Reads a document. What is malformed is reported to `diagnostics` and left out.
pub(super) fn parse<'s>(source: &'s Source, diagnostics: &mut Vec<Diagnostic>) -> Document<'s> {
    let headings = source.likely_headings();
    let mut reader = Reader {
        source,
        diagnostics,
        identifiers: Identifiers::with_capacity(headings),
        open: Vec::new(),
        document: Document { headings: Vec::with_capacity(headings), release: None },
        has_tab: false,
        checked: 0,
        is_another_page: false,
    };
    let mut end = 0;
    for block in markdown::blocks(&markdown::without_mark(source.text())) {
        if reader.is_another_page {
            break;
        }
        // Link definitions are in no block.
        reader.check_lost(end..block.span.start);
        end = end.max(block.span.end);
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
                reader.check_lost(block.span);
                if let Some(heading) = reader.document.headings.last_mut() {
                    heading.definitions.extend(definitions);
                }
            }
        }
    }
    if !reader.is_another_page {
        reader.check_lost(end..source.text().len());
    }
    reader.document
}

struct Reader<'s, 'd> {
    source: &'s Source,
    diagnostics: &'d mut Vec<Diagnostic>,
    identifiers: Identifiers,
    /// The numbers of the headings that are open, by level.
    open: Vec<usize>,
    document: Document<'s>,
    /// Whether a fragment was indented by a tab, which is said once.
    has_tab: bool,
    /// Where the last line ends that was reported as lost.
    checked: usize,
    /// Whether a second page begins here, of which nothing is to be said.
    is_another_page: bool,
}

impl Reader<'_, '_> {
    fn heading(&mut self, level: u8, mut text: Inline, span: Range<usize>) {
        if !self.source.text()[span.clone()].starts_with('#') {
            self.report(&problem::SETEXT_HEADING, span.clone(), "this heading");
        }
        if text.plain.is_empty() {
            self.report(&problem::HEADING_EMPTY, span.clone(), "no text");
        }
        if text.plain.len() > LONGEST_NAME {
            self.report(&problem::NAME_TOO_LONG, span.clone(), format!("{} bytes", text.plain.len()));
            for text in [&mut text.plain, &mut text.typeset] {
                *text = text.chars().take(LONGEST_NAME).collect();
            }
        }
        let depth = usize::from(level) - 1;
        if depth > self.open.len() {
            let label = format!("level {level} under level {}", self.open.len());
            self.report(&problem::HEADING_LEVEL_SKIPPED, span.clone(), label);
        }
        self.open.truncate(depth);
        let (id, repeated_id) = self.identifiers.give(&text.typeset);
        let title: Arc<str> = text.plain.into();
        let typeset_title = if *title == *text.typeset { title.clone() } else { text.typeset.into() };
        let parent = self.open.last().copied();
        self.open.push(self.document.headings.len());
        self.document.headings.push(Heading {
            level,
            title,
            typeset_title,
            id,
            repeated_id,
            span,
            parent,
            statuses: Vec::new(),
            label: None,
            definitions: Vec::new(),
            items: Vec::new(),
            description: Cow::default(),
            caveats: Cow::default(),
        });
    }

    /// Reports lines that are meant as a status or a heading, within what is neither. Blocks may overlap: a definition's
    /// span goes on over the next paragraph.
    fn check_lost(&mut self, span: Range<usize>) {
        let mut at = span.start;
        for line in self.source.text().get(span).unwrap_or_default().split_inclusive('\n') {
            let end = at + line.trim_end().len();
            let lost = if end <= self.checked {
                None
            } else if is_lost_status(line) {
                Some((&problem::FRAGMENT_SWALLOWED, line.trim_start(), "grants nothing"))
            } else {
                lost_heading(line)
            };
            if let Some((problem, text, label)) = lost {
                self.checked = end;
                self.report(problem, at + line.len() - text.len()..end, label);
            }
            at += line.len();
        }
    }

    fn prose(&mut self, span: Range<usize>) {
        self.check_lost(span.clone());
        let text = self.source.text()[span].trim_end();
        if let Some(heading) = self.document.headings.last_mut() {
            let prose = if heading.statuses.is_empty() { &mut heading.description } else { &mut heading.caveats };
            if prose.is_empty() {
                *prose = Cow::Borrowed(text);
            } else {
                prose.to_mut().extend(["\n\n", text]);
            }
        }
    }

    /// Reports how a fragment is set off, where that is not by four blanks.
    fn check_indent(&mut self, span: Range<usize>) {
        let text = self.source.text();
        if ['`', '~'].iter().any(|fence| text[span.clone()].starts_with(*fence)) {
            self.report(&problem::FRAGMENT_FENCED, span, "fenced");
            return;
        }
        let mut at = line_start(text, span.start);
        for line in text[at..span.end].split_inclusive('\n') {
            let tab = line.len() - line.trim_start_matches(' ').len();
            if !self.has_tab && line[tab..].starts_with('\t') && !line.trim().is_empty() {
                self.has_tab = true;
                self.report(&problem::FRAGMENT_TAB, at + tab..at + tab + 1, "the first tab");
            }
            at += line.len();
        }
    }

    fn fragment(&mut self, span: Range<usize>) {
        let (fragment, malformed) = fragment(self.source.text(), span.clone());
        let incomplete = !malformed.is_empty();
        if !incomplete {
            self.check_indent(span.clone());
        }
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
            Fragment::Release(_) => {
                self.is_another_page = true;
                self.report(&problem::RELEASE_SUPPORT_TWICE, span, "a second one");
            }
        }
    }

    fn report(&mut self, problem: &'static problem::Problem, span: Range<usize>, label: impl Into<String>) {
        self.diagnostics.push(Diagnostic::new(problem, self.source.place(span, label)));
    }
}

/// Whether a line of something else is meant as a heading: why it is none, and from where on it is meant.
fn lost_heading(line: &str) -> Option<(&'static problem::Problem, &str, &'static str)> {
    let inner = line.trim_start_matches([' ', '\t', '>', '*', '-', '+', ':']);
    let text = inner.trim_start_matches('#');
    match inner.len() - text.len() {
        1..=6 if text.starts_with([' ', '\t']) => Some((&problem::HEADING_LOST, inner, "not a heading")),
        2.. if !text.trim().is_empty() => Some((&problem::HEADING_UNSPACED, inner, "not one to six `#` and a blank")),
        _ => None,
    }
}

impl Heading<'_> {
    /// What the heading's text comes to, whether or not another one before comes to the same.
    pub(super) fn base_id(&self) -> &str {
        self.repeated_id.as_deref().unwrap_or(&self.id)
    }
}

impl Document<'_> {
    /// The heading and those that it stands under, from the inside out.
    pub(super) fn ancestors(&self, number: usize) -> impl Iterator<Item = &Heading<'_>> {
        std::iter::successors(Some(&self.headings[number]), |heading| Some(&self.headings[heading.parent?]))
    }
}

#[cfg(test)]
mod tests;
