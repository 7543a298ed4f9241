//! Fail closed, shown by mutation: no slip of the pen makes a feature security supported in silence.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use xen_support::{Security, Statement};
use xen_support_compiler::{ParsedStatement, Source};

/// What was done to a status line.
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

/// Letters that look like one of ASCII.
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

/// All mutants of a line, which comes without its indentation; `neighbour` is a line that may stand next to it.
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

/// A page around one feature, with the labels of Xen's own pages.
struct Page {
    before: String,
    after: String,
}

impl Page {
    fn new() -> Self {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/4.22.md")).unwrap();
        let (release, _) = text.split_once("# Feature Support").unwrap();
        let (_, format) = text.split_once("# Format and definitions").unwrap();
        Self {
            before: format!("{release}# Feature Support\n\n## Section\n\n### Feature\n\n"),
            after: format!("\n# Format and definitions{format}"),
        }
    }

    /// Which features the page makes security supported, and whether anything is said of the page.
    fn read(&self, body: &str) -> (usize, bool) {
        let (statement, diagnostics) =
            ParsedStatement::parse(&Source::new("page.md", [&self.before, body, "\n", &self.after].concat()));
        let secure = statement.map_or(0, |statement| {
            statement.features.iter().filter(|feature| feature.status.security == Security::Yes).count()
        });
        (secure, !diagnostics.is_empty())
    }
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
        let (secure, noticed) = page.read(&format!("    {line}\n"));
        if secure > 0 {
            continue;
        }
        assert!(!noticed || line.contains("Exper"), "{line}");
        let mut mutants = mutants(&line, "Status, other: Experimental");
        // Under the definitions, and before the heading that it belongs to.
        mutants.push((Mutation::Moved, format!("\n# Format and definitions\n\n    {line}")));
        for (mutation, mutant) in mutants {
            *counts.entry(mutation).or_default() += 1;
            let (secure, noticed) = page.read(&format!("{mutant}\n"));
            if secure > 0 && !noticed {
                let value = mutant.rsplit(": ").next().unwrap_or_default().to_owned();
                let_through.insert((mutation, value));
            }
        }
    }
    // Cut off before the modifier, the rest is what Xen's own grammar reads as "Supported" too: there is nothing left
    // by which one could notice.
    let expected = [(Mutation::Truncated, "Supported".to_owned())];
    println!("{} mutants: {counts:?}", counts.values().sum::<usize>());
    assert_eq!(let_through, BTreeSet::from(expected));
    assert!(counts.values().sum::<usize>() > 10_000);
}
