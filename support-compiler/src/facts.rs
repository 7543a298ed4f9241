//! Extracts the facts of a document, without its prose.

use crate::diagnostic::{Report, Source};
use crate::parse::document::{self, Document, Heading};
use crate::parse::fragment::{self, Fragment, line_end, line_start};
use crate::parse::markdown::{self, Kind, Other};
use crate::statement::prose::{Place, Prose, line_in_place_of, lines};
use crate::statement::{ParsedRelease, digest_of_definitions, is_about_features, is_format, speaks_of_security};
use crate::unicode::BYTE_ORDER_MARK;
use std::collections::HashMap;

/// What a page of facts says of itself, after its title.
const FACTS: &str = "The facts of the Xen Project's support statement for this release:\n\
                     its headings and machine-readable fragments, without its prose.";

/// Whether a page says of itself that it holds facts alone, as those of [`extract_facts`] do.
#[must_use]
pub fn is_facts(text: &str) -> bool {
    let mut lines = text.lines().take_while(|line| !line.starts_with('#'));
    FACTS.lines().next().is_some_and(|first| lines.any(|line| line == first))
}

/// A heading, and the parts below it that are kept.
struct Section<'d> {
    level: u8,
    title: String,
    /// The heading as the document has it; `None` if it was not read.
    heading: Option<&'d Heading<'d>>,
    parts: Vec<String>,
    has_status: bool,
    /// Whether it has the Release Support.
    is_release: bool,
    has_caveats: bool,
}

/// Extracts the facts of a document: its headings, fragments, dates, label definitions and links, word for word,
/// without the prose and without closing marks of headings. One line stands in place of a heading's caveats, one in
/// place of its description or, if it has no status, its prose, one in place of prose below the Release Support, and one in
/// place of the prose of the definitions. Each
/// has a digest, so that [`compare`](crate::compare) finds what changed. The result is a document with the same rows;
/// extracting the facts of that gives the same text again, if the document has no problems and begins with its Release
/// Support.
///
/// Below "Format and definitions", a heading is kept only if facts stand below it.
///
/// Cost: linear in the length of the document.
#[must_use]
pub fn extract_facts(source: &Source, release: &ParsedRelease) -> String {
    let text = source.text().trim_start_matches(BYTE_ORDER_MARK).replace("\r\n", "\n");
    let source = Source::new(source.name(), text);
    let document = document::parse(&mut Report::new(&source));
    let mut parts = vec![format!("% Support statement for Xen {}", release.version_text), FACTS.to_owned()];
    let mut is_about_the_format = false;
    for mut section in sections(source.text(), &document) {
        if section.level == 1 {
            is_about_the_format = is_format(&section.title);
        }
        let in_place_of_prose = if section.level == 1 && is_about_the_format && !section.has_status {
            digest_of_definitions(&document).map(|digest| line_in_place_of(lines::DESCRIBED, digest))
        } else {
            section.line_in_place_of_description(is_about_the_format)
        };
        if let Some(line) = in_place_of_prose {
            section.parts.insert(1, line);
        }
        let is_prose = section.level > 1 && section.parts.len() == 1 && section.title != "Definition of Status labels";
        if !(is_about_the_format && is_prose) {
            // A block may overlap the next one so that nothing is left of it.
            parts.extend(section.parts.into_iter().filter(|part| !part.trim().is_empty()));
        }
    }
    parts.join("\n\n") + "\n"
}

/// The headings of a text, each with what is kept of it.
fn sections<'d>(text: &str, document: &'d Document<'_>) -> Vec<Section<'d>> {
    let headings: HashMap<usize, &Heading<'_>> =
        document.headings.iter().map(|heading| (heading.span.start, heading)).collect();
    let mut sections: Vec<Section<'_>> = Vec::new();
    let mut is_about_the_format = false;
    let (blocks, _) = markdown::blocks(text);
    for block in blocks {
        let verbatim = || text[line_start(text, block.span.start)..line_end(text, block.span.end)].to_owned();
        if let Kind::Heading { level, text, .. } = block.kind {
            let heading = headings.get(&block.span.start).copied();
            let (title, parts) = (text.plain, vec![without_closing_marks(&verbatim()).to_owned()]);
            if level == 1 {
                is_about_the_format = is_format(&title);
            }
            sections.push(Section {
                level,
                title,
                heading,
                parts,
                has_status: false,
                is_release: false,
                has_caveats: false,
            });
            continue;
        }
        let Some(section) = sections.last_mut() else { continue };
        match block.kind {
            Kind::Code => {
                section.parts.push(verbatim());
                let (fragment, _) = fragment::parse(text, block.span.clone());
                match fragment {
                    Fragment::Statuses(lines) => section.has_status |= !lines.is_empty(),
                    Fragment::Release(_) => section.is_release = true,
                    Fragment::Label(_) => {}
                }
            }
            // Each is a row of Xen's matrix. Those of the format are prose.
            Kind::Definitions(_) if !is_about_the_format => section.parts.push(verbatim()),
            Kind::BulletList(_) if section.title == "External security support" => section.parts.push(verbatim()),
            Kind::Other(Other::Comment) | Kind::Nothing => {}
            Kind::Paragraph | Kind::BulletList(_) | Kind::Other(_) if section.has_status && !section.has_caveats => {
                section.has_caveats = true;
                let caveats =
                    section.heading.and_then(|heading| Prose::read(&heading.caveats, Place::Caveats).digest());
                section.parts.extend(caveats.map(|digest| line_in_place_of(lines::CAVEATS, digest)));
            }
            // Xen's tool takes it for caveats, so its place counts.
            Kind::Paragraph | Kind::BulletList(_) | Kind::Other(_)
                if section.is_about_the_release() && !section.has_caveats =>
            {
                section.has_caveats = true;
                let prose =
                    section.heading.and_then(|heading| Prose::read(&heading.description, Place::Definitions).digest());
                section.parts.extend(prose.map(|digest| line_in_place_of(lines::DESCRIBED, digest)));
            }
            Kind::Heading { .. } | Kind::Definitions(_) | Kind::Paragraph | Kind::BulletList(_) | Kind::Other(_) => {}
        }
    }
    sections
}

