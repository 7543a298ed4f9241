//! Whether what pandoc reads is what people see: the same headings, and below each the same blocks of code.

use super::{Block, Seen, Tag, Veil, letters, read};
use crate::diagnostic::{LintLevel, Problem, Report, problem};
use crate::parse::fragment::line_start;
use std::collections::HashSet;
use std::ops::Range;

/// The comparison of a page that is being read with what is to be seen of it.
pub(in crate::parse) struct Agreement<'t> {
    text: &'t str,
    seen: Seen,
    /// Where the line of the last heading begins.
    heading: Option<usize>,
    /// Whether that heading is seen as it is read.
    is_agreed: bool,
    /// The lines of all headings that were read.
    headings: HashSet<usize>,
    /// Where HTML of pandoc's stands that is code elsewhere.
    hidden_from: Option<Range<usize>>,
    /// The tags that were told because of what they hide.
    told: HashSet<usize>,
    /// Where links may be written as HTML.
    links: Vec<Range<usize>>,
    findings: Vec<Finding>,
}

/// What is to be reported, unless something is reported in its line already.
struct Finding {
    problem: &'static Problem,
    span: Range<usize>,
    label: String,
    related: Option<(Range<usize>, &'static str)>,
}

impl<'t> Agreement<'t> {
    /// Nothing was compared yet.
    pub(in crate::parse) fn new(text: &'t str) -> Self {
        Self {
            text,
            seen: read(text),
            heading: None,
            is_agreed: false,
            headings: HashSet::new(),
            hidden_from: None,
            told: HashSet::new(),
            links: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// Compares a heading.
    pub(in crate::parse) fn heading(&mut self, level: u8, title: &str, span: &Range<usize>) {
        let line = line_start(self.text, span.start);
        self.heading = Some(line);
        self.headings.insert(line);
        let first = self.seen.headings.partition_point(|heading| heading.line < line);
        let seen = self.seen.headings.get(first).filter(|heading| heading.line == line);
        self.is_agreed = false;
        if let Some(tag) = seen.and_then(|heading| heading.veil) {
            return self.tell_of_tag(tag, span, false);
        }
        let label = match seen {
            None => Some("a heading for Xen's tool, and text elsewhere"),
            Some(heading) if heading.is_marked => Some("struck out, or with HTML or attributes"),
            Some(heading) if heading.level != level => Some("of another level elsewhere"),
            Some(heading) if !letters(&heading.letters).eq(letters(title)) => Some("another text elsewhere"),
            Some(_) => None,
        };
        self.is_agreed = label.is_none();
        if let Some(label) = label {
            self.find(&problem::READERS_DIFFER, span.clone(), label);
        }
    }

    /// Whether a block of code is seen below the heading for which it is read. If not, that is told, unless it is
    /// `in_doubt` for a reason that was.
    pub(in crate::parse) fn has_code(&mut self, span: &Range<usize>, in_doubt: bool) -> bool {
        let seen = self.code(span);
        let heading = seen.and_then(|block| block.heading).map(|heading| self.seen.headings[heading].line);
        let is_below_it = self.is_agreed && heading == self.heading;
        let veil = match seen {
            None => Some("not a block for other readers of Markdown"),
            Some(Block { veil: Some(Veil::Container(container)), .. }) => {
                self.tell_of(span, in_doubt, format!("within {container} for other readers of Markdown"));
                return false;
            }
            Some(Block { veil: Some(Veil::Language), .. }) => Some("may be drawn as something else"),
            Some(Block { veil: Some(Veil::Tag(tag)), .. }) => {
                let tag = *tag;
                self.tell_of_tag(tag, span, in_doubt);
                return false;
            }
            Some(Block { veil: None, .. }) => None,
        };
        if let Some(veil) = veil {
            self.tell_of(span, in_doubt, veil);
            return false;
        }
        if let Some(tag) = self.seen.changes_the_page {
            self.tell_of_tag(tag, span, in_doubt);
            return false;
        }
        self.hidden_from.is_none() && is_below_it
    }

    /// Whether a block of code is seen below these headings, whose lines begin at these places, from the nearest on.
    pub(in crate::parse) fn has_code_below(&self, span: &Range<usize>, headings: impl Iterator<Item = usize>) -> bool {
        let parent = |heading: &usize| self.seen.headings[*heading].parent;
        let above = std::iter::successors(self.code(span).and_then(|block| block.heading), parent);
        above.map(|heading| self.seen.headings[heading].line).eq(headings.map(|at| line_start(self.text, at)))
    }

    /// Whether something within a block is to be seen as code, though it is none for pandoc. If that is HTML, it may hide
    /// whatever follows.
    pub(in crate::parse) fn has_other_code(&mut self, span: &Range<usize>) -> bool {
        let first = self.seen.blocks.partition_point(|block| block.span.end <= span.start);
        let within = |block: &&Block| block.span.start < span.end;
        let is_there = self.seen.blocks.get(first).is_some_and(|block| within(&block));
        let tag = self.seen.blocks[first..].iter().take_while(within).find_map(|block| {
            let code = &self.text[block.span.clone()];
            let begins_tag = |at: &usize| {
                code[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?' | '/'))
            };
            let at = block.span.start + code.match_indices('<').map(|(at, _)| at).find(begins_tag)?;
            Some(at..at + 1)
        });
        if let Some(tag) = tag.filter(|_| self.hidden_from.is_none()) {
            self.hidden_from = Some(tag.clone());
            self.find(
                &problem::READERS_DIFFER,
                tag,
                "HTML for Xen's tool, so what follows may be hidden; code elsewhere",
            );
        }
        is_there
    }

    /// Allows links that are written as HTML within a block.
    pub(in crate::parse) fn allow_links(&mut self, span: &Range<usize>) {
        self.links.push(span.clone());
    }

    /// Reports what was found before this place.
    pub(in crate::parse) fn finish(mut self, end: usize, report: &mut Report<'_>) {
        let (headings, read) = (std::mem::take(&mut self.seen.headings), std::mem::take(&mut self.headings));
        for heading in headings.into_iter().filter(|heading| !read.contains(&heading.line)) {
            self.find(&problem::HEADING_LOST, heading.span, "a heading for other readers of Markdown");
        }
        let links = std::mem::take(&mut self.links);
        let is_allowed =
            |tag: &Tag| matches!(&*tag.name, "a" | "/a") && links.iter().any(|link| link.contains(&tag.span.start));
        for tag in std::mem::take(&mut self.seen.tags).into_iter().filter(|tag| !is_allowed(tag)) {
            self.find(&problem::HTML_TAG, tag.span, "HTML");
        }
        let mut told = report.lines_with(|problem| problem.level >= LintLevel::Deny);
        let mut lost =
            report.lines_with(|problem| [&problem::HEADING_LOST, &problem::HEADING_UNSPACED].contains(&problem));
        self.findings.sort_by_key(|finding| (finding.problem.level < LintLevel::Deny, finding.span.start));
        for Finding { problem, span, label, related } in self.findings {
            let line = report.source().line(span.start);
            let is_first = told.insert(line);
            let is_first_heading = problem == &problem::HEADING_LOST && lost.insert(line);
            if span.start >= end || !(is_first || is_first_heading) {
                continue;
            }
            match related {
                Some(related) => report.add_with_related(problem, (span, label), related),
                None => report.add(problem, span, label),
            }
        }
    }

    /// The block of code that is seen where this one is read.
    fn code(&self, span: &Range<usize>) -> Option<&Block> {
        let start = line_start(self.text, span.start);
        let after = self.seen.blocks.partition_point(|block| block.span.start <= start);
        self.seen.blocks[..after].last().filter(|block| start == block.span.start && span.end <= block.span.end)
    }

    fn tell_of(&mut self, span: &Range<usize>, in_doubt: bool, label: impl Into<String>) {
        if !in_doubt {
            self.find(&problem::READERS_DIFFER, span.clone(), label);
        }
    }

    /// Tells what a tag hides, once.
    fn tell_of_tag(&mut self, tag: usize, span: &Range<usize>, in_doubt: bool) {
        if in_doubt || !self.told.insert(tag) {
            return;
        }
        let Tag { span: tag, name } = &self.seen.tags[tag];
        let because = match name.as_str() {
            "!--" => "a comment",
            "!" => "a declaration",
            name => &format!("`<{name}>`"),
        };
        let label = format!("may be hidden by {because}, as may be what is below");
        self.findings.push(Finding {
            problem: &problem::READERS_DIFFER,
            span: span.clone(),
            label,
            related: Some((tag.clone(), "which begins here")),
        });
    }

    fn find(&mut self, problem: &'static Problem, span: Range<usize>, label: impl Into<String>) {
        self.findings.push(Finding { problem, span, label: label.into(), related: None });
    }
}
