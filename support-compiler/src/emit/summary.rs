//! What the newest release says of a feature, and since when: `Supported since 4.10`.

use crate::catalog::Catalog;
use crate::statement::ParsedStatus;
use xen_support_data::{Stage, distance};

/// The releases of a set, by which its features are summed up.
pub(super) struct Releases<'c> {
    pub(super) catalog: &'c Catalog,
    /// The statements of releases, by number.
    numbers: Vec<usize>,
    /// The newest statement, by number, where it is not a release's.
    ahead: Option<usize>,
}

/// What is said of a feature, as plain text without a full stop at the end.
pub(super) struct Summary {
    /// The status's first sentence, and since when it is said.
    pub(super) sentence: String,
    /// The status's other sentences, if any.
    pub(super) rest: String,
}

impl<'c> Releases<'c> {
    pub(super) fn of(catalog: &'c Catalog) -> Self {
        let is_release = |number: &usize| catalog.versions()[*number].stage == Stage::Release;
        let numbers: Vec<usize> = (0..catalog.statements().len()).filter(is_release).collect();
        let newest = catalog.statements().len().checked_sub(1);
        let ahead = newest.filter(|number| !is_release(number));
        Self { catalog, numbers, ahead }
    }

    /// What the newest release says of a feature, and since when releases have said so. In parentheses: what was said
    /// before, where the newest release does not list it; and what the newest statement says, where it is not a release's
    /// and says something else.
    pub(super) fn summary(&self, row: usize) -> Summary {
        let said = |number: &usize| self.said(*number, row);
        let Some(last) = self.numbers.iter().rposition(|number| said(number).is_some()) else {
            return self.in_no_release(row);
        };
        let (listed, later) = self.numbers.split_at(last + 1);
        let status = said(&listed[last]);
        let wording = Wording::of(status);
        let mut aside = Vec::new();
        let (sentence, rest, now) = match later.first() {
            None => {
                let first = listed.iter().rev().take_while(|number| same(said(number), status)).last();
                let since = if listed.len() == 1 { "in" } else { "since" };
                (wording.when(&format!("{since} {}", self.version(first))), wording.rest, status)
            }
            gone => {
                aside.push(wording.when("before"));
                (format!("not listed since {}", self.version(gone)), String::new(), None)
            }
        };
        if let Some(ahead) = self.ahead.filter(|number| !same(said(number), now)) {
            aside.push(Wording::of(said(&ahead)).when(&format!("in {}", self.version(Some(&ahead)))));
        }
        let sentence = if aside.is_empty() { sentence } else { format!("{sentence} ({})", aside.join("; ")) };
        Summary { sentence, rest }
    }

    /// The newest release that lists a feature, by number, or the newest statement if no release does.
    pub(super) fn newest_that_lists(&self, row: usize) -> Option<usize> {
        let lists = |number: &usize| self.said(*number, row).is_some();
        let released = self.numbers.iter().rev().copied().find(lists);
        released.or_else(|| (0..self.catalog.statements().len()).rev().find(lists))
    }

    /// What the newest statement that lists a feature says of it, where that is not a release's.
    fn in_no_release(&self, row: usize) -> Summary {
        let number = self.newest_that_lists(row);
        let wording = Wording::of(number.and_then(|number| self.said(number, row)));
        let version = self.version(number.as_ref());
        Summary { sentence: wording.when(&format!("in {version} (no release lists it)")), rest: wording.rest }
    }

    fn said(&self, number: usize, row: usize) -> Option<&'c ParsedStatus> {
        let tables = self.catalog.tables();
        let status = usize::from(tables.columns[number].statuses[row]).checked_sub(1)?;
        Some(&tables.statuses[status])
    }

    fn version(&self, number: Option<&usize>) -> &str {
        number.map_or("", |number| &self.catalog.statements()[*number].release.version_text)
    }
}