/// An ATX heading without the `#` after its text, which mean nothing.
fn without_closing_marks(heading: &str) -> &str {
    let trimmed = heading.trim_end();
    let text = trimmed.trim_end_matches('#');
    let has_marks = text.len() < trimmed.len() && heading.trim_start().starts_with('#') && text.ends_with([' ', '\t']);
    let text = text.trim_end();
    // What is left must not be taken for such marks in turn, nor be marks alone.
    if has_marks && !text.ends_with(['#', '\\']) { text } else { heading }
}

impl Section<'_> {
    fn is_about_the_release(&self) -> bool {
        self.is_release || self.title == "Release Support"
    }

    /// The line in place of what stands below the heading, before a status if it has one.
    fn line_in_place_of_description(&self, is_about_the_format: bool) -> Option<String> {
        let place = if self.has_status { Place::Description } else { Place::Section };
        let prose = Prose::read(&self.heading?.description, place);
        let line = match self.has_status {
            true if speaks_of_security(prose.text) => lines::SECURITY_ABOVE,
            true => lines::DESCRIBED,
            false if !is_about_the_format && is_about_features(&self.title) => lines::PROSE,
            false => return None,
        };
        Some(line_in_place_of(line, prose.digest()?))
    }
}

#[cfg(test)]
mod tests {
    use super::{extract_facts, without_closing_marks};
    use crate::diagnostic::Source;
    use crate::statement::ParsedStatement;
    use crate::statement::prose::{Digest, line_in_place_of, lines};

    #[test]
    fn the_facts_are_the_document_without_its_prose() {
        let release = "# Release Support\n\n    Xen-Version: 4.18\n    Initial-Release: n/a\n    Supported-Until: TBD\n    \
                       Security-Support-Until: TBD\n\nRelease Notes\n: <a href=\"https://notes\">RN</a>";
        let label = "    Functional completeness: Yes\n    Functional stability: Normal\n    Interface stability: Yes\n    \
                     Security supported: Yes";
        let page = [
            release,
            "* A list.",
            "# Feature Support",
            "A term\n: Its definition.",
            "## Section",
            "What holds for all of it.",
            "* A list.",
            "## Kconfig",
            "What holds for all.",
            "### A",
            "What it is, securely.",
            "    Status: Supported",
            "A term\n: Its definition.",
            "### B",
            "    Status: Supported",
            "> A quote.",
            "* A list.",
            "### C ##",
            "What it is.",
            "    Status: Supported",
            "# Format and definitions",
            "## General",
            "How to read it.",
            "## Definition of Status labels",
            "### Supported",
            label,
            "# Elsewhere",
            "## Prose",
            "* A list.",
            "### External security support",
            "* QEMU https://qemu",
        ];
        let in_place = |line: &str, prose: &str| line_in_place_of(line, Digest::of(prose).unwrap());
        let kept = [
            "% Support statement for Xen 4.18",
            "The facts of the Xen Project's support statement for this release:\n\
             its headings and machine-readable fragments, without its prose.",
            release,
            &in_place(lines::DESCRIBED, "* A list."),
            "# Feature Support",
            "A term\n: Its definition.",
            "## Section",
            &in_place(lines::PROSE, "What holds for all of it. * A list."),
            "## Kconfig",
            &in_place(lines::PROSE, "What holds for all."),
            "### A",
            &in_place(lines::SECURITY_ABOVE, "What it is, securely."),
            "    Status: Supported",
            "A term\n: Its definition.",
            "### B",
            "    Status: Supported",
            &in_place(lines::CAVEATS, "> A quote. * A list."),
            "### C",
            &in_place(lines::DESCRIBED, "What it is."),
            "    Status: Supported",
            "# Format and definitions",
            &in_place(lines::DESCRIBED, "How to read it."),
            "## Definition of Status labels",
            "### Supported",
            label,
            "# Elsewhere",
            "## Prose",
            &in_place(lines::PROSE, "* A list."),
            "### External security support",
            "* QEMU https://qemu",
        ];
        let source = Source::new("SUPPORT.md", page.join("\n\n"));
        let statement = ParsedStatement::parse(&source).0.unwrap();
        let facts = extract_facts(&source, &statement.release);
        assert_eq!(facts, kept.join("\n\n") + "\n");
        assert_eq!(extract_facts(&Source::new("SUPPORT.md", facts.as_str()), &statement.release), facts);
    }

    #[test]
    fn closing_marks_go_where_the_heading_stays_the_same() {
        for (heading, kept) in [
            ("### a ###", "### a"),
            ("  # a #  ", "  # a"),
            ("### a#", "### a#"),
            ("### a # #", "### a # #"),
            ("### a \\#", "### a \\#"),
            ("### a \\ #", "### a \\ #"),
            ("### #", "### #"),
            ("a\n#\n===", "a\n#\n==="),
        ] {
            assert_eq!(without_closing_marks(heading), kept, "{heading}");
        }
    }
}
