//! Mutates status lines, dates, and what stands beside a status, to show that no typing mistake makes a feature security
//! supported without a diagnostic.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use xen_support::{Date, Life, Security, SecuritySupport, Statement};
use xen_support_compiler::{Catalog, Diagnostic, ParsedStatement, Settings, Source, compile, emit};

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

    /// How many features of the page are security supported, and whether the page has diagnostics.
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

/// The text of each document, by its name.
fn documents() -> Vec<(&'static str, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |statement: Statement| (statement.file(), fs::read_to_string(root.join(statement.file())).unwrap());
    Statement::all().iter().map(read).collect()
}

// The dates.

const DATES: [&str; 2] = ["Initial-Release", "Security-Support-Until"];

/// Whether a text is a day of the calendar. It is read here by other code than that which is tested.
fn is_day(text: &str) -> bool {
    let is_written_as_a_day = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
    is_written_as_a_day && {
        let [year, month, day] = [&text[..4], &text[5..7], &text[8..]].map(|digits| digits.parse::<u32>().unwrap());
        let is_leap_year = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u32::from(is_leap_year),
            _ => 0,
        };
        (1..=days).contains(&day)
    }
}

/// The values of the two dates that security support depends on; `None` if there is not exactly one line for each.
fn dates(block: &str) -> Option<[&str; 2]> {
    let [first, last] = DATES.map(|key| {
        let mut lines = block.lines().filter_map(|line| line.trim().strip_prefix(key)?.strip_prefix(':'));
        lines.next().filter(|_| lines.next().is_none()).map(str::trim)
    });
    Some([first?, last?])
}

/// Whether the dates of a block of Release Support say that the release is security supported on that day. Days that
/// are written alike are in the order of their texts.
fn dates_grant(block: &str, day: &str) -> bool {
    dates(block).is_some_and(|[first, last]| is_day(first) && is_day(last) && first <= day && day <= last)
}

/// All mutants of a block of Release Support.
fn mutants_of_dates(block: &str) -> BTreeSet<String> {
    const WORDS: [&str; 9] =
        ["n/a", "TBD", "", "soon", "2028", "2028-11", "16 November 2028", "until 2028-11-16", "2028-11-16 (planned)"];
    const NO_DAYS: [&str; 9] = [
        "2027-02-29",
        "2028-02-30",
        "2028-13-01",
        "2028-00-10",
        "2028-11-00",
        "2028-11-31",
        "2028-11-99",
        "28-11-16",
        "+2028-11-16",
    ];
    const OTHERS: [&str; 8] = [
        "2028/11/16",
        "2028.11.16",
        "16-11-2028",
        "11-16-2028",
        "20281116",
        "2028-11-16T00:00",
        "２０２８-11-16",
        "2028\u{2011}11\u{2011}16",
    ];
    let lines: Vec<&str> = block.lines().collect();
    let mut mutants = BTreeSet::new();
    let mut add = |mutant: String| _ = mutants.insert(mutant);
    for (number, line) in lines.iter().enumerate() {
        let with = |instead: &[&str]| [&lines[..number], instead, &lines[number + 1..]].concat().join("\n");
        let letters: Vec<char> = line.chars().collect();
        for at in 0..letters.len() {
            let instead = |instead: &[char], skip: usize| -> String {
                letters[..at].iter().chain(instead).chain(letters.get(at + skip..).unwrap_or_default()).collect()
            };
            let mut changed = vec![instead(&[], 1), instead(&[letters[at]; 2], 1), instead(&[], letters.len())];
            if let Some(next) = letters.get(at + 1) {
                changed.push(instead(&[*next, letters[at]], 2));
            }
            if letters[at].is_ascii_digit() {
                changed.extend(('0'..='9').map(|digit| instead(&[digit], 1)));
                changed.extend(['O', 'l', ' ', '-'].map(|letter| instead(&[letter], 1)));
            } else {
                changed.push(instead(&[letters[at].to_ascii_uppercase()], 1));
                changed.push(instead(&[letters[at].to_ascii_lowercase()], 1));
            }
            for changed in &changed {
                add(with(&[changed.as_str()]));
            }
        }
        // The line is missing, or there twice, or no longer one of the block, or in another place.
        add(with(&[]));
        add(with(&[line, line]));
        add(with(&["", line.trim()]));
        for other in number + 1..lines.len() {
            let mut exchanged = lines.clone();
            exchanged.swap(number, other);
            add(exchanged.join("\n"));
        }
        if let Some((key, value)) = line.split_once(": ") {
            for value in WORDS.iter().chain(&NO_DAYS).chain(&OTHERS) {
                add(with(&[&format!("{key}: {value}")]));
            }
            for value in ["n/a", "9999-12-31", "0000-01-01"] {
                let again = format!("{key}: {value}");
                add(with(&[line, &again]));
                add(with(&[&again, line]));
            }
            let year = value.get(..4).and_then(|year| year.parse::<u32>().ok());
            for later in year.into_iter().flat_map(|year| [year - 1, year + 1, year + 5, year + 1000]) {
                add(with(&[&format!("{key}: {later:04}{}", &value[4..])]));
            }
            // The keys remain, and the values change places.
            for (at, other) in lines.iter().enumerate().skip(number + 1) {
                if let Some((other_key, other_value)) = other.split_once(": ") {
                    let [here, there] = [format!("{key}: {other_value}"), format!("{other_key}: {value}")];
                    let mut exchanged = lines.clone();
                    (exchanged[number], exchanged[at]) = (&here, &there);
                    add(exchanged.join("\n"));
                }
            }
        }
    }
    mutants.remove(block);
    mutants
}

