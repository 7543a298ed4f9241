//! Mutates what stands beside a status.

use crate::pages::{Page, documents};
use std::collections::BTreeSet;
use xen_support::Security;
use xen_support_compiler::{Catalog, LintLevels, Settings, Source, compile, emit};

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
            let Some(catalog) = compile(&[Source::new("page.md", text)], &LintLevels::new()).catalog else {
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
