//! The tables of a set by column, before they are emitted as Rust.

use super::names::CatalogFeature;
use super::perfect_hash::{self, PerfectHash};
use super::set::Set;
use crate::diagnostic::{Diagnostic, problem};
use crate::statement::{FeatureHeading, ParsedLabel, ParsedStatus};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;
use std::sync::Arc;

/// What the emitted tables hold.
#[derive(Debug)]
pub(crate) struct Tables {
    /// Further names of features.
    pub(crate) other_names: Vec<OtherName>,
    /// The perfect hash over [`names`].
    pub(crate) name_index: PerfectHash,
    /// The perfect hash over the keys.
    pub(crate) key_index: PerfectHash,
    /// The distinct statuses.
    pub(crate) statuses: Vec<Arc<ParsedStatus>>,
    /// The distinct labels of the statuses.
    pub(crate) labels: Vec<Arc<ParsedLabel>>,
    /// The distinct pieces of prose; the first is empty.
    pub(crate) prose: Vec<Arc<str>>,
    /// The distinct combinations of a description, caveats and the prose of the section, as indices into the prose; the
    /// first is of none.
    pub(crate) around: Vec<[u32; 3]>,
    /// The columns of each statement.
    pub(crate) columns: Vec<Columns>,
}

/// A further name of a feature, which only older documents have.
#[derive(Debug)]
pub(crate) struct OtherName {
    title: Arc<str>,
    implementation: Arc<str>,
    /// The row of the feature that has the name.
    pub(crate) row: u32,
}

/// What one statement says, by feature.
#[derive(Debug)]
pub(crate) struct Columns {
    /// The number of the status, counted from 1; 0 if the feature is not listed.
    pub(crate) statuses: Vec<u8>,
    /// The line of the status, counted from 1; 0 if the feature is not listed.
    pub(crate) lines: Vec<u32>,
    /// The prose around the status, as an index into `around`.
    pub(crate) prose: Vec<u32>,
    /// What stands beside the status, as the bits of `Beside`.
    pub(crate) beside: Vec<u8>,
}

/// How many features a set may have.
const MAX_FEATURES: usize = 1 << 15;

impl Tables {
    /// The tables of a set with these features. Adds the problems; `None` if there can be no tables.
    pub(super) fn new(set: &Set<'_>, features: &[CatalogFeature], diagnostics: &mut Vec<Diagnostic>) -> Option<Self> {
        if set.statements.len() > 255 {
            let place = set.version_place(255, "the 256th document");
            diagnostics.push(Diagnostic::new(&problem::TOO_MANY_DOCUMENTS, place));
            return None;
        }
        if let Some((number, feature)) = set.feature_of_row(MAX_FEATURES) {
            let label = "one feature more than a set may have";
            diagnostics.push(set.at_feature(number, feature, &problem::TOO_MANY_FEATURES, label));
            return None;
        }
        let other_names = find_other_names(set, features, diagnostics);
        let (name_index, key_index) = find_hashes(features, &other_names);
        let mut statuses = Distinct::with_capacity(0);
        let mut prose = Distinct::with_capacity(features.len());
        prose.number(&Arc::from(""));
        let mut around = Distinct::with_capacity(features.len());
        around.number(&[0; 3]);
        let mut columns = Vec::new();
        for (number, (statement, rows)) in set.statements.iter().zip(set.rows).enumerate() {
            let mut column = Columns::new(features.len());
            let mut sections = Sections::default();
            for (feature, row) in statement.features.iter().zip(rows.iter().copied()) {
                let status = statuses.number(&feature.status) + 1;
                let Ok(status) = u8::try_from(status) else {
                    let label = "the 256th status";
                    diagnostics.push(set.at_feature(number, feature, &problem::TOO_MANY_STATUSES, label));
                    return None;
                };
                column.statuses[row] = status;
                column.lines[row] = feature.line;
                let FeatureHeading { description, caveats, section_prose, .. } = &*feature.heading;
                let section_prose = sections.number(section_prose, &mut prose);
                let numbers = [prose.number(description), prose.number(caveats), section_prose];
                column.prose[row] = around.number(&numbers);
            }
            for (row, beside) in rows.iter().zip(statement.beside()) {
                column.beside[*row] = beside.bits();
            }
            columns.push(column);
        }
        let mut labels = Distinct::with_capacity(0);
        for label in statuses.values.iter().filter_map(|status| status.label.as_ref()) {
            labels.number(label);
        }
        Some(Self {
            other_names,
            name_index,
            key_index,
            statuses: statuses.values,
            labels: labels.values,
            prose: prose.values,
            around: around.values,
            columns,
        })
    }
}

