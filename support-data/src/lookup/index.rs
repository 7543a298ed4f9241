//! The perfect hash: where a string stands in a table, by one hash and two loads.
//!
//! The scheme is `PtrHash`, as rust-phf has it. One half of a string's hash chooses a bucket; a bucket has some three of
//! the table's strings. Each bucket has a *pilot*, a number that the compiler searched for: combined with it, the other
//! half of the hash chooses a slot, and no two strings of the table choose the same. The slot holds the string's row in
//! the table. A string that is not in the table is sent to some slot, too, so the caller compares.
//!
//! In rust-phf a pilot has eight bits, of which each look-up makes 32 by a multiplication; and there are slots beyond the
//! last row, which a second table maps back to free ones. Both are done in advance here: a pilot is stored as the 32
//! bits, and every slot holds a row.
//!
//! Names differ in their lengths and ends, so the hash looks at nothing else. In a set where they don't, it looks at
//! every byte.
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
    /// The pilot of each bucket.
    pub pilots: &'static [u32],
    /// The row in each slot.
    pub slots: Slots,
}

/// How a string of two parts is hashed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[doc(hidden)]
pub struct Hash {
    /// An odd number, chosen by the compiler. Strings that collide under one seed seldom do under another.
    pub seed: u64,
    /// Whether it looks at every byte, or at lengths and ends alone.
    pub whole: bool,
}

