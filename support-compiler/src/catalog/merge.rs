//! The features of several documents, each once and in one order, with their Rust names.

use super::rust_name;
use crate::diagnostic::{Diagnostic, Place, Source, problem};
use crate::statement::{FeatureHeading, ParsedFeature, ParsedStatement};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

/// A feature of a set, by the names that the newest document gives it.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct CatalogFeature {
    /// The heading that it stands under.
    pub heading: Arc<FeatureHeading>,
    /// The implementation; empty for a bare `Status:`.
    pub implementation: Arc<str>,
    /// The id by which Xen's own matrix knows it.
    pub key: Arc<str>,
    /// The Rust module of its constant below `features`, if it is in one of its own.
    pub module: Option<String>,
    /// The name of its constant.
    pub constant: String,
}

impl CatalogFeature {
    fn new(feature: &ParsedFeature) -> Self {
        let (module, constant) = if feature.implementation.is_empty() {
            (None, rust_name::constant(&feature.heading.title))
        } else {
            (Some(rust_name::module(&feature.heading.title)), rust_name::constant(&feature.implementation))
        };
        Self {
            heading: feature.heading.clone(),
            implementation: feature.implementation.clone(),
            key: feature.key.clone(),
            module,
            constant,
        }
    }

    /// Its name in one piece: `x86/PVH, domU`, or the title alone where there is no implementation.
    pub(crate) fn name(&self) -> String {
        let separator = if self.implementation.is_empty() { "" } else { ", " };
        [&self.heading.title, separator, &self.implementation].concat()
    }
}

/// The features of all documents in one order, and the rows in it of each document's features. The documents are sorted
/// by version.
pub(crate) fn merge(documents: &[(&Source, ParsedStatement)]) -> Result<(Vec<CatalogFeature>, Rows), Vec<Diagnostic>> {
    let mut merger = Merger { documents, seen: Vec::new(), next: Vec::new(), by_key: HashMap::new() };
    let links: Vec<Vec<usize>> = (0..documents.len()).rev().map(|document| merger.add(document)).collect();
    let (order, row_of) = merger.into_order();
    let features: Vec<_> = order.iter().map(|seen| CatalogFeature::new(feature(documents, *seen))).collect();
    let mut diagnostics = same_version(documents);
    diagnostics.extend(same_name(documents, &features, &order));
    if diagnostics.is_empty() {
        let rows = |links: Vec<usize>| links.into_iter().map(|link| row_of[link]).collect();
        Ok((features, links.into_iter().rev().map(rows).collect()))
    } else {
        Err(diagnostics)
    }
}

/// For each document, the rows of the catalog that its features have, in the order in which it lists them.
pub(crate) type Rows = Vec<Vec<usize>>;

/// Where a feature was first seen: the number of the document, and of the feature in it.
type Seen = (usize, usize);

fn feature<'d>(documents: &'d [(&Source, ParsedStatement)], (document, number): Seen) -> &'d ParsedFeature {
    &documents[document].1.features[number]
}

/// Brings the features of several documents into one order: those that only an older document has come after the
/// feature that they follow there. The features form a chain, so that adding one costs the same anywhere; each is a link
/// of it, numbered as they were added.
struct Merger<'d> {
    documents: &'d [(&'d Source, ParsedStatement)],
    /// The feature of each link.
    seen: Vec<Seen>,
    /// The first link of all, then the link after each one.
    next: Vec<Option<usize>>,
    /// The links of the documents before, by key.
    by_key: HashMap<&'d str, usize>,
}

impl Merger<'_> {
    /// Adds the features of a document and returns their links. The keys of one document differ, so only those of the
    /// documents before are looked up.
    fn add(&mut self, document: usize) -> Vec<usize> {
        let documents = self.documents;
        let unknown = (0..).zip(&self.seen).skip(self.by_key.len());
        self.by_key.extend(unknown.map(|(link, seen)| (&*feature(documents, *seen).key, link)));
        self.next.resize(self.seen.len() + 1, None);
        let features = &documents[document].1.features;
        let mut links = Vec::with_capacity(features.len());
        // Where `next` has the link after the one before, if any.
        let mut before = 0;
        for (number, feature) in features.iter().enumerate() {
            let link = self.by_key.get(&*feature.key).copied().unwrap_or_else(|| {
                let added = self.seen.len();
                self.seen.push((document, number));
                let after = self.next[before].replace(added);
                self.next.push(after);
                added
            });
            before = link + 1;
            links.push(link);
        }
        links
    }

    /// The features in their order, and the row in it that each link has.
    fn into_order(self) -> (Vec<Seen>, Vec<usize>) {
        let mut row_of = vec![0; self.seen.len()];
        let mut order = Vec::with_capacity(self.seen.len());
        let first = self.next.first().copied().flatten();
        for link in std::iter::successors(first, |link| self.next[link + 1]) {
            row_of[link] = order.len();
            order.push(self.seen[link]);
        }
        (order, row_of)
    }
}

/// Reports documents for the same version, or with versions that map to the same constant.
fn same_version(documents: &[(&Source, ParsedStatement)]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let (mut versions, mut constants) = (HashMap::new(), HashMap::new());
    for document in documents {
        let release = &document.1.release;
        let same_version = *versions.entry(release.version).or_insert(document);
        let same_constant = *constants.entry(rust_name::constant(&release.version_text)).or_insert(document);
        let first = if std::ptr::eq(same_version, document) { same_constant } else { same_version };
        if !std::ptr::eq(first, document) {
            let [first, second] = [first, document]
                .map(|(source, statement)| source.place(statement.release.version_span.clone(), "this version"));
            diagnostics.push(Diagnostic::new(&problem::VERSION_TWICE, second).with_related(first));
        }
    }
    diagnostics
}

/// Reports features that map to the same Rust name.
fn same_name(documents: &[(&Source, ParsedStatement)], features: &[CatalogFeature], order: &[Seen]) -> Vec<Diagnostic> {
    let place = |seen: Seen, label: &str| -> Place {
        let (source, _) = &documents[seen.0];
        source.place(feature(documents, seen).span.clone(), label)
    };
    let mut diagnostics = Vec::new();
    let mut seen: HashMap<(&Option<String>, &str), Seen> = HashMap::with_capacity(features.len());
    for (feature, at) in features.iter().zip(order) {
        match seen.entry((&feature.module, &feature.constant)) {
            Entry::Vacant(entry) => {
                entry.insert(*at);
            }
            Entry::Occupied(first) => {
                let module = feature.module.as_ref().map_or(String::new(), |module| format!("{module}::"));
                let label = format!("also maps to `features::{module}{}`", feature.constant);
                let related = place(*first.get(), "maps to the same");
                let diagnostic = Diagnostic::new(&problem::FEATURES_SAME_NAME, place(*at, &label));
                diagnostics.push(diagnostic.with_related(related));
            }
        }
    }
    diagnostics
}
