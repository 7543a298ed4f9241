//! Reads a document: its headings, and the fragments and prose below each.

use super::characters;
use super::for_official;
use super::fragment::{self, Fragment, LONGEST_NAME, Pairs, StatusLine, fence_indent, line_end, line_start};
use super::key::Identifiers;
use super::lost::lost;
use super::lost_lines::LostLines;
use super::markdown::{self, Block, Definition, Difference, Inline, Kind, Other};
use super::seen::Agreement;
use crate::diagnostic::{Report, problem};
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
    /// The id of the heading. Another heading has it only if one of the two gives it to itself.
    pub(crate) id: Arc<str>,
    /// The id that the title maps to, if it is another one: an earlier heading has that id, so this one got a number.
    pub(crate) repeated_id: Option<Arc<str>>,
    pub(crate) span: Range<usize>,
    /// The number of the heading of the next higher level above this one.
    pub(crate) parent: Option<usize>,
    pub(crate) statuses: Vec<StatusLine<'s>>,
    /// The lines of a label's definition; empty if one of them is malformed.
    pub(crate) label: Option<Pairs<'s>>,
    pub(crate) definitions: Vec<Definition>,
    pub(crate) items: Vec<Inline>,
    /// The prose before the first status.
    pub(crate) description: Cow<'s, str>,
    /// The prose after it.
    pub(crate) caveats: Cow<'s, str>,
    /// What is lost of the lines below it.
    lost: LostLines<'s>,
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
        is_in_doubt: false,
        another_page: None,
        agreement: Agreement::new(source.text()),
    };
    let (blocks, differences) = markdown::blocks(source.text());
    let mut differences = differences.into_iter().peekable();
    for block in blocks {
        if let Some(other) = for_official::block(source.text(), &block) {
            reader.add_official(other, &block.span);
        }
        if reader.another_page.is_some() {
            // Xen's own tool reads on, and needs the ids.
            if let Kind::Heading { level, text, id } = block.kind {
                let (id, _) = reader.identify(&text, id);
                reader.add_official(for_official::heading(level, &id, &text.typeset), &block.span);
            }
            continue;
        }
        let start = block.span.start;
        let mut is_uncertain = false;
        while let Some(difference) = differences.next_if(|difference| difference.span.start < block.span.end) {
            is_uncertain |= difference.spreads && difference.span.start >= start;
            reader.difference(difference);
        }
        reader.block(block);
        // A heading ends doubts, except for those about itself.
        reader.is_in_doubt |= is_uncertain;
    }
    reader.doubt_what_is_lost();
    reader.agreement.finish(reader.another_page.unwrap_or(source.text().len()), reader.report);
    reader.document
}

struct Reader<'s, 'r> {
    text: &'s str,
    agreement: Agreement<'s>,
    report: &'r mut Report<'s>,
    identifiers: Identifiers,
    /// The numbers of the headings that are open, by level.
    open: Vec<usize>,
    document: Document<'s>,
    /// Whether a fragment that is indented by a tab was reported, which is done once.
    has_tab: bool,
    /// Whether something since the last heading may have been one, or have swallowed one.
    is_in_doubt: bool,
    /// Where a second page begins, which is not read.
    another_page: Option<usize>,
}

impl Reader<'_, '_> {
    fn difference(&mut self, difference: Difference) {
        self.is_in_doubt |= difference.spreads;
        self.report.add(&problem::PANDOC_DIFFERS, difference.span, difference.label);
    }

    fn block(&mut self, Block { kind, span }: Block) {
        let is_code = matches!(kind, Kind::Code);
        let has_other_code = !is_code && self.agreement.has_other_code(&span);
        match kind {
            Kind::Heading { level, text, id } => self.heading(level, text, id, span),
            Kind::Code => self.fragment(span),
            Kind::Other(Other::Comment) if !has_other_code => {}
            Kind::Nothing => self.check_lost(span),
            Kind::Paragraph | Kind::Other(_) => self.prose(span),
            Kind::BulletList(items) => {
                self.prose(span);
                if let Some(heading) = self.document.headings.last_mut() {
                    heading.items.extend(items);
                }
            }
            Kind::Definitions(definitions) => self.definitions(definitions, span),
        }
    }

    fn definitions(&mut self, definitions: Vec<Definition>, span: Range<usize>) {
        let heading = self.document.headings.len().checked_sub(1);
        if self.document.release.as_ref().is_none_or(|release| Some(release.heading) != heading) {
            let end = line_end(self.text, span.start);
            self.report.add(&problem::DEFINITION_ROW, span.start..end, "a term, and below it its definition");
        } else {
            self.agreement.allow_links(&span);
        }
        self.check_lost(span);
        if let Some(heading) = self.document.headings.last_mut() {
            heading.definitions.extend(definitions);
        }
    }

