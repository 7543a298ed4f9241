//! What the tool distinguishes in a page.

/// A block at the top level of a page, as pandoc reads it.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// A heading, with the id that pandoc gives it.
    Header { level: u8, id: String, title: Text },
    /// A paragraph.
    Para,
    /// The text of an indented or fenced block, without its indentation or fences.
    Code(String),
    /// Terms, each with its definitions.
    Definitions(Vec<Definition>),
    /// A list whose items have no numbers.
    BulletList,
    /// Any other block, with the word for it: `a quote`.
    Other(&'static str),
}

/// A term and its definitions.
#[derive(Clone, Debug)]
pub(crate) struct Definition {
    /// The term's words that are not formatted, which make the key.
    pub(crate) words: String,
    pub(crate) term: Text,
    pub(crate) bodies: Vec<DefinitionBody>,
}

/// One definition of a term.
#[derive(Clone, Debug)]
pub(crate) enum DefinitionBody {
    /// One line of text, or several without an empty line before or between them.
    Plain(Text),
    /// Anything else, with the word for it.
    Other(&'static str),
}

/// Running text, as pandoc prints it.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(crate) struct Text {
    /// The text without its formatting.
    pub(crate) shown: String,
    /// Whether there is nothing at all in it, not even formatting.
    pub(crate) is_empty: bool,
    /// Whether it has a note, such as `[^1]`.
    pub(crate) has_note: bool,
}

impl Text {
    /// Text without notes.
    pub(crate) fn plain(shown: &str) -> Self {
        Self { shown: shown.to_owned(), is_empty: shown.is_empty(), has_note: false }
    }
}
