//! Reads the statement of a document: the release, and the features with their statuses.

use super::label::{self, Labels, ParsedLabel, ParsedSecurityContact, parse_security_contacts};
use super::prose::{Digest, Place, Prose};
use super::release::{self, ParsedRelease};
use super::rows;
use super::section::{self, ParsedSectionProse, ProseAbove};
use super::status::{self, ParsedStatus, Reading};
use crate::diagnostic::{Diagnostic, Problem, Report, Source, problem};
use crate::official::Row;
use crate::parse::document::{self, Document};
use crate::parse::foreign;
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
    /// What its Release Support says.
    pub release: ParsedRelease,
    /// The features that it lists, in order, each once.
    pub features: Vec<ParsedFeature>,
    /// The prose of its sections, in order: what stands below a heading that has no status.
    pub section_prose: Vec<ParsedSectionProse>,
    /// The prose that is about no feature: that of the Release Support, and of the definitions.
    pub other_prose: Vec<ParsedSectionProse>,
    /// The labels that it defines, in order.
    pub labels: Vec<Arc<ParsedLabel>>,
    /// The projects of its "External security support".
    pub security_contacts: Vec<ParsedSecurityContact>,
    /// The rows of Xen's own matrix.
    pub(super) rows: Vec<Row>,
}

/// A heading that has features, and what they share.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct FeatureHeading {
    /// The text of the heading: `x86/PVH`. If an earlier heading with features has the same text, the heading's id stands
    /// behind it: `Memory (memory-1)`.
    pub title: Arc<str>,
    /// The text with typographic quotes and dashes.
    pub typeset_title: Arc<str>,
    /// The heading's id on the official page: `x86pvh`.
    pub anchor: Arc<str>,
    /// The section: the nearest heading above of level 1 or 2, or the heading itself if it is of such a level.
    pub section: Arc<str>,
    /// The prose before the first status, as Markdown.
    pub description: Arc<str>,
    /// The prose after the first status, as Markdown.
    pub caveats: Arc<str>,
    /// The prose of the sections that the heading is in, as Markdown: what stands below the headings above it; of those
    /// that have a status, the caveats.
    pub section_prose: Arc<str>,
    /// The anchors of the headings above it, from the innermost.
    pub(crate) above: Arc<[Arc<str>]>,
    /// The digest of the description, if the page has only that.
    pub(crate) recorded_description: Option<Digest>,
    /// The digest of the caveats, if the page has only that.
    pub(crate) recorded_caveats: Option<Digest>,
}

impl FeatureHeading {
    /// Whether the description is the page's own, and not a line that a page of facts alone has in its place.
    #[must_use]
    pub fn has_whole_description(&self) -> bool {
        self.recorded_description.is_none()
    }

    /// The caveats, to be compared.
    pub(super) fn prose_of_caveats(&self) -> Prose<'_> {
        Prose { text: &self.caveats, recorded: self.recorded_caveats }
    }

    /// The description, to be compared.
    pub(super) fn prose_of_description(&self) -> Prose<'_> {
        Prose { text: &self.description, recorded: self.recorded_description }
    }
}

/// A feature as one document lists it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ParsedFeature {
    /// The heading, which its implementations share.
    pub heading: Arc<FeatureHeading>,
    /// The implementation; empty for a bare `Status:`.
    pub implementation: Arc<str>,
    /// The key by which Xen's own matrix matches the feature across releases: `x86pvh--domu`.
    pub key: Arc<str>,
    /// The status.
    pub status: Arc<ParsedStatus>,
    /// The line of the status, counted from 1.
    pub line: u32,
    /// The span of the status.
    pub(crate) span: Range<usize>,
}

impl ParsedStatement {
    /// Reads one document, as far as it can be read. Returns its statement, and the problems of the document, by line. The
    /// statement is `None` only if there is no Release Support, or if the document is too long. What other errors are about is left out, or grants
    /// nothing.
    ///
    /// Cost: linear in the length of the document.
    #[must_use]
    pub fn parse(source: &Source) -> (Option<Self>, Vec<Diagnostic>) {
        if let Some(diagnostic) = source.too_long() {
            return (None, vec![diagnostic]);
        }
        let mut report = Report::new(source);
        let document = document::parse(&mut report);
        if document.release.is_none() {
            if let Some((span, label)) = foreign::recognize(source.text()) {
                let place = source.place(span, label);
                return (None, vec![Diagnostic::new(&problem::NOT_A_PAGE, place)]);
            }
        }
        let release = release::parse(&document, &mut report);
        let labels = label::parse(&document, &mut report);
        let features = Reader::new(&document, &labels, &mut report).features();
        let rows = rows::read(&document, &mut report);
        let statement = release.map(|release| Self {
            file: source.name().to_owned(),
            release,
            features,
            section_prose: section::parse(&document),
            other_prose: section::parse_other(&document),
            labels: labels.defined.clone(),
            security_contacts: parse_security_contacts(&document),
            rows,
        });
        (statement, report.into_diagnostics())
    }

    /// The rows that Xen's own matrix has for this document, in its order. What they grant is in
    /// [`features`](Self::features), which may be less: a row is there, too, if it is not understood or in doubt.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }
}

