//! Reads Markdown into the blocks at the top level of a document, each with its span.

use crate::unicode::BYTE_ORDER_MARK;
use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

/// A block at the top level of a document.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) kind: Kind,
    pub(crate) span: Range<usize>,
}

#[derive(Debug)]
pub(crate) enum Kind {
    Heading {
        level: u8,
        text: Inline,
    },
    Paragraph,
    Code,
    /// Terms, each with its definitions.
    Definitions(Vec<(Inline, Vec<Inline>)>),
    /// The items of a list.
    List {
        is_ordered: bool,
        items: Vec<Inline>,
    },
    /// Any other block, with the word for it: `a quote`.
    Other(&'static str),
}

/// Running text without its formatting.
#[derive(Default, Debug)]
pub(crate) struct Inline {
    /// The text as the author typed it.
    pub(crate) plain: String,
    /// The text with typographic quotes, dashes and dots, as pandoc prints it.
    pub(crate) typeset: String,
    /// The target of the first link in the text.
    pub(crate) link: Option<String>,
    /// The words that are not formatted, as typeset.
    pub(crate) words: String,
    /// The word for the first block in it, `a list`, if it is not plain running text.
    pub(crate) block: Option<&'static str>,
    /// How many paragraphs it has, of which the first is plain running text in a definition.
    paragraphs: u32,
}

/// The text without a byte-order mark, for [`blocks`]. All other bytes keep their places.
pub(crate) fn without_mark(text: &str) -> Cow<'_, str> {
    match text.strip_prefix(BYTE_ORDER_MARK) {
        // Three blanks replace the three bytes of the mark. A heading may be indented by three blanks.
        Some(rest) => Cow::Owned(format!("   {rest}")),
        None => Cow::Borrowed(text),
    }
}

/// The blocks at the top level of a document, in order.
pub(crate) fn blocks(text: &str) -> impl Iterator<Item = Block> {
    // The extensions of pandoc's Markdown that the pages use.
    let options = Options::ENABLE_DEFINITION_LIST | Options::ENABLE_SMART_PUNCTUATION;
    let mut reader = Reader { text, events: Parser::new_ext(text, options).into_offset_iter() };
    std::iter::from_fn(move || reader.block())
}

struct Reader<'t> {
    text: &'t str,
    events: OffsetIter<'t>,
}

impl Reader<'_> {
    fn block(&mut self) -> Option<Block> {
        let (event, span) = self.events.next()?;
        let kind = match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let mut text = self.inline();
                // The parser leaves a tab at the end of a heading in its text.
                for text in [&mut text.plain, &mut text.typeset] {
                    text.truncate(text.trim_end().len());
                    text.drain(..text.len() - text.trim_start().len());
                }
                Kind::Heading { level: level as u8, text }
            }
            Event::Start(Tag::DefinitionList) => Kind::Definitions(self.definitions()),
            Event::Start(Tag::List(start)) => Kind::List { is_ordered: start.is_some(), items: self.items() },
            Event::Start(tag) => {
                self.visit_element(|_, _| ());
                match tag {
                    Tag::Paragraph => Kind::Paragraph,
                    Tag::CodeBlock(_) => Kind::Code,
                    tag => Kind::Other(block_word(&tag).unwrap_or("such a block")),
                }
            }
            Event::Rule => Kind::Other("a rule"),
            _ => Kind::Other("such a block"),
        };
        Some(Block { kind, span })
    }

    /// Reads to the end of the element that has just begun, and shows each event in it to `visit`.
    fn visit_element(&mut self, mut visit: impl FnMut(Event<'_>, Range<usize>)) {
        let mut depth = 1;
        for (event, span) in self.events.by_ref() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            visit(event, span);
        }
    }

    /// Reads the text of the element that has just begun.
    fn inline(&mut self) -> Inline {
        let mut inline = Inline::default();
        let typed = self.text;
        // How many elements and quotation marks are open.
        let (mut elements, mut quotes) = (0_usize, 0_usize);
        self.visit_element(|event, span| match event {
            Event::Start(Tag::Paragraph) if elements == 0 => {
                inline.paragraphs += 1;
                elements += 1;
            }
            Event::Start(tag) => {
                elements += 1;
                inline.words.push(' ');
                inline.block = inline.block.or(block_word(&tag));
                if let Tag::Link { dest_url, .. } = tag {
                    inline.link.get_or_insert_with(|| dest_url.to_string());
                }
            }
            Event::End(_) => elements -= 1,
            Event::Text(text) => {
                match &*text {
                    "‘" | "“" => quotes += 1,
                    "’" | "”" if quotes > 0 => {
                        quotes -= 1;
                        inline.words.push(' ');
                    }
                    text if elements + quotes == 0 => inline.words.push_str(text),
                    _ => inline.words.push(' '),
                }
                inline.plain.push_str(if is_typographic(&text) { &typed[span] } else { &text });
                inline.typeset.push_str(&text);
            }
            Event::Code(code) => {
                inline.words.push(' ');
                inline.plain.push_str(&code);
                inline.typeset.push_str(&code);
            }
            Event::SoftBreak | Event::HardBreak => {
                for text in [&mut inline.plain, &mut inline.typeset, &mut inline.words] {
                    text.push(' ');
                }
            }
            Event::InlineHtml(html) => {
                inline.words.push(' ');
                if let Some(target) = html_link(&html) {
                    inline.link.get_or_insert_with(|| target.to_owned());
                }
            }
            Event::Rule => inline.block = inline.block.or(Some("a rule")),
            _ => {}
        });
        inline
    }

    /// Reads the text of each item of the list that has just begun.
    fn items(&mut self) -> Vec<Inline> {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.inline()),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        items
    }

    /// Reads the terms of the definition list that has just begun, each with its definitions.
    fn definitions(&mut self) -> Vec<(Inline, Vec<Inline>)> {
        let mut definitions: Vec<(Inline, Vec<Inline>)> = Vec::new();
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => definitions.push((self.inline(), Vec::new())),
                Event::Start(Tag::DefinitionListDefinition) => {
                    let mut definition = self.inline();
                    // pandoc takes it for a paragraph if there is an empty line before it.
                    let before = self.text[..span.start].trim_end_matches([' ', ':', '~']);
                    let is_loose = before.ends_with("\n\n") || before.ends_with("\n\r\n");
                    if definition.paragraphs > 1 || (definition.paragraphs == 1 && is_loose) {
                        definition.block = definition.block.or(Some("a paragraph"));
                    }
                    if let Some((_, of_term)) = definitions.last_mut() {
                        of_term.push(definition);
                    }
                }
                Event::End(TagEnd::DefinitionList) => break,
                _ => {}
            }
        }
        definitions
    }
}