    fn heading(&mut self, level: u8, mut text: Inline, id: Option<String>, span: Range<usize>) {
        self.is_in_doubt = false;
        self.agreement.heading(level, &text.plain, &span);
        // pandoc takes `### A` with a line of dashes below it for such a heading, too.
        let underline = self.text[span.clone()].split_once('\n').map(|(_, line)| line.trim());
        if underline.is_some_and(|line| line.chars().all(|c| matches!(c, '-' | '='))) {
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
        let (id, repeated_id) = self.identify(&text, id);
        let title: Arc<str> = text.plain.into();
        let typeset_title = if *title == *text.typeset { title.clone() } else { text.typeset.into() };
        self.add_official(for_official::heading(level, &id, &typeset_title), &span);
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
            lost: LostLines::default(),
        });
    }

    /// The id of a heading, which may give itself one; and the one that its title maps to, if that is another's.
    fn identify(&mut self, text: &Inline, given: Option<String>) -> (Arc<str>, Option<Arc<str>>) {
        match given {
            Some(id) => (self.identifiers.give(id), None),
            None => self.identifiers.assign(text.spoken.as_ref().unwrap_or(&text.typeset)),
        }
    }

    fn add_official(&mut self, block: official::Block, span: &Range<usize>) {
        self.document.blocks.push(block);
        self.document.block_spans.push(span.clone());
    }

    /// Reports the lines of a block that look like a fragment's or a heading, though the block is neither.
    fn check_lost(&mut self, span: Range<usize>) {
        let text = self.text;
        let mut at = line_start(text, span.start);
        for line in text[at..span.end].split_inclusive('\n') {
            if let Some(lost) = lost(line) {
                let end = at + line.trim_end().len();
                self.report.add(lost.problem, end - lost.text.len()..end, lost.label);
                match self.document.headings.last_mut() {
                    Some(heading) => self.is_in_doubt |= !heading.lost.add(lost.what),
                    None => self.is_in_doubt = true,
                }
            }
            at += line.len();
        }
    }

    /// Marks what is in doubt because of lines that are lost.
    fn doubt_what_is_lost(&mut self) {
        for (number, heading) in self.document.headings.iter_mut().enumerate() {
            let lost = &heading.lost;
            for status in &mut heading.statuses {
                status.in_doubt |= lost.has_status(status.implementation.text);
            }
            if lost.has_label_line() {
                heading.label.iter_mut().for_each(Vec::clear);
            }
            if let Some(release) = self.document.release.as_mut().filter(|release| release.heading == number) {
                release.lines.retain(|[key, _]| !lost.has_release_line(key.text));
            }
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
        let mut at = line_start(text, span.start);
        if fence_indent(&text[at..span.end]).is_some() {
            self.report.add(&problem::FRAGMENT_FENCED, span, "fenced");
            return;
        }
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
        let has_key = |problem| problem != &problem::NOT_A_FRAGMENT && problem != &problem::VALUE_WRAPPED;
        let with_key = malformed.iter().filter(|line| has_key(line.problem));
        let with_key = with_key.map(|line| line_start(self.text, line.span.start)).collect();
        for line in malformed {
            self.report.add(line.problem, line.span, line.label);
        }
        let is_seen = self.agreement.has_code(&span, self.is_in_doubt);
        let Some(number) = self.document.headings.len().checked_sub(1) else {
            return self.report.add(&problem::STATUS_BEFORE_HEADING, span, "no heading above it");
        };
        let is_seen_as_label = is_seen
            && self.agreement.has_code_below(&span, self.document.ancestors(number).map(|above| above.span.start));
        let heading = &mut self.document.headings[number];
        if incomplete {
            self.is_in_doubt |= heading.lost.add_malformed(self.text, span.clone(), &fragment, &with_key);
        }
        match fragment {
            Fragment::Statuses(lines) => {
                let in_doubt = self.is_in_doubt || !is_seen;
                heading.statuses.extend(lines.into_iter().map(|line| StatusLine { in_doubt, ..line }));
            }
            Fragment::Label(lines) if heading.label.is_none() => {
                heading.label = Some(if incomplete || !is_seen_as_label { Vec::new() } else { lines });
            }
            Fragment::Label(_) => self.report.add(&problem::LABEL_TWICE, span, "a second definition"),
            Fragment::Release(lines) if self.document.release.is_none() => {
                let lines = if is_seen { lines } else { Vec::new() };
                self.document.release = Some(ReleaseSupport { heading: number, lines, incomplete });
            }
            Fragment::Release(_) => {
                self.another_page = Some(span.start);
                self.report.add(&problem::RELEASE_SUPPORT_TWICE, span, "second Release Support");
            }
        }
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
