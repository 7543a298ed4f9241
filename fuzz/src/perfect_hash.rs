//! The perfect hash in the emitted Rust.

use crate::literal::{argument, boolean, field, integer, number, slice};
use syn::Expr;

/// A perfect hash as it was emitted. Written anew after the description of the format, not shared with the compiler.
pub(crate) struct Index {
    seed: u64,
    whole: bool,
    pilots: Vec<u64>,
    slots: Vec<usize>,
}

impl Index {
    pub(crate) fn new(index: &Expr) -> Self {
        Self {
            seed: integer(field(field(index, "hash"), "seed")),
            whole: boolean(field(field(index, "hash"), "whole")),
            pilots: slice(field(index, "pilots")).map(integer).collect(),
            slots: slice(argument(field(index, "slots"), 0)).map(number).collect(),
        }
    }

    /// The row of the table that holds these two strings.
    pub(crate) fn find(&self, table: &[[String; 2]], strings: [&str; 2]) -> Option<usize> {
        let sum = if self.whole { self.hash_whole(strings) } else { self.hash_ends(strings) };
        let product = (sum ^ sum >> 32).wrapping_mul(MULTIPLIERS[4]);
        // Scales a number below 2^32 to one below that limit.
        let below = |limit: usize, number: u64| usize::try_from(number * limit as u64 / (1 << 32)).unwrap();
        let pilot = self.pilots[below(self.pilots.len(), sum >> 32)];
        let row = self.slots[below(self.slots.len(), product >> 32 ^ pilot)];
        table.get(row).is_some_and(|found| *found == strings).then_some(row)
    }

    /// The sum that is hashed of lengths and ends.
    fn hash_ends(&self, strings: [&str; 2]) -> u64 {
        let word = |bytes: &[u8]| bytes.iter().rfold(0, |word, byte| word << 8 | u64::from(*byte));
        let ends = |bytes: &[u8]| match bytes.len() {
            8.. => [word(&bytes[..8]), word(&bytes[bytes.len() - 8..])],
            4..8 => [word(&bytes[..4]) | word(&bytes[bytes.len() - 4..]) << 32, 0],
            _ => [word(bytes), 0],
        };
        let [first, second] = strings.map(|string| string.len() as u64);
        let [[a, b], [c, d]] = strings.map(|string| ends(string.as_bytes()));
        let words = [a, b ^ (first << 32 | second), c, d];
        let products = words.into_iter().zip(MULTIPLIERS).map(|(word, by)| word.wrapping_mul(by));
        products.fold(0, u64::wrapping_add).wrapping_mul(self.seed)
    }

    /// The number that is hashed of all bytes.
    fn hash_whole(&self, strings: [&str; 2]) -> u64 {
        let mut hash = self.seed;
        let mut mix = |word: u64| {
            let product = u128::from(hash ^ word) * u128::from(self.seed);
            hash = u64::try_from((product ^ product >> 64) & u128::from(u64::MAX)).unwrap();
        };
        for string in strings {
            mix(string.len() as u64);
            let words = string.as_bytes().chunks_exact(8);
            let mut last = words.remainder().to_vec();
            for word in words {
                mix(u64::from_le_bytes(word.try_into().unwrap()));
            }
            if (4..8).contains(&last.len()) {
                last = [&last[..4], &last[last.len() - 4..]].concat();
            }
            last.resize(8, 0);
            mix(u64::from_le_bytes(last.try_into().unwrap()));
        }
        hash
    }
}

const MULTIPLIERS: [u64; 5] =
    [0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93, 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3];
