//! The names of a set's features in few bytes: a title or an implementation that several features share is stored once.

use core::str::from_utf8;

/// The names of features, by row.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct NameTable {
    /// All titles and implementations, one after the other.
    pub text: &'static str,
    /// Where each name stands in the text.
    pub spans: NameSpans,
}

/// The span of each name, in as few bytes as the furthest start and the longest name take.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub enum NameSpans {
    Narrow(&'static [NameSpan<u16, u8>]),
    Wide(&'static [NameSpan<u32, u16>]),
}

/// The span of a name: the title's first byte and length, then the implementation's.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct NameSpan<O, L>(pub O, pub L, pub O, pub L);

impl NameTable {
    /// How many names there are.
    pub(crate) const fn len(self) -> usize {
        match self.spans {
            NameSpans::Narrow(spans) => spans.len(),
            NameSpans::Wide(spans) => spans.len(),
        }
    }

    /// The title's first byte and length, then the implementation's.
    #[expect(clippy::inline_always, reason = "where the table is a constant, the width is then chosen at compile time")]
    #[inline(always)]
    pub(crate) const fn span(self, row: usize) -> [usize; 4] {
        match self.spans {
            NameSpans::Narrow(spans) => {
                let NameSpan(title, title_length, implementation, length) = spans[row];
                [title as usize, title_length as usize, implementation as usize, length as usize]
            }
            NameSpans::Wide(spans) => {
                let NameSpan(title, title_length, implementation, length) = spans[row];
                [title as usize, title_length as usize, implementation as usize, length as usize]
            }
        }
    }

    /// The title and the implementation, as bytes.
    #[expect(clippy::inline_always, reason = "where the table is a constant, the width is then chosen at compile time")]
    #[inline(always)]
    pub(crate) const fn bytes(self, row: usize) -> [&'static [u8]; 2] {
        let [title, title_length, implementation, length] = self.span(row);
        let text = self.text.as_bytes();
        [text.split_at(title).1.split_at(title_length).0, text.split_at(implementation).1.split_at(length).0]
    }

    /// Whether the row holds this title. For const evaluation only, as [`holds`](Self::holds); names
    /// often begin alike, so it begins at their ends.
    pub(crate) const fn has_title(self, row: usize, title: &str) -> bool {
        let [start, length, ..] = self.span(row);
        let (text, title) = (self.text.as_bytes(), title.as_bytes());
        if title.len() != length {
            return false;
        }
        let mut left = length;
        while left > 0 {
            left -= 1;
            if text[start + left] != title[left] {
                return false;
            }
        }
        true
    }

    /// Whether the row holds this name. For const evaluation only: byte loops instead of calls, three times as fast
    /// there as [`bytes`](Self::bytes) and a comparison by words, and slow at run time.
    pub(crate) const fn holds(self, row: usize, title: &str, implementation: &str) -> bool {
        let [title_start, title_length, start, length] = self.span(row);
        let (text, title, implementation) = (self.text.as_bytes(), title.as_bytes(), implementation.as_bytes());
        if title.len() != title_length || implementation.len() != length {
            return false;
        }
        let mut at = 0;
        while at < title_length {
            if text[title_start + at] != title[at] {
                return false;
            }
            at += 1;
        }
        at = 0;
        while at < length {
            if text[start + at] != implementation[at] {
                return false;
            }
            at += 1;
        }
        true
    }

    /// The title in a row. Cost: a check that it is UTF-8.
    pub(crate) const fn title(self, row: usize) -> &'static str {
        let [title, _] = self.bytes(row);
        as_text(title)
    }

    /// The implementation in a row. Cost: a check that it is UTF-8.
    pub(crate) const fn implementation(self, row: usize) -> &'static str {
        let [_, implementation] = self.bytes(row);
        as_text(implementation)
    }
}

const fn as_text(part: &[u8]) -> &str {
    match from_utf8(part) {
        Ok(part) => part,
        Err(_) => panic!("the compiler puts whole names into the table"),
    }
}
