//! Merges the features of several documents: each once, in one order, with its Rust name.

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
    /// The heading.
    pub heading: Arc<FeatureHeading>,
    /// The implementation; empty for a bare `Status:`.
    pub implementation: Arc<str>,
    /// The key by which Xen's own matrix matches the feature across releases: `x86pvh--domu`.
    pub key: Arc<str>,
    /// The Rust module below `features` that its constant is in; `None` if it is in `features` itself.
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

/// The features of all documents in one order, and the rows in it of each document's features. The documents must be
/// sorted by version.
pub(crate) fn merge_features(
    documents: &[(&Source, ParsedStatement)],
) -> Result<(Vec<CatalogFeature>, Rows), Vec<Diagnostic>> {
    let mut merger = Merger { documents, origins: Vec::new(), next: Vec::new(), by_key: HashMap::new() };
    let links: Vec<Vec<usize>> = (0..documents.len()).rev().map(|document| merger.add(document)).collect();
    let (order, row_of) = merger.into_order();
    let features: Vec<_> = order.iter().map(|origin| CatalogFeature::new(feature(documents, *origin))).collect();
    let mut diagnostics = check_versions(documents);
    diagnostics.extend(check_names(documents, &features, &order));
    if diagnostics.is_empty() {
        let rows = |links: Vec<usize>| links.into_iter().map(|link| row_of[link]).collect();
        Ok((features, links.into_iter().rev().map(rows).collect()))
    } else {
        Err(diagnostics)
    }
}

/// For each document, the rows of its features in the catalog, in the order in which it lists them.
pub(crate) type Rows = Vec<Vec<usize>>;

/// Where a feature comes from: the number of the newest document that lists it, and its position there.
type Origin = (usize, usize);

fn feature<'d>(documents: &'d [(&Source, ParsedStatement)], (document, position): Origin) -> &'d ParsedFeature {
    &documents[document].1.features[position]
}

/// Brings the features of several documents into one order: a feature that only an older document lists comes after the
/// feature that it follows there. The features form a linked chain, so that adding one costs the same anywhere. Its
/// links are numbered as they were added.
struct Merger<'d> {
    documents: &'d [(&'d Source, ParsedStatement)],
    /// The feature of each link.
    origins: Vec<Origin>,
    /// The first link of the chain, then the link that follows each link.
    next: Vec<Option<usize>>,
    /// The links of the earlier documents, by key.
    by_key: HashMap<&'d str, usize>,
}

impl Merger<'_> {
    /// Adds the features of a document and returns their links. The keys of one document differ from each other, so
    /// only those of the documents that were added before are looked up.
    fn add(&mut self, document: usize) -> Vec<usize> {
        let documents = self.documents;
        let new_links = (0..).zip(&self.origins).skip(self.by_key.len());
        self.by_key.extend(new_links.map(|(link, origin)| (&*feature(documents, *origin).key, link)));
        self.next.resize(self.origins.len() + 1, None);
        let features = &documents[document].1.features;
        let mut links = Vec::with_capacity(features.len());
        // The index into `next` for the link that follows the previous feature.
        let mut before = 0;
        for (position, feature) in features.iter().enumerate() {
            let link = self.by_key.get(&*feature.key).copied().unwrap_or_else(|| {
                let added = self.origins.len();
                self.origins.push((document, position));
                let after = self.next[before].replace(added);
                self.next.push(after);
                added
            });
            before = link + 1;
            links.push(link);
        }
        links
    }

    /// The features in their order, and the row of each link in it.
    fn into_order(self) -> (Vec<Origin>, Vec<usize>) {
        let mut row_of = vec![0; self.origins.len()];
        let mut order = Vec::with_capacity(self.origins.len());
        let first = self.next.first().copied().flatten();
        for link in std::iter::successors(first, |link| self.next[link + 1]) {
            row_of[link] = order.len();
            order.push(self.origins[link]);
        }
        (order, row_of)
    }
}

/// Reports documents for the same version, or with versions that map to the same constant.
fn check_versions(documents: &[(&Source, ParsedStatement)]) -> Vec<Diagnostic> {
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
fn check_names(
    documents: &[(&Source, ParsedStatement)],
    features: &[CatalogFeature],
    order: &[Origin],
) -> Vec<Diagnostic> {
    let place = |origin: Origin, label: &str| -> Place {
        let (source, _) = &documents[origin.0];
        source.place(feature(documents, origin).span.clone(), label)
    };
    let mut diagnostics = Vec::new();
    let mut by_name: HashMap<(&Option<String>, &str), Origin> = HashMap::with_capacity(features.len());
    for (feature, origin) in features.iter().zip(order) {
        match by_name.entry((&feature.module, &feature.constant)) {
            Entry::Vacant(entry) => {
                entry.insert(*origin);
            }
            Entry::Occupied(first) => {
                let module = feature.module.as_ref().map_or(String::new(), |module| format!("{module}::"));
                let label = format!("also maps to `features::{module}{}`", feature.constant);
                let related = place(*first.get(), "maps to the same name");
                let diagnostic = Diagnostic::new(&problem::FEATURES_SAME_NAME, place(*origin, &label));
                diagnostics.push(diagnostic.with_related(related));
            }
        }
    }
    diagnostics
}
