//! Reads byte strings as words of 64 bits, so that comparing and hashing a name takes few loads and few branches.
//!
//! A mispredicted branch costs as much as a hundred instructions, and the lengths of names are hard to predict. So the
//! code has one branch for all strings of eight bytes and more, and one for most of the shorter ones.

#![expect(
    clippy::inline_always,
    reason = "hashing and comparing need the same words, which are loaded once if both are inlined into one function"
)]

// In const evaluation a call costs more than these few operations, so they are macros.

/// Eight bytes as a word, in little-endian order. The optimizer turns this into one load.
macro_rules! word {
    ($b0:ident $b1:ident $b2:ident $b3:ident $b4:ident $b5:ident $b6:ident $b7:ident) => {
        (*$b0 as u64)
            | (*$b1 as u64) << 8
            | (*$b2 as u64) << 16
            | (*$b3 as u64) << 24
            | (*$b4 as u64) << 32
            | (*$b5 as u64) << 40
            | (*$b6 as u64) << 48
            | (*$b7 as u64) << 56
    };
}

/// The first eight bytes of a string that has as many, as a word.
macro_rules! first {
    ($bytes:expr) => {
        match $bytes {
            [a, b, c, d, e, f, g, h, ..] => word!(a b c d e f g h),
            _ => 0,
        }
    };
}

/// The last eight bytes of a string that has as many, as a word.
macro_rules! last {
    ($bytes:expr) => {
        match $bytes {
            [.., a, b, c, d, e, f, g, h] => word!(a b c d e f g h),
            _ => 0,
        }
    };
}

/// The first and the last eight bytes, which may overlap; for a string of fewer than eight bytes, [`short`] and 0. Two
/// strings of the same length, up to 16 bytes, are equal if their ends are.
///
/// The words are in little-endian order on every target.
#[inline(always)]
pub(crate) const fn ends(bytes: &[u8]) -> [u64; 2] {
    if bytes.len() >= 8 { [first!(bytes), last!(bytes)] } else { [short(bytes), 0] }
}

/// A string of fewer than eight bytes as a word. Two such strings of the same length are equal if their words are.
#[inline(always)]
const fn short(bytes: &[u8]) -> u64 {
    // The compiler makes a conditional move of this. A branch would be mispredicted: about as many implementations are
    // empty as have four letters and more.
    let bytes: &[u8] = if bytes.is_empty() { &[0; 4] } else { bytes };
    match bytes {
        [b0, b1, b2, b3, ..] => match bytes {
            [.., e0, e1, e2, e3] => word!(b0 b1 b2 b3 e0 e1 e2 e3),
            _ => 0,
        },
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
    let mut differ = (first!(a) ^ first!(b)) | (last!(a) ^ last!(b));
    // Three more words cover up to 40 bytes; in a shorter string they overlap. The optimizer unrolls the loop.
    let mut word = 1;
    while word < 4 {
        let at = if 8 * word < length - 8 { 8 * word } else { length - 8 };
        differ |= first!(a.split_at(at).1) ^ first!(b.split_at(at).1);
        word += 1;
    }
    differ == 0 && (length <= 40 || equal_words(a, b))
}

/// Whether two strings of the same length are equal, apart from their last eight bytes.
const fn equal_words(mut a: &[u8], mut b: &[u8]) -> bool {
    while let ([_, _, _, _, _, _, _, _, rest_a @ ..], [_, _, _, _, _, _, _, _, rest_b @ ..]) = (a, b) {
        if first!(a) != first!(b) {
            return false;
        }
        (a, b) = (rest_a, rest_b);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{ends, equal};

    /// Texts of each length from 0 to 60, with no two letters alike that are near each other.
    fn texts() -> impl Iterator<Item = Vec<u8>> {
        // Miri takes a hundred times as long.
        (0..=if cfg!(miri) { 20 } else { 60 }).map(|length| (0..length).map(|at| b'a' + at % 23).collect())
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