/// Days before, within and after the life that a block gives, and others far from it.
fn days_around(block: &str) -> BTreeSet<String> {
    let mut days: BTreeSet<String> =
        ["0000-01-01", "2016-02-29", "2019-12-31", "2024-02-29", "2026-08-20", "2032-01-01", "9999-12-31"]
            .map(str::to_owned)
            .into();
    for date in dates(block).unwrap().into_iter().filter(|date| is_day(date)) {
        let [year, month, day] = [&date[..4], &date[5..7], &date[8..]].map(|digits| digits.parse::<i32>().unwrap());
        for [years, days_more] in [[0, 0], [0, -1], [0, 1], [-1, 0], [1, 0]] {
            days.insert(format!("{:04}-{month:02}-{:02}", year + years, day + days_more));
        }
    }
    days.retain(|day| is_day(day));
    days
}

/// What is security supported on a day, in any mutant of the dates of any document, is so because the mutant itself has
/// one line for each of the two dates, both of which are days, and the day lies between them. A warning is no excuse here;
/// only a page with an error, which does not compile, grants nothing. So a release that is not security supported on that
/// day becomes so in silence only where another day of the calendar stands in the place of the right one.
#[test]
fn no_mutant_of_the_dates_is_security_supported_on_a_day_that_its_own_dates_do_not_grant() {
    let (mut mutants, mut granted, mut withheld) = (0, 0, 0);
    for (file, text) in documents() {
        let (before, rest) = text.split_once("    Xen-Version:").unwrap();
        let (block, _) = rest.split_once("\n\n").unwrap();
        let block = format!("    Xen-Version:{block}");
        let after = Page::new().after;
        let features = "# Feature Support\n\n## Section\n\n### Feature\n\n    Status: Supported\n    Status, other: Experimental\n";
        let days = days_around(&block);
        for mutant in std::iter::once(block.clone()).chain(mutants_of_dates(&block)) {
            let page = [before, &mutant, "\n\n", features, &after].concat();
            let (statement, diagnostics) = ParsedStatement::parse(&Source::new("page.md", page));
            let statement = statement.filter(|_| !diagnostics.iter().any(Diagnostic::is_error));
            mutants += 1;
            for day in &days {
                let on = Date::parse(day).unwrap();
                let is_granted = statement.as_ref().is_some_and(|statement| {
                    let release = &statement.release;
                    let life = Life::new(release.initial_release.date, release.security_support_until.date, on);
                    statement.features.iter().any(|feature| {
                        let status = &feature.status;
                        SecuritySupport::new(status.security, status.limit, life).security() == Security::Yes
                    })
                });
                assert!(!is_granted || dates_grant(&mutant, day), "{file}, on {day}:\n{mutant}");
                // Where nothing was changed, the dates also grant what they say.
                assert!(mutant != block || is_granted == dates_grant(&block, day), "{file}, on {day}");
                if is_granted { granted += 1 } else { withheld += 1 }
            }
        }
    }
    println!("{mutants} mutants; granted {granted} times, withheld {withheld} times");
    assert!(mutants > 10_000 && granted > 10_000 && withheld > 10_000);
}

// What stands beside a status.

