//! Why the tool gives up.

use std::fmt;

/// A place at which the tool would give up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Death {
    /// The number of the block that is the cause.
    pub(crate) block: usize,
    /// The number of the line in it, if it is one line of a fragment.
    pub(crate) line: Option<usize>,
    pub(crate) cause: Cause,
    /// The number of the block at which the tool gives up, if that is a later one.
    pub(crate) at: Option<usize>,
}

/// What the tool gives up on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Cause {
    /// `r_content` remembers a block that it does not know; `ri_CodeBlock` dies at the next fragment.
    UnknownBlock(&'static str),
    /// `ri_Header`: a heading of a level more than one below the one above it.
    LevelSkipped,
    /// `ri_CodeBlock`: a line that its grammar does not have.
    Line,
    /// `find_current_sectnode`, `descr2key`: a status that is below no heading.
    BeforeHeading,
    /// `ri_DefinitionList`: several definitions of one term.
    SeveralDefinitions,
    /// `ri_DefinitionList`: a definition that is not one plain text.
    DefinitionOf(&'static str),
    /// `pandoc2html_inline`: a heading, term or definition with a note, which pandoc prints below the text.
    Note,
    /// `pandoc2html_inline`: a heading or term without text, for which pandoc prints nothing.
    NoText,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownBlock(kind) => {
                write!(f, "Xen's tool does not know {kind}, and gives up at the fragment after it")
            }
            Self::LevelSkipped => f.write_str("Xen's tool gives up: this heading skips a level"),
            Self::Line => f.write_str("Xen's tool gives up: this is no line of a fragment"),
            Self::BeforeHeading => f.write_str("Xen's tool gives up: this is below no heading"),
            Self::SeveralDefinitions => f.write_str("Xen's tool gives up: it takes one definition for each term"),
            Self::DefinitionOf(kind) => {
                write!(f, "Xen's tool gives up: this definition is {kind}, not one line of text")
            }
            Self::Note => f.write_str("Xen's tool gives up: there is a note in the name or the value"),
            Self::NoText => f.write_str("Xen's tool gives up: there is no text"),
        }
    }
}
