//! Reads the label definitions of a document, and its external security contacts.

use crate::diagnostic::{Report, problem};
use crate::official::TAGS;
use crate::parse::document::{Document, Heading};
use crate::parse::fragment::Spanned;
use std::collections::HashMap;
use std::sync::Arc;
use xen_support_data::{Level, Security};

/// A label that a document defines.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct ParsedLabel {
    /// Its name: `Tech Preview`.
    pub name: String,
    /// The values of the four tags, in the order of the fields of [`Tags`](xen_support_data::Tags); `None` for a label
    /// that needs no definition.
    pub tags: Option<[String; 4]>,
    /// How far a feature with this label has come.
    pub level: Level,
    /// Who issues security fixes for a feature with this label and without a modifier.
    pub security: Security,
}

impl ParsedLabel {
    /// A label that grants nothing and needs no definition.
    pub(crate) fn undefined(name: &str) -> Self {
        Self { name: name.to_owned(), tags: None, level: Level::None, security: Security::No }
    }

    fn defined(name: &str, tags: [String; 4]) -> Self {
        let [complete, _, _, secure] = tags.each_ref().map(|tag| is_yes(tag));
        let (level, security) = match (complete, secure) {
            (true, true) => (Level::Supported, Security::Yes),
            (true, false) => (Level::TechPreview, Security::No),
            // If it promises security support all the same, that is reported.
            (false, _) => (Level::Experimental, Security::No),
        };
        Self { name: name.to_owned(), tags: Some(tags), level, security }
    }
}

fn is_yes(answer: &str) -> bool {
    answer.eq_ignore_ascii_case("yes")
}

/// Whether the answer is No, with or without an explanation after it.
fn is_no(answer: &str) -> bool {
    let word = answer.split(|c: char| !c.is_alphanumeric()).next();
    word.is_some_and(|word| word.eq_ignore_ascii_case("no"))
}

/// The labels of a document.
#[derive(Default)]
pub(crate) struct Labels {
    pub(crate) defined: Vec<Arc<ParsedLabel>>,
    /// Whether labels may be missing here, because their definitions are not well formed.
    pub(crate) incomplete: bool,
}

/// How many labels a document may define. Xen's pages define four.
const MOST_LABELS: usize = 64;

/// Reads the labels that the document defines below its "Definition of Status labels".
pub(crate) fn parse(document: &Document<'_>, report: &mut Report<'_>) -> Labels {
    let mut labels = Labels::default();
    let mut by_name: HashMap<String, &Heading<'_>> = HashMap::new();
    for (number, heading) in document.headings.iter().enumerate() {
        let Some(lines) = &heading.label else { continue };
        let is_inside = document.ancestors(number).skip(1).any(|above| &*above.title == "Definition of Status labels");
        let name = &heading.title;
        let mut tags = None;
        if !is_inside {
            report.add(&problem::LABEL_OUTSIDE, heading.span.clone(), "defined here");
        } else if lines.is_empty() {
            // One of the lines is malformed, which was reported.
        } else if let Some(first) = by_name.insert(name.to_lowercase(), heading) {
            labels.defined.retain(|label| label.name != *first.title);
            let first = (first.span.clone(), "first defined here");
            report.add_with_related(&problem::LABEL_TWICE, (heading.span.clone(), "defined again"), first);
        } else if labels.defined.len() == MOST_LABELS {
            report.add(&problem::TOO_MANY_LABELS, heading.span.clone(), "the 65th label");
            labels.incomplete = true;
            break;
        } else {
            tags = parse_tags(lines, report);
            if tags.is_none() {
                report.add(&problem::LABEL_LINE, heading.span.clone(), "it lacks a line, or has one too many");
            }
        }
        match tags {
            Some(tags) => labels.defined.push(Arc::new(ParsedLabel::defined(name, tags))),
            None => labels.incomplete = true,
        }
    }
    let first_status = document.headings.iter().find(|heading| !heading.statuses.is_empty());
    if let (Some(heading), true, false) = (first_status, labels.defined.is_empty(), labels.incomplete) {
        labels.incomplete = true;
        report.add(&problem::NO_LABELS, heading.span.clone(), "the first feature with a status");
    }
    labels
}

/// Reads the four tags of a definition; `None` unless each is there once.
fn parse_tags(lines: &[[Spanned<'_>; 2]], report: &mut Report<'_>) -> Option<[String; 4]> {
    let mut tags = [const { None }; 4];
    for [key, value] in lines {
        let number = TAGS.iter().position(|tag| *tag == key.text)?;
        let asks_yes_or_no = matches!(number, 0 | 3);
        if asks_yes_or_no && !is_yes(value.text) && !is_no(value.text) {
            report.add(&problem::LABEL_ANSWER, value.span.clone(), "neither Yes nor No");
        }
        if tags[number].replace(value.text.to_owned()).is_some() {
            return None;
        }
    }
    if let [Some(complete), _, _, Some(security)] = &tags {
        if !is_yes(complete) && is_yes(security) {
            let value = |tag: &str| lines.iter().find(|[key, _]| key.text == tag).map(|[_, value]| value.span.clone());
            let [complete, security] = [TAGS[0], TAGS[3]].map(|tag| value(tag).unwrap_or_default());
            let related = (complete, "it is not complete");
            report.add_with_related(&problem::LABEL_CONTRADICTS_ITSELF, (security, "counts as No"), related);
        }
    }
    let [complete, functional, interface, security] = tags;
    Some([complete?, functional?, interface?, security?])
}

/// A project that provides its own security support.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ParsedSecurityContact {
    /// The project: `QEMU`.
    pub name: String,
    /// Where it describes its security process.
    pub url: String,
}

/// Reads the projects that the document's "External security support" lists. An item without a link is left out.
pub(crate) fn parse_security_contacts(document: &Document<'_>) -> Vec<ParsedSecurityContact> {
    let headings = document.headings.iter().filter(|heading| &*heading.title == "External security support");
    let mut contacts = Vec::new();
    for item in headings.flat_map(|heading| &heading.items) {
        let words = || item.plain.split_whitespace();
        let is_url = |word: &&str| word.starts_with("https://") || word.starts_with("http://");
        if let Some(url) = item.link.as_deref().or_else(|| words().find(is_url)) {
            let name: Vec<&str> = words().take_while(|word| !is_url(word)).collect();
            contacts.push(ParsedSecurityContact { name: name.join(" "), url: url.to_owned() });
        }
    }
    contacts
}

#[cfg(test)]
mod tests {
    use super::parse_security_contacts;
    use crate::diagnostic::{Report, Source};
    use crate::parse::document::parse;

    #[test]
    fn a_security_contact_is_an_item_with_a_link() {
        let text = "# External security support\n\n* [QEMU](https://qemu/sec)\n* The libvirt  project http://libvirt/sec\n\
                    * https://nobody/sec\n* Linux, as <https://linux/sec> says\n* FreeBSD\n\n\
                    # Elsewhere\n\n* [Seabios](https://seabios/sec)\n";
        let contacts = parse_security_contacts(&parse(&mut Report::new(&Source::new("page.md", text))));
        let contacts: Vec<_> = contacts.iter().map(|contact| (contact.name.as_str(), contact.url.as_str())).collect();
        let expected = [
            ("QEMU", "https://qemu/sec"),
            ("The libvirt project", "http://libvirt/sec"),
            ("", "https://nobody/sec"),
            ("Linux, as", "https://linux/sec"),
        ];
        assert_eq!(contacts, expected);
    }
}
