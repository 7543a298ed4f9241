//! A document's typed content: the release, and the features with their statuses.

use super::label::{self, Labels, ParsedSecurityContact, parse_security_contacts};
use super::release::{self, ParsedRelease};
use super::status::{self, ParsedStatus, Reading};
use crate::diagnostic::{Diagnostic, Problem, Report, Source, problem};
use crate::parse::document::{self, Document};
use crate::parse::fragment::{Spanned, StatusLine};
use crate::parse::key::feature_key;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;
use std::sync::Arc;

/// What one document says.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ParsedStatement {
    /// The document's name.
    pub file: String,
    /// Its Release Support.
    pub release: ParsedRelease,
    /// The features that it lists, in order, each once.
    pub features: Vec<ParsedFeature>,
    /// The projects of its "External security support".
    pub security_contacts: Vec<ParsedSecurityContact>,
}

/// A heading that has features, and what is said of all of them.
#[derive(PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct FeatureHeading {
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
#[non_exhaustive]
pub struct ParsedFeature {
    /// The heading that it stands under, which all its implementations share.
    pub heading: Arc<FeatureHeading>,
    /// The implementation; empty for a bare `Status:`.
    pub implementation: Arc<str>,
    /// The id by which Xen's own matrix knows the feature.
    pub key: Arc<str>,
    /// What is said of it.
    pub status: Arc<ParsedStatus>,
    /// The line of the status, counted from 1.
    pub line: u32,
    /// Where the status stands.
    pub(crate) span: Range<usize>,
}

impl ParsedStatement {
    /// Reads one document by itself: its statement, if it says which release it is for, and what there is to say of the
    /// document, by line. A statement that comes with errors is not complete.
    ///
    /// Cost: linear in the length of the document.
    #[must_use]
    pub fn parse(source: &Source) -> (Option<Self>, Vec<Diagnostic>) {
        let mut report = Report::new(source);
        let document = document::parse(&mut report);
        let release = release::parse(&document, &mut report);
        let labels = label::parse(&document, &mut report);
        let features = Reader::new(&document, &labels, &mut report).features();
        let statement = release.map(|release| Self {
            file: source.name().to_owned(),
            release,
            features,
            security_contacts: parse_security_contacts(&document),
        });
        (statement, report.into_diagnostics())
    }
}

struct Reader<'s, 'r> {
    document: &'s Document<'s>,
    labels: &'s Labels,
    report: &'r mut Report<'s>,
    /// The first heading with features for each id that several headings map to.
    titles: HashMap<&'s str, Option<&'s document::Heading<'s>>>,
    /// Where each key stands among the features.
    by_key: HashMap<Arc<str>, usize>,
    /// The texts that many headings have in common.
    texts: HashMap<&'s str, Arc<str>>,
    /// How each text was read; most pages have a few dozen.
    readings: HashMap<(&'s str, bool), Reading>,
}

impl<'s, 'r> Reader<'s, 'r> {
    fn new(document: &'s Document<'s>, labels: &'s Labels, report: &'r mut Report<'s>) -> Self {
        let headings = &document.headings;
        let lines = headings.iter().map(|heading| heading.statuses.len()).sum();
        Self {
            document,
            labels,
            report,
            titles: headings.iter().filter_map(|heading| Some((heading.repeated_id.as_deref()?, None))).collect(),
            by_key: HashMap::with_capacity(lines),
            texts: HashMap::new(),
            readings: HashMap::new(),
        }
    }

    fn features(&mut self) -> Vec<ParsedFeature> {
        let mut features = Vec::with_capacity(self.by_key.capacity());
        for (number, heading) in self.document.headings.iter().enumerate() {
            if !heading.statuses.is_empty() {
                self.check_title(heading);
                self.add_features_of(number, heading, &mut features);
            }
        }
        features
    }

    /// Reports a heading that maps to the same id as an earlier one.
    fn check_title(&mut self, heading: &'s document::Heading<'s>) {
        let id = heading.base_id();
        let Some(first) = self.titles.get_mut(id) else { return };
        if let Some(first) = first {
            let second = (heading.span.clone(), format!("also maps to `{id}`"));
            let first = (first.span.clone(), format!("maps to `{id}`"));
            self.report.add_with_related(&problem::HEADINGS_SAME_KEY, second, first);
        } else {
            *first = Some(heading);
        }
    }

    /// Adds the features of one heading: the bare one first, then its implementations in order.
    fn add_features_of(
        &mut self,
        number: usize,
        heading: &'s document::Heading<'s>,
        features: &mut Vec<ParsedFeature>,
    ) {
        let section = self.document.ancestors(number).find(|above| above.level <= 2).unwrap_or(heading);
        let common = Arc::new(FeatureHeading {
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
            let feature = ParsedFeature {
                heading: common.clone(),
                implementation: self.shared(line.implementation.text),
                key: feature_key(&heading.id, line.implementation.text),
                status: self.status(line),
                line: self.report.source().line(line.value.span.start),
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

    fn status(&mut self, line: &StatusLine<'s>) -> Arc<ParsedStatus> {
        let (text, formats) = (line.value.text, line.formats);
        let read = || status::parse(text, formats, &self.labels.defined);
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
    fn listed_again(&mut self, first: &mut ParsedFeature, second: ParsedFeature) {
        // The key of an implementation may be that of another heading: `a--b`, and `Status, b` under `a`.
        if Arc::ptr_eq(&first.heading, &second.heading) && first.implementation == second.implementation {
            let first = (first.span.clone(), "first listed here");
            self.report.add_with_related(&problem::FEATURE_TWICE, (second.span.clone(), "listed again"), first);
        } else {
            self.same_key(first, &second);
        }
        if second.status.grants() < first.status.grants() {
            *first = second;
        }
    }

    fn same_key(&mut self, first: &ParsedFeature, second: &ParsedFeature) {
        let second = (second.span.clone(), format!("also maps to `{}`", second.key));
        let first = (first.span.clone(), "maps to the same");
        self.report.add_with_related(&problem::FEATURES_SAME_KEY, second, first);
    }

    fn warn(&mut self, problem: &'static Problem, value: &Spanned<'_>, label: String) {
        self.report.add(problem, value.span.clone(), label);
    }
}

#[cfg(test)]
mod tests;
