//! Reads the prose of sections: what stands below a heading without a status, and holds for the features below it or
//! for all.

use super::prose::{Digest, Place, Prose};
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
    /// The digest of the prose, if the page has only that.
    pub(crate) recorded: Option<Digest>,
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
        .map(|(number, heading)| {
            let has_features = below(document, number).any(|below| !below.statuses.is_empty());
            section(heading, Prose::read(&heading.description, Place::Section), has_features)
        })
        .collect()
}

/// The prose of the Release Support and of the definitions, by heading, in order.
pub(super) fn parse_other(document: &Document<'_>) -> Vec<ParsedSectionProse> {
    let headings = document.headings.iter().enumerate();
    headings
        .filter_map(|(number, heading)| {
            let prose = Prose::read(other_prose(document, number)?, Place::Definitions);
            Some(section(heading, prose, false))
        })
        .collect()
}

/// The digest of the prose of all definitions; `None` if there is none.
pub(crate) fn digest_of_definitions(document: &Document<'_>) -> Option<Digest> {
    digest_of_all(&definitions(&parse_other(document)))
}

/// The sections that belong to the definitions.
pub(super) fn definitions(sections: &[ParsedSectionProse]) -> Vec<&ParsedSectionProse> {
    sections.iter().filter(|section| section.title != RELEASE_SUPPORT).collect()
}

/// The section of the Release Support, if it has prose.
pub(super) fn release_support(sections: &[ParsedSectionProse]) -> Option<&ParsedSectionProse> {
    sections.iter().find(|section| section.title == RELEASE_SUPPORT)
}

const RELEASE_SUPPORT: &str = "Release Support";

/// The digest of the prose of several sections. In a page of facts, one line stands for them all.
pub(super) fn digest_of_all(sections: &[&ParsedSectionProse]) -> Option<Digest> {
    let recorded = sections.iter().find_map(|section| section.recorded);
    recorded.or_else(|| {
        let prose: Vec<&str> = sections.iter().map(|section| section.prose.as_str()).collect();
        Digest::of(&prose.join("\n\n"))
    })
}

fn section(heading: &Heading<'_>, prose: Prose<'_>, has_features: bool) -> ParsedSectionProse {
    let Prose { text, recorded } = prose;
    let (title, anchor) = (heading.title.to_string(), heading.id.clone());
    ParsedSectionProse { title, anchor, prose: text.to_owned(), has_features, recorded }
}

/// The prose of a heading that is the Release Support, or belongs to the definitions.
fn other_prose<'d>(document: &'d Document<'_>, number: usize) -> Option<&'d str> {
    let heading = &document.headings[number];
    let is_other = &*heading.title == RELEASE_SUPPORT || is_about_the_format(document, number);
    let has_prose = heading.statuses.is_empty() && !heading.description.is_empty();
    (is_other && has_prose).then_some(&*heading.description)
}

/// Whether a heading belongs to "Format and definitions".
fn is_about_the_format(document: &Document<'_>, number: usize) -> bool {
    document.ancestors(number).any(|above| above.level == 1 && is_format(&above.title))
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
        && !is_about_the_format(document, number)
}

/// The prose that stands below the headings above a feature's, from the outermost to the innermost. Where such a heading
/// has a status of its own, these are its caveats: "Virtual Hardware, QEMU" has some that hold for each device below.
pub(super) struct ProseAbove<'d> {
    document: &'d Document<'d>,
    /// What was found, by the number of the heading next above.
    found: HashMap<usize, Arc<str>>,
    anchors: HashMap<Option<usize>, Arc<[Arc<str>]>>,
    none: Arc<str>,
}

impl<'d> ProseAbove<'d> {
    pub(super) fn of(document: &'d Document<'d>) -> Self {
        Self { document, found: HashMap::new(), anchors: HashMap::new(), none: Arc::from("") }
    }

    /// The anchors of the headings above the heading with this number. Headings with one parent share them.
    pub(super) fn anchors(&mut self, number: usize) -> Arc<[Arc<str>]> {
        let document = self.document;
        let above = || document.ancestors(number).skip(1).map(|heading| heading.id.clone()).collect();
        self.anchors.entry(document.headings[number].parent).or_insert_with(above).clone()
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
                    if has_prose(document, number, heading) {
                        return Some(Prose::read(&heading.description, Place::Section).text);
                    }
                    let caveats = Some(&*heading.caveats).filter(|caveats| !caveats.is_empty());
                    Some(Prose::read(caveats?, Place::Caveats).text)
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