struct Reader<'s, 'r> {
    document: &'s Document<'s>,
    labels: &'s Labels,
    report: &'r mut Report<'s>,
    /// For each id that several headings map to, the first of them that has features.
    first_headings: HashMap<&'s str, Option<&'s document::Heading<'s>>>,
    /// For each key, the position of its feature in the list of features.
    by_key: HashMap<Arc<str>, usize>,
    prose_above: ProseAbove<'s>,
    /// The texts that several headings have in common.
    texts: HashMap<&'s str, Arc<str>>,
    /// How each status text was read, by text and whether it lists formats. Most pages have a few dozen.
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
            first_headings: headings
                .iter()
                .filter_map(|heading| Some((heading.repeated_id.as_deref()?, None)))
                .collect(),
            by_key: HashMap::with_capacity(lines),
            prose_above: ProseAbove::of(document),
            texts: HashMap::new(),
            readings: HashMap::new(),
        }
    }

    fn features(&mut self) -> Vec<ParsedFeature> {
        let mut features = Vec::with_capacity(self.by_key.capacity());
        for (number, heading) in self.document.headings.iter().enumerate() {
            if !heading.statuses.is_empty() {
                self.add_features_of(number, heading, &mut features);
            }
        }
        features
    }

    /// The title by which a heading's features are named. If an earlier heading with features maps to the same id, that is
    /// reported, and the title gets the heading's own id behind it: `Memory (memory-1)`.
    fn title(&mut self, heading: &'s document::Heading<'s>) -> Arc<str> {
        let id = heading.base_id();
        let Some(first) = self.first_headings.get_mut(id) else { return heading.title.clone() };
        if let Some(first) = first {
            let second = (heading.span.clone(), format!("also maps to `{id}`"));
            let first = (first.span.clone(), format!("maps to `{id}`"));
            self.report.add_with_related(&problem::HEADINGS_SAME_KEY, second, first);
            return format!("{} ({})", heading.title, heading.id).into();
        }
        *first = Some(heading);
        heading.title.clone()
    }

    /// Adds the features of one heading: first the one without an implementation, then the implementations in order.
    fn add_features_of(
        &mut self,
        number: usize,
        heading: &'s document::Heading<'s>,
        features: &mut Vec<ParsedFeature>,
    ) {
        let section = self.document.ancestors(number).find(|above| above.level <= 2).unwrap_or(heading);
        let (description, caveats) =
            (Prose::read(&heading.description, Place::Description), Prose::read(&heading.caveats, Place::Caveats));
        let shared_heading = Arc::new(FeatureHeading {
            title: self.title(heading),
            typeset_title: heading.typeset_title.clone(),
            anchor: heading.id.clone(),
            section: section.title.clone(),
            description: description.text.into(),
            caveats: self.shared(caveats.text),
            section_prose: self.prose_above.heading(number),
            above: self.prose_above.anchors(number),
            recorded_description: description.recorded,
            recorded_caveats: caveats.recorded,
        });
        let is_bare = |line: &&StatusLine<'_>| line.implementation.text.is_empty();
        let bare = heading.statuses.iter().filter(is_bare);
        for line in bare.chain(heading.statuses.iter().filter(|line| !is_bare(line))) {
            let feature = ParsedFeature {
                heading: shared_heading.clone(),
                implementation: self.shared(&line.name),
                key: feature_key(&heading.id, &line.name),
                status: self.status(line),
                line: self.report.source().line(line.value.span.start),
                span: line.value.span.clone(),
            };
            match self.by_key.entry(feature.key.clone()) {
                Entry::Occupied(first) => {
                    let position = *first.get();
                    self.keep_less_supported(&mut features[position], feature);
                }
                Entry::Vacant(entry) => {
                    entry.insert(features.len());
                    features.push(feature);
                }
            }
        }
    }

    /// A text, shared with the other headings that have it.
    fn shared(&mut self, text: &'s str) -> Arc<str> {
        self.texts.entry(text).or_insert_with(|| text.into()).clone()
    }

    fn status(&mut self, line: &StatusLine<'s>) -> Arc<ParsedStatus> {
        let (text, formats) = (line.value.text, line.formats);
        // Reported where the doubt begins.
        if line.in_doubt {
            return Arc::new(ParsedStatus::unknown(text));
        }
        let read = || status::parse(text, formats, &self.labels.defined);
        match self.readings.entry((text, formats)).or_insert_with(read).clone() {
            Reading::Understood(status) => status,
            Reading::Misspelt(status, label) => {
                self.warn(&problem::LABEL_MISSPELT, &line.value, format!("read as `{label}`"));
                status
            }
            // Not reported: it may be a label whose definition is not well formed, which was.
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

    /// Reports that two features have the same key, and keeps the less supported of the two.
    fn keep_less_supported(&mut self, first: &mut ParsedFeature, second: ParsedFeature) {
        // Different features may have the same key: a heading `a--b`, and `Status, b` below a heading `a`.
        if Arc::ptr_eq(&first.heading, &second.heading) && first.implementation == second.implementation {
            let first = (first.span.clone(), "first listed here");
            self.report.add_with_related(&problem::FEATURE_TWICE, (second.span.clone(), "listed again"), first);
        } else {
            self.report_same_key(first, &second);
        }
        if second.status.grants() < first.status.grants() {
            *first = second;
        }
    }

    fn report_same_key(&mut self, first: &ParsedFeature, second: &ParsedFeature) {
        let second = (second.span.clone(), format!("also maps to `{}`", second.key));
        let first = (first.span.clone(), "maps to the same key");
        self.report.add_with_related(&problem::FEATURES_SAME_KEY, second, first);
    }

    fn warn(&mut self, problem: &'static Problem, value: &Spanned<'_>, label: String) {
        self.report.add(problem, value.span.clone(), label);
    }
}

#[cfg(test)]
mod tests;
