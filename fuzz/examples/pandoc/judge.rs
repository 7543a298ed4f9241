//! Judges what we read of each page by what Xen's own tool prints.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use xen_support_compiler::{Diagnostic, ParsedStatement, Source};

/// The problems that say nothing of how Markdown is read, so they do not tell of a difference.
const UNRELATED: &[&str] = &[
    "bidirectional-control",
    "byte-order-mark",
    "carriage-return",
    "dates-order",
    "feature-twice",
    "features-same-key",
    "fragment-fenced",
    "fragment-tab",
    "headings-same-key",
    "label-misspelt",
    "label-outside",
    "label-twice",
    "no-date",
    "no-labels",
    "no-version",
    "release-key-missing",
    "release-key-twice",
    "setext-heading",
    "status-unknown",
];

/// What says that Xen's tool dies.
const DIES: &str = "no-support-matrix";

/// A difference that nothing tells.
struct Difference {
    page: String,
    what: String,
    text: String,
    xen: String,
    ours: String,
    codes: String,
}

/// How often each outcome was found.
#[derive(Default)]
struct Counts {
    same: usize,
    told: usize,
    died: usize,
    /// By code, the pages that have the diagnostic though their rows do not differ.
    needless: BTreeMap<&'static str, usize>,
    headings: usize,
    headings_told: usize,
}

/// Judges all pages of a folder.
pub(crate) fn all(folder: &Path) -> ExitCode {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the folder can be read")
        .filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.strip_suffix(".md")?.to_owned()))
        .collect();
    names.sort();
    let mut counts = Counts::default();
    let mut kinds: BTreeMap<String, Vec<Difference>> = BTreeMap::new();
    for name in &names {
        for (kind, difference) in judge(folder, name, &mut counts) {
            kinds.entry(kind).or_default().push(difference);
        }
    }
    for (kind, differences) in &mut kinds {
        differences.sort_by_key(|difference| difference.text.len());
        let Difference { page, what, text, xen, ours, codes } = &differences[0];
        println!("==== {kind}: {} pages; the smallest is {page}: {what}", differences.len());
        println!("{text}---- Xen:\n{xen}---- ours:\n{ours}---- our diagnostics: {codes}\n");
    }
    let Counts { same, told, died, needless, headings, headings_told } = counts;
    let silent: usize = kinds.values().map(Vec::len).sum();
    println!(
        "{} pages: {same} have the same rows, {told} have other rows and a diagnostic, Xen's tool dies on {died} and a",
        names.len()
    );
    println!("diagnostic says so; {headings} headings are the same, {headings_told} are not and have a diagnostic");
    println!("pages with a diagnostic of a difference, but none in their rows: {needless:?}");
    println!("{silent} differences of {} kinds are silent", kinds.len());
    if silent == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The silent differences of one page, each with its kind.
