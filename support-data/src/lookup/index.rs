//! The perfect hash: where a string stands in a table, by one hash and two loads.
//!
//! The keys are thrown into buckets by their hash. Each bucket has a *pilot*, a byte that the compiler chose so that
//! the hash, multiplied by it, sends the bucket's keys to slots of their own (the scheme of `PTHash`). A slot holds the
//! position of its key in the table; a string that is not in the table ends up at some slot as well, so the caller
//! compares.
//!
//! Names differ in their lengths and ends, so the hash looks at no more of them. Where they don't, as in a set that was
//! made so, it looks at all.
//!
//! The same code runs when the compiler makes the table, in const evaluation, and at run time on whatever
//! target: it reads bytes in little-endian order and counts in 64 bits everywhere.

#![expect(
    clippy::inline_always,
    reason = "what is constant, such as the seed, folds only where all of a look-up is in one place"
)]

use super::bytes::ends;

/// A perfect hash over the rows of a table.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct Index {
    /// What the hash looks at.
    pub hash: Hash,
    /// One byte a bucket; at least one.
    pub pilots: &'static [u8],
    /// The row in each slot; a power of two of them.
    pub slots: Slots,
}

/// How a string of two parts is hashed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[doc(hidden)]
pub struct Hash {
    /// What it starts from; chosen by the compiler.
    pub seed: u64,
    /// Whether it looks at every byte, or at lengths and ends alone.
    pub whole: bool,
}

/// The rows by slot, in as few bytes as the largest takes.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub enum Slots {
    Byte(&'static [u8]),
    Narrow(&'static [u16]),
    Wide(&'static [u32]),
}

impl Slots {
    const fn len(self) -> usize {
        match self {
            Self::Byte(rows) => rows.len(),
            Self::Narrow(rows) => rows.len(),
            Self::Wide(rows) => rows.len(),
        }
    }

    const fn row(self, slot: usize) -> usize {
        match self {
            Self::Byte(rows) => rows[slot] as usize,
            Self::Narrow(rows) => rows[slot] as usize,
            Self::Wide(rows) => rows[slot] as usize,
        }
    }
}

impl Index {
    /// The only row that can hold this string of two parts. Any string gets some row.
    #[inline(always)]
    #[must_use]
    pub const fn candidate(self, first: &str, second: &str) -> usize {
        let hash = self.hash.of(first.as_bytes(), second.as_bytes());
        let pilot = self.pilots[bucket(hash, self.pilots.len())];
        self.slots.row(slot(hash, pilot, self.slots.len()))
    }
}

/// Odd numbers without a pattern in their bits (those of `SplitMix64` and `wyhash`): multiplied by one, each bit of a
/// word counts in the upper half of the product.
const MULTIPLIERS: [u64; 5] =
    [0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93, 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3];

impl Hash {
    /// The hash of a string of two parts; where it is cut counts.
    #[must_use]
    #[inline(always)]
    pub const fn of(self, first: &[u8], second: &[u8]) -> u64 {
        if self.whole {
            let hash = absorb(absorb(self.seed, first), second);
            return (hash ^ hash >> 32).wrapping_mul(MULTIPLIERS[0]);
        }
        let ([a, b], [c, d]) = (ends(first), ends(second));
        let lengths = (first.len() as u64) << 32 | second.len() as u64;
        let [lengths_by, a_by, b_by, c_by, d_by] = MULTIPLIERS;
        let sum = (lengths ^ self.seed)
            .wrapping_mul(lengths_by)
            .wrapping_add(a.wrapping_mul(a_by))
            .wrapping_add(b.wrapping_mul(b_by))
            .wrapping_add(c.wrapping_mul(c_by))
            .wrapping_add(d.wrapping_mul(d_by));
        sum ^ sum >> 32
    }
}

/// Takes all bytes of a string into a hash.
const fn absorb(hash: u64, mut bytes: &[u8]) -> u64 {
    let mut hash = mix(hash, bytes.len() as u64);
    while let [b0, b1, b2, b3, b4, b5, b6, b7, rest @ ..] = bytes {
        hash = mix(hash, u64::from_le_bytes([*b0, *b1, *b2, *b3, *b4, *b5, *b6, *b7]));
        bytes = rest;
    }
    let [last, _] = ends(bytes);
    mix(hash, last)
}

#[expect(clippy::manual_rotate, reason = "in const evaluation `rotate_left` takes ten times as long")]
const fn mix(hash: u64, word: u64) -> u64 {
    ((hash << 29 | hash >> 35) ^ word).wrapping_mul(MULTIPLIERS[0])
}

/// The bucket of a hash, by its upper half.
#[inline(always)]
#[must_use]
pub const fn bucket(hash: u64, buckets: usize) -> usize {
    ((hash >> 32).wrapping_mul(buckets as u64) >> 32) as usize
}

/// The slot of a hash under its bucket's pilot. `slots` is a power of two, of 2^32 at most.
#[inline(always)]
#[must_use]
pub const fn slot(hash: u64, pilot: u8, slots: usize) -> usize {
    (hash.wrapping_mul(MULTIPLIERS[0] + 2 * pilot as u64) >> 32) as usize & (slots - 1)
}

#[cfg(test)]
mod tests {
    use super::{Hash, bucket, slot};

    const ENDS: Hash = Hash { seed: 7, whole: false };
    const WHOLE: Hash = Hash { seed: 7, whole: true };

    /// The values were computed with Python's integers, so they hold on every target and in const evaluation alike.
    #[test]
    fn the_hash_does_not_depend_on_the_targets_byte_order() {
        const AT_COMPILE_TIME: [u64; 2] =
            [ENDS.of(b"x86/PVH and more", b"domU"), WHOLE.of(b"x86/PVH and more", b"domU")];
        assert_eq!(AT_COMPILE_TIME, HASHES);
        let seed = core::hint::black_box(7);
        let at_run_time =
            [false, true].map(|whole| Hash { seed, whole }.of(core::hint::black_box(b"x86/PVH and more"), b"domU"));
        assert_eq!(at_run_time, HASHES);
        assert_eq!((bucket(HASHES[1], 74), slot(HASHES[1], 3, 256)), (BUCKET, SLOT));
    }

    const HASHES: [u64; 2] = [0xA49D_6DA3_6194_E621, 0x7573_F04D_74D0_937C];
    const BUCKET: usize = 33;
    const SLOT: usize = 209;

    #[test]
    fn where_a_string_is_cut_counts() {
        for hash in [ENDS, WHOLE] {
            assert_ne!(hash.of(b"ab", b"c"), hash.of(b"a", b"bc"));
            assert_ne!(hash.of(b"", b"abc"), hash.of(b"abc", b""));
            assert_ne!(hash.of(b"\0", b""), hash.of(b"", b""));
            assert_ne!(hash.of(b"", b""), Hash { seed: 8, ..hash }.of(b"", b""));
        }
    }

    #[test]
    fn only_a_whole_hash_sees_the_middle() {
        let [a, b] = [b"Feature number 1 of many", b"Feature number 2 of many"];
        assert_eq!(ENDS.of(a, b""), ENDS.of(b, b""));
        assert_ne!(WHOLE.of(a, b""), WHOLE.of(b, b""));
    }
}
