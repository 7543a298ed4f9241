//! Reads the prose of sections: what stands below a heading without a status, and holds for the features below it or
//! for all.

use crate::parse::document::{Document, Heading};
use std::collections::HashMap;
use std::sync::Arc;

/// Prose below a heading that has no status.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ParsedSectionProse {
    /// The text of the heading: `Kconfig`.
    pub title: String,
    /// The heading's id on the official page: `kconfig`.
    pub anchor: Arc<str>,
    /// The prose, as Markdown.
    pub prose: String,
    /// Whether features stand below the heading. If none do, the prose is about no feature in particular, and so about
    /// all.
    pub has_features: bool,
}

/// Whether this heading of level 1 is the one of "Format and definitions", which is about no feature.
pub(crate) fn is_format(title: &str) -> bool {
    title == "Format and definitions"
}

/// Whether a heading that is outside of "Format and definitions" is about features.
pub(crate) fn is_about_features(title: &str) -> bool {
    !matches!(title, "Release Support" | "External security support")
}

/// The prose of all sections that are about features, in order.
pub(super) fn parse(document: &Document<'_>) -> Vec<ParsedSectionProse> {
    let headings = document.headings.iter().enumerate();
    let sections = headings.filter(|(number, heading)| has_prose(document, *number, heading));
    sections
        .map(|(number, heading)| ParsedSectionProse {
            title: heading.title.to_string(),
            anchor: heading.id.clone(),
            prose: heading.description.to_string(),
            has_features: below(document, number).any(|below| !below.statuses.is_empty()),
        })
        .collect()
}

/// The headings below another, until the next of its level or of a higher one.
fn below<'d>(document: &'d Document<'d>, number: usize) -> impl Iterator<Item = &'d Heading<'d>> {
    let level = document.headings[number].level;
    document.headings[number + 1..].iter().take_while(move |heading| heading.level > level)
}

fn has_prose(document: &Document<'_>, number: usize, heading: &Heading<'_>) -> bool {
    heading.statuses.is_empty()
        && heading.label.is_none()
        && !heading.description.is_empty()
        && is_about_features(&heading.title)
        && !document.ancestors(number).any(|above| above.level == 1 && is_format(&above.title))
}

/// The prose that stands below the headings above a feature's, from the outermost to the innermost. Where such a heading
/// has a status of its own, these are its caveats: "Virtual Hardware, QEMU" has some that hold for each device below.
pub(super) struct ProseAbove<'d> {
    document: &'d Document<'d>,
    /// What was found, by the number of the heading next above.
    found: HashMap<usize, Arc<str>>,
    none: Arc<str>,
}

impl<'d> ProseAbove<'d> {
    pub(super) fn of(document: &'d Document<'d>) -> Self {
        Self { document, found: HashMap::new(), none: Arc::from("") }
    }

    /// The prose above the heading with this number. Headings with one parent share it.
    pub(super) fn heading(&mut self, number: usize) -> Arc<str> {
        let document = self.document;
        let Some(parent) = document.headings[number].parent else { return self.none.clone() };
        let join = || {
            let above = std::iter::successors(Some(parent), |number| document.headings[*number].parent);
            let mut prose: Vec<&str> = above
                .filter_map(|number| {
                    let heading = &document.headings[number];
                    // What stands before a heading's own status describes that feature.
                    let caveats = Some(&*heading.caveats).filter(|caveats| !caveats.is_empty());
                    has_prose(document, number, heading).then_some(&*heading.description).or(caveats)
                })
                .collect();
            prose.reverse();
            prose.join("\n\n").into()
        };
        self.found.entry(parent).or_insert_with(join).clone()
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Source;
    use crate::statement::ParsedStatement;

    fn statement(features: &str) -> ParsedStatement {
        let page = include_str!("../../tests/diagnostics/fragment_indent.md");
        let (before, rest) = page.split_once("## Guests").unwrap();
        let (_, after) = rest.split_once("      Status: Supported\n").unwrap();
        ParsedStatement::parse(&Source::new("page.md", [before, features, after].concat())).0.unwrap()
    }

    #[test]
    fn the_prose_of_a_section_stands_above_its_features_and_no_others() {
        let statement = statement(
            "\
## Kconfig

For all.

## Guests

For guests.

* Those, too.

### A

Of A alone.

    Status: Supported

### B

For what is below B.

#### C

    Status: Supported

## Hosts

    Status: Supported

Caveats of hosts.

### D

    Status: Supported
",
        );
        let above: Vec<&str> = statement.features.iter().map(|feature| &*feature.heading.section_prose).collect();
        let guests = "For guests.\n\n* Those, too.";
        assert_eq!(above, [guests, &format!("{guests}\n\nFor what is below B."), "", "Caveats of hosts."]);
        let sections: Vec<_> = statement
            .section_prose
            .iter()
            .map(|section| (section.title.as_str(), &*section.anchor, section.prose.as_str(), section.has_features))
            .collect();
        let expected = [
            ("Kconfig", "kconfig", "For all.", false),
            ("Guests", "guests", guests, true),
            ("B", "b", "For what is below B.", true),
        ];
        assert_eq!(sections, expected);
    }
}