/// Whether this is a text by which smart punctuation replaces quotes, dashes and dots.
fn is_typographic(text: &str) -> bool {
    matches!(text, "‘" | "’" | "“" | "”" | "–" | "—" | "…")
}

/// The word for a block that is neither heading, paragraph nor code at the top level; `None` for what stands in running
/// text.
fn block_word(tag: &Tag<'_>) -> Option<&'static str> {
    match tag {
        Tag::Paragraph => Some("a paragraph"),
        Tag::Heading { .. } => Some("a heading"),
        Tag::CodeBlock(_) => Some("an indented block"),
        Tag::BlockQuote(_) => Some("a quote"),
        Tag::HtmlBlock => Some("HTML"),
        Tag::List(Some(_)) => Some("a numbered list"),
        Tag::List(None) => Some("a list"),
        Tag::DefinitionList => Some("a list of definitions"),
        Tag::Table(_) => Some("a table"),
        Tag::FootnoteDefinition(_) => Some("a note"),
        Tag::MetadataBlock(_) => Some("metadata"),
        _ => None,
    }
}

/// The target of an `<a href="…">`.
fn html_link(html: &str) -> Option<&str> {
    let (_, attribute) = html.strip_prefix("<a ")?.split_once("href=\"")?;
    Some(attribute.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::{Kind, blocks};

    fn heading(text: &str) -> (String, String) {
        match blocks(text).last().unwrap().kind {
            Kind::Heading { text, .. } => (text.plain, text.typeset),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_heading_is_read_without_formatting_closing_marks_and_blanks() {
        let (plain, _) = heading("### *x* `y_z` [w](u) <b>v</b> a_b \\& ###  \n");
        assert_eq!(plain, "x y_z w v a_b &");
    }

    #[test]
    fn the_lines_of_a_heading_are_joined_by_blanks() {
        assert_eq!(heading("one\ntwo  \nthree\n---\n").0, "one two three");
    }

    #[test]
    fn quotes_and_dashes_are_kept_as_typed_and_as_typeset() {
        let (plain, typeset) = heading("### The 'debug keys' -- \"all\" ... it's\n");
        assert_eq!(plain, "The 'debug keys' -- \"all\" ... it's");
        assert_eq!(typeset, "The ‘debug keys’ – “all” … it’s");
    }

    #[test]
    fn definitions_have_texts_and_links() {
        for definition in ["<a href=\"https://x/RN\">RN</a>", "[RN](https://x/RN)"] {
            let text = format!("Release Notes\n: {definition}\n");
            let Kind::Definitions(definitions) = blocks(&text).next().unwrap().kind else { panic!() };
            assert_eq!(definitions[0].0.plain, "Release Notes");
            assert_eq!(definitions[0].1[0].plain, "RN");
            assert_eq!(definitions[0].1[0].link.as_deref(), Some("https://x/RN"));
        }
    }

    #[test]
    fn a_term_has_words_that_are_not_formatted_and_a_definition_may_be_a_block() {
        let text =
            "One *two* `three` it's \"four\" f<b>i</b>ve\n: plain\n: * list\n\nloose\n\n: paragraph\n\nt\n: a\n\n  b\n";
        let Kind::Definitions(definitions) = blocks(text).next().unwrap().kind else { panic!() };
        assert_eq!(definitions[0].0.words.split_whitespace().collect::<Vec<_>>(), ["One", "it’s", "f", "i", "ve"]);
        let blocks = definitions.iter().flat_map(|(_, definitions)| definitions).map(|definition| definition.block);
        assert_eq!(blocks.collect::<Vec<_>>(), [None, Some("a list"), Some("a paragraph"), Some("a paragraph")]);
    }

    #[test]
    fn blocks_come_in_order_with_their_spans() {
        let text = "% title\n\n# a\n\n    k: v\n\ttabbed: v\n\n* x\n\n    * nested\n* y\n\nterm\n: text\n\n> quote\n\n---\n\nlast\n";
        let blocks: Vec<_> = blocks(text).collect();
        let kinds: Vec<_> = blocks
            .iter()
            .map(|block| match &block.kind {
                Kind::Heading { .. } => "heading",
                Kind::Paragraph => "paragraph",
                Kind::Code => "code",
                Kind::Definitions(_) => "definitions",
                Kind::List { is_ordered, items } => {
                    assert_eq!((*is_ordered, items.len()), (false, 2));
                    "list"
                }
                Kind::Other(word) => word,
            })
            .collect();
        assert_eq!(kinds, ["paragraph", "heading", "code", "list", "definitions", "a quote", "a rule", "paragraph"]);
        assert_eq!(&text[blocks[2].span.clone()], "k: v\n\ttabbed: v\n");
    }
}
