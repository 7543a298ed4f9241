//! The names of a set's features, in few bytes: a title or an implementation that many features have is there once.

use core::str::from_utf8;

/// The names of features, by row.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct NameTable {
    /// All titles and implementations, one after the other.
    pub text: &'static str,
    /// Where in the text each name is.
    pub spans: NameSpans,
}

/// Where each name is, in as few bytes as the furthest and the longest take.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub enum NameSpans {
    Narrow(&'static [NameSpan<u16, u8>]),
    Wide(&'static [NameSpan<u32, u16>]),
}

/// Where a name is: first byte and length of the title, and of the implementation.
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

    /// First byte and length of the title, then of the implementation.
    #[expect(clippy::inline_always, reason = "only where the table is known does its width fold")]
    #[inline(always)]
    const fn span(self, row: usize) -> [usize; 4] {
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

    /// Title and implementation, as bytes.
    #[expect(clippy::inline_always, reason = "only where the table is known does its width fold")]
    #[inline(always)]
    pub(crate) const fn bytes(self, row: usize) -> [&'static [u8]; 2] {
        let [title, title_length, implementation, length] = self.span(row);
        let text = self.text.as_bytes();
        [text.split_at(title).1.split_at(title_length).0, text.split_at(implementation).1.split_at(length).0]
    }

    /// Whether this is the name in a row, for const evaluation: there a call costs more than comparing a name byte by
    /// byte, so that a check takes a third of the time that it takes with [`bytes`](Self::bytes) and a comparison by
    /// words, and the two loops are not a function. At run time it is slow.
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

    /// The title. Cost: a check that it is UTF-8.
    pub(crate) const fn title(self, row: usize) -> &'static str {
        let [title, _] = self.bytes(row);
        whole_characters(title)
    }

    /// The implementation. Cost: a check that it is UTF-8.
    pub(crate) const fn implementation(self, row: usize) -> &'static str {
        let [_, implementation] = self.bytes(row);
        whole_characters(implementation)
    }
}

const fn whole_characters(part: &[u8]) -> &str {
    match from_utf8(part) {
        Ok(part) => part,
        Err(_) => panic!("the compiler puts whole names into the table"),
    }
}
