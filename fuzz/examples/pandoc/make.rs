//! Makes pages: small ones and parts of real ones, with mistakes and constructs put in; and headings of all kinds.

use crate::constructs::{BLOCKS, INLINES, PREFIXES, SUFFIXES};
use crate::judge;
use crate::random::Random;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use xen_support_fuzz::real;

const RELEASE: &str = "# Release Support\n\n    Xen-Version: 4.18\n    Initial-Release: 2023-11-16\n    \
                       Supported-Until: 2025-05-16\n    Security-Support-Until: 2028-11-16\n\n";

const LABELS: &str = "# Format and definitions\n\n## Definition of Status labels\n\n### Supported\n\n    Functional completeness: Yes\n    Functional stability: Normal\n    \
                      Interface stability: Yes\n    Security supported: Yes\n\n### Experimental\n\n    \
                      Functional completeness: No\n    Functional stability: Here be dragons\n    \
                      Interface stability: Not stable\n    Security supported: No\n";

/// The features of small pages.
const FEATURES: &[&str] = &[
    "# Features\n\n## First\n\n    Status: Experimental\n\n## Second\n\n    Status: Supported\n\n",
    "# Features\n\n## Section\n\nProse of the section.\n\n### First\n\nA description.\n\n    Status: Supported\n    \
     Status, x86: Experimental\n\nA caveat\nover lines.\n\n### Second\n\n    Status, Arm: Supported, not security supported\n\n",
    "# Features\n\n## First\n\n    Status: Supported\n\n* An item\n* Another\n\n## Second\n\nA description:\n\n* An item\n\n    \
     Status: Experimental\n\n### Third\n\n    Status: Supported\n\n",
];

/// Writes that many mutated pages and headings.
pub(crate) fn all(folder: &Path, pages: usize, headings: usize, seed: usize) {
    let mut random = Random::new(seed);
    let save = |name: String, text: &str, what: &str| {
        fs::write(folder.join(format!("{name}.md")), text).expect("the folder can be written");
        fs::write(folder.join(format!("{name}.what")), what).expect("the folder can be written");
    };
    let small: Vec<String> = FEATURES.iter().map(|features| [RELEASE, features, LABELS].concat()).collect();
    let mut sections: Vec<String> = real::pages()
        .iter()
        .flat_map(|page| page.sections.iter().map(|section| page.with(std::slice::from_ref(section))))
        .collect();
    sections.retain(|page| judge::is_plain(page));
    for (number, page) in small.iter().enumerate() {
        save(format!("plain-{number}"), page, "nothing");
    }
    for number in 0..pages {
        let page = if random.once_in(4) { random.choose(&sections).clone() } else { random.choose(&small).clone() };
        let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
        let mut what = Vec::new();
        for _ in 0..if random.once_in(4) { 2 } else { 1 } {
            what.push(edit(&mut random, &mut lines));
        }
        save(format!("page-{number:05}"), &(lines.join("\n") + "\n"), &what.join(", then "));
    }
    for number in 0..headings.div_ceil(PER_PAGE) {
        let (titles, parts): (Vec<String>, Vec<String>) = (0..PER_PAGE).map(|_| title(&mut random)).unzip();
        let mut page = format!("{RELEASE}# Features\n\n");
        for (number, title) in titles.iter().enumerate() {
            let _ = write!(page, "## {title}\n\n    Status: Supported up to {number}\n\n");
        }
        save(format!("headings-{number:05}"), &(page + LABELS), &parts.join("\n"));
    }
}

/// How many headings of all kinds a page has.
const PER_PAGE: usize = 5;

/// A heading's text, a construct among words or several, and which these are.
fn title(random: &mut Random) -> (String, String) {
    let mut parts = vec![*random.choose(INLINES)];
    if random.once_in(3) {
        parts.push(*random.choose(INLINES));
    }
    // Notes kill Xen's tool, and so would hide what it says of the others.
    parts.retain(|part| *part != "^[note]");
    let what = parts.iter().map(|part| format!("{part:?}")).collect::<Vec<_>>().join(" and ");
    for word in ["Foo", "bar"] {
        let at = random.below(parts.len() + 1);
        if random.below(4) > 0 {
            parts.insert(at, word);
        }
    }
    (parts.join(random.choose::<&str>(&[" ", " ", " ", "", "/"])), what)
}

