//! Which features a page lists, in which order, and with which status.

use super::{ParsedFeature, ParsedStatement};
use crate::diagnostic::Source;

const PAGE: &str = include_str!("../../../tests/diagnostics/fragment_indent.md");

/// The statement of a page with these headings below its first section.
fn statement(features: &str) -> ParsedStatement {
    let (before, after) = PAGE.split_once("### Pygrub\n\n      Status: Supported\n").unwrap();
    ParsedStatement::parse(&Source::new("page.md", [before, features, after].concat())).0.unwrap()
}

fn features<T>(text: &str, of: impl Fn(&ParsedFeature) -> T) -> Vec<T> {
    statement(text).features.iter().map(of).collect()
}

#[test]
fn a_feature_stands_in_the_nearest_section_above_it() {
    let text = "### A\n\n    Status: Supported\n\n#### B\n\n    Status: Supported\n\n## C\n\n    Status: Supported\n\n\
                # D\n\n    Status: Supported\n";
    assert_eq!(features(text, |feature| feature.heading.section.to_string()), ["Guests", "Guests", "C", "D"]);
}

#[test]
fn a_bare_status_comes_before_the_implementations_which_keep_their_order() {
    let text = "### A\n\n    Status, y: Supported\n    Status, x: Supported\n    Status: Supported\n\n### B\n\n    Status: Supported\n";
    assert_eq!(features(text, |feature| feature.key.to_string()), ["a", "a--y", "a--x", "b"]);
}

#[test]
fn a_feature_that_is_listed_twice_has_the_less_supported_status_or_the_first_of_equal_ones() {
    for (first, second, counts, at) in [
        ("Supported", "Experimental", "Experimental", 1),
        ("Experimental", "Supported", "Experimental", 0),
        ("Supported", "Security supported", "Supported", 0),
        ("Supported, with caveats", "Supported", "Supported, with caveats", 0),
        ("Supported, security support external", "Supported, with caveats", "Supported, security support external", 0),
        ("Supported", "Supported, not security supported", "Supported, not security supported", 1),
        ("Not supported", "Experimental", "Not supported", 0),
        ("Supported up to 2 TiB", "Supported up to 1 TiB", "Supported up to 1 TiB", 1),
        ("Supported", "Supported up to 1 TiB", "Supported up to 1 TiB", 1),
    ] {
        let text = format!("### A\n\n    Status: {first}\n    Status: {second}\n");
        let listed = features(&text, |feature| (feature.status.text.clone(), feature.line));
        assert_eq!(listed, [(counts.to_owned(), 14 + at)], "{text}");
    }
}