impl Columns {
    fn new(features: usize) -> Self {
        Self {
            statuses: vec![0; features],
            lines: vec![0; features],
            prose: vec![0; features],
            beside: vec![0; features],
        }
    }
}

/// The numbers of the sections' prose in one document. Its headings share the text, which may be long; so it is looked at
/// once.
#[derive(Default)]
struct Sections {
    numbers: HashMap<*const u8, u32>,
}

impl Sections {
    fn number(&mut self, section_prose: &Arc<str>, prose: &mut Distinct<Arc<str>>) -> u32 {
        *self.numbers.entry(section_prose.as_ptr()).or_insert_with(|| prose.number(section_prose))
    }
}

/// The names of the features by row, then further names of features: title and implementation.
pub(crate) fn names<'c>(
    features: &'c [CatalogFeature],
    other_names: &'c [OtherName],
) -> impl Iterator<Item = (&'c str, &'c str)> {
    let names = features.iter().map(|feature| (&*feature.heading.title, &*feature.implementation));
    names.chain(other_names.iter().map(|name| (&*name.title, &*name.implementation)))
}

/// Finds the names that only an older document has for a feature. One that another feature has already is reported and
/// left out.
fn find_other_names(set: &Set<'_>, features: &[CatalogFeature], diagnostics: &mut Vec<Diagnostic>) -> Vec<OtherName> {
    let mut other_names = Vec::new();
    // The row of each name. Only filled if some feature has another name.
    let mut row_of_name: HashMap<(&str, &str), usize> = HashMap::new();
    for (number, (statement, rows)) in set.statements.iter().zip(set.rows).enumerate() {
        for (feature, row) in statement.features.iter().zip(rows.iter().copied()) {
            let newest = &features[row];
            if (&newest.heading.title, &newest.implementation) == (&feature.heading.title, &feature.implementation) {
                continue;
            }
            if row_of_name.is_empty() {
                row_of_name = names(features, &[]).zip(0..).collect();
            }
            match row_of_name.entry((&feature.heading.title, &feature.implementation)) {
                Entry::Vacant(entry) => {
                    entry.insert(row);
                    let (title, implementation) = (feature.heading.title.clone(), feature.implementation.clone());
                    other_names.push(OtherName { title, implementation, row: index(row) });
                }
                // That it was renamed is reported already.
                Entry::Occupied(entry) if *entry.get() == row || newest.is_renamed => {}
                Entry::Occupied(_) => {
                    let label = "another document has this name for another key";
                    diagnostics.push(set.at_feature(number, feature, &problem::FEATURES_SAME_NAME, label));
                }
            }
        }
    }
    other_names
}

/// Finds the perfect hashes over names and keys, of which no two are equal.
fn find_hashes(features: &[CatalogFeature], other_names: &[OtherName]) -> (PerfectHash, PerfectHash) {
    let names: Vec<(&str, &str)> = names(features, other_names).collect();
    let keys: Vec<(&str, &str)> = features.iter().map(|feature| (&*feature.key, "")).collect();
    (perfect_hash::build(&names), perfect_hash::build(&keys))
}

/// A number or index in the tables.
fn index(count: usize) -> u32 {
    u32::try_from(count).expect("a set of 2^32 texts does not fit into memory")
}

/// Distinct values, in the order in which they were added.
struct Distinct<T> {
    values: Vec<T>,
    numbers: HashMap<T, u32>,
}

impl<T: Clone + Eq + Hash> Distinct<T> {
    /// No values yet, with room for that many.
    fn with_capacity(values: usize) -> Self {
        Self { values: Vec::with_capacity(values), numbers: HashMap::with_capacity(values) }
    }

    /// The number of a value, counted from 0. A new value is added.
    fn number(&mut self, value: &T) -> u32 {
        if let Some(number) = self.numbers.get(value) {
            return *number;
        }
        let number = index(self.values.len());
        self.values.push(value.clone());
        self.numbers.insert(value.clone(), number);
        number
    }
}

#[cfg(test)]
mod tests;
