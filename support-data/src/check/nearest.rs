//! "Did you mean": the names of a set that are nearest to one that it does not have, in const evaluation and at run time.

use super::distance::{Part, apart, edits, smaller, spend};
use crate::lookup::NameTable;

/// How many names are suggested.
const SUGGESTED: usize = 3;

/// How many edits away a name may be, whatever its length.
const FARTHEST: usize = 4;

/// How many iterations and calls a search may take. Const evaluation stops a build after two million of them; this leaves
/// room for the rest of the check, and for what else stands in the same constant.
const EFFORT: usize = 1_200_000;

/// What each name takes, and what one takes in addition whose lengths do not rule it out.
const PER_NAME: usize = 8;
const PER_NAME_IN_QUESTION: usize = 10;

/// What a search found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Nearest {
    /// The rows of the names that are near, the nearest first.
    pub(crate) rows: [Option<usize>; SUGGESTED],
    distances: [usize; SUGGESTED],
    /// Whether there are features with exactly this title.
    pub(crate) has_title: bool,
    /// How many names were looked at: all, unless the effort ended before.
    pub(crate) searched: usize,
}

/// The names that are nearest to this one.
///
/// If there are features with exactly this title, these are the nearest of them. If not, they are the names whose
/// distance is at most four and at most a third of the letters, and after those the titles that contain this one.
pub(crate) const fn nearest_names(names: NameTable, title: &str, implementation: &str) -> Nearest {
    search(names, Wanted::new(title, implementation), EFFORT)
}

const fn search(names: NameTable, wanted: Wanted<'_>, mut effort: usize) -> Nearest {
    let effort = &mut effort;
    let mut nearest = Nearest::NONE;
    let (mut row, rows, text) = (0, names.len(), names.text.as_bytes());
    while row < rows {
        spend!(PER_NAME of effort, or return nearest);
        let [start, title_length, implementation_start, length] = names.span(row);
        let title = Part { text, start, end: start + title_length };
        let implementation = Part { text, start: implementation_start, end: implementation_start + length };
        let is_exact = title_length == wanted.title.end && is_equal(title, wanted.title.text, effort);
        if is_exact && !nearest.has_title {
            nearest = Nearest { has_title: true, searched: row, ..Nearest::NONE };
        }
        // A name that is no nearer than the last of those that were found is of no use.
        let below = nearest.distances[SUGGESTED - 1];
        if below > 0 && (is_exact || !nearest.has_title && wanted.may_be_near(title_length, length, below)) {
            spend!(PER_NAME_IN_QUESTION of effort, or return nearest);
            let distance = if is_exact {
                edits(implementation, wanted.implementation, smaller!(FARTHEST, below - 1), effort)
            } else {
                wanted.distance(title, implementation, below, effort)
            };
            // What could not be compared to its end is not told to be near.
            spend!(1 of effort, or return nearest);
            nearest.insert(row, distance);
        }
        row += 1;
        nearest.searched = row;
    }
    nearest
}

/// Whether a part of a text is this text, which is as long. Names often begin alike, so it begins at their ends.
const fn is_equal(part: Part<'_>, text: &[u8], effort: &mut usize) -> bool {
    let mut length = part.end - part.start;
    while length > 0 {
        spend!(1 of effort, or return false);
        length -= 1;
        if part.text[part.start + length] != text[length] {
            return false;
        }
    }
    true
}

/// The name that is looked for.
#[derive(Clone, Copy)]
struct Wanted<'n> {
    title: Part<'n>,
    implementation: Part<'n>,
    /// A bit for each kind of letter in the title, as [`kind`] says.
    letters: u64,
    /// How far a name may be from it.
    limit: usize,
}

/// The bit of a letter: the same one for both cases of a letter, and for some bytes that are none.
macro_rules! kind {
    ($letter:expr) => {{
        let letter: u8 = $letter;
        1_u64 << (letter & 0x1F | (letter & 0x40) >> 1)
    }};
}

impl<'n> Wanted<'n> {
    const fn new(title: &'n str, implementation: &'n str) -> Self {
        let limit = smaller!((title.len() + implementation.len()) / 3, FARTHEST);
        let (title, implementation) = (Part::whole(title), Part::whole(implementation));
        let (mut letters, mut at) = (0, title.end);
        while at > 0 {
            at -= 1;
            letters |= kind!(title.text[at]);
        }
        Self { title, implementation, letters, limit }
    }

    /// Whether the lengths of a name's title and implementation allow that its distance is below this one.
    const fn may_be_near(self, title: usize, implementation: usize, below: usize) -> bool {
        let edits = apart!(title, self.title.end) + apart!(implementation, self.implementation.end);
        edits <= self.limit && edits < below || self.may_be_contained(title, below)
    }

    /// Whether a title of this length may contain this one, and is wanted for that.
    const fn may_be_contained(self, title: usize, below: usize) -> bool {
        self.limit + 1 < below && self.title.end > 0 && title > self.title.end
    }

    /// Whether so many edits may turn another title into this one: each letter that this one does not have takes an edit.
    /// It spares most names the edit distance, which costs much more. Names often begin alike, so it begins at their
    /// ends.
    const fn may_be_spelt(self, title: Part<'_>, limit: usize, effort: &mut usize) -> bool {
        let (mut at, mut edits) = (title.end, 0);
        while at > title.start {
            spend!(1 of effort, or return false);
            at -= 1;
            edits += (self.letters & kind!(title.text[at]) == 0) as usize;
            if edits > limit {
                return false;
            }
        }
        true
    }

    /// The distance of a name with another title, as far as it is below this one.
    const fn distance(self, title: Part<'_>, implementation: Part<'_>, below: usize, effort: &mut usize) -> usize {
        let limit = smaller!(self.limit, below - 1);
        let of_title =
            if self.may_be_spelt(title, limit, effort) { edits(title, self.title, limit, effort) } else { limit + 1 };
        if of_title <= limit {
            let both = of_title + edits(implementation, self.implementation, limit, effort);
            if both <= limit {
                return both;
            }
        }
        if self.may_be_contained(title.end - title.start, below) && contains(title, self.title, effort) {
            return self.limit + 1;
        }
        usize::MAX
    }
}

/// Whether the title stands anywhere in another.
const fn contains(text: Part<'_>, part: Part<'_>, effort: &mut usize) -> bool {
    let (mut start, mut length) = (text.start, 0);
    while start + part.end <= text.end {
        spend!(1 of effort, or return false);
        if length == part.end {
            return true;
        }
        if text.text[start + length] == part.text[length] {
            length += 1;
        } else {
            (start, length) = (start + 1, 0);
        }
    }
    false
}

impl Nearest {
    const NONE: Self =
        Self { rows: [None; SUGGESTED], distances: [usize::MAX; SUGGESTED], has_title: false, searched: 0 };

    /// Inserts the row, after those that are as near.
    const fn insert(&mut self, row: usize, distance: usize) {
        let mut rank = SUGGESTED;
        while rank > 0 && distance < self.distances[rank - 1] {
            rank -= 1;
            if rank + 1 < SUGGESTED {
                (self.rows[rank + 1], self.distances[rank + 1]) = (self.rows[rank], self.distances[rank]);
            }
            (self.rows[rank], self.distances[rank]) = (Some(row), distance);
        }
    }
}

#[cfg(test)]
mod tests;
