//! The nearest names are those of the definition, however they are found.

use super::{Part, contains};
use crate::check::distance;
use crate::lookup::{NameSpan, NameSpans, NameTable};

type Name = (&'static str, &'static str);

/// The table of these names.
fn table(names: &[Name]) -> NameTable {
    let mut text = String::new();
    let mut span = |part: &str| {
        text.push_str(part);
        (u32::try_from(text.len() - part.len()).unwrap(), u16::try_from(part.len()).unwrap())
    };
    let spans: Vec<NameSpan<u32, u16>> = names
        .iter()
        .map(|(title, implementation)| {
            let ((a, b), (c, d)) = (span(title), span(implementation));
            NameSpan(a, b, c, d)
        })
        .collect();
    NameTable { text: text.leak(), spans: NameSpans::Wide(spans.leak()) }
}

/// The rows that are nearest among these names.
fn nearest(names: &[Name], title: &str, implementation: &str) -> [Option<usize>; 3] {
    let nearest = super::nearest_names(table(names), title, implementation);
    assert_eq!(nearest.searched, names.len());
    nearest.rows
}

/// The same by the definition, from the distance to each name.
fn nearest_by_definition(names: &[Name], title: &str, implementation: &str) -> [Option<usize>; 3] {
    let limit = ((title.len() + implementation.len()) / 3).min(4);
    let has_title = names.iter().any(|name| name.0 == title);
    let distance = |name: &Name| {
        let [of_title, of_implementation] =
            [(name.0, title), (name.1, implementation)].map(|(one, other)| distance(one, other, 9));
        if has_title {
            (name.0 == title).then_some(of_implementation.min(5))
        } else if of_title + of_implementation <= limit {
            Some(of_title + of_implementation)
        } else {
            (!title.is_empty() && name.0.contains(title)).then_some(limit + 1)
        }
    };
    let mut near: Vec<(usize, usize)> =
        names.iter().zip(0..).filter_map(|(name, row)| Some((distance(name)?, row))).collect();
    near.sort_unstable();
    [0, 1, 2].map(|rank| near.get(rank).map(|(_, row)| *row))
}

/// Names of few letters, so that many are near each other, and some are the same but for their case.
fn names(seed: usize) -> Vec<Name> {
    let part = |seed: usize, longest: usize| -> &'static str {
        let letters = (0..seed % (longest + 1))
            .map(|at| ["a", "b", "A", "-"][seed.wrapping_mul(2_654_435_761) >> (8 + 3 * at) & 3]);
        letters.collect::<String>().leak()
    };
    (0..40).map(|row| (seed * 40 + row) * 7919).map(|row| (part(row, 8), part(row / 9, 3))).collect()
}

#[test]
fn the_nearest_names_are_those_that_each_distance_gives() {
    for seed in 0..if cfg!(miri) { 1 } else { 60 } {
        let names = names(seed);
        for (title, implementation) in self::names(seed + 1).into_iter().chain(names[..9].to_vec()) {
            let expected = nearest_by_definition(&names, title, implementation);
            assert_eq!(nearest(&names, title, implementation), expected, "{title} {implementation} {names:?}");
        }
    }
}

#[test]
fn an_effort_that_ends_leaves_the_nearest_of_the_names_before() {
    let names = names(1);
    let table = table(&names);
    // The second is a title that is there.
    for (title, implementation) in [("abab", "a"), names[names.len() / 2]] {
        let mut searched = 0;
        for effort in (0..4000).step_by(if cfg!(miri) { 1000 } else { 1 }) {
            let found = super::search(table, super::Wanted::new(title, implementation), effort);
            assert!(found.searched >= searched && found.searched <= names.len());
            searched = found.searched;
            let expected = nearest_by_definition(&names[..searched], title, implementation);
            assert!(found.rows == expected || found.has_title && found.rows == [None; 3], "{title} {effort}");
        }
        assert_eq!(searched, names.len());
    }
}

#[test]
fn names_of_other_lengths_or_letters_take_little_effort() {
    let wanted = "The name that is looked for, of sixty letters or some more";
    let searched = |name: String, per_name: usize| {
        let names = vec![(&*name.leak(), ""); 50];
        super::search(table(&names), super::Wanted::new(wanted, ""), 50 * per_name).searched
    };
    assert_eq!(searched("x".repeat(wanted.len() - 5), super::PER_NAME), 50);
    let per_name = super::PER_NAME + super::PER_NAME_IN_QUESTION;
    assert_eq!(searched("z".repeat(wanted.len() - 4), per_name + 2 * super::FARTHEST), 50);
    assert!(searched("e".repeat(wanted.len() - 4), per_name + 2 * super::FARTHEST) < 50);
}

