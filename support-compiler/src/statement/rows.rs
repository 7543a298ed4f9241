//! The rows that Xen's `docs/parse-support-md` prints for a document.

use super::features::{ParsedFeature, ParsedStatement};
use std::sync::Arc;

/// A row of Xen's support matrix: what one document says there.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Row {
    /// The key that matches the row across releases.
    pub key: String,
    /// The implementation; if there is none, the heading with typographic quotes.
    pub name: String,
    /// The value as the document writes it.
    pub value: String,
    /// Whether the matrix marks the row with a link to caveats, which it does on the first row of a heading.
    pub caveats: bool,
}

impl ParsedStatement {
    /// The rows that Xen's own matrix has for this document, in its order: those of the Release Support, then the
    /// features.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        let release = self.release.rows.iter().map(|[key, name, value]| Row {
            key: key.clone(),
            name: name.clone(),
            value: value.clone(),
            caveats: false,
        });
        let features = self.features.iter().enumerate().map(|(number, feature)| {
            let first = number == 0 || !Arc::ptr_eq(&self.features[number - 1].heading, &feature.heading);
            feature.row(first)
        });
        release.chain(features)
    }
}

impl ParsedFeature {
    fn row(&self, first_of_heading: bool) -> Row {
        let name = if self.implementation.is_empty() { &self.heading.typeset_title } else { &self.implementation };
        Row {
            key: self.key.to_string(),
            name: name.to_string(),
            value: self.status.text.clone(),
            caveats: first_of_heading && !self.heading.caveats.is_empty(),
        }
    }
}
