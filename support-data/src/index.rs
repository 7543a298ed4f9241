//! The perfect hash: where a string stands in a table, by one hash and two loads.
//!
//! The keys are thrown into buckets by one half of their hash. Each bucket has a *pilot*, a byte that the
//! compiler chose so that the other half, mixed with it, sends the bucket's keys to slots of their own (the
//! scheme of `PTHash`). A slot holds the position of its key in the table; a string that is not in the table
//! ends up at some slot as well, so the caller compares.
//!
//! The same code runs when the compiler makes the table, in const evaluation, and at run time on whatever
//! target: it reads bytes in little-endian order and counts in 64 bits everywhere.

/// A perfect hash over the rows of a table.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct Index {
    /// What the hash starts from; chosen by the compiler.
    pub seed: u64,
    /// One byte a bucket; at least one.
    pub pilots: &'static [u8],
    /// The row in each slot; a power of two of them.
    pub slots: Slots,
}

/// The rows by slot, in as few bytes as the largest takes.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub enum Slots {
    Narrow(&'static [u16]),
    Wide(&'static [u32]),
}

impl Slots {
    const fn len(self) -> usize {
        match self {
            Self::Narrow(rows) => rows.len(),
            Self::Wide(rows) => rows.len(),
        }
    }

    const fn row(self, slot: usize) -> usize {
        match self {
            Self::Narrow(rows) => rows[slot] as usize,
            Self::Wide(rows) => rows[slot] as usize,
        }
    }
}

impl Index {
    /// The only row that can hold this string of two parts. Any string gets some row.
    pub(crate) const fn candidate(self, first: &str, second: &str) -> usize {
        let hash = hash(self.seed, first.as_bytes(), second.as_bytes());
        let pilot = self.pilots[bucket(hash, self.pilots.len())];
        self.slots.row(slot(hash, pilot, self.slots.len()))
    }
}

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// The hash of a string of two parts; where it is cut counts.
pub(crate) const fn hash(seed: u64, first: &[u8], second: &[u8]) -> u64 {
    let hash = absorb(absorb(seed, first), second);
    (hash ^ hash >> 32).wrapping_mul(MULTIPLIER)
}

const fn absorb(hash: u64, mut bytes: &[u8]) -> u64 {
    let mut hash = mix(hash, bytes.len() as u64);
    while let [b0, b1, b2, b3, b4, b5, b6, b7, rest @ ..] = bytes {
        hash = mix(hash, u64::from_le_bytes([*b0, *b1, *b2, *b3, *b4, *b5, *b6, *b7]));
        bytes = rest;
    }
    let mut last = 0;
    while let [rest @ .., byte] = bytes {
        last = last << 8 | *byte as u64;
        bytes = rest;
    }
    mix(hash, last)
}

#[expect(clippy::manual_rotate, reason = "in const evaluation `rotate_left` takes ten times as long")]
const fn mix(hash: u64, word: u64) -> u64 {
    ((hash << 29 | hash >> 35) ^ word).wrapping_mul(MULTIPLIER)
}

/// The bucket of a hash, by its upper half.
pub(crate) const fn bucket(hash: u64, buckets: usize) -> usize {
    ((hash >> 32).wrapping_mul(buckets as u64) >> 32) as usize
}

/// The slot of a hash under its bucket's pilot, by its lower half. `slots` is a power of two.
#[expect(clippy::cast_possible_truncation, reason = "the lower half is what is meant")]
pub(crate) const fn slot(hash: u64, pilot: u8, slots: usize) -> usize {
    let mixed = (hash as u32 ^ (pilot as u32).wrapping_mul(0x85EB_CA6B)).wrapping_mul(0xC2B2_AE35);
    (mixed ^ mixed >> 15) as usize & (slots - 1)
}

#[cfg(test)]
mod tests {
    use super::{bucket, hash, slot};

    /// The values were computed by hand-written Python integers, so they hold on every target and in const
    /// evaluation alike.
    #[test]
    fn the_hash_does_not_depend_on_the_targets_byte_order() {
        const AT_COMPILE_TIME: u64 = hash(7, b"x86/PVH and more", b"domU");
        assert_eq!(AT_COMPILE_TIME, HASH);
        assert_eq!(hash(core::hint::black_box(7), b"x86/PVH and more", b"domU"), HASH);
        assert_eq!((bucket(HASH, 74), slot(HASH, 3, 256)), (BUCKET, SLOT));
    }

    const HASH: u64 = 0xC349_9B79_6693_08C0;
    const BUCKET: usize = 56;
    const SLOT: usize = 46;

    #[test]
    fn where_a_string_is_cut_counts() {
        assert_ne!(hash(1, b"ab", b"c"), hash(1, b"a", b"bc"));
        assert_ne!(hash(1, b"", b"abc"), hash(1, b"abc", b""));
        assert_ne!(hash(1, b"\0", b""), hash(1, b"", b""));
        assert_ne!(hash(1, b"", b""), hash(2, b"", b""));
    }
}
