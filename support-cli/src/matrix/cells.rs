//! What the matrix holds: a column for each release, a row for each feature, and in each cell what the release says of
//! it.

use crate::machine::{LifeDays, LimitNumbers};
use crate::names;
use crate::page::{Merged, Page};
use serde::Serialize;
use std::collections::HashMap;
use xen_support_compiler::{ParsedFeature, ParsedReleaseDate, ParsedSectionProse, ParsedStatement};
use xen_support_data::{Beside, Date, Level, Life, Security, SecuritySupport};

/// Features by release, as of a day. Each [`Row::cells`] has a cell for each of `releases`, in the same order.
#[derive(Serialize)]
pub(crate) struct Matrix<'c> {
    /// The day on which security support is judged: `2026-08-20`.
    pub(crate) on: String,
    /// The columns, newest first.
    pub(crate) releases: Vec<Column<'c>>,
    pub(crate) sections: Vec<Section<'c>>,
}

/// A column: what the page's Release Support says.
#[derive(Serialize)]
pub(crate) struct Column<'c> {
    /// What the column is called: the version, unless the page was given a name.
    pub(crate) name: &'c str,
    /// Whether the page was given a name, and so stands apart from the releases beside it.
    #[serde(skip)]
    pub(crate) is_apart: bool,
    /// `4.18`, `4.18-unstable`.
    pub(crate) version: &'c str,
    /// A day, such as `2023-11-16`, or the words that stand in its place. The next two dates are written alike.
    pub(crate) initial_release: &'c str,
    pub(crate) supported_until: &'c str,
    pub(crate) security_support_until: &'c str,
    /// Where the day lies in the release's life.
    #[serde(skip)]
    pub(crate) life: Life,
    #[serde(rename = "life")]
    pub(crate) life_days: LifeDays,
    /// The address of the release notes, if the page gives it.
    pub(crate) release_notes: Option<&'c str>,
    /// The address of the page on the Xen Project's website; `None` for a page that is not there.
    pub(crate) url: Option<String>,
    /// The prose of the page's sections.
    pub(crate) section_prose: Vec<SectionText<'c>>,
}

/// The prose of a section.
#[derive(Serialize)]
pub(crate) struct SectionText<'c> {
    pub(crate) title: &'c str,
    pub(crate) prose: &'c str,
    /// Whether features stand below; if not, the prose is about all.
    pub(crate) has_features: bool,
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
    #[serde(skip)]
    pub(crate) feature: &'c ParsedFeature,
    /// As the page writes it: `Supported, with caveats`.
    pub(crate) status: &'c str,
    /// Whether the status is understood. If not, it grants nothing.
    pub(crate) understood: bool,
    /// The status's label, where it has one.
    pub(crate) label: Option<&'c str>,
    /// `none`, `experimental`, `tech-preview` or `supported`.
    #[serde(serialize_with = "serialize_level")]
    pub(crate) level: Level,
    /// Who issues security fixes on the day: `no`, `conditional`, `external` or `yes`.
    #[serde(serialize_with = "serialize_security")]
    pub(crate) security: Security,
    /// What the status says of that, whatever the day.
    #[serde(serialize_with = "serialize_security")]
    pub(crate) status_security: Security,
    /// How much is supported; `None` if the status does not say.
    pub(crate) limit: Option<LimitNumbers>,
    /// The whole answer in words: `yes, up to 12 TiB, through 2031-07-30`.
    #[serde(serialize_with = "serialize_words")]
    pub(crate) security_support: SecuritySupport,
    /// The prose above the heading's statuses, as Markdown; empty where there is none.
    pub(crate) description: &'c str,
    /// What stands beside the status, in words.
    #[serde(serialize_with = "serialize_words")]
    pub(crate) beside: Beside,
    /// The prose below the heading's statuses, as Markdown; empty where there is none.
    pub(crate) caveats: &'c str,
    /// The other implementations of the heading that are granted less.
    pub(crate) exceptions: Vec<Exception<'c>>,
    /// The prose of the sections that the feature is in, as Markdown; empty where there is none.
    pub(crate) section_prose: &'c str,
    /// The line of the page that gives the status, counted from 1.
    pub(crate) line: u32,
    /// The address of the feature's heading in the official page, if there is one.
    pub(crate) link: Option<String>,
}

