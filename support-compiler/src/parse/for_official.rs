//! The blocks of a page as `official` takes them, which reads them as Xen's own tool does.

use super::fragment;
use super::markdown::{Block, Definition, DefinitionBody, Kind};
use crate::official;

/// A heading as Xen's own tool takes it.
pub(super) fn heading(level: u8, id: &str, title: &str) -> official::Block {
    official::Block::Header { level, id: id.to_owned(), title: official::Text::plain(title) }
}

/// A block as Xen's own tool takes it; `None` for a heading, whose id is not known yet, and for what is no block.
pub(super) fn block(text: &str, block: &Block) -> Option<official::Block> {
    Some(match &block.kind {
        Kind::Heading { .. } | Kind::Nothing => return None,
        Kind::Paragraph => official::Block::Para,
        Kind::Code => official::Block::Code(fragment::code(text, block.span.clone())),
        Kind::BulletList(_) => official::Block::BulletList,
        Kind::Definitions(definitions) => official::Block::Definitions(definitions.iter().map(definition).collect()),
        Kind::Other(other) => official::Block::Other(other.name()),
    })
}

fn definition(Definition { term, words, bodies }: &Definition) -> official::Definition {
    let body = |body: &DefinitionBody| match body.block {
        None => official::DefinitionBody::Plain(official::Text::plain(&body.text.typeset)),
        Some(word) => official::DefinitionBody::Other(word),
    };
    official::Definition {
        words: words.clone(),
        term: official::Text::plain(&term.typeset),
        bodies: bodies.iter().map(body).collect(),
    }
}