fn judge(folder: &Path, name: &str, counts: &mut Counts) -> Vec<(String, Difference)> {
    let read = |extension: &str| fs::read_to_string(folder.join(format!("{name}.{extension}")));
    let text = read("md").expect("a page can be read");
    let what = read("what").unwrap_or_default();
    let (statement, diagnostics) = ParsedStatement::parse(&Source::new(name, text.as_str()));
    let row = |row: &xen_support_compiler::Row| {
        format!("{}\t{}\t{}\t{}\n", row.key, row.name, row.value, if row.caveats { "*" } else { "" })
    };
    let ours: String = statement.iter().flat_map(ParsedStatement::rows).map(row).collect();
    let told: Vec<&Diagnostic> =
        diagnostics.iter().filter(|diagnostic| !UNRELATED.contains(&diagnostic.problem().code)).collect();
    let dies_by_ours = told.iter().any(|diagnostic| diagnostic.problem().code == DIES);
    let difference = |kind: &str, what: &str, text: &str, xen: &str, ours: &str| {
        let codes: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.problem().code).collect();
        let difference = Difference {
            page: name.to_owned(),
            what: what.to_owned(),
            text: text.to_owned(),
            xen: xen.to_owned(),
            ours: ours.to_owned(),
            codes: codes.join(" "),
        };
        vec![(format!("{kind}: {what}"), difference)]
    };
    let Ok(xen) = read("rows") else {
        // Without `Xen-Version:` before it, no line of the Release Support is one.
        let lacks_key = |diagnostic: &Diagnostic| diagnostic.problem().code == "release-key-missing";
        if !told.is_empty() || diagnostics.iter().any(lacks_key) {
            counts.died += 1;
            return Vec::new();
        }
        let died = read("died").unwrap_or_default();
        let died: String = died.lines().rev().take(6).collect::<Vec<_>>().join("\n") + "\n";
        return difference("Xen's tool dies", &what, &text, &died, &ours);
    };
    if dies_by_ours {
        return difference("Xen's tool does not die", &what, &text, &xen, &ours);
    }
    if statement.is_none() && diagnostics.iter().any(|diagnostic| diagnostic.problem().code == "no-release-support") {
        counts.told += 1;
        return Vec::new();
    }
    if let Some(differences) = judge_headings(&text, &what, &xen, &ours, &told, counts) {
        return differences
            .into_iter()
            .flat_map(|(what, text, xen, ours)| difference("other name", &what, &text, &xen, &ours))
            .collect();
    }
    if xen == ours {
        counts.same += 1;
        for code in told.iter().map(|diagnostic| diagnostic.problem().code).collect::<HashSet<_>>() {
            *counts.needless.entry(code).or_default() += 1;
        }
        return Vec::new();
    }
    if !told.is_empty() {
        counts.told += 1;
        return Vec::new();
    }
    difference("other rows", &what, &text, &xen, &ours)
}

/// Whether the page has none of the problems that would tell of a difference.
pub(crate) fn is_plain(text: &str) -> bool {
    let (_, diagnostics) = ParsedStatement::parse(&Source::new("", text));
    diagnostics.iter().all(|diagnostic| UNRELATED.contains(&diagnostic.problem().code))
}

/// For a page of headings of all kinds whose rows have the same values: those that differ in silence, each with its kind,
/// its line and the rows.
fn judge_headings(
    text: &str,
    what: &str,
    xen: &str,
    ours: &str,
    told: &[&Diagnostic],
    counts: &mut Counts,
) -> Option<Vec<(String, String, String, String)>> {
    if !text.contains("Supported up to 0\n") {
        return None;
    }
    let values = |rows: &str| rows.lines().map(|row| row.split('\t').nth(2).unwrap_or_default().to_owned()).collect();
    let (of_xen, of_ours): (Vec<String>, Vec<String>) = (values(xen), values(ours));
    if of_xen != of_ours {
        return None;
    }
    let lines: Vec<&str> = text.lines().collect();
    let told: HashSet<u32> = told.iter().map(|diagnostic| diagnostic.place().line).collect();
    let mut differences = Vec::new();
    let titles: Vec<&str> = what.lines().collect();
    // Whether a heading before was lost or has another name, and this was told. Then what follows may be lost with it, and
    // ids that are like its own have other numbers.
    let mut doubted = false;
    let mut before = 0;
    for ((xen, ours), value) in xen.lines().zip(ours.lines()).zip(&of_xen) {
        let status = lines.iter().position(|line| line.trim_start() == format!("Status: {value}"));
        let Some(status) = status else { continue };
        let heading = lines[..status].iter().rposition(|line| line.starts_with("## ")).unwrap_or(0);
        let lost = lines[before.min(heading)..heading].iter().any(|line| line.trim_start().starts_with("Status: "));
        doubted |= lost && told.iter().any(|line| (before..heading).contains(&(*line as usize - 1)));
        before = status + 1;
        if xen == ours {
            counts.headings += 1;
        } else if doubted || told.iter().any(|line| (heading..=status).contains(&(*line as usize - 1))) {
            counts.headings_told += 1;
            doubted = true;
        } else {
            let title = value.rsplit(' ').next().and_then(|number| titles.get(number.parse::<usize>().ok()?));
            let title = title.copied().unwrap_or(lines[heading]).to_owned();
            differences.push((title, lines[heading].to_owned() + "\n", xen.to_owned() + "\n", ours.to_owned() + "\n"));
        }
    }
    Some(differences)
}