#[test]
fn four_implementations_that_differ_in_case_are_as_near() {
    let names = ["domU", "DOMU", "domu", "DomU"].map(|implementation| ("x86/PVH", implementation));
    assert_eq!(nearest(&names, "x86/PVH", "dOMu"), [Some(0), Some(1), Some(2)]);
    let names = ["domU", "DOMU", "domu", "DomU"].map(|title| (title, ""));
    assert_eq!(nearest(&names, "dOMu", ""), [Some(0), Some(1), Some(2)]);
}

#[test]
fn a_text_is_found_anywhere_in_another_one() {
    for (text, part) in [("", ""), ("abc", ""), ("abc", "abc"), ("abc", "bc"), ("aab", "ab"), ("abcd", "b")] {
        assert!(contains(Part::whole(text), Part::whole(part), &mut 100), "{text} {part}");
    }
    for (text, part) in [("", "a"), ("abc", "abcd"), ("abc", "ac"), ("ab", "ba")] {
        assert!(!contains(Part::whole(text), Part::whole(part), &mut 100), "{text} {part}");
    }
}

#[test]
fn a_name_is_near_within_a_third_of_its_letters_and_four() {
    for (known, title, implementation, is_near) in [
        (("abcdef", ""), "abcdyz", "", true),
        (("abcdef", ""), "abcxyz", "", false),
        (("abcde", ""), "abcyz", "", false),
        (("abc", "def"), "abz", "dez", true),
        (("abc", "def"), "ayz", "dez", false),
        (("abcdef", "x"), "abcdyz", "x", true),
        (("abcdefghijklmnopqr", ""), "1234efghijklmnopqr", "", true),
        (("abcdefghijklmnopqr", ""), "12345fghijklmnopqr", "", false),
    ] {
        assert_eq!(nearest(&[known], title, implementation)[0].is_some(), is_near, "{title} {implementation}");
    }
}

#[test]
fn nearer_names_come_first_and_titles_that_hold_the_name_last() {
    let names = ["abcdefghi12", "abcd", "abcdefg11", "abcdefghix", "abcdefg22", "abcdefghiy"].map(|title| (title, ""));
    assert_eq!(nearest(&names, "abcdefghi", ""), [Some(3), Some(5), Some(0)]);
    assert_eq!(nearest(&names[..5], "abcdefghi", ""), [Some(3), Some(0), Some(2)]);
    let names = ["abcdef", "1abcdef890", "abcd12"].map(|title| (title, ""));
    assert_eq!(nearest(&names[1..], "abcdef", ""), [Some(1), Some(0), None]);
    assert_eq!(nearest(&names, "abcdef", ""), [Some(0), None, None]);
}

#[test]
fn the_nearest_name_is_found_and_a_far_one_is_not() {
    const TABLE: NameTable = NameTable { text: "x86/PVHdomU", spans: NameSpans::Narrow(&[NameSpan(0, 7, 7, 4)]) };
    const NAMES: [Name; 5] =
        [("x86/PV", ""), ("x86/PVH", "domU"), ("x86/PVH", "dom0"), ("Blkfront", "Linux"), ("Blkfront", "FreeBSD")];
    assert_eq!(nearest(&NAMES, "x86/PVH", "Dom0"), [Some(2), Some(1), None]);
    assert_eq!(nearest(&NAMES, "x86/PVH", ""), [Some(1), Some(2), None]);
    assert_eq!(nearest(&NAMES, "x86/pvh", "domU"), [Some(1), Some(2), None]);
    assert_eq!(nearest(&NAMES, "Blkfornt", "Linux"), [Some(3), None, None]);
    assert_eq!(nearest(&NAMES, "front", "Windows"), [Some(3), Some(4), None]);
    assert_eq!(nearest(&NAMES, "Network cards", "any"), [None; 3]);
    assert_eq!(nearest(&NAMES, "", ""), [None; 3]);
    const { assert!(matches!(super::nearest_names(TABLE, "x86/PHV", "domU").rows, [Some(0), ..])) };
}
