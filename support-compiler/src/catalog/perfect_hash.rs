//! Finds the perfect hash over a table's keys, by rust-phf's generator; [`Index`](xen_support_data::Index) looks it up.

use phf_generator::ptrhash::{HashState, generate_hash_with_hash_fn};
use phf_shared::ptrhash::hash_pilot;
use std::cell::Cell;
use xen_support_data::Hash;
#[cfg(test)]
use xen_support_data::{Index, Slots};

/// A perfect hash, as it goes into an [`Index`](xen_support_data::Index).
#[derive(Debug)]
pub(crate) struct PerfectHash {
    pub(crate) hash: Hash,
    pub(crate) pilots: Vec<u32>,
    /// The row in each slot; a slot that no key is sent to holds any.
    pub(crate) slots: Vec<u32>,
}

/// How many seeds are tried before giving up. One or two do, and a dozen where names follow a pattern; more only where
/// they were made to collide.
pub(crate) const SEEDS: usize = 64;

/// The perfect hash over these keys of two parts each; `None` where two keys are equal, or were made to collide under
/// every seed that is tried.
///
/// Deterministic. Cost: linear in the length of the keys; where they were made so that the generator has to search for
/// long, up to quadratic in their number.
pub(crate) fn build(keys: &[(&str, &str)]) -> Option<PerfectHash> {
    let whole = !differ_at_their_ends(keys);
    let with_seed = |seed: u64| Hash { seed: seed | 1, whole };
    let seeds = Cell::new(0);
    let rows: Vec<usize> = (0..keys.len()).collect();
    let state = generate_hash_with_hash_fn(&rows, |row, seed| {
        // The generator hashes all rows in order, then tries that seed.
        if *row == 0 {
            seeds.set(seeds.get() + 1);
        }
        if seeds.get() <= SEEDS {
            of(with_seed(*seed), keys[*row])
        } else {
            // It never gives up. So that it ends, it is given what has a perfect hash: the rows' own numbers.
            with_seed(*seed).of(&row.to_le_bytes(), &[])
        }
    });
    (seeds.get() <= SEEDS).then(|| PerfectHash::new(with_seed(state.seed), &state))
}

/// Whether the hash that looks at nothing else tells the keys apart.
fn differ_at_their_ends(keys: &[(&str, &str)]) -> bool {
    let mut hashes: Vec<u64> = keys.iter().map(|key| of(Hash { seed: 1, whole: false }, *key)).collect();
    hashes.sort_unstable();
    hashes.windows(2).all(|pair| pair[0] != pair[1])
}

fn of(hash: Hash, (first, second): (&str, &str)) -> u64 {
    hash.of(first.as_bytes(), second.as_bytes())
}

impl PerfectHash {
    /// What the generator found, as [`Index`](xen_support_data::Index) has it: the 32 bits that a look-up by `phf_shared` would make
    /// of seed and pilot, and the row of each slot, beyond the last row as well.
    #[expect(clippy::cast_possible_truncation, reason = "the generator numbers the rows in 32 bits, too")]
    fn new(hash: Hash, state: &HashState) -> Self {
        let HashState { seed, pilots, remap, map } = state;
        let pilots = pilots.iter().map(|pilot| hash_pilot(*seed, *pilot)).map(|pilot| (pilot >> 32 ^ pilot) as u32);
        let beyond = remap.iter().map(|slot| &map[*slot as usize]);
        let slots = map.iter().chain(beyond).map(|row| *row as u32);
        Self { hash, pilots: pilots.collect(), slots: slots.collect() }
    }
}

#[cfg(test)]
impl PerfectHash {
    /// As it is looked up, over tables that are made at run time.
    pub(crate) fn index(&self) -> Index {
        Index { hash: self.hash, pilots: self.pilots.clone().leak(), slots: Slots::U32(self.slots.clone().leak()) }
    }
}

#[cfg(test)]
mod tests {
    use super::{PerfectHash, build, of};
    use phf_generator::ptrhash::generate_hash_with_hash_fn;
    use phf_shared::ptrhash::get_index;
    use xen_support_data::Hash;

    #[test]
    fn every_key_finds_its_row() {
        for count in [1, 2, 3, 7, 221, 1000, 20_000] {
            let names: Vec<String> = (0..count).map(|number| format!("feature {number}")).collect();
            let keys: Vec<(&str, &str)> =
                names.iter().flat_map(|name| [(name.as_str(), ""), (name.as_str(), "x86")]).collect();
            let table = build(&keys).unwrap();
            assert_eq!(table.hash.seed % 2, 1);
            let index = table.index();
            for (row, (first, second)) in keys.iter().enumerate() {
                assert_eq!(index.candidate(first, second), row);
            }
            assert!(index.candidate("no such feature", "") < keys.len());
        }
    }

    #[test]
    fn a_table_without_keys_has_neither_buckets_nor_slots() {
        let table = build(&[]).unwrap();
        assert!(table.pilots.is_empty() && table.slots.is_empty());
    }

    #[test]
    fn a_look_up_finds_what_one_by_rust_phf_finds() {
        for count in (1..100).chain([1000, 5000]) {
            let names: Vec<String> = (0..3 * count).map(|number| format!("{number} of {count}")).collect();
            let with_seed = |seed: u64| Hash { seed: seed | 1, whole: false };
            let state = generate_hash_with_hash_fn(&names[..count], |name, seed| of(with_seed(*seed), (name, "")));
            let hash = with_seed(state.seed);
            let index = PerfectHash::new(hash, &state).index();
            for name in &names {
                let slot = get_index(state.seed, of(hash, (name, "")), &state.pilots, &state.remap, count);
                assert_eq!(index.candidate(name, ""), state.map[slot as usize], "{name}");
            }
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
        let names: Vec<String> = (0..1000).map(|number| format!("feature {number}")).collect();
        let keys: Vec<(&str, &str)> = names.iter().chain(&names[..1]).map(|name| (name.as_str(), "")).collect();
        assert!(build(&keys).is_none());
        assert!(build(&vec![keys[0]; 20_000]).is_none());
    }
}
