//! Asks a reader of `CommonMark`, with the extensions that GitHub has, for what is to be seen.

use super::html::{Elements, is_void};
use super::markup::Markup;
use super::{Block, Heading, Seen, Veil, letters};
use crate::parse::fragment::line_start;
use crate::unicode::BYTE_ORDER_MARK;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// What is to be seen of a page.
///
/// Cost: linear in the length of the text.
pub(in crate::parse) fn read(text: &str) -> Seen {
    // GitHub has no attributes of headings; with them, headings have the text that they are meant to have.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut viewer = Viewer { text, ..Viewer::default() };
    let start = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    for (event, span) in Parser::new_ext(&text[start..], options).into_offset_iter() {
        viewer.event(event, start + span.start..start + span.end);
    }
    viewer.seen.changes_the_page = viewer.elements.far_reaching;
    viewer.seen
}

#[derive(Default)]
struct Viewer<'t> {
    text: &'t str,
    seen: Seen,
    /// The blocks that contain what is read, by the word for each.
    containers: Vec<&'static str>,
    /// The number of the heading that is being read.
    heading: Option<usize>,
    /// The numbers of the headings that the next one may be below, by level.
    open: Vec<usize>,
    elements: Elements,
    /// The paragraphs and the like that are being read.
    leaves: Vec<Leaf>,
    /// The part of HTML that is being read, and where it began.
    html: Option<(String, Range<usize>)>,
}

/// A paragraph, or the like.
struct Leaf {
    /// How many elements were open where it began.
    depth: usize,
    /// Where it ends.
    end: usize,
}

impl Viewer<'_> {
    fn leaf(&self, span: &Range<usize>) -> Leaf {
        Leaf { depth: self.elements.depth(), end: span.end }
    }

    fn event(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => {
                self.add_letters(&text);
                self.read_other_tags(span);
            }
            Event::Code(code) => {
                self.add_letters(&code);
                // For pandoc, code with such an attribute is HTML.
                if self.text[span.end..].starts_with("{=") {
                    self.read_html(&code, &span);
                }
            }
            Event::Html(html) => match &mut self.html {
                Some((block, place)) => {
                    block.push_str(&html);
                    place.end = span.end;
                }
                None => self.html = Some((html.into_string(), span)),
            },
            Event::InlineHtml(html) => self.read_html(&html, &span),
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Range<usize>) {
        if let Some(container) = container(tag) {
            self.containers.push(container);
        }
        match tag {
            Tag::Paragraph | Tag::Item | Tag::TableCell => self.leaves.push(self.leaf(&span)),
            Tag::Heading { level, classes, attrs, .. } => {
                self.leaves.push(self.leaf(&span));
                let is_shown_otherwise = classes.iter().any(|class| !matches!(&**class, "unnumbered" | "unlisted"))
                    || attrs.iter().any(|(name, _)| &**name != "-");
                self.heading = Some(self.add_heading(*level as u8, span, is_shown_otherwise));
            }
            Tag::CodeBlock(kind) => {
                let is_plain = match kind {
                    CodeBlockKind::Indented => true,
                    CodeBlockKind::Fenced(language) => matches!(&**language, "" | "text"),
                };
                let container = self.containers.first().map(|container| Veil::Container(container));
                let language = (!is_plain).then_some(Veil::Language);
                let veil = container.or(self.elements.veil().map(Veil::Tag)).or(language);
                let span = line_start(self.text, span.start)..span.end;
                self.seen.blocks.push(Block { span, heading: self.seen.headings.len().checked_sub(1), veil });
            }
            Tag::Strikethrough => self.mark_heading(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell | TagEnd::Heading(_) => {
                if let Some(leaf) = self.leaves.pop() {
                    self.elements.end_paragraph(leaf.depth);
                }
                self.heading = None;
            }
            TagEnd::HtmlBlock => {
                if let Some((html, span)) = self.html.take() {
                    self.read_html(&html, &span);
                }
            }
            _ => {}
        }
        if matches!(tag, TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::FootnoteDefinition | TagEnd::Table) {
            self.containers.pop();
        }
    }

    fn add_letters(&mut self, text: &str) {
        if let Some(heading) = self.heading {
            self.seen.headings[heading].letters.extend(letters(text));
        }
    }

    /// Reads the tags in a text that are none for `CommonMark`, which is strict about attributes, but are for pandoc.
    fn read_other_tags(&mut self, span: Range<usize>) {
        let Some(end) = self.leaves.last().map(|leaf| leaf.end) else { return };
        let text = self.text;
        for (at, _) in text[span.clone()].match_indices('<') {
            let start = span.start + at;
            let backslashes = text[..start].len() - text[..start].trim_end_matches('\\').len();
            let tag = text.get(start..end).and_then(Markup::read);
            if let Some(tag) = tag.filter(|tag| backslashes % 2 == 0 && tag.has_certain_end && !tag.is_comment()) {
                let place = start..start + tag.length;
                self.read_html(&text[place.clone()], &place);
            }
        }
    }

    fn read_html(&mut self, html: &str, span: &Range<usize>) {
        let first = self.seen.tags.len();
        self.elements.read(html, span, &mut self.seen.tags);
        if self.seen.tags[first..].iter().any(|tag| !is_void(&tag.name)) {
            self.mark_heading();
        }
        for number in first..self.seen.tags.len() {
            let tag = &self.seen.tags[number];
            if let [b'h', level @ b'1'..=b'6'] = tag.name.as_bytes() {
                self.add_heading(level - b'0', tag.span.clone(), true);
            }
        }
    }

    fn mark_heading(&mut self) {
        if let Some(heading) = self.heading {
            self.seen.headings[heading].is_marked = true;
        }
    }

    /// Adds a heading, and gives its number.
    fn add_heading(&mut self, level: u8, span: Range<usize>, is_marked: bool) -> usize {
        let number = self.seen.headings.len();
        let headings = &self.seen.headings;
        while self.open.last().is_some_and(|above| headings[*above].level >= level) {
            self.open.pop();
        }
        let parent = self.open.last().copied();
        self.open.push(number);
        let line = line_start(self.text, span.start);
        let veil = self.elements.veil();
        self.seen.headings.push(Heading { line, span, level, letters: String::new(), is_marked, veil, parent });
        number
    }
}

/// The word for a block that contains others.
fn container(tag: &Tag<'_>) -> Option<&'static str> {
    Some(match tag {
        Tag::BlockQuote(_) => "a quote",
        Tag::List(_) => "a list",
        Tag::FootnoteDefinition(_) => "a note",
        Tag::Table(_) => "a table",
        _ => return None,
    })
}
