//! Merges the features of several statements: each once, in one order.

use crate::statement::{FeatureHeading, ParsedFeature, ParsedStatement};
use std::collections::HashMap;
use std::sync::Arc;

/// A feature that one or more statements list, by the names that the last of them gives it.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct MergedFeature {
    /// The heading.
    pub heading: Arc<FeatureHeading>,
    /// The implementation; empty for a bare `Status:`.
    pub implementation: Arc<str>,
    /// The key by which Xen's own matrix matches the feature across releases: `x86pvh--domu`.
    pub key: Arc<str>,
}

/// Every feature that these statements list, each once, in the order of the last statement. A feature that only earlier
/// ones list stands after the one that it follows there. So the statements should be given by version.
///
/// Cost: linear in the number of features of all statements.
#[must_use]
pub fn merge(statements: &[ParsedStatement]) -> Vec<MergedFeature> {
    merge_rows(statements).0
}

/// The merged features, and the rows in them of each statement's features, in the order in which it lists them.
pub(super) fn merge_rows(statements: &[ParsedStatement]) -> (Vec<MergedFeature>, Rows) {
    let mut merger = Merger { statements, origins: Vec::new(), next: Vec::new(), by_key: HashMap::new() };
    let links: Vec<Vec<usize>> = (0..statements.len()).rev().map(|statement| merger.add(statement)).collect();
    let (order, row_of) = merger.into_order();
    let named = |origin: &Origin| {
        let ParsedFeature { heading, implementation, key, .. } = feature(statements, *origin);
        MergedFeature { heading: heading.clone(), implementation: implementation.clone(), key: key.clone() }
    };
    let rows = |links: Vec<usize>| links.into_iter().map(|link| row_of[link]).collect();
    (order.iter().map(named).collect(), links.into_iter().rev().map(rows).collect())
}

/// For each statement, the rows of its features among the merged ones.
pub(crate) type Rows = Vec<Vec<usize>>;

/// Where a feature comes from: the number of the last statement that lists it, and its position there.
type Origin = (usize, usize);

fn feature(statements: &[ParsedStatement], (statement, position): Origin) -> &ParsedFeature {
    &statements[statement].features[position]
}

/// Brings the features of several statements into one order: a feature that only an earlier one lists comes after the
/// feature that it follows there. The features form a linked chain, so that adding one costs the same anywhere. Its
/// links are numbered as they were added.
struct Merger<'d> {
    statements: &'d [ParsedStatement],
    /// The feature of each link.
    origins: Vec<Origin>,
    /// The first link of the chain, then the link that follows each link.
    next: Vec<Option<usize>>,
    /// The links of the statements that were added before, by key.
    by_key: HashMap<&'d str, usize>,
}

impl Merger<'_> {
    /// Adds the features of a statement and returns their links. The keys of one statement differ from each other, so
    /// only those of the statements that were added before are looked up.
    fn add(&mut self, statement: usize) -> Vec<usize> {
        let statements = self.statements;
        let new_links = (0..).zip(&self.origins).skip(self.by_key.len());
        self.by_key.extend(new_links.map(|(link, origin)| (&*feature(statements, *origin).key, link)));
        self.next.resize(self.origins.len() + 1, None);
        let features = &statements[statement].features;
        let mut links = Vec::with_capacity(features.len());
        // The index into `next` for the link that follows the previous feature.
        let mut before = 0;
        for (position, feature) in features.iter().enumerate() {
            let link = self.by_key.get(&*feature.key).copied().unwrap_or_else(|| {
                let added = self.origins.len();
                self.origins.push((statement, position));
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
