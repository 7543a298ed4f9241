//! Reads a document: its headings, and the fragments and prose below each.

use super::characters;
use super::fragment::{self, Fragment, LONGEST_NAME, Pairs, StatusLine, is_lost_status, line_start};
use super::key::Identifiers;
use super::markdown::{self, Inline, Kind};
use crate::diagnostic::{Problem, Report, problem};
use crate::official;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// A document, as a list of its headings.
#[derive(Debug)]
pub(crate) struct Document<'s> {
    /// The headings, in order.
    pub(crate) headings: Vec<Heading<'s>>,
    /// The Release Support; the first, if there are several.
    pub(crate) release: Option<ReleaseSupport<'s>>,
    /// All blocks at the top level as Xen's own tool distinguishes them, in order.
    pub(crate) blocks: Vec<official::Block>,
    /// The span of each of these blocks.
    pub(crate) block_spans: Vec<Range<usize>>,
}

/// The lines that say which release the document is for.
#[derive(Debug)]
pub(crate) struct ReleaseSupport<'s> {
    /// The number of the heading above the lines.
    pub(crate) heading: usize,
    pub(crate) lines: Pairs<'s>,
    /// Whether there are malformed lines, which are left out.
    pub(crate) incomplete: bool,
}

/// A heading, and what stands between it and the next one.
#[derive(Debug)]
pub(crate) struct Heading<'s> {
    pub(crate) level: u8,
    pub(crate) title: Arc<str>,
    /// The title with typographic quotes and dashes.
    pub(crate) typeset_title: Arc<str>,
    /// The id of the heading, which no other heading of the document has.
    pub(crate) id: Arc<str>,
    /// The id that the title maps to, if it is another one: an earlier heading has that id, so this one got a number.
    pub(crate) repeated_id: Option<Arc<str>>,
    pub(crate) span: Range<usize>,
    /// The number of the heading of the next higher level above this one.
    pub(crate) parent: Option<usize>,
    pub(crate) statuses: Vec<StatusLine<'s>>,
    /// The lines of a label's definition; empty if one of them is malformed.
    pub(crate) label: Option<Pairs<'s>>,
    pub(crate) definitions: Vec<(Inline, Vec<Inline>)>,
    pub(crate) items: Vec<Inline>,
    /// The prose before the first status.
    pub(crate) description: Cow<'s, str>,
    /// The prose after it.
    pub(crate) caveats: Cow<'s, str>,
}

