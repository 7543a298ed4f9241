//! Byte strings as words of 64 bits: to compare and to hash a name, few loads and few branches.
//!
//! A mispredicted branch costs as much as a hundred instructions, and the lengths of names are hard to predict. So all
//! strings of eight bytes and more take one way here, whatever their length, and most of the shorter ones another.

#![expect(
    clippy::inline_always,
    reason = "the same words are needed to hash and to compare, and loaded once if both are in one place"
)]

/// The first and the last eight bytes, which may overlap: all of a string of up to 16. For a shorter string, all of it
/// and 0. Strings of the same length and up to 16 bytes are equal if their ends are.
///
/// Bytes are in little-endian order on every target.
#[inline(always)]
pub(crate) const fn ends(bytes: &[u8]) -> [u64; 2] {
    match bytes {
        [a0, a1, a2, a3, a4, a5, a6, a7, ..] => {
            [u64::from_le_bytes([*a0, *a1, *a2, *a3, *a4, *a5, *a6, *a7]), word_at(bytes, bytes.len() - 8)]
        }
        _ => [short(bytes), 0],
    }
}

/// The bytes of a string of fewer than eight. Those of one length are equal if these are.
#[inline(always)]
const fn short(bytes: &[u8]) -> u64 {
    // A conditional move, not a branch: many implementations are empty, as many have four letters and more.
    let bytes: &[u8] = if bytes.is_empty() { &[0; 4] } else { bytes };
    match bytes {
        [a0, a1, a2, a3, ..] => {
            let [.., z0, z1, z2, z3] = bytes else { return 0 };
            let [first, last] = [u32::from_le_bytes([*a0, *a1, *a2, *a3]), u32::from_le_bytes([*z0, *z1, *z2, *z3])];
            first as u64 | (last as u64) << 32
        }
        [a, b, c] => *a as u64 | (*b as u64) << 8 | (*c as u64) << 16,
        [a, b] => *a as u64 | (*b as u64) << 8,
        [a] => *a as u64,
        [] => 0,
    }
}

/// Whether two byte strings are equal.
#[inline(always)]
pub(crate) const fn equal(a: &[u8], b: &[u8]) -> bool {
    let length = a.len();
    if length != b.len() {
        return false;
    }
    if length < 8 {
        return short(a) == short(b);
    }
    // Words that cover up to 40 bytes; in a shorter string they overlap.
    let last = length - 8;
    let [second, third, fourth] = [min(8, last), min(16, last), min(24, last)];
    let differ = (word_at(a, 0) ^ word_at(b, 0))
        | (word_at(a, second) ^ word_at(b, second))
        | (word_at(a, third) ^ word_at(b, third))
        | (word_at(a, fourth) ^ word_at(b, fourth))
        | (word_at(a, last) ^ word_at(b, last));
    differ == 0 && (length <= 40 || equal_words(a, b))
}

/// Whether two strings of one length, whose last eight bytes are equal, are equal before them.
const fn equal_words(mut a: &[u8], mut b: &[u8]) -> bool {
    while let ([a0, a1, a2, a3, a4, a5, a6, a7, rest_a @ ..], [b0, b1, b2, b3, b4, b5, b6, b7, rest_b @ ..]) = (a, b) {
        let word_a = u64::from_le_bytes([*a0, *a1, *a2, *a3, *a4, *a5, *a6, *a7]);
        let word_b = u64::from_le_bytes([*b0, *b1, *b2, *b3, *b4, *b5, *b6, *b7]);
        if word_a != word_b {
            return false;
        }
        (a, b) = (rest_a, rest_b);
    }
    true
}

/// The eight bytes from `at` on, of a string that goes on so far. The optimizer leaves the checks out.
#[inline(always)]
const fn word_at(bytes: &[u8], at: usize) -> u64 {
    match bytes.split_at(at).1 {
        [b0, b1, b2, b3, b4, b5, b6, b7, ..] => u64::from_le_bytes([*b0, *b1, *b2, *b3, *b4, *b5, *b6, *b7]),
        _ => 0,
    }
}

#[inline(always)]
const fn min(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::{ends, equal};

    /// Texts of each length from 0 to 60, with no two letters alike that are near each other.
    fn texts() -> impl Iterator<Item = Vec<u8>> {
        (0..=60).map(|length| (0..length).map(|at| b'a' + at % 23).collect())
    }

    #[test]
    fn strings_are_equal_where_each_byte_is() {
        for text in texts() {
            assert!(equal(&text, &text.clone()));
            for (one, other) in (0..text.len()).flat_map(|one| (0..=one).map(move |other| (one, other))) {
                let mut changed = text.clone();
                changed[one] = 0xff;
                // Where two bytes differ in the same way, the one must not make up for the other.
                changed[other] = text[other] ^ text[one] ^ 0xff;
                assert!(!equal(&text, &changed), "{text:?} {changed:?}");
            }
            for shorter in 0..text.len() {
                assert!(!equal(&text, &text[..shorter]) && !equal(&text[..shorter], &text));
            }
        }
    }

    #[test]
    fn the_ends_tell_short_strings_of_one_length_apart() {
        for text in texts().take(17) {
            for at in 0..text.len() {
                let mut other = text.clone();
                other[at] ^= 1;
                assert_ne!(ends(&text), ends(&other), "{at} of {}", text.len());
            }
        }
    }

    #[test]
    fn the_ends_are_in_little_endian_order() {
        assert_eq!(ends(b"abcdefghijkl"), [0x6867_6665_6463_6261, 0x6C6B_6A69_6867_6665]);
        assert_eq!(ends(b"abcde"), [0x6564_6362_6463_6261, 0]);
        assert_eq!(
            [ends(b"abc"), ends(b"ab"), ends(b"a"), ends(b"")],
            [[0x63_6261, 0], [0x6261, 0], [0x61, 0], [0, 0]]
        );
    }
}
