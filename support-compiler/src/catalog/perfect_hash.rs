//! Finds the perfect hash over a table's keys, by rust-phf's generator; [`Index`](xen_support_data::Index) looks it up.

use phf_generator::ptrhash::{HashState, generate_hash_with_hash_fn};
use phf_shared::ptrhash::{hash, hash_pilot};
use std::cell::Cell;
use std::collections::HashSet;
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

/// How many seeds the hash of lengths and ends is tried with, before that of all bytes is. One or two do, and a dozen where
/// names follow a pattern.
const QUICK_SEEDS: usize = 32;

/// How many seeds are tried before keys are looked at for two that are equal. No two keys that differ collide under that
/// many.
const SEEDS: usize = 64;

/// The perfect hash over these keys of two parts each, all of which differ.
///
/// Each seed depends on all of the keys ([`seed_for`]). So keys cannot be made to collide under the seeds that they will
/// be tried with: each that is changed for that changes the seeds.
///
/// Deterministic. Cost: linear in the length of the keys.
///
/// # Panics
///
/// If two keys are equal.
pub(crate) fn build(keys: &[(&str, &str)]) -> PerfectHash {
    let differ_at_their_ends = differ_at_their_ends(keys);
    let tried = Cell::new((0, Hash { seed: 1, whole: true }));
    let rows: Vec<usize> = (0..keys.len()).collect();
    let state = generate_hash_with_hash_fn(&rows, |row, seed| {
        let (mut seeds, mut hash) = tried.get();
        // The generator hashes all rows in order, then tries that seed.
        if *row == 0 {
            seeds += 1;
            assert!(seeds != SEEDS || are_distinct(keys), "two of the keys are equal");
            hash = Hash { seed: seed_for(keys, *seed), whole: is_whole(differ_at_their_ends, seeds) };
            tried.set((seeds, hash));
        }
        of(hash, keys[*row])
    });
    PerfectHash::new(tried.get().1, &state)
}

/// The seed that these keys are tried with for a seed of the generator, which are the same for all keys: their `SipHash`
/// with the generator's seed as its key. Odd.
fn seed_for(keys: &[(&str, &str)], seed: u64) -> u64 {
    let parts: Vec<_> =
        keys.iter().map(|(first, second)| ([first.len() as u64, second.len() as u64], *first, *second)).collect();
    hash(&*parts, &seed) | 1
}

/// Whether every byte is hashed under the seed of this number, counted from 1.
fn is_whole(differ_at_their_ends: bool, number: usize) -> bool {
    !differ_at_their_ends || number > QUICK_SEEDS
}

