//! "Did you mean": the edit distance between names, in const evaluation as at run time.

use crate::Name;
use crate::text::equal;

/// How many bytes of a name are looked at.
const LENGTH: usize = 96;

/// How many letters must be added, dropped, changed or swapped with their neighbour to make one text of the
/// other (the optimal string alignment distance), not counting case, over their first 96 bytes.
///
/// Distances above `limit` are not worked out; the result is then `limit + 1`.
/// Cost: at most `limit` cells a byte of `a`.
#[must_use]
pub const fn distance(a: &str, b: &str, limit: usize) -> usize {
    let (a, b) = (truncated(a.as_bytes()), truncated(b.as_bytes()));
    if a.len().abs_diff(b.len()) > limit {
        return limit + 1;
    }
    let far = limit + 1;
    // Rows of the usual table, only the cells that are within `limit` of the diagonal.
    let mut before = [far; LENGTH + 1];
    let mut last = [far; LENGTH + 1];
    let mut row = [far; LENGTH + 1];
    let mut j = 0;
    while j <= b.len() && j <= limit {
        last[j] = j;
        j += 1;
    }
    let mut i = 1;
    while i <= a.len() {
        let (from, to) = (i.saturating_sub(limit), smaller(b.len(), i + limit));
        let mut best = far;
        j = from;
        while j <= to {
            row[j] = if j == 0 {
                i
            } else {
                let differs = !a[i - 1].eq_ignore_ascii_case(&b[j - 1]);
                let left = if j > from { row[j - 1] } else { far };
                let above = if j < i + limit { last[j] } else { far };
                let mut cost = smaller(last[j - 1] + differs as usize, smaller(left, above) + 1);
                if i > 1
                    && j > 1
                    && a[i - 1].eq_ignore_ascii_case(&b[j - 2])
                    && a[i - 2].eq_ignore_ascii_case(&b[j - 1])
                {
                    cost = smaller(cost, before[j - 2] + 1);
                }
                cost
            };
            best = smaller(best, row[j]);
            j += 1;
        }
        if best > limit {
            return far;
        }
        (before, last, row) = (last, row, before);
        i += 1;
    }
    smaller(last[b.len()], far)
}

const fn truncated(text: &[u8]) -> &[u8] {
    if text.len() > LENGTH { text.split_at(LENGTH).0 } else { text }
}

const fn smaller(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

/// The row of the nearest name: of those with the very title, the nearest implementation; else the nearest
/// title and implementation together, if less than a third of the letters differ.
pub(crate) const fn nearest(names: &[Name], title: &str, implementation: &str) -> Option<usize> {
    let mut nearest = None;
    let mut limit = (title.len() + implementation.len()) / 3;
    let mut exact_title = false;
    let mut row = 0;
    while row < names.len() {
        let name = names[row];
        if equal(name.title.as_bytes(), title.as_bytes()) {
            if !exact_title {
                (exact_title, limit) = (true, LENGTH);
            }
            let distance = distance(name.implementation, implementation, limit);
            if distance < limit {
                (nearest, limit) = (Some(row), distance);
            }
        } else if !exact_title {
            let by_title = distance(name.title, title, limit);
            if by_title < limit {
                let distance = by_title + distance(name.implementation, implementation, limit - by_title);
                if distance < limit {
                    (nearest, limit) = (Some(row), distance);
                }
            }
        }
        row += 1;
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};
    use crate::Name;

    #[test]
    fn an_edit_is_a_letter_added_dropped_changed_or_swapped() {
        for (a, b, edits) in [
            ("", "", 0),
            ("domU", "domu", 0),
            ("domU", "dom0", 1),
            ("domU", "dom", 1),
            ("dom", "domU", 1),
            ("Experimenal", "Experimental", 1),
            ("Sttaus", "Status", 1),
            ("kitten", "sitting", 3),
            ("abc", "", 3),
            ("ab", "ba", 1),
        ] {
            assert_eq!(distance(a, b, 8), edits, "{a} {b}");
            assert_eq!(distance(b, a, 8), edits, "{b} {a}");
            for limit in 0..8 {
                assert_eq!(distance(a, b, limit), edits.min(limit + 1), "{a} {b} {limit}");
            }
        }
    }

    #[test]
    fn the_nearest_name_is_found_and_a_far_one_is_not() {
        const fn name(title: &'static str, implementation: &'static str) -> Name {
            Name { title, implementation }
        }
        const NAMES: [Name; 4] =
            [name("x86/PV", ""), name("x86/PVH", "domU"), name("x86/PVH", "dom0"), name("Blkfront", "Linux")];
        assert_eq!(nearest(&NAMES, "x86/PVH", "domain0"), Some(2));
        assert_eq!(nearest(&NAMES, "x86/PVH", ""), Some(1));
        assert_eq!(nearest(&NAMES, "x86/pvh", "domU"), Some(1));
        assert_eq!(nearest(&NAMES, "Blkfornt", "Linux"), Some(3));
        assert_eq!(nearest(&NAMES, "Network cards", "any"), None);
        assert_eq!(const { nearest(&NAMES, "x86/PHV", "dom0") }, Some(2));
    }
}
