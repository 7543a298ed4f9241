//! What the matrix holds: a column for each release, a row for each feature, and in each cell what the release says of
//! it.

use crate::names;
use crate::page::Page;
use serde::Serialize;
use std::collections::HashMap;
use xen_support_compiler::{Catalog, ParsedFeature, ParsedReleaseDate, ParsedStatement};
use xen_support_data::{Level, Security};

/// Features by release. Each [`Row::cells`] has a cell for each of `releases`, in the same order.
#[derive(Serialize)]
pub(crate) struct Matrix<'c> {
    /// The columns, newest first.
    pub(crate) releases: Vec<Column<'c>>,
    pub(crate) sections: Vec<Section<'c>>,
}

/// A column: what the page's Release Support says.
#[derive(Serialize)]
pub(crate) struct Column<'c> {
    /// `4.18`, `4.18-unstable`.
    pub(crate) version: &'c str,
    /// A day, such as `2023-11-16`, or the words that stand in its place. The next two dates are written alike.
    pub(crate) initial_release: &'c str,
    pub(crate) supported_until: &'c str,
    pub(crate) security_support_until: &'c str,
    /// The address of the release notes, if the page gives it.
    pub(crate) release_notes: Option<&'c str>,
    /// The address of the page on the Xen Project's website; `None` for a page that is not the project's.
    pub(crate) url: Option<String>,
}

impl<'c> Column<'c> {
    /// The names of [`dates`](Self::dates), as the Release Support has them.
    pub(crate) const DATES: [&'static str; 3] = ["Initial-Release", "Supported-Until", "Security-Support-Until"];

    pub(crate) fn dates(&self) -> [&'c str; 3] {
        [self.initial_release, self.supported_until, self.security_support_until]
    }
}

/// Features that stand together below a heading of a section.
#[derive(Serialize)]
pub(crate) struct Section<'c> {
    pub(crate) heading: &'c str,
    pub(crate) features: Vec<Row<'c>>,
}

/// A feature, and what each release says of it.
#[derive(Serialize)]
pub(crate) struct Row<'c> {
    /// The heading. Rows with the same heading follow each other.
    pub(crate) title: &'c str,
    /// Empty for a bare `Status:`.
    pub(crate) implementation: &'c str,
    /// The id by which Xen's own matrix knows the feature; no other row has it.
    pub(crate) key: &'c str,
    /// One cell per release; `None` if the release does not list the feature.
    pub(crate) cells: Vec<Option<Cell<'c>>>,
}

impl Row<'_> {
    /// The feature's name: `x86/PVH, domU`, or the title alone.
    pub(crate) fn name(&self) -> String {
        names::feature_name(self.title, self.implementation)
    }
}

/// What a release says of a feature.
#[derive(Serialize)]
pub(crate) struct Cell<'c> {
    /// As the page writes it: `Supported, with caveats`.
    pub(crate) status: &'c str,
    /// The status's label, where it has one.
    pub(crate) label: Option<&'c str>,
    /// `none`, `experimental`, `tech-preview` or `supported`.
    #[serde(serialize_with = "serialize_level")]
    pub(crate) level: Level,
    /// `no`, `conditional`, `external` or `yes`.
    #[serde(serialize_with = "serialize_security")]
    pub(crate) security: Security,
    /// The prose above the heading's statuses, as Markdown; empty where there is none.
    pub(crate) description: &'c str,
    /// The prose below the heading's statuses, as Markdown; empty where there is none.
    pub(crate) caveats: &'c str,
    /// The line of the page that gives the status, counted from 1.
    pub(crate) line: u32,
    /// The address of the feature's heading in the official page, if there is one.
    pub(crate) link: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn serialize_level<S: serde::Serializer>(level: &Level, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(level_name(*level))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn serialize_security<S: serde::Serializer>(security: &Security, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(security)
}

/// The level as one word.
pub(crate) fn level_name(level: Level) -> &'static str {
    match level {
        Level::None => "none",
        Level::Experimental => "experimental",
        Level::TechPreview => "tech-preview",
        Level::Supported => "supported",
    }
}

impl<'c> Matrix<'c> {
    /// The matrix of these pages. `catalog` must have been compiled from them.
    pub(crate) fn new(pages: &[Page], catalog: &'c Catalog) -> Self {
        let releases: Vec<ReleaseFeatures<'c>> =
            catalog.statements().iter().rev().map(|statement| ReleaseFeatures::new(pages, statement)).collect();
        let mut sections: Vec<Section<'c>> = Vec::new();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for feature in catalog.features() {
            let number = *numbers.entry(&feature.heading.section).or_insert_with(|| {
                sections.push(Section { heading: &feature.heading.section, features: Vec::new() });
                sections.len() - 1
            });
            sections[number].features.push(Row {
                title: &feature.heading.title,
                implementation: &feature.implementation,
                key: &feature.key,
                cells: releases.iter().map(|release| release.cell(&feature.key)).collect(),
            });
        }
        Self { releases: releases.into_iter().map(|release| release.column).collect(), sections }
    }
}

/// A release's column, and its features by key, from which the cells are filled in.
struct ReleaseFeatures<'c> {
    column: Column<'c>,
    features: HashMap<&'c str, &'c ParsedFeature>,
}

impl<'c> ReleaseFeatures<'c> {
    fn new(pages: &[Page], statement: &'c ParsedStatement) -> Self {
        let ParsedStatement { file, release, features, .. } = statement;
        let official = pages.iter().any(|page| page.official && page.name == *file);
        let text = |date: &'c ParsedReleaseDate| date.text.as_str();
        Self {
            column: Column {
                version: &release.version_text,
                initial_release: text(&release.initial_release),
                supported_until: text(&release.supported_until),
                security_support_until: text(&release.security_support_until),
                release_notes: release.release_notes.as_deref(),
                url: official.then(|| release.url()),
            },
            features: features.iter().map(|feature| (&*feature.key, feature)).collect(),
        }
    }

    fn cell(&self, key: &str) -> Option<Cell<'c>> {
        let feature = *self.features.get(key)?;
        let status = &feature.status;
        Some(Cell {
            status: &status.text,
            label: status.label.as_ref().map(|label| label.name.as_str()),
            level: status.level,
            security: status.security,
            description: &feature.heading.description,
            caveats: &feature.heading.caveats,
            line: feature.line,
            link: self.column.url.as_ref().map(|url| format!("{url}#{}", feature.heading.anchor)),
        })
    }
}
