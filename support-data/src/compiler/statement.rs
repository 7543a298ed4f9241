//! A document's typed content: the release, and the features with their statuses.

use super::diagnostic::Diagnostic;
use super::document::{self, Document};
use super::fragment::{Spanned, StatusLine};
use super::key::feature_key;
use super::label::{Labels, SecurityContact, labels, security_contacts};
use super::problem;
use super::release::{Release, release};
use super::source::Source;
use super::status::{Reading, Status, read};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;
use std::sync::Arc;

/// What one document says.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The document's name.
    pub file: String,
    /// Its Release Support.
    pub release: Release,
    /// The features that it lists, in order, each once.
    pub features: Vec<Feature>,
    /// The projects of its "External security support".
    pub security_contacts: Vec<SecurityContact>,
}

/// A heading that has features, and what is said of all of them.
#[derive(PartialEq, Eq, Debug)]
pub struct Heading {
    /// Its text: `x86/PVH`.
    pub title: Arc<str>,
    /// The text with typographic quotes and dashes.
    pub typeset_title: Arc<str>,
    /// Its id on the official page.
    pub anchor: Arc<str>,
    /// The heading of the section that it stands in.
    pub section: Arc<str>,
    /// The prose before the first status, as Markdown.
    pub description: Arc<str>,
    /// The prose after it.
    pub caveats: Arc<str>,
}

/// A feature as one document lists it.
#[derive(Clone, Debug)]
pub struct Feature {
    /// The heading that it stands under, which all its implementations share.
    pub heading: Arc<Heading>,
    /// The implementation; empty for a bare `Status:`.
    pub implementation: Arc<str>,
    /// The id by which Xen's own matrix knows the feature.
    pub key: Arc<str>,
    /// What is said of it.
    pub status: Arc<Status>,
    /// The line of the status, counted from 1.
    pub line: u32,
    /// Where the status stands.
    pub(super) span: Range<usize>,
}

