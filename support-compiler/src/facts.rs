//! Extracts the facts of a document, without its prose.

use crate::diagnostic::Source;
use crate::parse::fragment::{self, Fragment, line_start};
use crate::parse::markdown::{self, Kind};
use crate::statement::{ParsedRelease, is_about_features, is_format, speaks_of_security};

/// The line that replaces a heading's caveats.
const CAVEATS: &str = "Caveats apply: see this section of the release's own SUPPORT.md.";

/// The line that replaces the prose of a heading without a status, which is about the features below it, or about all.
const PROSE: &str = "Prose applies: see this section of the release's own SUPPORT.md.";

/// The line that replaces a description that speaks of security.
const DESCRIPTION: &str = "Its description speaks of security: see this section of the release's own SUPPORT.md.";

/// A heading, and the parts below it that are kept.
struct Section {
    level: u8,
    title: String,
    parts: Vec<String>,
    has_status: bool,
    has_caveats: bool,
    description: Description,
}

/// What stands below a heading, before a status if there is one.
#[derive(PartialEq)]
enum Description {
    Nothing,
    Prose,
    OfSecurity,
}

/// Extracts the facts of a document: its headings, fragments, dates, label definitions and links, word for word,
/// without the prose. If a heading has caveats, one line says so; likewise if a heading without a status has prose, or if
/// a description speaks of security. The result is a document with the same rows;
/// extracting the facts of that gives the same text again.
///
/// Below "Format and definitions", a heading is kept only if facts stand below it.
///
/// Cost: linear in the length of the document.
#[must_use]
pub fn extract_facts(source: &Source, release: &ParsedRelease) -> String {
    let text = markdown::without_mark(source.text()).replace("\r\n", "\n");
    let mut sections: Vec<Section> = Vec::new();
    let mut blocks = markdown::blocks(&text).peekable();
    while let Some(block) = blocks.next() {
        // Blocks may overlap: the span of a definition includes the next paragraph.
        let end = blocks.peek().map_or(block.span.end, |next| next.span.start.min(block.span.end));
        let verbatim = || {
            let start = line_start(&text, block.span.start);
            text[start..end.max(block.span.start)].trim_matches('\n').to_owned()
        };
        if let Kind::Heading { level, text } = block.kind {
            let (level, title, parts) = (level, text.plain, vec![verbatim()]);
            let description = Description::Nothing;
            sections.push(Section { level, title, parts, has_status: false, has_caveats: false, description });
            continue;
        }
        let Some(section) = sections.last_mut() else { continue };
        match block.kind {
            Kind::Code => {
                section.parts.push(verbatim());
                let (fragment, _) = fragment::parse(&text, block.span.clone());
                section.has_status |= matches!(fragment, Fragment::Statuses(lines) if !lines.is_empty());
            }
            Kind::Definitions(_) if section.title == "Release Support" => section.parts.push(verbatim()),
            Kind::List { .. } if section.title == "External security support" => section.parts.push(verbatim()),
            Kind::Paragraph | Kind::List { .. } | Kind::Other(_) if section.has_status && !section.has_caveats => {
                section.has_caveats = true;
                section.parts.push(CAVEATS.to_owned());
            }
            Kind::Paragraph | Kind::List { .. } | Kind::Other(_) if !section.has_status => {
                let is_of_security = section.description == Description::OfSecurity || speaks_of_security(&verbatim());
                section.description = if is_of_security { Description::OfSecurity } else { Description::Prose };
            }
            Kind::Heading { .. } | Kind::Definitions(_) | Kind::Paragraph | Kind::List { .. } | Kind::Other(_) => {}
        }
    }
    let mut parts = vec![
        format!("% Support statement for Xen {}", release.version_text),
        "The facts of the Xen Project's support statement for this release:\n\
         its headings and machine-readable fragments, without its prose."
            .to_owned(),
    ];
    let mut is_about_the_format = false;
    for mut section in sections {
        if section.level == 1 {
            is_about_the_format = is_format(&section.title);
        }
        let is_about_features = !is_about_the_format && is_about_features(&section.title);
        let line = match (section.description, section.has_status) {
            (Description::Prose | Description::OfSecurity, false) if is_about_features => Some(PROSE),
            (Description::OfSecurity, true) => Some(DESCRIPTION),
            (Description::Nothing | Description::Prose | Description::OfSecurity, _) => None,
        };
        if let Some(line) = line {
            section.parts.insert(1, line.to_owned());
        }
        let is_prose = section.level > 1 && section.parts.len() == 1 && section.title != "Definition of Status labels";
        if !(is_about_the_format && is_prose) {
            parts.extend(section.parts);
        }
    }
    parts.join("\n\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::extract_facts;
    use crate::diagnostic::Source;
    use crate::statement::ParsedStatement;

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
        let kept = [
            "% Support statement for Xen 4.18",
            "The facts of the Xen Project's support statement for this release:\n\
             its headings and machine-readable fragments, without its prose.",
            release,
            "# Feature Support",
            "## Section",
            super::PROSE,
            "## Kconfig",
            super::PROSE,
            "### A",
            super::DESCRIPTION,
            "    Status: Supported",
            "### B",
            "    Status: Supported",
            super::CAVEATS,
            "# Format and definitions",
            "## Definition of Status labels",
            "### Supported",
            label,
            "# Elsewhere",
            "## Prose",
            super::PROSE,
            "### External security support",
            "* QEMU https://qemu",
        ];
        let source = Source::new("SUPPORT.md", page.join("\n\n"));
        let statement = ParsedStatement::parse(&source).0.unwrap();
        assert_eq!(extract_facts(&source, &statement.release), kept.join("\n\n") + "\n");
    }
}