/// Whether two documents say the same. Neither the case of a modifier counts, which varies from page to page, nor how a
/// label is spelt.
fn same(one: Option<&ParsedStatus>, other: Option<&ParsedStatus>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return one.is_none() && other.is_none();
    };
    std::ptr::eq(one, other)
        || (one.understood, one.formats) == (other.understood, other.formats)
            && spelt(one).eq_ignore_ascii_case(spelt(other))
}

/// How many letters a label's misspelling has that are not the label's.
const FARTHEST: usize = 3;

/// The status's text, or the label that it is, however it is spelt.
fn spelt(status: &ParsedStatus) -> &str {
    let mut label = status.label.iter().map(|label| label.name.as_str());
    let is_text = |label: &&str| !status.formats && distance(label, &status.text, FARTHEST) <= FARTHEST;
    label.find(is_text).unwrap_or(&status.text)
}

/// What is said of a feature, for a sentence that says when it is said.
struct Wording {
    first: String,
    /// The sentences after the first one.
    rest: String,
}

impl Wording {
    fn of(status: Option<&ParsedStatus>) -> Self {
        let Some(status) = status else {
            return Self { first: "not listed".to_owned(), rest: String::new() };
        };
        let text = shortened(&status.text);
        let (first, rest) = match text.split_once(". ") {
            _ if !status.understood => (format!("{text} (not understood)"), ""),
            _ if status.formats => (format!("Supported ({text})"), ""),
            Some((first, rest)) => (first.to_owned(), rest),
            None => (text.trim_end_matches('.').to_owned(), ""),
        };
        Self { first, rest: rest.trim_end_matches('.').to_owned() }
    }

    /// The first sentence with the time: `Supported, with caveats, since 4.20`.
    fn when(&self, when: &str) -> String {
        let has_comma = self.first.split('(').next().is_some_and(|part| part.contains(", "));
        format!("{}{} {when}", self.first, if has_comma { "," } else { "" })
    }
}

/// How many characters of a status go into a sentence.
const LONGEST_STATUS: usize = 150;

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_STATUS) {
        None => text.to_owned(),
        Some((cut, _)) => format!("{} …", &text[..cut]),
    }
}

#[cfg(test)]
mod tests {
    use super::Releases;
    use crate::compilation::compile;
    use crate::diagnostic::LintLevels;
    use crate::diagnostic::Source;

    /// What is said of the one feature of these pages: version and status, where it is listed.
    fn summary(pages: &[(&str, &str)]) -> String {
        let page = include_str!("../../tests/diagnostics/fragment_indent.md");
        let source = |(version, line): &(&str, &str)| {
            let line = if line.is_empty() { String::new() } else { format!("    {line}\n") };
            Source::new("page.md", page.replace("4.18", version).replace("      Status: Supported\n", &line))
        };
        let catalog = compile(&pages.iter().map(source).collect::<Vec<_>>(), &LintLevels::new()).catalog.unwrap();
        Releases::of(&catalog).summary(0).sentence
    }

    /// The same of pages for 4.10, 4.11 and so on, where each status stands for a bare one.
    fn of_releases(statuses: &[&str]) -> String {
        let line = |status: &&str| if status.is_empty() { String::new() } else { format!("Status: {status}") };
        let pages: Vec<_> = (10..).zip(statuses).map(|(minor, status)| (format!("4.{minor}"), line(status))).collect();
        summary(&pages.iter().map(|(version, line)| (version.as_str(), line.as_str())).collect::<Vec<_>>())
    }

    #[test]
    fn a_status_counts_since_the_first_release_from_which_on_all_say_the_same() {
        for (statuses, said) in [
            (&["Supported", "Supported"][..], "Supported since 4.10"),
            (&["", "Supported", "Supported"], "Supported since 4.11"),
            (&["Supported", "Experimental", "Supported"], "Supported since 4.12"),
            (&["Supported", "", "Supported", "Supported"], "Supported since 4.12"),
            (&["Supported", "Supported, with caveats"], "Supported, with caveats, since 4.11"),
        ] {
            assert_eq!(of_releases(statuses), said);
        }
    }

    #[test]
    fn one_release_says_nothing_of_since_when() {
        assert_eq!(of_releases(&["Supported"]), "Supported in 4.10");
    }

