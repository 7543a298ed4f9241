//! Reads Markdown into the blocks at the top level of a document, each with its span, as pandoc reads them.
//!
//! Xen's own tool works on what pandoc makes of a page, so the blocks here are pandoc's: a heading needs an empty line
//! before it, a list after a paragraph's line is part of the paragraph, `{#id}` after a heading is its id, and so on
//! (pandoc 2.17, "Pandoc's Markdown" with its default extensions). What lies within a block matters only as far as it
//! decides where the block ends, and as text. Where a page leaves the part of that language on which the blocks are
//! certain, or on which other programs agree with pandoc, there is a [`Difference`].
//!
//! `scan` finds where each block begins and ends, by a `scanner` and with the help of `list`, `definition`, `html` and `region`; `heading`
//! and `inline` read the text of headings, terms and items, and `smart` its quotes and dashes.

mod definition;
mod heading;
mod html;
mod inline;
mod lines;
mod list;
mod outline;
mod region;
mod scan;
mod scanner;
mod smart;

pub(crate) use html::is_inline_html;
pub(crate) use lines::expand_tabs;
pub(crate) use list::marker_length;
pub use outline::outline;
pub(crate) use scan::blocks;

use std::ops::Range;

/// A block at the top level of a document.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) kind: Kind,
    /// The block without blanks before it, and without the end of its last line.
    pub(crate) span: Range<usize>,
}

/// What a block is. The names are those of pandoc's, except where its are about typesetting.
#[derive(Debug)]
pub(crate) enum Kind {
    /// A heading.
    Heading {
        /// How many `#` mark it; 1 or 2 if the line below it does.
        level: u8,
        /// The title.
        text: Inline,
        /// The id that is written behind the title: `{#id}`.
        id: Option<String>,
    },
    /// A paragraph.
    Paragraph,
    /// An indented or fenced block.
    Code,
    /// A definition list.
    Definitions(Vec<Definition>),
    /// A list whose items have no numbers.
    BulletList(Vec<Inline>),
    /// Any other block that pandoc has.
    Other(Other),
    /// What is no block: metadata, notes, the targets of links.
    Nothing,
}

/// The kinds of block that Xen's tool does not know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Other {
    /// `1. …`, `a) …`, `#. …`.
    OrderedList,
    /// `> …`.
    Quote,
    /// `---`.
    Rule,
    /// `<!-- … -->`.
    Comment,
    /// `<p>` and other tags that make blocks.
    Html,
    /// `<div>` or `:::`, and what is in it.
    Division,
    /// A table.
    Table,
    /// `| …`.
    LineBlock,
    /// What is meant for one output format: ```` ```{=html} ````, TeX.
    Raw,
    /// Text that is cut short by HTML.
    Text,
}

impl Other {
    /// The word for it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::OrderedList => "a numbered list",
            Self::Quote => "a quote",
            Self::Rule => "a rule",
            Self::Comment => "a comment",
            Self::Html => "HTML",
            Self::Division => "a division",
            Self::Table => "a table",
            Self::LineBlock => "a line block",
            Self::Raw => "a raw block",
            Self::Text => "text beside HTML",
        }
    }
}

/// A term, and its definitions.
#[derive(Debug)]
pub(crate) struct Definition {
    pub(crate) term: Inline,
    /// The words of the term that are not formatted, of which Xen's tool makes the key.
    pub(crate) words: String,
    pub(crate) bodies: Vec<DefinitionBody>,
}

/// One definition of a term.
#[derive(Debug)]
pub(crate) struct DefinitionBody {
    pub(crate) text: Inline,
    /// The word for what it is, if it is not one text without empty lines before it or within: the only form that Xen's
    /// tool takes.
    pub(crate) block: Option<&'static str>,
}

/// Running text without its formatting.
#[derive(Clone, Default, Debug)]
pub(crate) struct Inline {
    /// The text as the author typed it.
    pub(crate) plain: String,
    /// The text with typographic quotes, dashes and dots, as pandoc prints it.
    pub(crate) typeset: String,
    /// The text that a heading's id is made of, if it is not the typeset one.
    pub(crate) spoken: Option<String>,
    /// The target of the first link in the text.
    pub(crate) link: Option<String>,
}

/// A place at which a page is read otherwise by some reader of Markdown, or may be read otherwise by pandoc than here.
#[derive(Debug)]
pub(crate) struct Difference {
    pub(crate) span: Range<usize>,
    /// What is written there.
    pub(crate) label: &'static str,
    /// Whether it may have swallowed or cut what is below it, up to the next heading.
    pub(crate) spreads: bool,
}

#[cfg(test)]
mod tests;