/// An implementation of a heading that is granted less than another.
#[derive(Serialize)]
pub(crate) struct Exception<'c> {
    pub(crate) implementation: &'c str,
    pub(crate) status: &'c str,
}

fn serialize_words<S: serde::Serializer>(value: &impl std::fmt::Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
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
    /// The matrix of these pages, as of this day.
    pub(crate) fn new(merged: &'c Merged<'c>, on: Date) -> Self {
        let statements = merged.statements.iter().zip(&merged.pages).rev();
        let releases: Vec<ReleaseFeatures<'c>> =
            statements.map(|(statement, page)| ReleaseFeatures::new(page, statement, on)).collect();
        let mut sections: Vec<Section<'c>> = Vec::new();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for feature in &merged.features {
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
        let releases = releases.into_iter().map(|release| release.column).collect();
        Self { on: on.to_string(), releases, sections }
    }
}

/// A release's column, and its features by key, from which the cells are filled in.
struct ReleaseFeatures<'c> {
    statement: &'c ParsedStatement,
    column: Column<'c>,
    features: HashMap<&'c str, (&'c ParsedFeature, Beside)>,
}

impl<'c> ReleaseFeatures<'c> {
    fn new(page: &'c Page, statement: &'c ParsedStatement, on: Date) -> Self {
        let ParsedStatement { release, features, section_prose, .. } = statement;
        let is_on_website = release.version.is_some_and(|version| page.is_on_website(version));
        let url = release.url().filter(|_| is_on_website);
        let text = |date: &'c ParsedReleaseDate| date.text.as_str();
        let section_text = |section: &'c ParsedSectionProse| SectionText {
            title: &section.title,
            prose: &section.prose,
            has_features: section.has_features,
        };
        let sides = features.iter().zip(statement.beside());
        Self {
            statement,
            column: Column {
                name: page.column_of(statement),
                is_apart: page.column.is_some(),
                version: &release.version_text,
                initial_release: text(&release.initial_release),
                supported_until: text(&release.supported_until),
                security_support_until: text(&release.security_support_until),
                life: release.life_on(on),
                life_days: LifeDays::new(release, on),
                release_notes: release.release_notes.as_deref(),
                url,
                section_prose: section_prose.iter().map(section_text).collect(),
            },
            features: sides.map(|(feature, beside)| (&*feature.key, (feature, beside))).collect(),
        }
    }

    fn cell(&self, key: &str) -> Option<Cell<'c>> {
        let (feature, beside) = *self.features.get(key)?;
        let status = &feature.status;
        let security_support = SecuritySupport::new(status.security, status.limit, self.column.life);
        let exceptions = if beside.has_exceptions() { Some(self.statement.exceptions(feature)) } else { None };
        let exception =
            |other: &'c ParsedFeature| Exception { implementation: &other.implementation, status: &other.status.text };
        Some(Cell {
            feature,
            status: &status.text,
            understood: status.understood,
            label: status.label.as_ref().map(|label| label.name.as_str()),
            level: status.level,
            security: security_support.security(),
            status_security: status.security,
            limit: status.limit.map(LimitNumbers::new),
            security_support,
            description: &feature.heading.description,
            beside,
            caveats: &feature.heading.caveats,
            exceptions: exceptions.into_iter().flatten().map(exception).collect(),
            section_prose: &feature.heading.section_prose,
            line: feature.line,
            link: self.column.url.as_ref().map(|url| format!("{url}#{}", feature.heading.anchor)),
        })
    }
}