fn are_distinct(keys: &[(&str, &str)]) -> bool {
    let mut seen = HashSet::new();
    keys.iter().all(|key| seen.insert(key))
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
    use super::{PerfectHash, QUICK_SEEDS, SEEDS, build, is_whole, of, seed_for};
    use phf_generator::ptrhash::generate_hash_with_hash_fn;
    use phf_shared::ptrhash::get_index;
    use std::cell::RefCell;
    use std::collections::{BTreeSet, HashMap};
    use xen_support_data::Hash;

    #[test]
    fn every_key_finds_its_row() {
        for count in [1, 2, 3, 7, 221, 1000, 20_000] {
            let names: Vec<String> = (0..count).map(|number| format!("feature {number}")).collect();
            let keys: Vec<(&str, &str)> =
                names.iter().flat_map(|name| [(name.as_str(), ""), (name.as_str(), "x86")]).collect();
            let table = build(&keys);
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
        let table = build(&[]);
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
        assert!(!build(&keys).hash.whole);
        assert!(build(&[keys[2], ("Feature number 2 of many", "")]).hash.whole);
    }

    #[test]
    fn every_byte_is_hashed_where_ends_do_not_tell_names_apart_or_many_seeds_did_not_fit() {
        for (differ_at_their_ends, number, expected) in
            [(true, 1, false), (true, QUICK_SEEDS, false), (true, QUICK_SEEDS + 1, true), (false, 1, true)]
        {
            assert_eq!(is_whole(differ_at_their_ends, number), expected, "{number}");
        }
    }

    #[test]
    fn a_seed_depends_on_every_byte_of_the_keys_and_on_where_they_are_cut() {
        let keys = [("ab", "c"), ("d", "")];
        for other in
            [[("a", "bc"), ("d", "")], [("ab", ""), ("cd", "")], [("ab", "c"), ("e", "")], [("d", ""), ("ab", "c")]]
        {
            assert_ne!(seed_for(&keys, 7), seed_for(&other, 7), "{other:?}");
        }
        assert_ne!(seed_for(&keys, 7), seed_for(&keys, 8));
        assert_eq!(seed_for(&keys, 7) % 2, 1);
    }

    /// The generator's seeds, in order.
    fn seeds(count: usize) -> Vec<u64> {
        let seeds = RefCell::new(Vec::new());
        generate_hash_with_hash_fn(&[0, 1], |row, seed| {
            let mut seeds = seeds.borrow_mut();
            if *row == 0 {
                seeds.push(*seed);
            }
            // Two equal numbers have no perfect hash.
            if seeds.len() > count { row << 31 } else { 0 }
        });
        seeds.into_inner()[..count].to_vec()
    }

    /// Checks that each key is found.
    fn check(keys: &[(&str, &str)]) -> Hash {
        let table = build(keys);
        for (row, (first, second)) in keys.iter().enumerate() {
            assert_eq!(table.index().candidate(first, second), row, "{first} {second}");
        }
        table.hash
    }

    /// Two names that share a bucket of so many, and a slot under whatever pilot.
    fn pair_that_collides(hash: Hash, buckets: u64) -> [String; 2] {
        let mut seen = HashMap::new();
        let names = (hash.seed >> 32..).map(|number| format!("name-{number:x}"));
        let collide = |name: String| {
            let hash = hash.of(name.as_bytes(), b"");
            let place = (((hash & 0xFFFF_FFFF) * buckets) >> 32, hash >> 44);
            seen.insert(place, name.clone()).map(|other| [name, other])
        };
        names.into_iter().find_map(collide).unwrap()
    }

    #[test]
    fn names_made_to_collide_under_each_seed_that_others_are_tried_with_compile() {
        let buckets = (2 * SEEDS).div_ceil(3) as u64 + 3;
        for whole in [false, true] {
            // Under the seeds of the names that it was made of before, if it was.
            let mut names: Vec<String> = vec!["feature".to_owned()];
            for _ in 0..2 {
                let keys: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
                let hashes = seeds(SEEDS).into_iter().map(|seed| Hash { seed: seed_for(&keys, seed), whole });
                let distinct: BTreeSet<String> = hashes.flat_map(|hash| pair_that_collides(hash, buckets)).collect();
                names = distinct.into_iter().collect();
                check(&names.iter().map(|name| (name.as_str(), "")).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn names_that_differ_in_few_bits_anywhere_compile() {
        let name = [b'a'; 40];
        let mut names = BTreeSet::from([name.to_vec()]);
        for (one, other) in (0..40).flat_map(|one| (0..=one).map(move |other| (one, other))) {
            // Not the uppermost bit, so that it stays text.
            for (bit, other_bit) in [(0, 0), (4, 1), (5, 5), (6, 6)] {
                let mut changed = name;
                changed[one] ^= 1 << bit;
                changed[other] ^= 1 << other_bit;
                names.insert(changed.to_vec());
            }
        }
        let names: Vec<String> = names.into_iter().map(|name| String::from_utf8(name).unwrap()).collect();
        assert!(names.len() > 3000);
        // All of it in the middle, so that lengths and ends are the same; and at the ends.
        let middle: Vec<String> = names.iter().map(|name| format!("the same {name} for all")).collect();
        assert!(check(&middle.iter().map(|name| (name.as_str(), "")).collect::<Vec<_>>()).whole);
        check(&names.iter().map(|name| (name.as_str(), "")).collect::<Vec<_>>());
        let cut: Vec<(&str, &str)> = names.iter().map(|name| name.split_at(20)).collect();
        check(&cut);
    }

    #[test]
    fn blocks_in_every_order_and_number_compile() {
        let blocks = ["aaaaaaaa", "bbbbbbbb", "aaaabbbb", "\0\0\0\0\0\0\0\0"];
        let mut names = vec![String::new()];
        for longest in 0..6 {
            let longer: Vec<String> = names.iter().filter(|name| name.len() == 8 * longest).cloned().collect();
            names.extend(longer.iter().flat_map(|name| blocks.map(|block| format!("{name}{block}"))));
        }
        assert_eq!(names.len(), 5461);
        check(&names.iter().map(|name| (name.as_str(), "")).collect::<Vec<_>>());
        check(&names.iter().map(|name| ("", name.as_str())).collect::<Vec<_>>());
    }

    #[test]
    #[should_panic = "two of the keys are equal"]
    fn equal_keys_are_refused() {
        let names: Vec<String> = (0..100).map(|number| format!("feature {number}")).collect();
        let keys: Vec<(&str, &str)> = names.iter().chain(&names[..1]).map(|name| (name.as_str(), "")).collect();
        build(&keys);
    }
}
