//! Finds the perfect hash over a table's keys; [`Index`](xen_support_data::Index) looks it up.

use xen_support_data::{Hash, bucket, slot};

/// A perfect hash, as it goes into an [`Index`](xen_support_data::Index).
#[derive(Debug)]
pub(crate) struct PerfectHash {
    pub(crate) hash: Hash,
    pub(crate) pilots: Vec<u8>,
    /// The row in each slot; slots without one hold row 0.
    pub(crate) slots: Vec<u32>,
}

/// How many keys a bucket holds, on average. Fewer take more pilots; more take longer to place.
const KEYS_A_BUCKET: usize = 3;

/// How many seeds are tried before giving up. One does, but for keys made to collide.
const SEEDS: u64 = 64;

/// The perfect hash over these keys of two parts each; `None` where two keys are equal.
///
/// Deterministic. Cost: linear in the length of the keys.
pub(crate) fn build(keys: &[(&str, &str)]) -> Option<PerfectHash> {
    let whole = !differ_at_their_ends(keys);
    (1..=SEEDS).find_map(|seed| build_with(Hash { seed, whole }, keys))
}

/// Whether the hash that looks at no more tells the keys apart.
fn differ_at_their_ends(keys: &[(&str, &str)]) -> bool {
    let mut hashes = hashes(Hash { seed: 0, whole: false }, keys);
    hashes.sort_unstable();
    hashes.windows(2).all(|pair| pair[0] != pair[1])
}

fn hashes(hash: Hash, keys: &[(&str, &str)]) -> Vec<u64> {
    keys.iter().map(|(first, second)| hash.of(first.as_bytes(), second.as_bytes())).collect()
}

fn build_with(hash: Hash, keys: &[(&str, &str)]) -> Option<PerfectHash> {
    const FREE: u32 = u32::MAX;
    // A fifth of the slots stays free, so that the last keys still find one.
    let mut slots = vec![FREE; (keys.len() + keys.len() / 4).next_power_of_two()];
    let mut pilots = vec![0; keys.len().div_ceil(KEYS_A_BUCKET).max(1)];
    let mut placed: Vec<(usize, u64, u32)> =
        (0..).zip(hashes(hash, keys)).map(|(row, hash)| (bucket(hash, pilots.len()), hash, row)).collect();
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
    Some(PerfectHash { hash, pilots, slots })
}

#[cfg(test)]
mod tests {
    use super::{PerfectHash, build};
    use xen_support_data::{bucket, slot};

    fn row(table: &PerfectHash, first: &str, second: &str) -> usize {
        let hash = table.hash.of(first.as_bytes(), second.as_bytes());
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
    fn only_what_is_needed_is_hashed() {
        let keys = [("x86/PVH", "domU"), ("x86/PVH", "dom0"), ("Feature number 1 of many", "")];
        assert!(!build(&keys).unwrap().hash.whole);
        assert!(build(&[keys[2], ("Feature number 2 of many", "")]).unwrap().hash.whole);
    }

    #[test]
    fn equal_keys_have_no_perfect_hash() {
        assert!(build(&[("a", "b"), ("a", "b")]).is_none());
        assert!(build(&[("a", "b"), ("ab", "")]).is_some());
    }
}
