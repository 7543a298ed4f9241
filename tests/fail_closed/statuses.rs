//! Mutates status lines.

use crate::pages::Page;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use xen_support::Statement;

/// A change of a status line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Mutation {
    Dropped,
    Doubled,
    Swapped,
    Case,
    Punctuation,
    WordOrder,
    Blank,
    LookAlike,
    Truncated,
    Joined,
    IndentedLess,
    Moved,
}

/// Letters that look like an ASCII letter, with that letter.
const LOOK_ALIKES: [(char, char); 10] = [
    ('S', 'Ѕ'),
    ('p', 'р'),
    ('o', 'о'),
    ('e', 'е'),
    ('c', 'с'),
    ('T', 'Τ'),
    ('i', 'і'),
    ('E', 'Е'),
    ('t', 'ｔ'),
    (' ', '\u{a0}'),
];

/// All mutants of a line, which has no indentation here. `neighbour` is a line that the mutant may be joined with.
fn mutants(line: &str, neighbour: &str) -> Vec<(Mutation, String)> {
    use Mutation::{
        Blank, Case, Doubled, Dropped, IndentedLess, Joined, LookAlike, Punctuation, Swapped, Truncated, WordOrder,
    };
    let letters: Vec<char> = line.chars().collect();
    let mut mutants = Vec::new();
    let mut add = |mutation, indent: &str, line: String| mutants.push((mutation, format!("{indent}{line}")));
    let with = |at: usize, instead: &[char], skip: usize| -> String {
        letters[..at].iter().chain(instead).chain(&letters[at + skip..]).collect()
    };
    for (at, letter) in letters.iter().enumerate() {
        add(Dropped, "    ", with(at, &[], 1));
        add(Doubled, "    ", with(at, &[*letter, *letter], 1));
        if at + 1 < letters.len() {
            add(Swapped, "    ", with(at, &[letters[at + 1], *letter], 2));
        }
        let other_case =
            if letter.is_ascii_lowercase() { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() };
        add(Case, "    ", with(at, &[other_case], 1));
        if letter.is_ascii_punctuation() {
            for instead in [',', ';', ':', '.', '-', '('] {
                add(Punctuation, "    ", with(at, &[instead], 1));
            }
        }
        if *letter == ' ' {
            for instead in [&['\t'][..], &[' ', ' '], &[','], &[], &[' ', '-', ' ']] {
                add(Blank, "    ", with(at, instead, 1));
            }
        }
        for (_, look_alike) in LOOK_ALIKES.iter().filter(|(ascii, _)| ascii == letter) {
            add(LookAlike, "    ", with(at, &[*look_alike], 1));
        }
        add(Truncated, "    ", letters[..at].iter().collect());
    }
    let words: Vec<&str> = line.split(' ').collect();
    for at in 1..words.len() {
        let mut words = words.clone();
        words.swap(at - 1, at);
        add(WordOrder, "    ", words.join(" "));
    }
    add(Case, "    ", line.to_uppercase());
    add(Case, "    ", line.to_lowercase());
    for between in ["", " ", ", ", "; ", "\t"] {
        add(Joined, "    ", [line, between, neighbour].concat());
        add(Joined, "    ", [neighbour, between, line].concat());
    }
    for indent in ["", " ", "  ", "   "] {
        add(IndentedLess, indent, line.to_owned());
    }
    mutants
}

/// The status lines of all documents, each once.
fn status_lines() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut lines = BTreeSet::new();
    for statement in Statement::all() {
        let text = fs::read_to_string(root.join(statement.file())).unwrap();
        let numbers: BTreeSet<u32> = statement.iter().filter_map(|(feature, _)| statement.line(feature)).collect();
        lines.extend(numbers.iter().map(|number| text.lines().nth(*number as usize - 1).unwrap().trim().to_owned()));
    }
    lines
}

#[test]
fn no_mutant_of_a_status_line_becomes_security_supported_in_silence() {
    let page = Page::new();
    let mut counts: BTreeMap<Mutation, usize> = BTreeMap::new();
    let mut let_through: BTreeSet<(Mutation, String)> = BTreeSet::new();
    for line in status_lines() {
        let (secure, has_diagnostics) = page.read(&format!("    {line}\n"));
        if secure > 0 {
            continue;
        }
        assert!(!has_diagnostics || line.contains("Exper"), "{line}");
        let mut mutants = mutants(&line, "Status, other: Experimental");
        // Moved below "Format and definitions".
        mutants.push((Mutation::Moved, format!("\n# Format and definitions\n\n    {line}")));
        for (mutation, mutant) in mutants {
            *counts.entry(mutation).or_default() += 1;
            let (secure, has_diagnostics) = page.read(&format!("{mutant}\n"));
            if secure > 0 && !has_diagnostics {
                let value = mutant.rsplit(": ").next().unwrap_or_default().to_owned();
                let_through.insert((mutation, value));
            }
        }
    }
    // If the line is cut off before its modifier, nothing shows that there was one. Xen's own tool reads "Supported"
    // too.
    let expected = [(Mutation::Truncated, "Supported".to_owned())];
    println!("{} mutants: {counts:?}", counts.values().sum::<usize>());
    assert_eq!(let_through, BTreeSet::from(expected));
    assert!(counts.values().sum::<usize>() > 10_000);
}
