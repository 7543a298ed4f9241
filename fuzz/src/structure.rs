//! Pages made by the format's own grammar. The statuses that are put in are known, so it is known what must come out.

use crate::properties::Accepted;
use arbitrary::{Result, Unstructured};
use std::fmt::Write;

/// A page, and the status lines that it was given.
pub(crate) struct Page {
    pub(crate) text: String,
    statuses: Vec<Line>,
}

struct Line {
    implementation: String,
    value: String,
}

/// One or two pages.
pub(crate) fn documents(u: &mut Unstructured<'_>) -> Result<Vec<Page>> {
    (0..=u.int_in_range(0..=1)?).map(|_| page(u)).collect()
}

/// The texts of two pages.
pub(crate) fn pair(u: &mut Unstructured<'_>) -> Result<[String; 2]> {
    Ok([page(u)?.text, page(u)?.text])
}

/// Checks that no status of an accepted page was lost: each is a feature's, or was reported.
pub(crate) fn check(pages: &[Page], accepted: &Accepted) {
    // A comment that is opened alone may hide statuses, which then are not there.
    let is_open = |page: &&Page| page.text.lines().any(|line| line.trim() == "<!--");
    for (number, page) in pages.iter().enumerate().filter(|(_, page)| !is_open(page)) {
        let file = format!("{number}.md");
        let statement = accepted.catalog.statements().iter().find(|statement| statement.file == file);
        let statement = statement.expect("each document has its statement");
        let twice = accepted
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.problem().code == "feature-twice" && diagnostic.place().file == file);
        let twice = twice.count();
        // The page's prose may hold further statuses.
        assert!(statement.features.len() + twice >= page.statuses.len(), "a status is lost:\n{}", page.text);
        for line in &page.statuses {
            let is_found = statement.features.iter().any(|feature| {
                *feature.implementation == *line.implementation.trim() && feature.status.text == line.value.trim()
            });
            assert!(is_found || twice > 0, "{}: {} is lost", line.implementation, line.value);
        }
    }
}

const VERSIONS: [&str; 10] =
    ["4.18", "4.19", "4.18-unstable", "4.18-rc", "4.18_unstable", "4.18 rc", "04.018", "4.18.1", "65535.65535", "4"];
const DATES: [&str; 7] =
    ["2023-11-16", "n/a", "TBD", "Unreleased - not yet security-supported", "2024-02-29", "2023-02-29", "0000-00-00"];
const LABELS: [(&str, [&str; 2]); 8] = [
    ("Supported", ["Yes", "Yes"]),
    ("Experimental", ["No", "No"]),
    ("Tech Preview", ["Yes", "No"]),
    ("Deprecated", ["Yes", "Yes"]),
    ("supported", ["No", "No"]),
    ("Half", ["no", "YES"]),
    ("Supported, with caveats", ["Yes", "Yes"]),
    ("*Odd* `label`", ["Perhaps", "Not always"]),
];
const TITLES: [&str; 34] = [
    "a",
    "b",
    "A",
    "x86/PVH",
    "x86",
    "PVH",
    "Type",
    "gen",
    "self",
    "???",
    "Größe",
    "9pfs",
    "-1",
    "1",
    "--",
    "---",
    "`--`",
    "`a--b`",
    "a-1",
    "...",
    "'quoted'",
    "\"",
    "*x*",
    "_y_",
    "[link](url)",
    "<b>",
    "&amp;",
    "&#45;",
    "\\_",
    "#",
    "\u{202e}",
    "\u{fb01}",
    "İ",
    "\u{0}",
];
const IMPLEMENTATIONS: [&str; 18] = [
    "domU", "dom0", "DOMU", "x86", "x 86", "x-86", "x, 86", "b", "-b", "-", "(", "é", "Type", "a. b", "Arm64",
    "\u{a0}", "\u{202e}", "1",
];
const VALUES: [&str; 30] = [
    "Supported",
    "Experimental",
    "Tech Preview",
    "Deprecated",
    "Half",
    "supported",
    "Supported.",
    "Supported, with caveats",
    "Supported, not security supported",
    "Supported, Security support external",
    "Supported, security supported only when run de-privileged",
    "Supported (in \"some\" mode)",
    "Supported (outside of \"some\" mode), with caveats",
    "Tech Preview, with limited support",
    "Security supported",
    "Support scope restricted",
    "Not supported.",
    "Not functional",
    "No security support, not recommended",
    "Supported up to 12 TiB",
    "Supported up to 8 TiB. Guests with more memory, but less than 16 TiB, are supported, but not security supported.",
    "Supported up to 12 TiB. Hosts with more memory are supported, but not security supported.",
    "Supported up to 4096",
    "Supported up to 0",
    "Supported up to 18446744073709551616",
    "Half up to 1 KiB",
    "Experimenal",
    "Suported",
    "bzImage, ELF",
    "*Odd* `label`",
];
const PROSE: [&str; 26] = [
    "Some prose.",
    "* item",
    "*",
    "> quote",
    "Term\n: definition",
    "Term\n\n:   definition",
    "<!-- comment -->",
    "<!--",
    "<div>",
    "```",
    "~~~",
    "~~~\ncode\n~~~",
    "1. one",
    "1.",
    "***",
    "---",
    "===",
    "| a | b |\n|---|---|",
    "[a]: b",
    "[a]: b 'c",
    "Status: Supported",
    "<a href=\"x\">",
    "$$",
    "[^1]: note",
    "\\",
    "- [ ] task\n\n  more",
];