/// Edits the lines as people do by mistake, or puts a construct in. Returns what was done.
fn edit(random: &mut Random, lines: &mut Vec<String>) -> String {
    // What comes before the first feature, and the definitions after the last, are edited less often.
    let features = lines.iter().position(|line| line.starts_with("# Feature")).unwrap_or(0);
    let definitions = lines.iter().rposition(|line| line.contains("Definition")).unwrap_or(lines.len() - 1);
    let at = if random.once_in(20) {
        0
    } else if random.once_in(6) || definitions <= features {
        random.below(lines.len())
    } else {
        features + random.below(definitions - features)
    };
    let kind = kind_of(&lines[at]);
    match random.below(17) {
        0 => {
            lines.remove(at);
            format!("without {kind}")
        }
        1 => {
            lines.insert(at, String::new());
            format!("an empty line before {kind}")
        }
        2 | 3 => {
            let prefix = random.choose(PREFIXES);
            lines[at].insert_str(0, prefix);
            format!("{prefix:?} before {kind}")
        }
        4 => {
            let suffix = random.choose(SUFFIXES);
            lines[at].push_str(suffix);
            format!("{suffix:?} after {kind}")
        }
        5 if at + 1 < lines.len() => {
            let next = lines.remove(at + 1);
            let what = format!("{kind} joined with {}", kind_of(&next));
            lines[at].push_str(&next);
            what
        }
        6 => {
            let line = lines[at].clone();
            lines.insert(at, line);
            format!("{kind} twice")
        }
        7 if at + 1 < lines.len() => {
            lines.swap(at, at + 1);
            format!("{kind} after {}", kind_of(&lines[at]))
        }
        8 => {
            let blanks = lines[at].len() - lines[at].trim_start().len();
            let fewer = 1 + random.below(4);
            lines[at].drain(..fewer.min(blanks));
            format!("{kind} with {fewer} blanks fewer")
        }
        9 => {
            let inline = random.choose(INLINES);
            let blanks: Vec<usize> = lines[at].match_indices(' ').map(|(at, _)| at).collect();
            let place = if blanks.is_empty() { lines[at].len() } else { *random.choose(&blanks) };
            lines[at].insert_str(place, &format!(" {inline}"));
            format!("{inline:?} within {kind}")
        }
        10 => {
            let headings: Vec<usize> =
                (0..lines.len()).filter(|at| kind_of(&lines[*at]) == "a heading").chain([lines.len()]).collect();
            let number = random.below(headings.len() - 1);
            let section: Vec<String> = lines.drain(headings[number]..headings[number + 1]).collect();
            let what = format!("a section moved: {:?}", section[0]);
            let mut places = headings;
            places.retain(|place| *place <= lines.len());
            let place = *random.choose(&places);
            lines.splice(place..place, section);
            what
        }
        _ => {
            let block = random.choose(BLOCKS);
            let (before, after) = (random.below(3) > 0, random.below(3) > 0);
            let mut inserted: Vec<String> = block.split('\n').map(str::to_owned).collect();
            if before {
                inserted.insert(0, String::new());
            }
            if after {
                inserted.push(String::new());
            }
            let before = if before { "" } else { "glued " };
            let after = if after { "" } else { " glued" };
            lines.splice(at..at, inserted);
            format!("{before}{block:?}{after} before {kind}")
        }
    }
}

/// What a line of a page is, in a word.
fn kind_of(line: &str) -> &'static str {
    match line.trim_start() {
        "" => "an empty line",
        text if text.starts_with('#') => "a heading",
        text if text.starts_with(['*', '-']) => "an item",
        _ if line.starts_with("    ") => "a fragment's line",
        _ => "prose",
    }
}
