//! The tables of a set, by column, before they become Rust.

use super::merge::{CatalogFeature, Rows};
use super::perfect_hash::{self, PerfectHash};
use crate::diagnostic::{Diagnostic, Problem, Source, problem};
use crate::statement::{ParsedFeature, ParsedLabel, ParsedStatement, ParsedStatus};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;
use std::sync::Arc;

/// What the emitted tables hold.
#[derive(Debug)]
pub(crate) struct Tables {
    pub(crate) other_names: Vec<OtherName>,
    /// Over [`names`].
    pub(crate) name_index: PerfectHash,
    pub(crate) key_index: PerfectHash,
    pub(crate) statuses: Vec<Arc<ParsedStatus>>,
    pub(crate) labels: Vec<Arc<ParsedLabel>>,
    /// The distinct pieces of prose; the first is empty.
    pub(crate) prose: Vec<Arc<str>>,
    /// One for each statement.
    pub(crate) columns: Vec<Columns>,
}

/// A name that only older documents have.
#[derive(Debug)]
pub(crate) struct OtherName {
    title: Arc<str>,
    implementation: Arc<str>,
    /// The feature that it stands for.
    pub(crate) row: u32,
}

/// What one statement says, by feature.
#[derive(Debug)]
pub(crate) struct Columns {
    /// The number of the status, counted from 1; 0: not listed.
    pub(crate) statuses: Vec<u8>,
    pub(crate) lines: Vec<u32>,
    /// Where in the prose the description and the caveats are.
    pub(crate) descriptions: Vec<u32>,
    pub(crate) caveats: Vec<u32>,
}

impl Tables {
    /// The tables of these documents; `rows` says where in `features` those of each document stand.
    pub(crate) fn new(
        documents: &[(&Source, ParsedStatement)],
        features: &[CatalogFeature],
        rows: &Rows,
    ) -> Result<Self, Box<Diagnostic>> {
        if let Some((source, statement)) = documents.get(255) {
            let place = source.place(statement.release.version_span.clone(), "the 256th document");
            return Err(Box::new(Diagnostic::new(&problem::TOO_MANY_DOCUMENTS, place)));
        }
        let other_names = other_names(documents, features, rows)?;
        let (name_index, key_index) = indices(documents, features, &other_names)?;
        let mut statuses = Distinct::with_capacity(0);
        let mut prose = Distinct::with_capacity(features.len());
        prose.number(&Arc::from(""));
        let mut columns = Vec::new();
        for ((source, statement), rows) in documents.iter().zip(rows) {
            let mut column = Columns::new(features.len());
            for (feature, row) in statement.features.iter().zip(rows.iter().copied()) {
                let status = statuses.number(&feature.status) + 1;
                let too_many = |_| at(source, feature, &problem::TOO_MANY_STATUSES, "the 256th status");
                column.statuses[row] = u8::try_from(status).map_err(too_many)?;
                column.lines[row] = feature.line;
                column.descriptions[row] = prose.number(&feature.heading.description);
                column.caveats[row] = prose.number(&feature.heading.caveats);
            }
            columns.push(column);
        }
        let mut labels = Distinct::with_capacity(0);
        for label in statuses.values.iter().filter_map(|status| status.label.as_ref()) {
            labels.number(label);
        }
        Ok(Self {
            other_names,
            name_index,
            key_index,
            statuses: statuses.values,
            labels: labels.values,
            prose: prose.values,
            columns,
        })
    }
}

impl Columns {
    fn new(features: usize) -> Self {
        Self {
            statuses: vec![0; features],
            lines: vec![0; features],
            descriptions: vec![0; features],
            caveats: vec![0; features],
        }
    }
}

/// The names of the features, then further names of features: title and implementation.
pub(crate) fn names<'c>(
    features: &'c [CatalogFeature],
    other_names: &'c [OtherName],
) -> impl Iterator<Item = (&'c str, &'c str)> {
    let names = features.iter().map(|feature| (&*feature.heading.title, &*feature.implementation));
    names.chain(other_names.iter().map(|name| (&*name.title, &*name.implementation)))
}

/// The names that only an older document has for a feature.
fn other_names(
    documents: &[(&Source, ParsedStatement)],
    features: &[CatalogFeature],
    rows: &Rows,
) -> Result<Vec<OtherName>, Box<Diagnostic>> {
    let mut other_names = Vec::new();
    // Where each name stands, once there are others.
    let mut stands_for: HashMap<(&str, &str), usize> = HashMap::new();
    for ((source, statement), rows) in documents.iter().zip(rows) {
        for (feature, row) in statement.features.iter().zip(rows.iter().copied()) {
            let known = &features[row];
            if (&known.heading.title, &known.implementation) == (&feature.heading.title, &feature.implementation) {
                continue;
            }
            if stands_for.is_empty() {
                stands_for = names(features, &[]).zip(0..).collect();
            }
            match stands_for.entry((&feature.heading.title, &feature.implementation)) {
                Entry::Vacant(entry) => {
                    entry.insert(row);
                    let (title, implementation) = (feature.heading.title.clone(), feature.implementation.clone());
                    other_names.push(OtherName { title, implementation, row: number(row) });
                }
                Entry::Occupied(known) if *known.get() == row => {}
                Entry::Occupied(_) => {
                    let label = "another document has this name for another key";
                    return Err(at(source, feature, &problem::FEATURES_SAME_NAME, label));
                }
            }
        }
    }
    Ok(other_names)
}

/// The perfect hashes over names and keys.
fn indices(
    documents: &[(&Source, ParsedStatement)],
    features: &[CatalogFeature],
    other_names: &[OtherName],
) -> Result<(PerfectHash, PerfectHash), Box<Diagnostic>> {
    let names: Vec<(&str, &str)> = names(features, other_names).collect();
    let keys: Vec<(&str, &str)> = features.iter().map(|feature| (&*feature.key, "")).collect();
    match (perfect_hash::build(&names), perfect_hash::build(&keys)) {
        (Some(names), Some(keys)) => Ok((names, keys)),
        _ => {
            let place = documents.last().map(|(source, _)| source.place(0..0, "in this set"));
            Err(Box::new(Diagnostic::new(&problem::NO_PERFECT_HASH, place.unwrap_or_default())))
        }
    }
}

fn at(source: &Source, feature: &ParsedFeature, problem: &'static Problem, label: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(problem, source.place(feature.span.clone(), label)))
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("a set of 2^32 texts does not fit into memory")
}

/// Values, each once, in the order in which they first came.
struct Distinct<T> {
    values: Vec<T>,
    numbers: HashMap<T, u32>,
}

impl<T: Clone + Eq + Hash> Distinct<T> {
    /// With room for that many values.
    fn with_capacity(values: usize) -> Self {
        Self { values: Vec::with_capacity(values), numbers: HashMap::with_capacity(values) }
    }

    /// The number of a value, counted from 0.
    fn number(&mut self, value: &T) -> u32 {
        if let Some(number) = self.numbers.get(value) {
            return *number;
        }
        let number = number(self.values.len());
        self.values.push(value.clone());
        self.numbers.insert(value.clone(), number);
        number
    }
}

#[cfg(test)]
mod tests;