    #[test]
    fn what_the_newest_release_no_longer_lists_has_its_last_status() {
        let said = "not listed since 4.12 (Supported, with caveats, before)";
        assert_eq!(of_releases(&["Experimental", "Supported, with caveats", "", ""]), said);
        assert_eq!(of_releases(&["Supported", ""]), "not listed since 4.11 (Supported before)");
    }

    #[test]
    fn releases_count_and_the_newest_document_is_named_where_it_says_something_else() {
        let (supported, experimental) = ("Status: Supported", "Status: Experimental");
        for (pages, said) in [
            ([("4.17", supported), ("4.18-unstable", experimental), ("4.18", supported)], "Supported since 4.17"),
            ([("4.17", supported), ("4.18", supported), ("4.19-unstable", supported)], "Supported since 4.17"),
            (
                [("4.17", supported), ("4.18", supported), ("4.19-unstable", "")],
                "Supported since 4.17 (not listed in 4.19-unstable)",
            ),
            (
                [("4.17", supported), ("4.18", ""), ("4.19-unstable", experimental)],
                "not listed since 4.18 (Supported before; Experimental in 4.19-unstable)",
            ),
            (
                [("4.17", ""), ("4.18-rc", ""), ("4.19-unstable", supported)],
                "Supported in 4.19-unstable (no release lists it)",
            ),
            (
                [("4.17", ""), ("4.18-rc", experimental), ("4.19-unstable", "")],
                "Experimental in 4.18-rc (no release lists it)",
            ),
        ] {
            assert_eq!(summary(&pages), said);
        }
        assert_eq!(summary(&[("4.18-unstable", supported)]), "Supported in 4.18-unstable (no release lists it)");
    }

    #[test]
    fn case_and_misspelling_make_no_other_status_but_another_word_does() {
        for (statuses, said) in [
            (["Supported, Not security supported", "Supported, not security supported"], "4.10"),
            (["Expermental", "Experimental"], "4.10"),
            (["Experimental", "Experimental (in \"a\" mode)"], "4.11"),
            (["supported", "Supported"], "4.11"),
            (["Supported up to 1 TiB", "Supported up to 2 TiB"], "4.11"),
        ] {
            let summary = of_releases(&statuses);
            assert!(summary.ends_with(&format!("since {said}")), "{summary}");
        }
    }

    #[test]
    fn formats_are_not_taken_for_a_status_nor_for_other_formats() {
        let pages =
            [("4.17", "Supported, x86: ELF"), ("4.18", "Supported, x86: bzImage"), ("4.19", "Supported, x86: bzImage")];
        assert_eq!(summary(&pages), "Supported (bzImage) since 4.18");
        assert_eq!(summary(&[("4.18", "Supported, x86: bzImage, ELF")]), "Supported (bzImage, ELF) in 4.18");
        assert_eq!(summary(&[("4.18", "Supported, x86: no support")]), "no support (not understood) in 4.18");
    }

    #[test]
    fn what_is_not_understood_is_said_to_be_so() {
        assert_eq!(of_releases(&["Suported", "Suported"]), "Suported (not understood) since 4.10");
    }

    #[test]
    fn a_full_stop_of_the_page_does_not_end_the_sentence() {
        assert_eq!(of_releases(&["Not supported.", "Not supported."]), "Not supported since 4.10");
        let limit = "Supported up to 8 GiB. Hosts with more memory are supported, but not security supported.";
        assert_eq!(of_releases(&[limit, "Supported"]), "Supported since 4.11");
        assert_eq!(of_releases(&[limit, limit]), "Supported up to 8 GiB since 4.10");
    }

    #[test]
    fn a_long_status_is_cut() {
        let said = |length| of_releases(&[&"ö".repeat(length)]);
        assert_eq!(said(150), format!("{} (not understood) in 4.10", "ö".repeat(150)));
        assert_eq!(said(151), format!("{} … (not understood) in 4.10", "ö".repeat(150)));
    }
}