/// The rows by slot, in the narrowest type that holds the largest.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub enum Slots {
    U8(&'static [u8]),
    U16(&'static [u16]),
    U32(&'static [u32]),
}

impl Slots {
    const fn len(self) -> usize {
        match self {
            Self::U8(rows) => rows.len(),
            Self::U16(rows) => rows.len(),
            Self::U32(rows) => rows.len(),
        }
    }

    const fn row(self, slot: usize) -> usize {
        match self {
            Self::U8(rows) => rows[slot] as usize,
            Self::U16(rows) => rows[slot] as usize,
            Self::U32(rows) => rows[slot] as usize,
        }
    }
}

impl Index {
    /// The only row that can hold this string of two parts. Any string gets a row, so the table must have one.
    ///
    /// # Panics
    ///
    /// If the index has no buckets or no slots.
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
    /// The hash of a string of two parts; where it is cut counts. The lower half chooses the bucket, the upper half the
    /// slot.
    #[must_use]
    #[inline(always)]
    pub const fn of(self, first: &[u8], second: &[u8]) -> u64 {
        let sum = if self.whole { self.of_all(first, second) } else { self.of_ends(first, second) };
        // A bit of a factor counts in the bits of the product that are above it, so that the upper half of the sum
        // depends on all that was summed up, and chooses the bucket. Another product, in whose upper half both halves
        // of the sum count, chooses the slot. It is ready by the time that the bucket's pilot is loaded.
        (sum ^ sum >> 32).wrapping_mul(MULTIPLIERS[4]) & !0xFFFF_FFFF | sum >> 32
    }

    /// A sum that tells strings of different lengths or ends apart.
    #[inline(always)]
    const fn of_ends(self, first: &[u8], second: &[u8]) -> u64 {
        let ([a, b], [c, d]) = (ends(first), ends(second));
        let lengths = (first.len() as u64) << 32 | second.len() as u64;
        // The seed is constant where the program is compiled, and then so are its products.
        let [a_by, b_by, c_by, d_by, _] = MULTIPLIERS;
        a.wrapping_mul(a_by.wrapping_mul(self.seed))
            // For strings of fewer than eight bytes `b` is 0, and the lengths are all that may tell them apart.
            .wrapping_add((b ^ lengths).wrapping_mul(b_by.wrapping_mul(self.seed)))
            .wrapping_add(c.wrapping_mul(c_by.wrapping_mul(self.seed)))
            .wrapping_add(d.wrapping_mul(d_by.wrapping_mul(self.seed)))
    }

    /// A number that depends on every byte.
    const fn of_all(self, first: &[u8], second: &[u8]) -> u64 {
        self.absorb(self.absorb(self.seed, first), second)
    }

    /// Takes the length and all bytes of a string into a hash.
    const fn absorb(self, hash: u64, mut bytes: &[u8]) -> u64 {
        let mut hash = self.mix(hash, bytes.len() as u64);
        while let [b0, b1, b2, b3, b4, b5, b6, b7, rest @ ..] = bytes {
            hash = self.mix(hash, u64::from_le_bytes([*b0, *b1, *b2, *b3, *b4, *b5, *b6, *b7]));
            bytes = rest;
        }
        let [last, _] = ends(bytes);
        self.mix(hash, last)
    }

    /// Takes a word into a hash: both halves of a product with the seed, since in the lower half alone the uppermost bits
    /// of a word change the same bits under every seed, and the next word could be made to change them back.
    #[expect(clippy::cast_possible_truncation, reason = "the other half is taken, too")]
    const fn mix(self, hash: u64, word: u64) -> u64 {
        let product = (hash ^ word) as u128 * self.seed as u128;
        product as u64 ^ (product >> 64) as u64
    }
}

/// The bucket of a hash, by its lower half.
#[inline(always)]
const fn bucket(hash: u64, buckets: usize) -> usize {
    ((hash & 0xFFFF_FFFF).wrapping_mul(buckets as u64) >> 32) as usize
}

/// The slot of a hash under its bucket's pilot, by its upper half.
#[inline(always)]
const fn slot(hash: u64, pilot: u32, slots: usize) -> usize {
    ((hash >> 32 ^ pilot as u64).wrapping_mul(slots as u64) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::{Hash, bucket, slot};
    use core::hint::black_box;

    const ENDS: Hash = Hash { seed: 0x60BE_E2BE_E120_FC15, whole: false };
    const WHOLE: Hash = Hash { whole: true, ..ENDS };

    /// The values were computed with Python's integers, so they hold on every target and in const evaluation alike.
    #[test]
    fn the_hash_does_not_depend_on_the_targets_byte_order() {
        const AT_COMPILE_TIME: [u64; 2] =
            [ENDS.of(b"x86/PVH and more", b"domU"), WHOLE.of(b"x86/PVH and more", b"domU")];
        assert_eq!(AT_COMPILE_TIME, HASHES);
        let at_run_time = [ENDS, WHOLE].map(|hash| black_box(hash).of(black_box(b"x86/PVH and more"), b"domU"));
        assert_eq!(at_run_time, HASHES);
    }

    /// As above. The pilot and the lengths are such that products take more than 32 bits.
    #[test]
    fn buckets_and_slots_do_not_depend_on_the_targets_width() {
        const AT_COMPILE_TIME: [[usize; 2]; 2] = [
            [bucket(HASHES[0], 77), slot(HASHES[0], PILOT, 224)],
            [bucket(HASHES[1], 77), slot(HASHES[1], PILOT, 224)],
        ];
        assert_eq!(AT_COMPILE_TIME, BUCKETS_AND_SLOTS);
        let at_run_time = HASHES.map(|hash| [bucket(black_box(hash), 77), slot(black_box(hash), PILOT, 224)]);
        assert_eq!(at_run_time, BUCKETS_AND_SLOTS);
    }

    const HASHES: [u64; 2] = [0xCF97_E922_ABE1_DD2C, 0x29A3_0BF4_0F0D_1140];
    const PILOT: u32 = 0x89AB_CDEF;
    const BUCKETS_AND_SLOTS: [[usize; 2]; 2] = [[51, 61], [4, 140]];

    #[test]
    fn where_a_string_is_cut_counts() {
        for hash in [ENDS, WHOLE] {
            assert_ne!(hash.of(b"ab", b"c"), hash.of(b"a", b"bc"));
            assert_ne!(hash.of(b"", b"abc"), hash.of(b"abc", b""));
            assert_ne!(hash.of(b"\0", b""), hash.of(b"", b""));
            assert_ne!(hash.of(b"a", b"\0"), hash.of(b"a", b""));
            assert_ne!(hash.of(b"ab", b""), Hash { seed: 9, ..hash }.of(b"ab", b""));
        }
    }

    #[test]
    fn only_a_whole_hash_sees_the_middle() {
        let [a, b] = [b"Feature number 1 of many", b"Feature number 2 of many"];
        assert_eq!(ENDS.of(a, b""), ENDS.of(b, b""));
        assert_ne!(WHOLE.of(a, b""), WHOLE.of(b, b""));
    }
}