/// Makes a statement of a document, if it says which release it is for.
pub(super) fn statement(
    source: &Source,
    document: &Document<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Statement> {
    let release = release(source, document, diagnostics);
    let labels = labels(source, document, diagnostics);
    let lines = document.headings.iter().map(|heading| heading.statuses.len()).sum();
    let mut reader = Reader {
        source,
        document,
        labels: &labels,
        diagnostics,
        titles: document.headings.iter().filter_map(|heading| Some((heading.repeated_id.as_deref()?, None))).collect(),
        by_key: HashMap::with_capacity(lines),
        texts: HashMap::new(),
        readings: HashMap::new(),
    };
    let features = reader.features();
    Some(Statement {
        file: source.name().to_owned(),
        release: release?,
        features,
        security_contacts: security_contacts(document),
    })
}

struct Reader<'s, 'd> {
    source: &'s Source,
    document: &'s Document<'s>,
    labels: &'s Labels,
    diagnostics: &'d mut Vec<Diagnostic>,
    /// The first heading with features for each id that several headings come to.
    titles: HashMap<&'s str, Option<&'s document::Heading<'s>>>,
    /// Where each key stands among the features.
    by_key: HashMap<Arc<str>, usize>,
    /// The texts that many headings have in common.
    texts: HashMap<&'s str, Arc<str>>,
    /// How each text was read; most pages have a few dozen.
    readings: HashMap<(&'s str, bool), Reading>,
}

impl<'s> Reader<'s, '_> {
    fn features(&mut self) -> Vec<Feature> {
        let mut features = Vec::with_capacity(self.by_key.capacity());
        for (number, heading) in self.document.headings.iter().enumerate() {
            if !heading.statuses.is_empty() {
                self.check_title(heading);
                self.add_features_of(number, heading, &mut features);
            }
        }
        features
    }

    /// Reports a heading that comes to the same id as an earlier one.
    fn check_title(&mut self, heading: &'s document::Heading<'s>) {
        let id = heading.base_id();
        let Some(first) = self.titles.get_mut(id) else { return };
        if let Some(first) = first {
            let second = self.source.place(heading.span.clone(), format!("also comes to `{id}`"));
            let first = self.source.place(first.span.clone(), format!("comes to `{id}`"));
            let diagnostic = Diagnostic::new(&problem::HEADINGS_SAME_KEY, second).with_related(first);
            self.diagnostics.push(diagnostic);
        } else {
            *first = Some(heading);
        }
    }

    /// Adds the features of one heading: the bare one first, then its implementations in order.
    fn add_features_of(&mut self, number: usize, heading: &'s document::Heading<'s>, features: &mut Vec<Feature>) {
        let section = self.document.ancestors(number).find(|above| above.level <= 2).unwrap_or(heading);
        let common = Arc::new(Heading {
            title: heading.title.clone(),
            typeset_title: heading.typeset_title.clone(),
            anchor: heading.id.clone(),
            section: section.title.clone(),
            description: (*heading.description).into(),
            caveats: self.shared(&heading.caveats),
        });
        let is_bare = |line: &&StatusLine<'_>| line.implementation.text.is_empty();
        let bare = heading.statuses.iter().filter(is_bare);
        for line in bare.chain(heading.statuses.iter().filter(|line| !is_bare(line))) {
            let feature = Feature {
                heading: common.clone(),
                implementation: self.shared(line.implementation.text),
                key: feature_key(&heading.id, line.implementation.text),
                status: self.status(line),
                line: self.source.line(line.value.span.start),
                span: line.value.span.clone(),
            };
            match self.by_key.entry(feature.key.clone()) {
                Entry::Occupied(first) => {
                    let first = *first.get();
                    self.listed_again(&mut features[first], feature);
                }
                Entry::Vacant(entry) => {
                    entry.insert(features.len());
                    features.push(feature);
                }
            }
        }
    }

    /// A text that many headings have in common.
    fn shared(&mut self, text: &'s str) -> Arc<str> {
        self.texts.entry(text).or_insert_with(|| text.into()).clone()
    }

    fn status(&mut self, line: &StatusLine<'s>) -> Arc<Status> {
        let (text, formats) = (line.value.text, line.formats);
        let read = || read(text, formats, &self.labels.defined);
        match self.readings.entry((text, formats)).or_insert_with(read).clone() {
            Reading::Understood(status) => status,
            Reading::Misspelt(status, label) => {
                self.warn(&problem::LABEL_MISSPELT, &line.value, format!("read as `{label}`"));
                status
            }
            // It may be a label whose definition is not well formed.
            Reading::Unknown(status, _) if self.labels.incomplete => status,
            Reading::Unknown(status, nearest) => {
                let label = match nearest {
                    Some(nearest) => format!("grants nothing; did you mean `{nearest}`?"),
                    None => "grants nothing".to_owned(),
                };
                self.warn(&problem::STATUS_UNKNOWN, &line.value, label);
                status
            }
        }
    }

    /// Keeps the less supported of the two statuses, or reports that the two are different features.
    fn listed_again(&mut self, first: &mut Feature, second: Feature) {
        // The key of an implementation may be that of another heading: `a--b`, and `Status, b` under `a`.
        if Arc::ptr_eq(&first.heading, &second.heading) && first.implementation == second.implementation {
            let place = self.source.place(second.span.clone(), "listed again");
            let related = self.source.place(first.span.clone(), "first listed here");
            self.diagnostics.push(Diagnostic::new(&problem::FEATURE_TWICE, place).with_related(related));
        } else {
            self.same_key(first, &second);
        }
        if second.status.grants() < first.status.grants() {
            *first = second;
        }
    }

    fn same_key(&mut self, first: &Feature, second: &Feature) {
        let place = self.source.place(second.span.clone(), format!("also comes to `{}`", second.key));
        let related = self.source.place(first.span.clone(), "comes to the same");
        self.diagnostics.push(Diagnostic::new(&problem::FEATURES_SAME_KEY, place).with_related(related));
    }

    fn warn(&mut self, problem: &'static problem::Problem, value: &Spanned<'_>, label: String) {
        self.diagnostics.push(Diagnostic::new(problem, self.source.place(value.span.clone(), label)));
    }
}

#[cfg(test)]
mod tests;
