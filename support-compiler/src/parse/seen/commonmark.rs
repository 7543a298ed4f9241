//! Asks a reader of `CommonMark`, with the extensions that GitHub has, for what is to be seen.

use super::html::{Elements, is_void};
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
    /// How many elements were open where each paragraph, or the like, began.
    depths: Vec<usize>,
    /// The part of HTML that is being read, and where it began.
    html: Option<(String, Range<usize>)>,
}

impl Viewer<'_> {
    fn event(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = self.heading {
                    self.seen.headings[heading].letters.extend(letters(&text));
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
            Tag::Paragraph | Tag::Item | Tag::TableCell => self.depths.push(self.elements.depth()),
            Tag::Heading { level, .. } => {
                self.depths.push(self.elements.depth());
                self.heading = Some(self.add_heading(*level as u8, span, false));
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
                self.elements.end_paragraph(self.depths.pop().unwrap_or(0));
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
