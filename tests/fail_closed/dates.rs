//! Mutates the dates of Release Support.

use crate::pages::{Page, documents};
use std::collections::BTreeSet;
use xen_support::{Date, Life, Security, SecuritySupport};
use xen_support_compiler::{ParsedStatement, Source};

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
/// one line for each of the two dates, both of which are days, and the day lies between them. Neither a warning nor an
/// error is an excuse here, since errors may be allowed. So a release that is not security supported on that day becomes so
/// in silence only where another day of the calendar stands in the place of the right one.
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
            let (statement, _) = ParsedStatement::parse(&Source::new("page.md", page));
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
