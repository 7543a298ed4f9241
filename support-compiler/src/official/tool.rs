//! Reads the blocks of a page as the tool does.

use super::block::{Block, Definition, DefinitionBody, Text};
use super::death::{Cause, Death};
use super::lines;
use super::tree::{Row, Section, Tree};

/// What the tool makes of a page.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The rows, in its order.
    pub(crate) rows: Vec<Row>,
    /// Where it gives up, by block.
    pub(crate) deaths: Vec<Death>,
}

/// Reads the blocks of one page.
pub(crate) fn read(blocks: &[Block]) -> Reading {
    let mut tool = Tool::default();
    for (number, block) in blocks.iter().enumerate() {
        tool.block = number;
        match block {
            Block::Header { level, id, title } => tool.header(*level, id, title),
            Block::Para => tool.para(),
            Block::Code(text) => tool.code(text),
            Block::Definitions(definitions) => definitions.iter().for_each(|definition| tool.definition(definition)),
            // `ri_BulletList`
            Block::BulletList => {}
            Block::Other(kind) => tool.unknown.push((number, kind)),
        }
    }
    tool.finish(blocks)
}

#[derive(Default)]
struct Tool {
    /// The number of the block that is being read.
    block: usize,
    /// `@insections`
    open: Vec<Section>,
    /// `$had_feature`: whether there is a status below the heading.
    had_feature: bool,
    /// `$had_unknown`: the unknown blocks before the next fragment.
    unknown: Vec<(usize, &'static str)>,
    tree: Tree,
    deaths: Vec<Death>,
}

impl Tool {
    fn die(&mut self, cause: Cause) {
        self.deaths.push(Death { block: self.block, line: None, cause, at: None });
    }

    /// `ri_Header`
    fn header(&mut self, level: u8, id: &str, title: &Text) {
        let above = usize::from(level).saturating_sub(1);
        if above > self.open.len() {
            self.die(Cause::LevelSkipped);
        }
        self.open.truncate(above);
        self.open.push(Section {
            key: id.to_owned(),
            headline: title.shown.clone(),
            block: self.block,
            is_real: true,
            node: None,
        });
        self.had_feature = false;
    }

    /// `ri_Para`
    fn para(&mut self) {
        if self.had_feature {
            if let Some(node) = self.tree.current(&mut self.open) {
                self.tree.set_caveats(node);
            }
        }
    }

    /// `ri_CodeBlock`
    fn code(&mut self, text: &str) {
        let kind = lines::kind(text);
        if kind == lines::Kind::Label {
            return;
        }
        for (block, kind) in std::mem::take(&mut self.unknown) {
            self.deaths.push(Death { block, line: None, cause: Cause::UnknownBlock(kind), at: Some(self.block) });
        }
        for (number, line) in text.split('\n').enumerate() {
            let line = line.trim_end();
            if line.is_empty() {
                continue;
            }
            let cause = match lines::parse(line, kind) {
                Some(_) if self.open.is_empty() => Cause::BeforeHeading,
                Some(line) => {
                    self.entry(line.description, line.description, line.value);
                    continue;
                }
                None => Cause::Line,
            };
            self.deaths.push(Death { block: self.block, line: Some(number), cause, at: None });
        }
    }

    /// `ri_DefinitionList`, for one term.
    fn definition(&mut self, definition: &Definition) {
        if self.open.is_empty() {
            return self.die(Cause::BeforeHeading);
        }
        match definition.bodies.as_slice() {
            [DefinitionBody::Plain(value)] => {
                let term = definition.term.shown.trim();
                self.entry_of_term(&definition.words, term, &value.shown);
                if definition.term.has_note || value.has_note {
                    self.die(Cause::Note);
                } else if definition.term.is_empty || value.is_empty {
                    self.die(Cause::NoText);
                }
            }
            [DefinitionBody::Other(kind)] => self.die(Cause::DefinitionOf(kind)),
            _ => self.die(Cause::SeveralDefinitions),
        }
    }

    /// A status line's entry: below the heading if it has a description, else the heading's own.
    fn entry(&mut self, description: &str, headline: &str, value: &str) {
        if description.is_empty() {
            self.feature_entry(value);
        } else {
            self.entry_of_term(description, headline, value);
        }
    }

    fn entry_of_term(&mut self, description: &str, headline: &str, value: &str) {
        // `descr2key`
        let Some(heading) = self.open.last() else { return };
        let key = format!("{}--{}", heading.key, lines::key_of(description));
        self.open.push(Section { key, headline: headline.to_owned(), block: self.block, is_real: false, node: None });
        self.feature_entry(value);
        self.open.pop();
    }

    /// `parse_feature_entry`
    fn feature_entry(&mut self, value: &str) {
        self.had_feature = true;
        if let Some(node) = self.tree.current(&mut self.open) {
            self.tree.set_value(node, value.to_owned());
        }
    }

    /// `analyse_reprocess` and `write_output`
    fn finish(mut self, blocks: &[Block]) -> Reading {
        let headlines: Vec<usize> = self.tree.headline_blocks().collect();
        for number in headlines {
            if let Block::Header { title, .. } = &blocks[number] {
                self.block = number;
                if title.has_note {
                    self.die(Cause::Note);
                } else if title.is_empty {
                    self.die(Cause::NoText);
                }
            }
        }
        self.deaths.sort_by_key(|death| death.block);
        Reading { rows: self.tree.rows(), deaths: self.deaths }
    }
}

#[cfg(test)]
mod tests;
