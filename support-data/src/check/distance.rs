//! The edit distance between two texts, in const evaluation and at run time.
//!
//! Const evaluation counts iterations and calls, and stops a build after some two million of them. So the loops here call
//! nothing, and each iteration takes one from an *effort*, which the caller gives.

/// How many bytes there may be from the first to the last difference of two texts.
const LENGTH: usize = 96;

/// More than any distance of texts of that length.
const FAR: usize = LENGTH + 1;

/// Takes so many iterations from an effort; returns if they are not left, and leaves none.
macro_rules! spend {
    ($iterations:tt of $effort:ident, or return $otherwise:expr) => {
        if *$effort < $iterations {
            *$effort = 0;
            return $otherwise;
        }
        *$effort -= $iterations;
    };
}
pub(super) use spend;

/// Whether two bytes are the same, or the same ASCII letter in another case.
macro_rules! same {
    ($a:expr, $b:expr) => {{
        let (a, b): (u8, u8) = ($a, $b);
        a == b || a ^ b == 0x20 && matches!(a | 0x20, b'a'..=b'z')
    }};
}

/// The smaller of two numbers.
macro_rules! smaller {
    ($a:expr, $b:expr) => {{
        let (a, b): (usize, usize) = ($a, $b);
        if a < b { a } else { b }
    }};
}
pub(super) use smaller;

/// How far two numbers are apart.
macro_rules! apart {
    ($a:expr, $b:expr) => {{
        let (a, b): (usize, usize) = ($a, $b);
        if a < b { b - a } else { a - b }
    }};
}
pub(super) use apart;

/// How many letters must be added, dropped, changed, or swapped with their neighbour to turn one text into the other
/// (the optimal string alignment distance). Case does not count.
///
/// A distance above `limit` is not computed; the result is then `limit + 1`, at most `usize::MAX`. The same goes for
/// texts whose first and last difference are more than 96 bytes apart. Cost: about `2 * limit` cells for each of these
/// bytes.
#[must_use]
pub const fn distance(a: &str, b: &str, limit: usize) -> usize {
    let mut effort = usize::MAX;
    edits(Part::whole(a), Part::whole(b), limit, &mut effort)
}

/// A part of a text. Const evaluation takes a dozen calls to make a slice of it.
#[derive(Clone, Copy)]
pub(super) struct Part<'t> {
    pub(super) text: &'t [u8],
    pub(super) start: usize,
    pub(super) end: usize,
}

impl<'t> Part<'t> {
    pub(super) const fn whole(text: &'t str) -> Self {
        Self { text: text.as_bytes(), start: 0, end: text.len() }
    }
}

/// The same of parts of texts. Where the effort ends, they count as far apart.
pub(super) const fn edits(mut a: Part<'_>, mut b: Part<'_>, limit: usize, effort: &mut usize) -> usize {
    let too_far = limit.saturating_add(1);
    if apart!(a.end - a.start, b.end - b.start) > limit {
        return too_far;
    }
    // Without the letters at the beginning and the end that they have in common.
    while a.start < a.end && b.start < b.end && same!(a.text[a.start], b.text[b.start]) {
        spend!(1 of effort, or return too_far);
        (a.start, b.start) = (a.start + 1, b.start + 1);
    }
    while a.start < a.end && b.start < b.end && same!(a.text[a.end - 1], b.text[b.end - 1]) {
        spend!(1 of effort, or return too_far);
        (a.end, b.end) = (a.end - 1, b.end - 1);
    }
    let [rows, cells] = [a.end - a.start, b.end - b.start];
    if rows > LENGTH || cells > LENGTH {
        return too_far;
    }
    // A distance is never greater than the longer text.
    let limit = smaller!(limit, LENGTH);
    // Three rows of the usual table. Only cells within `limit` of the diagonal are computed.
    let mut before = [FAR; LENGTH + 1];
    let mut last = [FAR; LENGTH + 1];
    let mut row = [FAR; LENGTH + 1];
    let mut j = 0;
    while j <= limit {
        last[j] = j;
        j += 1;
    }
    let mut i = 1;
    while i <= rows {
        let (from, to) = (i - smaller!(i, limit), smaller!(cells, i + limit));
        let mut best = FAR;
        j = from;
        while j <= to {
            spend!(1 of effort, or return too_far);
            row[j] = if j == 0 {
                i
            } else {
                let differs = !same!(a.text[a.start + i - 1], b.text[b.start + j - 1]);
                let left = if j > from { row[j - 1] } else { FAR };
                // Beyond the end of the row above, `last` still has its initial value, `FAR`.
                let mut cost = smaller!(last[j - 1] + differs as usize, smaller!(left, last[j]) + 1);
                if i > 1
                    && j > 1
                    && same!(a.text[a.start + i - 1], b.text[b.start + j - 2])
                    && same!(a.text[a.start + i - 2], b.text[b.start + j - 1])
                {
                    cost = smaller!(cost, before[j - 2] + 1);
                }
                cost
            };
            best = smaller!(best, row[j]);
            j += 1;
        }
        if best > limit {
            return too_far;
        }
        (before, last, row) = (last, row, before);
        i += 1;
    }
    if last[cells] > limit { too_far } else { last[cells] }
}

#[cfg(test)]
mod tests {
    use super::distance;

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
        // Miri takes a hundred times as long.
        let (longest_text, count) = if cfg!(miri) { (2, 13) } else { (4, 121) };
        let mut texts = vec![String::new()];
        for longest in 0..longest_text {
            let longer: Vec<String> = texts.iter().filter(|text| text.len() == longest).cloned().collect();
            texts.extend(longer.iter().flat_map(|text| ["a", "b", "c"].map(|letter| format!("{text}{letter}"))));
        }
        assert_eq!(texts.len(), count);
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
}
