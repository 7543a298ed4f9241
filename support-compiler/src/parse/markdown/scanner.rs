//! What finds the blocks: the lines of a document, and what was found in them so far.

use super::inline::{self, Read};
use super::lines::{self, Line};
use super::{Block, Difference, Kind};
use std::collections::HashMap;
use std::ops::Range;

/// A document, and what was found in it so far.
pub(super) struct Scanner<'t> {
    pub(super) text: &'t str,
    pub(super) lines: Vec<Line<'t>>,
    blocks: Vec<Block>,
    differences: Vec<Difference>,
    /// By mark and length of a fence: from which line on its end was looked for, and the line that it is in.
    fences: HashMap<(char, usize), (usize, Option<usize>)>,
    /// Texts that were looked for and do not occur any more.
    pub(super) missing: Vec<String>,
}

impl<'t> Scanner<'t> {
    /// Nothing was found yet.
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            lines: lines::split(text),
            blocks: Vec::new(),
            differences: Vec::new(),
            fences: HashMap::new(),
            missing: Vec::new(),
        }
    }

    /// All that was found.
    pub(super) fn into_found(self) -> (Vec<Block>, Vec<Difference>) {
        (self.blocks, self.differences)
    }

    /// Adds a block of the lines before `next`, and gives that.
    pub(super) fn add(&mut self, kind: Kind, first: usize, next: usize) -> usize {
        let start = self.lines[first].words_start();
        let last = (first..next).rev().find(|number| !self.lines[*number].is_blank()).unwrap_or(first);
        self.blocks.push(Block { kind, span: start..self.lines[last].words_end() });
        next
    }

    pub(super) fn differs(&mut self, span: Range<usize>, label: &'static str, spreads: bool) {
        self.differences.push(Difference { span, label, spreads });
    }

    /// The text of a heading, a term or the like that begins at this place.
    pub(super) fn read_inline(&mut self, words: &str, start: usize) -> Read {
        let read = inline::read(words);
        if let Some(label) = read.uncertain {
            let end = self.lines[self.line_at(start)].words_end();
            self.differs(start..end.max(start), label, true);
        }
        read
    }

    /// The number of the line in which this byte of the text is.
    pub(super) fn line_at(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.start <= at).saturating_sub(1)
    }

    /// The first line from this one on that is not blank.
    pub(super) fn skip_blank(&self, first: usize) -> usize {
        self.while_lines(first, Line::is_blank)
    }

    /// The first line from this one on that is blank.
    pub(super) fn skip_words(&self, first: usize) -> usize {
        self.while_lines(first, |line| !line.is_blank())
    }

    /// The first line from this one on that is not such a line.
    pub(super) fn while_lines(&self, first: usize, is_such: impl Fn(&Line<'t>) -> bool) -> usize {
        (first..self.lines.len()).find(|number| !is_such(&self.lines[*number])).unwrap_or(self.lines.len())
    }

    /// The line with the end of the fenced block that begins in this line, if one does.
    pub(super) fn fence_end(&mut self, first: usize) -> Option<usize> {
        let line = self.lines.get(first)?;
        let words = line.outdented();
        let mark = words.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let length = words.chars().take_while(|c| *c == mark).count();
        let info = words[length..].trim();
        let is_info = (info.starts_with('{') && info.ends_with('}')) || !info.contains([' ', '\t', '`', '{', '}']);
        if length < 3 || !is_info {
            return None;
        }
        if let Some((from, end)) = self.fences.get(&(mark, length)) {
            if first >= *from && end.is_none_or(|end| first < end) {
                return *end;
            }
        }
        let ends = |line: &Line<'_>| {
            let words = line.outdented();
            words.len() >= length && words.chars().all(|c| c == mark)
        };
        let end = (first + 1..self.lines.len()).find(|number| ends(&self.lines[*number]));
        self.fences.insert((mark, length), (first, end));
        end
    }
}
