//! Finds the perfect hash over a table's keys; [`Index`](crate::Index) looks it up.

use crate::index::{bucket, hash, slot};

/// A perfect hash, as it goes into an [`Index`](crate::Index).
#[derive(Debug)]
pub(super) struct PerfectHash {
    pub(super) seed: u64,
    pub(super) pilots: Vec<u8>,
    /// The row in each slot; slots without one hold row 0.
    pub(super) slots: Vec<u32>,
}

/// How many keys a bucket holds, on average. Fewer take more pilots; more take longer to place.
const KEYS_A_BUCKET: usize = 3;

/// How many seeds are tried before giving up. One does, but for keys made to collide.
const SEEDS: u64 = 64;

/// The perfect hash over these keys of two parts each; `None` where two keys are equal.
///
/// Deterministic. Cost: linear in the length of the keys.
pub(super) fn build(keys: &[(&str, &str)]) -> Option<PerfectHash> {
    (1..=SEEDS).find_map(|seed| build_from(seed, keys))
}

fn build_from(seed: u64, keys: &[(&str, &str)]) -> Option<PerfectHash> {
    const FREE: u32 = u32::MAX;
    let hashes = keys.iter().map(|(first, second)| hash(seed, first.as_bytes(), second.as_bytes()));
    // A fifth of the slots stays free, so that the last keys still find one.
    let mut slots = vec![FREE; (keys.len() + keys.len() / 4).next_power_of_two()];
    let mut pilots = vec![0; keys.len().div_ceil(KEYS_A_BUCKET).max(1)];
    let mut placed: Vec<(usize, u64, u32)> =
        (0..).zip(hashes).map(|(row, hash)| (bucket(hash, pilots.len()), hash, row)).collect();
    placed.sort_unstable();
    let mut buckets: Vec<&[(usize, u64, u32)]> = placed.chunk_by(|a, b| a.0 == b.0).collect();
    // The fullest first, while there is room.
    buckets.sort_by_key(|keys| std::cmp::Reverse(keys.len()));
    let mut taken = Vec::new();
    for keys in buckets {
        let mut fits = |pilot: &u8| {
            taken.clear();
            keys.iter().all(|(_, hash, _)| {
                let slot = slot(*hash, *pilot, slots.len());
                let is_free = slots[slot] == FREE && !taken.contains(&slot);
                taken.push(slot);
                is_free
            })
        };
        pilots[keys[0].0] = (0..=u8::MAX).find(&mut fits)?;
        for ((_, _, row), slot) in keys.iter().zip(&taken) {
            slots[*slot] = *row;
        }
    }
    for slot in &mut slots {
        if *slot == FREE {
            *slot = 0;
        }
    }
    Some(PerfectHash { seed, pilots, slots })
}

#[cfg(test)]
mod tests {
    use super::{PerfectHash, build};
    use crate::index::{bucket, hash, slot};

    fn row(table: &PerfectHash, first: &str, second: &str) -> usize {
        let hash = hash(table.seed, first.as_bytes(), second.as_bytes());
        let pilot = table.pilots[bucket(hash, table.pilots.len())];
        table.slots[slot(hash, pilot, table.slots.len())] as usize
    }

    #[test]
    fn every_key_finds_its_row() {
        for count in [0, 1, 2, 3, 7, 221, 1000, 20_000] {
            let names: Vec<String> = (0..count).map(|number| format!("feature {number}")).collect();
            let keys: Vec<(&str, &str)> =
                names.iter().flat_map(|name| [(name.as_str(), ""), (name.as_str(), "x86")]).collect();
            let table = build(&keys).unwrap();
            for (number, (first, second)) in keys.iter().enumerate() {
                assert_eq!(row(&table, first, second), number);
            }
            row(&table, "no such feature", "");
        }
    }

    #[test]
    fn equal_keys_have_no_perfect_hash() {
        assert!(build(&[("a", "b"), ("a", "b")]).is_none());
        assert!(build(&[("a", "b"), ("ab", "")]).is_some());
    }
}