/// Two headings that follow each other, with the prose of their section, from all documents. Each has its first two
/// statuses, and what differs only in names is there once.
fn sections() -> BTreeSet<String> {
    let mut sections = BTreeSet::new();
    for (_, text) in documents() {
        let (_, features) = text.split_once("# Feature Support\n").unwrap();
        let (features, _) = features.split_once("\n# Format and definitions").unwrap();
        for section in features.split("\n## ").skip(1) {
            let mut bodies =
                section.split("\n###").map(|heading| heading.split_once('\n').map_or("", |(_, body)| body));
            let of_section = bodies.next().unwrap();
            let bodies: Vec<&str> = bodies.collect();
            for two in bodies.windows(2) {
                let is_status = |line: &&str| line.starts_with("    ");
                let [first, second] = [two[0], two[1]].map(|body| {
                    let mut statuses = 0;
                    let lines = body.lines().filter(|line| {
                        statuses += usize::from(is_status(line));
                        !is_status(line) || statuses <= 2
                    });
                    lines.map(|line| [line, "\n"].concat()).collect::<String>()
                });
                let section = format!("## Section\n{of_section}\n### First\n{first}\n### Second\n{second}");
                let lines = section.lines().enumerate().map(|(number, line)| match line.split_once(": ") {
                    Some((key, value)) if key.contains(',') => format!("    Status, number {number}: {value}\n"),
                    Some(_) | None => format!("{line}\n"),
                });
                sections.insert(lines.collect());
            }
        }
    }
    sections
}

/// All mutants of what stands beside the statuses of a section.
fn mutants_of_what_stands_beside(section: &str) -> BTreeSet<String> {
    const PROSE: [&str; 8] = [
        "Caveats apply.",
        "* An item",
        "> A quotation",
        "| a | table |\n| --- | --- |\n| of | facts |",
        "<p>Of HTML</p>",
        "```\nfenced\n```",
        "***emphasis***",
        "Status, below: Supported",
    ];
    const EXCEPTIONS: [&str; 5] = [
        "    Status, exception: Not supported",
        "    Status, exception: Experimental",
        "    Status, exception: Supported, not security supported",
        "    Status, exception: Supported, with caveats",
        "    Status, exception: something that nobody understands",
    ];
    let lines: Vec<&str> = section.lines().collect();
    let is_prose = |line: &str| !line.is_empty() && !line.starts_with(['#', ' ']);
    let is_status = |line: &str| line.starts_with("    ");
    let mut mutants = BTreeSet::new();
    let mut add = |lines: &[&str]| _ = mutants.insert(lines.join("\n") + "\n");
    for (at, line) in lines.iter().enumerate() {
        let (before, after) = (&lines[..at], &lines[at + 1..]);
        if line.is_empty() {
            for prose in PROSE {
                add(&[before, &["", prose, ""], after].concat());
            }
            add(&[before, &["", PROSE[0]], after].concat());
            add(&[before, &[PROSE[0], ""], after].concat());
            add(&[before, &[PROSE[0]], after].concat());
        }
        if is_status(line) {
            for exception in EXCEPTIONS {
                add(&[before, &[line, exception], after].concat());
                add(&[before, &[exception, line], after].concat());
                add(&[before, &[line, "", exception], after].concat());
            }
        }
        if is_prose(line) || is_status(line) {
            let without = [before, after].concat();
            add(&without);
            // Indented more, or less; and moved to each other place.
            let [more, less] = [format!("    {line}"), line.strip_prefix("  ").unwrap_or(line).to_owned()];
            add(&[before, &[more.as_str()], after].concat());
            add(&[before, &[less.as_str()], after].concat());
            for place in (1..without.len()).filter(|place| without[place - 1].is_empty()) {
                let (before, after) = without.split_at(place);
                add(&[before, &[*line], after].concat());
                add(&[before, &[*line, ""], after].concat());
            }
        }
        if line.starts_with('#') {
            add(&[before, after].concat());
            add(&[before, &[format!("#{line}").as_str()], after].concat());
        }
    }
    mutants
}

/// A heading, as the oracle reads it.
#[derive(Clone, Default)]
struct Heading {
    level: usize,
    title: String,
    /// The lines of statuses, without their indentation.
    statuses: Vec<String>,
    prose_before_statuses: bool,
    prose_after_statuses: bool,
}

