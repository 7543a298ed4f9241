//! Documents as a set, and what keeps them from being one.

use super::merge::Rows;
use super::names::SameName;
use super::rust_name;
use crate::diagnostic::{Diagnostic, Place, Problem, Source, problem};
use crate::statement::{ParsedFeature, ParsedStatement};
use std::collections::HashMap;

/// The documents of a set, by version.
pub(crate) struct Set<'d> {
    pub(crate) sources: &'d [&'d Source],
    /// What each document says.
    pub(crate) statements: &'d [ParsedStatement],
    /// For each statement, the rows of its features in the catalog.
    pub(crate) rows: &'d Rows,
}

impl Set<'_> {
    /// Reports documents for the same version, or with versions that map to the same constant. Returns whether there are
    /// any.
    pub(super) fn check_versions(&self, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let before = diagnostics.len();
        let (mut versions, mut constants) = (HashMap::new(), HashMap::new());
        for (number, statement) in self.statements.iter().enumerate() {
            let Some(version) = statement.release.version else { continue };
            let same_version = *versions.entry(version).or_insert(number);
            let same_constant =
                *constants.entry(rust_name::constant(&statement.release.version_text)).or_insert(number);
            let first = if same_version == number { same_constant } else { same_version };
            if first != number {
                let [first, second] = [first, number].map(|number| self.version_place(number, "this version"));
                diagnostics.push(Diagnostic::new(&problem::VERSION_TWICE, second).with_related(first));
            }
        }
        diagnostics.len() > before
    }

    /// Where a document says its version.
    pub(super) fn version_place(&self, number: usize, label: &str) -> Place {
        self.sources[number].place(self.statements[number].release.version_span.clone(), label)
    }

    /// Reports features that map to the same Rust name.
    pub(super) fn report_same_names(&self, same_names: &[SameName], diagnostics: &mut Vec<Diagnostic>) {
        if same_names.is_empty() {
            return;
        }
        let mut places: HashMap<usize, (usize, &ParsedFeature)> = HashMap::new();
        for (number, (statement, rows)) in self.statements.iter().zip(self.rows).enumerate() {
            places.extend(rows.iter().zip(&statement.features).map(|(row, feature)| (*row, (number, feature))));
        }
        let place = |row: &usize, label: &str| {
            let (number, feature) = places.get(row)?;
            Some(self.sources[*number].place(feature.span.clone(), label))
        };
        for SameName { first, second, name } in same_names {
            let second = place(second, &format!("also maps to `{name}`"));
            if let (Some(second), Some(first)) = (second, place(first, "maps to the same name")) {
                diagnostics.push(Diagnostic::new(&problem::FEATURES_SAME_NAME, second).with_related(first));
            }
        }
    }

    /// The feature in this row of the catalog, in the first document that lists it; `None` if there are fewer rows.
    pub(super) fn feature_of_row(&self, row: usize) -> Option<(usize, &ParsedFeature)> {
        let documents = self.statements.iter().zip(self.rows).enumerate();
        documents.into_iter().find_map(|(number, (statement, rows))| {
            let at = rows.iter().position(|its_row| *its_row == row)?;
            Some((number, &statement.features[at]))
        })
    }

    /// A problem at the status of a feature of one of the documents.
    pub(super) fn at_feature(
        &self,
        number: usize,
        feature: &ParsedFeature,
        problem: &'static Problem,
        label: &str,
    ) -> Diagnostic {
        Diagnostic::new(problem, self.sources[number].place(feature.span.clone(), label))
    }
}