/// Reads a document. What is malformed is reported and left out.
pub(crate) fn parse<'s>(report: &mut Report<'s>) -> Document<'s> {
    characters::check(report);
    let source = report.source();
    let headings = source.likely_headings();
    let mut reader = Reader {
        text: source.text(),
        report,
        identifiers: Identifiers::with_capacity(headings),
        open: Vec::new(),
        document: Document {
            headings: Vec::with_capacity(headings),
            release: None,
            blocks: Vec::new(),
            block_spans: Vec::new(),
        },
        has_tab: false,
        checked: 0,
        is_another_page: false,
    };
    let mut end = 0;
    for block in markdown::blocks(&markdown::without_mark(source.text())) {
        reader.document.block_spans.push(block.span.clone());
        if let Some(other) = official_block(source.text(), &block) {
            reader.document.blocks.push(other);
        }
        if reader.is_another_page {
            // Xen's own tool reads on, and needs the ids.
            if let Kind::Heading { level, text } = block.kind {
                let (id, _) = reader.identifiers.assign(&text.typeset);
                reader.document.blocks.push(official_heading(level, &id, &text.typeset));
            }
            continue;
        }
        // The parser gives no block for link definitions.
        reader.check_lost(end..block.span.start);
        end = end.max(block.span.end);
        match block.kind {
            Kind::Heading { level, text } => reader.heading(level, text, block.span),
            Kind::Code => reader.fragment(block.span),
            Kind::Paragraph | Kind::Other(_) => reader.prose(block.span),
            Kind::List { items, .. } => {
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

struct Reader<'s, 'r> {
    text: &'s str,
    report: &'r mut Report<'s>,
    identifiers: Identifiers,
    /// The numbers of the headings that are open, by level.
    open: Vec<usize>,
    document: Document<'s>,
    /// Whether a fragment that is indented by a tab was reported, which is done once.
    has_tab: bool,
    /// The end of the last line that was reported as lost, so that none is reported twice.
    checked: usize,
    /// Whether a second page has begun, which is not read.
    is_another_page: bool,
}

impl Reader<'_, '_> {
    fn heading(&mut self, level: u8, mut text: Inline, span: Range<usize>) {
        if !self.text[span.clone()].starts_with('#') {
            self.report.add(&problem::SETEXT_HEADING, span.clone(), "this heading");
        }
        if text.plain.is_empty() {
            self.report.add(&problem::HEADING_EMPTY, span.clone(), "empty heading");
        }
        if text.plain.len() > LONGEST_NAME {
            self.report.add(&problem::NAME_TOO_LONG, span.clone(), format!("{} bytes", text.plain.len()));
            for text in [&mut text.plain, &mut text.typeset] {
                *text = text.chars().take(LONGEST_NAME).collect();
            }
        }
        let depth = usize::from(level) - 1;
        if depth > self.open.len() {
            let label = format!("level {level} under level {}", self.open.len());
            self.report.add(&problem::HEADING_LEVEL_SKIPPED, span.clone(), label);
        }
        self.open.truncate(depth);
        let (id, repeated_id) = self.identifiers.assign(&text.typeset);
        let title: Arc<str> = text.plain.into();
        let typeset_title = if *title == *text.typeset { title.clone() } else { text.typeset.into() };
        self.document.blocks.push(official_heading(level, &id, &typeset_title));
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

    /// Reports lines that look like a status or a heading, in a block that is neither. Blocks may overlap: the span of
    /// a definition includes the next paragraph.
    fn check_lost(&mut self, span: Range<usize>) {
        let mut at = span.start;
        for line in self.text.get(span).unwrap_or_default().split_inclusive('\n') {
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
                self.report.add(problem, at + line.len() - text.len()..end, label);
            }
            at += line.len();
        }
    }

    fn prose(&mut self, span: Range<usize>) {
        self.check_lost(span.clone());
        let text = self.text[span].trim_end();
        if let Some(heading) = self.document.headings.last_mut() {
            let prose = if heading.statuses.is_empty() { &mut heading.description } else { &mut heading.caveats };
            if prose.is_empty() {
                *prose = Cow::Borrowed(text);
            } else {
                prose.to_mut().extend(["\n\n", text]);
            }
        }
    }

    /// Reports a fragment that is fenced or indented by a tab instead of four blanks.
    fn check_indent(&mut self, span: Range<usize>) {
        let text = self.text;
        if ['`', '~'].iter().any(|fence| text[span.clone()].starts_with(*fence)) {
            self.report.add(&problem::FRAGMENT_FENCED, span, "fenced");
            return;
        }
        let mut at = line_start(text, span.start);
        for line in text[at..span.end].split_inclusive('\n') {
            let tab = line.len() - line.trim_start_matches(' ').len();
            if !self.has_tab && line[tab..].starts_with('\t') && !line.trim().is_empty() {
                self.has_tab = true;
                self.report.add(&problem::FRAGMENT_TAB, at + tab..at + tab + 1, "the first tab");
            }
            at += line.len();
        }
    }

    fn fragment(&mut self, span: Range<usize>) {
        let (fragment, malformed) = fragment::parse(self.text, span.clone());
        let incomplete = !malformed.is_empty();
        if !incomplete {
            self.check_indent(span.clone());
        }
        for line in malformed {
            self.report.add(line.problem, line.span, line.label);
        }
        let number = self.document.headings.len();
        let Some(heading) = self.document.headings.last_mut() else {
            return self.report.add(&problem::STATUS_BEFORE_HEADING, span, "no heading above it");
        };
        match fragment {
            Fragment::Statuses(lines) => heading.statuses.extend(lines),
            Fragment::Label(lines) if heading.label.is_none() => {
                heading.label = Some(if incomplete { Vec::new() } else { lines });
            }
            Fragment::Label(_) => self.report.add(&problem::LABEL_TWICE, span, "a second definition"),
            Fragment::Release(lines) if self.document.release.is_none() => {
                self.document.release = Some(ReleaseSupport { heading: number - 1, lines, incomplete });
            }
            Fragment::Release(_) => {
                self.is_another_page = true;
                self.report.add(&problem::RELEASE_SUPPORT_TWICE, span, "second Release Support");
            }
        }
    }
}

/// A heading as Xen's own tool takes it.
fn official_heading(level: u8, id: &str, title: &str) -> official::Block {
    official::Block::Header { level, id: id.to_owned(), title: official::Text::plain(title) }
}

/// A block as Xen's own tool takes it; `None` for a heading, whose id is not known yet.
fn official_block(text: &str, block: &markdown::Block) -> Option<official::Block> {
    Some(match &block.kind {
        Kind::Heading { .. } => return None,
        Kind::Paragraph => official::Block::Para,
        Kind::Code => official::Block::Code(fragment::code(text, block.span.clone())),
        Kind::List { is_ordered: false, .. } => official::Block::BulletList,
        Kind::List { is_ordered: true, .. } => official::Block::Other("a numbered list"),
        Kind::Definitions(definitions) => official::Block::Definitions(definitions.iter().map(definition).collect()),
        Kind::Other(word) => official::Block::Other(word),
    })
}

fn definition((term, bodies): &(Inline, Vec<Inline>)) -> official::Definition {
    let body = |body: &Inline| match body.block {
        None => official::DefinitionBody::Plain(official::Text::plain(body.typeset.trim())),
        Some(word) => official::DefinitionBody::Other(word),
    };
    official::Definition {
        words: term.words.split_whitespace().collect::<Vec<_>>().join(" "),
        term: official::Text::plain(&term.typeset),
        bodies: bodies.iter().map(body).collect(),
    }
}

/// A line that looks like a heading, but is not read as one: the problem, the text of the heading, and the label to
/// show.
fn lost_heading(line: &str) -> Option<(&'static Problem, &str, &'static str)> {
    let inner = line.trim_start_matches([' ', '\t', '>', '*', '-', '+', ':']);
    let text = inner.trim_start_matches('#');
    match inner.len() - text.len() {
        1..=6 if text.starts_with([' ', '\t']) => Some((&problem::HEADING_LOST, inner, "not read as a heading")),
        2.. if !text.trim().is_empty() => Some((&problem::HEADING_UNSPACED, inner, "not one to six `#` and a blank")),
        _ => None,
    }
}

impl Heading<'_> {
    /// The id that the heading's title maps to, even if an earlier heading has it.
    pub(crate) fn base_id(&self) -> &str {
        self.repeated_id.as_deref().unwrap_or(&self.id)
    }
}

impl Document<'_> {
    /// The heading and those above it in the tree of headings, from the lowest level up.
    pub(crate) fn ancestors(&self, number: usize) -> impl Iterator<Item = &Heading<'_>> {
        std::iter::successors(Some(&self.headings[number]), |heading| Some(&self.headings[heading.parent?]))
    }
}

#[cfg(test)]
mod tests;