/// The headings of a section, each with those above it. Whatever is neither a heading nor a line of a status is prose.
fn headings(section: &str) -> Vec<Vec<Heading>> {
    // What stands above the section's own heading belongs to "Feature Support".
    let mut headings = vec![Heading { level: 1, title: "Feature Support".to_owned(), ..Heading::default() }];
    for line in section.lines().filter(|line| !line.trim().is_empty()) {
        if line.starts_with('#') {
            let title = line.trim_start_matches('#');
            headings.push(Heading {
                level: line.len() - title.len(),
                title: title.trim().to_owned(),
                ..Heading::default()
            });
            continue;
        }
        let heading = headings.last_mut().expect("there is one");
        let status = line.strip_prefix("    ").or_else(|| line.strip_prefix('\t')).map(str::trim_start);
        match status.filter(|status| ["Status", "Supported"].iter().any(|key| status.starts_with(key))) {
            Some(status) => heading.statuses.push(status.to_owned()),
            None if heading.statuses.is_empty() => heading.prose_before_statuses = true,
            None => heading.prose_after_statuses = true,
        }
    }
    let with_those_above = |number: usize| {
        let mut level = headings[number].level;
        let mut all = vec![headings[number].clone()];
        for above in headings[..number].iter().rev() {
            if above.level < level {
                level = above.level;
                all.push(above.clone());
            }
        }
        all
    };
    (0..headings.len()).map(with_those_above).collect()
}

/// The titles whose statuses something stands beside: caveats, a status that is not security supported, as an exception
/// from the others, or prose of the sections. Of headings with the same title, each counts for both.
fn titles_that_something_stands_beside(section: &str) -> BTreeSet<String> {
    let is_less = |status: &String| {
        let (_, value) = status.split_once(": ").unwrap_or_default();
        let is_whole = status.starts_with("Supported,")
            || value.starts_with("Supported up to")
            || matches!(value, "Supported" | "Security supported" | "Deprecated");
        !is_whole
    };
    let stands_beside = |headings: &Vec<Heading>| {
        let (heading, above) = headings.split_first().unwrap();
        let of_section = |above: &Heading| {
            if above.statuses.is_empty() { above.prose_before_statuses } else { above.prose_after_statuses }
        };
        heading.prose_after_statuses || heading.statuses.iter().any(is_less) || above.iter().any(of_section)
    };
    headings(section)
        .iter()
        .filter(|headings| stands_beside(headings))
        .map(|headings| headings[0].title.clone())
        .collect()
}

/// The bits of what stands beside each feature, from the emitted tables of a set with one document.
fn beside_in_tables(catalog: &Catalog) -> Vec<u8> {
    let tables = emit(catalog, &Settings::default()).to_string();
    let (_, table) = tables.split_once("const BESIDE :").unwrap();
    let (table, _) = table.split_once(';').unwrap();
    let (_, numbers) = table.split_once('=').unwrap();
    let numbers = numbers.split(|c: char| !c.is_ascii_alphanumeric()).filter(|number| !number.is_empty());
    numbers.map(|number| number.trim_end_matches("u8").parse().unwrap()).collect()
}

/// Where anything stands beside a status, in any mutant of any section, the requirement `unconditionally` is not met.
/// A warning is no excuse here; only a page with an error, which does not compile, grants nothing.
#[test]
fn no_mutant_grants_unconditionally_what_something_stands_beside() {
    let page = Page::new();
    let before = page.before.replace("## Section\n\n### Feature\n\n", "");
    let (mut mutants, mut granted, mut withheld, mut errors) = (0, 0, 0, 0);
    for section in sections() {
        for mutant in std::iter::once(section.clone()).chain(mutants_of_what_stands_beside(&section)) {
            mutants += 1;
            let text = [before.as_str(), &mutant, &page.after].concat();
            let Some(catalog) = compile(&[Source::new("page.md", text)]).catalog else {
                errors += 1;
                continue;
            };
            let titles = titles_that_something_stands_beside(&mutant);
            let beside = beside_in_tables(&catalog);
            assert_eq!(beside.len(), catalog.features().len());
            for (feature, beside) in catalog.features().iter().zip(beside) {
                let listed = catalog.statements()[0].features.iter().find(|listed| listed.key == feature.key).unwrap();
                if listed.status.security == Security::Yes && beside == 0 {
                    assert!(!titles.contains(&*feature.heading.title), "{}:\n{mutant}", feature.key);
                    granted += 1;
                } else {
                    withheld += 1;
                }
            }
        }
    }
    println!("{mutants} mutants, {errors} with errors; granted {granted} times, withheld {withheld} times");
    assert!(mutants > 5_000 && granted > 2_000 && withheld > 5_000);
}
