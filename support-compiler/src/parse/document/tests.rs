//! Which headings, fragments and prose a page has, and the problems of lines that are not read.

use super::{Document, parse};
use crate::diagnostic::{Report, Source};

fn read<T>(text: &str, of: impl FnOnce(&Document<'_>) -> T) -> T {
    of(&parse(&mut Report::new(&Source::new("page.md", text))))
}

/// The problems of a page: the codes, and the text that each marks.
fn problems(text: &str) -> Vec<(&'static str, String)> {
    let source = Source::new("page.md", text);
    let mut report = Report::new(&source);
    parse(&mut report);
    let diagnostics = report.into_diagnostics();
    let marked = diagnostics.iter().map(|diagnostic| {
        let place = diagnostic.place();
        (diagnostic.problem().code, place.excerpt[place.span.clone()].to_owned())
    });
    marked.collect()
}

#[test]
fn prose_before_the_first_status_describes_and_prose_after_it_qualifies() {
    let text = "# A\n\nOne,\ntwo.\n\n> three\n\n    Status: x\n\nFour.\n\n    Status, y: x\n\n* five\n\n# B\n\nSix.\n";
    let prose = read(text, |document| {
        document
            .headings
            .iter()
            .map(|heading| (heading.description.to_string(), heading.caveats.to_string()))
            .collect::<Vec<_>>()
    });
    let expected = [("One,\ntwo.\n\n> three", "Four.\n\n* five"), ("Six.", "")];
    assert_eq!(prose, expected.map(|(before, after)| (before.to_owned(), after.to_owned())));
}

#[test]
fn each_line_that_is_lost_is_marked_once_from_its_status_or_heading_on() {
    for (text, lost) in [
        ("Status: x\n", &[("fragment-swallowed", "Status: x")][..]),
        (
            "# A\n\nprose\n  Status: x\n    Status: y\n",
            &[("fragment-swallowed", "Status: x"), ("fragment-swallowed", "Status: y")],
        ),
        ("# A\n\n* ### B\n* b\n", &[("heading-lost", "### B")]),
        ("x\n###B\n####### C\ny\n", &[("heading-unspaced", "###B"), ("heading-unspaced", "####### C")]),
        ("x\n#\n########\n#hash\ny\n", &[("heading-lost", "#")]),
        (
            "# A\n\nterm\n: definition\n\nStatus: y\n",
            &[("definition-row", "term"), ("fragment-swallowed", "Status: y")],
        ),
    ] {
        assert_eq!(
            problems(text),
            lost.iter().map(|(code, marked)| (*code, (*marked).to_owned())).collect::<Vec<_>>(),
            "{text}"
        );
    }
}

#[test]
fn the_first_tab_that_indents_a_fragment_is_marked() {
    assert_eq!(problems("# A\n\n  \tStatus: x\n\tStatus, y: x\n"), [("fragment-tab", "\t".to_owned())]);
    assert_eq!(problems("# A\n\n    Status: x\n\t\n    \t\n    Status, y: x\n"), []);
}

#[test]
fn a_heading_defines_one_label() {
    let tag = |answer| format!("    Functional completeness: {answer}\n\n");
    let text = format!("# A\n\n{}And then:\n\n{}", tag("No"), tag("Yes"));
    assert_eq!(problems(&text), [("label-twice", "Functional completeness: Yes".to_owned())]);
    let kept = read(&text, |document| document.headings[0].label.as_ref().unwrap()[0][1].text.to_owned());
    assert_eq!(kept, "No");
}

#[test]
fn a_heading_has_500_bytes_at_most() {
    let heading = |letters: usize| format!("# {}\n", "a".repeat(letters));
    assert_eq!(problems(&heading(500)), []);
    assert_eq!(problems(&heading(501))[0].0, "name-too-long");
    assert_eq!(read(&heading(501), |document| document.headings[0].title.len()), 500);
}

#[test]
fn the_release_support_stands_under_the_heading_before_it() {
    let text = "# A\n\n# B\n\n    Xen-Version: 4.18\n\n# C\n";
    assert_eq!(read(text, |document| document.release.as_ref().map(|release| release.heading)), Some(1));
}