fn page(u: &mut Unstructured<'_>) -> Result<Page> {
    let mut page = Page { text: String::new(), statuses: Vec::new() };
    page.line(&["# Release Support\n\n    Xen-Version: ", u.choose(&VERSIONS)?]);
    for key in ["Initial-Release", "Supported-Until", "Security-Support-Until"] {
        page.line(&["    ", key, ": ", u.choose(&DATES)?]);
    }
    let labels_first = u.arbitrary()?;
    if labels_first {
        page.labels(u)?;
    }
    page.line(&["\n# Feature Support\n"]);
    let mut level = 1;
    for _ in 0..u.int_in_range(0..=8)? {
        level = u.int_in_range(1..=level + 1)?.min(6);
        page.line(&["\n", &"#".repeat(level), " ", &words(u, &TITLES)?, "\n"]);
        page.prose(u)?;
        page.statuses(u)?;
        page.prose(u)?;
    }
    if !labels_first {
        page.labels(u)?;
    }
    if u.arbitrary()? {
        page.text = page.text.replace('\n', "\r\n");
    }
    Ok(page)
}

impl Page {
    fn line(&mut self, parts: &[&str]) {
        self.text.extend(parts.iter().copied());
        self.text.push('\n');
    }

    fn labels(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        self.line(&["\n# Definition of Status labels"]);
        // The first four labels, which most values need, and some of the others.
        let others = u.int_in_range(0..=7)?;
        for (name, [complete, secure]) in LABELS[..4].iter().chain(&LABELS[4.max(others)..]) {
            self.line(&[
                "\n## ",
                name,
                "\n\n    Functional completeness: ",
                complete,
                "\n    Functional stability: Normal",
            ]);
            self.line(&["    Interface stability: Yes\n    Security supported: ", secure]);
        }
        Ok(())
    }

    fn prose(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        for _ in 0..u.int_in_range(0..=2)? {
            let prose = if u.ratio(1, 8)? { u.arbitrary()? } else { *u.choose(&PROSE)? };
            self.line(&[prose, u.choose(&["\n", ""])?]);
        }
        Ok(())
    }

    fn statuses(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        self.text.push('\n');
        for _ in 0..u.int_in_range(0..=3)? {
            let key = u.choose(&["Status", "Status", "Status", "Supported"])?;
            let implementation =
                if u.arbitrary()? { words(u, &IMPLEMENTATIONS)?.replace(':', "") } else { String::new() };
            let value = words(u, &VALUES)?;
            let comma = if implementation.is_empty() { "" } else { ", " };
            self.line(&[u.choose(&["    ", "    ", "\t"])?, key, comma, &implementation, ": ", &value]);
            self.statuses.push(Line { implementation, value });
        }
        self.text.push('\n');
        Ok(())
    }
}

/// One of the known texts; rarely, more of them or arbitrary text is added. All on one line.
fn words(u: &mut Unstructured<'_>, known: &[&str]) -> Result<String> {
    let mut words = (*u.choose(known)?).to_owned();
    for _ in 0..u.int_in_range(0..=7)? / 6 {
        let more = if u.arbitrary()? { u.arbitrary()? } else { *u.choose(known)? };
        let _ = write!(words, "{}{more}", u.choose(&[" ", "", "/", ", "])?);
    }
    Ok(words.replace(['\r', '\n'], " "))
}
