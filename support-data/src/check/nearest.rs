//! "Did you mean": the edit distance between names, in const evaluation and at run time.

use crate::lookup::{NameTable, equal};
use crate::text::contains;

/// How many bytes there may be from the first to the last difference of two texts.
const LENGTH: usize = 96;

/// How many letters must be added, dropped, changed, or swapped with their neighbour to turn one text into the other
/// (the optimal string alignment distance). Case does not count.
///
/// A distance above `limit` is not computed; the result is then `limit + 1`, at most `usize::MAX`. The same goes for
/// texts whose first and last difference are more than 96 bytes apart. Cost: about `2 * limit` cells for each of these
/// bytes.
#[must_use]
pub const fn distance(a: &str, b: &str, limit: usize) -> usize {
    edits(a.as_bytes(), b.as_bytes(), limit)
}

const fn edits(a: &[u8], b: &[u8], limit: usize) -> usize {
    if a.len().abs_diff(b.len()) > limit {
        return limit + 1;
    }
    let (a, b) = without_common_ends(a, b);
    if a.len() > LENGTH || b.len() > LENGTH {
        return limit.saturating_add(1);
    }
    // A distance is never greater than the longer text.
    let limit = smaller(limit, LENGTH);
    let far = limit + 1;
    // Three rows of the usual table. Only cells within `limit` of the diagonal are computed.
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
                // Beyond the end of the row above, `last` still has its initial value, `far`.
                let mut cost = smaller(last[j - 1] + differs as usize, smaller(left, last[j]) + 1);
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

/// The two texts without the letters at their beginning and end that they have in common.
const fn without_common_ends<'a, 'b>(mut a: &'a [u8], mut b: &'b [u8]) -> (&'a [u8], &'b [u8]) {
    while let ([first_a, rest_a @ ..], [first_b, rest_b @ ..]) = (a, b) {
        if !first_a.eq_ignore_ascii_case(first_b) {
            break;
        }
        (a, b) = (rest_a, rest_b);
    }
    while let ([rest_a @ .., last_a], [rest_b @ .., last_b]) = (a, b) {
        if !last_a.eq_ignore_ascii_case(last_b) {
            break;
        }
        (a, b) = (rest_a, rest_b);
    }
    (a, b)
}

const fn smaller(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

/// How many names are suggested.
const SUGGESTED: usize = 3;

/// How many edits away a name may be, whatever its length.
const FARTHEST: usize = 4;

/// The rows of the nearest names, the nearest first.
///
/// If there are features with exactly this title, these are the nearest of them. If not, they are the names whose
/// distance is at most four and at most a third of the letters, and after those the titles that contain this one.
pub(crate) const fn nearest_rows(names: NameTable, title: &str, implementation: &str) -> [Option<usize>; SUGGESTED] {
    let (title, implementation) = (title.as_bytes(), implementation.as_bytes());
    let limit = smaller((title.len() + implementation.len()) / 3, FARTHEST);
    let mut rows = [None; SUGGESTED];
    let mut distances = [usize::MAX; SUGGESTED];
    let mut exact_title = false;
    let mut row = 0;
    while row < names.len() {
        let [known_title, known_implementation] = names.bytes(row);
        let is_exact = equal(known_title, title);
        if is_exact && !exact_title {
            (exact_title, rows, distances) = (true, [None; SUGGESTED], [usize::MAX; SUGGESTED]);
        }
        let distance = if is_exact {
            edits(known_implementation, implementation, FARTHEST)
        } else if exact_title {
            usize::MAX
        } else {
            let by_title = edits(known_title, title, limit);
            let both = if by_title > limit {
                usize::MAX
            } else {
                by_title + edits(known_implementation, implementation, limit)
            };
            if both <= limit {
                both
            } else if !title.is_empty() && contains(known_title, title) {
                limit + 1
            } else {
                usize::MAX
            }
        };
        insert(&mut rows, &mut distances, row, distance);
        row += 1;
    }
    rows
}

/// Inserts the row among the nearest so far, after those that are as near.
const fn insert(
    rows: &mut [Option<usize>; SUGGESTED],
    distances: &mut [usize; SUGGESTED],
    row: usize,
    distance: usize,
) {
    let mut rank = SUGGESTED;
    while rank > 0 && distance < distances[rank - 1] {
        rank -= 1;
        if rank + 1 < SUGGESTED {
            (rows[rank + 1], distances[rank + 1]) = (rows[rank], distances[rank]);
        }
        (rows[rank], distances[rank]) = (Some(row), distance);
    }
}

#[cfg(test)]
mod tests {
    use super::distance;
    use crate::lookup::{NameSpan, NameSpans, NameTable};

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

    /// The distance by its definition, at any cost.
    fn defined(a: &[u8], b: &[u8]) -> usize {
        let ([rest_a @ .., last_a], [rest_b @ .., last_b]) = (a, b) else { return a.len() + b.len() };
        let added_or_dropped = defined(rest_a, b).min(defined(a, rest_b)) + 1;
        let changed = defined(rest_a, rest_b) + usize::from(last_a != last_b);
        match (rest_a, rest_b) {
            ([start_a @ .., before_a], [start_b @ .., before_b]) if (before_a, last_a) == (last_b, before_b) => {
                added_or_dropped.min(changed).min(defined(start_a, start_b) + 1)
            }
            _ => added_or_dropped.min(changed),
        }
    }

    #[test]
    fn all_short_texts_are_as_far_from_each_other_as_the_definition_says() {
        let mut texts = vec![String::new()];
        for longest in 0..4 {
            let longer: Vec<String> = texts.iter().filter(|text| text.len() == longest).cloned().collect();
            texts.extend(longer.iter().flat_map(|text| ["a", "b", "c"].map(|letter| format!("{text}{letter}"))));
        }
        assert_eq!(texts.len(), 121);
        for (a, b) in texts.iter().flat_map(|a| texts.iter().map(move |b| (a, b))) {
            let edits = defined(a.as_bytes(), b.as_bytes());
            for limit in [0, 1, 2, 3, 4, 200] {
                assert_eq!(distance(a, b, limit), edits.min(limit + 1), "{a} {b} {limit}");
            }
        }
    }

    #[test]
    fn texts_of_any_length_are_compared_to_their_ends() {
        let long = "a".repeat(1000);
        assert_eq!(distance(&long, &format!("{long}b"), 3), 1);
        assert_eq!(distance(&format!("b{long}"), &long, 3), 1);
        assert_eq!(distance(&long, &format!("{long}bcde"), 3), 4);
        assert_eq!(distance(&format!("x{}y", &long[..94]), &format!("y{}x", &long[..94]), 3), 2);
        for (length, edits) in [(95, 2), (96, 4)] {
            let same = &long[..length - 1];
            assert_eq!(distance(&format!("x{same}y"), &format!("z{same}w"), 3), edits, "{length}");
        }
        assert_eq!(distance(&format!("x{}y", &long[..94]), &format!("z{}w", &long[..95]), 3), 4);
        assert_eq!(distance(&format!("x{long}y"), &format!("y{long}x"), 3), 4, "too far apart to be worked out");
        assert_eq!(distance(&format!("x{long}y"), &format!("y{long}x"), usize::MAX), usize::MAX);
        assert_eq!(distance(&long[..96], &"b".repeat(96), usize::MAX), 96);
        assert_eq!(distance(&long[..96], "", 95), 96);
    }

    type Name = (&'static str, &'static str);

    /// The rows that are nearest among these names.
    fn nearest(names: &[Name], title: &str, implementation: &str) -> [Option<usize>; 3] {
        let mut text = String::new();
        let mut span = |part: &str| {
            text.push_str(part);
            (u32::try_from(text.len() - part.len()).unwrap(), u16::try_from(part.len()).unwrap())
        };
        let spans: Vec<NameSpan<u32, u16>> = names
            .iter()
            .map(|(title, implementation)| {
                let ((a, b), (c, d)) = (span(title), span(implementation));
                NameSpan(a, b, c, d)
            })
            .collect();
        let table = NameTable { text: text.leak(), spans: NameSpans::Wide(spans.leak()) };
        super::nearest_rows(table, title, implementation)
    }

    #[test]
    fn a_name_is_near_within_a_third_of_its_letters_and_four() {
        for (known, title, implementation, is_near) in [
            (("abcdef", ""), "abcdyz", "", true),
            (("abcdef", ""), "abcxyz", "", false),
            (("abcde", ""), "abcyz", "", false),
            (("abc", "def"), "abz", "dez", true),
            (("abc", "def"), "ayz", "dez", false),
            (("abcdef", "x"), "abcdyz", "x", true),
            (("abcdefghijklmnopqr", ""), "1234efghijklmnopqr", "", true),
            (("abcdefghijklmnopqr", ""), "12345fghijklmnopqr", "", false),
        ] {
            assert_eq!(nearest(&[known], title, implementation)[0].is_some(), is_near, "{title} {implementation}");
        }
    }

    #[test]
    fn nearer_names_come_first_and_titles_that_hold_the_name_last() {
        let names =
            ["abcdefghi12", "abcd", "abcdefg11", "abcdefghix", "abcdefg22", "abcdefghiy"].map(|title| (title, ""));
        assert_eq!(nearest(&names, "abcdefghi", ""), [Some(3), Some(5), Some(0)]);
        assert_eq!(nearest(&names[..5], "abcdefghi", ""), [Some(3), Some(0), Some(2)]);
        let names = ["abcdef", "1abcdef890", "abcd12"].map(|title| (title, ""));
        assert_eq!(nearest(&names[1..], "abcdef", ""), [Some(1), Some(0), None]);
        assert_eq!(nearest(&names, "abcdef", ""), [Some(0), None, None]);
    }

    #[test]
    fn the_nearest_name_is_found_and_a_far_one_is_not() {
        const TABLE: NameTable = NameTable { text: "x86/PVHdomU", spans: NameSpans::Narrow(&[NameSpan(0, 7, 7, 4)]) };
        const NAMES: [Name; 5] =
            [("x86/PV", ""), ("x86/PVH", "domU"), ("x86/PVH", "dom0"), ("Blkfront", "Linux"), ("Blkfront", "FreeBSD")];
        assert_eq!(nearest(&NAMES, "x86/PVH", "Dom0"), [Some(2), Some(1), None]);
        assert_eq!(nearest(&NAMES, "x86/PVH", ""), [Some(1), Some(2), None]);
        assert_eq!(nearest(&NAMES, "x86/pvh", "domU"), [Some(1), Some(2), None]);
        assert_eq!(nearest(&NAMES, "Blkfornt", "Linux"), [Some(3), None, None]);
        assert_eq!(nearest(&NAMES, "front", "Windows"), [Some(3), Some(4), None]);
        assert_eq!(nearest(&NAMES, "Network cards", "any"), [None; 3]);
        assert_eq!(nearest(&NAMES, "", ""), [None; 3]);
        const { assert!(matches!(super::nearest_rows(TABLE, "x86/PHV", "domU"), [Some(0), ..])) };
    }
}
