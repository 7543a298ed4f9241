//! What is lost of the lines below one heading, and so leaves others in doubt.

use super::fragment::{Fragment, line_start};
use super::lost::{What, lost};
use std::collections::HashSet;
use std::ops::Range;

/// What is lost of the lines below a heading, so that it leaves others in doubt.
#[derive(Debug, Default)]
pub(super) struct LostLines<'s> {
    /// The implementations of status lines.
    implementations: HashSet<&'s str>,
    /// Whether a status line is lost of which it cannot be told whose it is.
    any_status: bool,
    /// Whether a line of a label's definition is lost.
    label: bool,
    /// The keys of lines of the Release Support.
    release: HashSet<&'static str>,
}

impl<'s> LostLines<'s> {
    /// Adds a line; false if it is a heading.
    pub(super) fn add(&mut self, line: What<'s>) -> bool {
        match line {
            What::Status(Some(implementation)) => {
                self.implementations.insert(implementation);
            }
            What::Status(None) => self.any_status = true,
            What::Label => self.label = true,
            What::Release(key) => {
                self.release.insert(key);
            }
            What::Heading => return false,
        }
        true
    }

    /// Adds what is lost of a block with malformed lines, which are those that the fragment does not have. Those that
    /// begin `with_key` have a key, though not the right one. Gives whether a heading is among them.
    pub(super) fn add_malformed(
        &mut self,
        text: &'s str,
        block: Range<usize>,
        fragment: &Fragment<'s>,
        with_key: &HashSet<usize>,
    ) -> bool {
        let kept = fragment.lines(text);
        let mut has_heading = false;
        let mut at = line_start(text, block.start);
        for line in text[at..block.end].split_inclusive('\n') {
            if with_key.contains(&at) {
                let key = line.split_once(':').map_or("", |(key, _)| key);
                self.implementations
                    .insert(key.split_once(',').map_or("", |(_, implementation)| implementation.trim()));
            }
            if let Some(lost) = lost(line).filter(|_| !kept.contains(&at)) {
                has_heading |= !self.add(lost.what);
            }
            at += line.len();
        }
        has_heading
    }

    /// Whether a status of this implementation may be lost.
    pub(super) fn has_status(&self, implementation: &str) -> bool {
        self.any_status || self.implementations.contains(implementation)
    }

    /// Whether a line of a label's definition is lost.
    pub(super) fn has_label_line(&self) -> bool {
        self.label
    }

    /// Whether a line of the Release Support with this key is lost.
    pub(super) fn has_release_line(&self, key: &str) -> bool {
        self.release.contains(key)
    }
}
