//! The features of one page, as they are shown.

use crate::beside::{legend, marked};
use crate::console::{Console, Output};
use crate::error::Error;
use crate::exit::Exit;
use crate::format::{self, Fields};
use crate::machine::{LifeDays, LimitNumbers};
use crate::matrix::{Cell, Column, Matrix, Row, level_name};
use crate::page::Page;
use crate::running::RunningAsData;
use crate::style;
use crate::table::{Line, column_widths};
use serde::Serialize;
use std::io::Write;
use xen_support_compiler::{PageName, ParsedStatement};
use xen_support_data::{Beside, Date, NotGranted, Requirement};

/// What is shown of a page.
#[derive(Serialize)]
pub(crate) struct Listing<'m> {
    /// The day on which security support is judged.
    on: &'m str,
    /// The Xen that runs, if the page is that Xen's.
    pub(crate) running: Option<RunningAsData<'m>>,
    /// What is required of each feature, if something is.
    requirement: Option<String>,
    pub(crate) release: &'m Column<'m>,
    pub(crate) features: Vec<ListedFeature<'m>>,
    /// The messages for the features that are not granted it.
    #[serde(skip)]
    refusals: Vec<NotGranted>,
}

/// A feature, and what the release says of it.
#[derive(Serialize)]
pub(crate) struct ListedFeature<'m> {
    pub(crate) section: &'m str,
    pub(crate) title: &'m str,
    pub(crate) implementation: &'m str,
    key: &'m str,
    #[serde(flatten)]
    pub(crate) cell: &'m Cell<'m>,
    /// Why the feature is not granted what is required; `None` if it is, or if nothing is required.
    refused: Option<String>,
    #[serde(skip)]
    row: &'m Row<'m>,
}

impl<'m> Listing<'m> {
    /// All features of a matrix of one release; `None` if it has no release.
    pub(crate) fn new(matrix: &'m Matrix<'m>) -> Option<Self> {
        let release = matrix.releases.first()?;
        let mut features = Vec::new();
        for section in &matrix.sections {
            for row in &section.features {
                let Row { title, implementation, key, ref cells } = *row;
                let cells = cells.iter().flatten();
                features.extend(cells.map(|cell| ListedFeature {
                    section: section.heading,
                    title,
                    implementation,
                    key,
                    cell,
                    refused: None,
                    row,
                }));
            }
        }
        Some(Self { on: &matrix.on, running: None, requirement: None, release, features, refusals: Vec::new() })
    }

    /// Requires something of each feature, on this day. `statement` is that of `page`, which is shown.
    pub(crate) fn require(&mut self, requirement: Requirement, statement: &ParsedStatement, page: &Page, day: Date) {
        self.requirement = Some(requirement.to_string());
        let release = page.release_name(&statement.release);
        for entry in &mut self.features {
            let name = PageName { release: &release, link: entry.cell.link.as_deref() };
            let refusal = statement.refusal_on(entry.cell.feature, requirement, day, name);
            entry.refused = refusal.map(|refusal| refusal.reason().to_owned());
            self.refusals.extend(refusal);
        }
    }

    /// Says on standard error what is not granted. It is an error if anything is not, or if nothing is shown.
    pub(crate) fn report_refusals(&self, console: &mut Console<'_>) -> Result<Exit, Error> {
        for refusal in &self.refusals {
            console.error(&refusal.to_string());
        }
        match (self.refusals.len(), self.features.len()) {
            (_, 0) => Err(Error::Page("no feature is shown, so nothing is granted".to_owned())),
            (0, _) => Ok(Exit::Success),
            (_, _) => Ok(Exit::Failure),
        }
    }

    /// Writes all features by section, then the prose that is about no section in particular.
    pub(crate) fn write_all(&self, out: &mut Output<'_>) -> Result<(), Error> {
        self.write_table(out, |cell| match cell.security_support.limit {
            Some(limit) if cell.security_support.life.is_current() => format!("{}, {limit}", cell.security),
            Some(_) | None => cell.security.to_string(),
        })?;
        for section in self.release.section_prose.iter().filter(|section| !section.has_features) {
            write_prose(out, section.title, section.prose)?;
        }
        Ok(())
    }

    /// Writes the features of one heading, each with the whole answer, then what the page says of the heading.
    pub(crate) fn write_heading(&self, out: &mut Output<'_>) -> Result<(), Error> {
        self.write_table(out, |cell| cell.security_support.to_string())?;
        let Some(ListedFeature { cell, .. }) = self.features.first() else { return Ok(()) };
        if !cell.description.is_empty() {
            writeln!(out, "\n{}", cell.description)?;
        }
        for (caption, prose) in [("Caveats", cell.caveats), ("Section", cell.section_prose)] {
            if !prose.is_empty() {
                write_prose(out, caption, prose)?;
            }
        }
        for ListedFeature { cell, row, .. } in &self.features {
            if !cell.exceptions.is_empty() {
                writeln!(out)?;
                out.styled_line(style::HEADING, format_args!("Exceptions from {}", row.name()))?;
            }
            for exception in &cell.exceptions {
                writeln!(out, "{}: {}", exception.implementation, exception.status)?;
            }
        }
        match &cell.link {
            Some(link) => Ok(writeln!(out, "\n{link}")?),
            None => Ok(()),
        }
    }

    /// Writes the release's version, dates and life, then the features by section, each with this answer to whether it is
    /// security supported, then what the marks mean.
    fn write_table(&self, out: &mut Output<'_>, answer: impl Fn(&Cell<'_>) -> String) -> Result<(), Error> {
        let heading = style::HEADING;
        let [initial, supported, secure] = self.release.dates();
        out.styled_line(heading, format_args!("Xen {}", self.release.version))?;
        writeln!(out, "Initial release: {initial}. Supported until: {supported}. Security support until: {secure}.")?;
        writeln!(out, "On {}, security support: {}.", self.on, self.release.life)?;
        let mut lines = vec![Line::new(["Feature", "Security", "Status"], heading)];
        lines.extend(self.features.iter().map(|entry| {
            let ListedFeature { cell, row, .. } = entry;
            let status = marked(cell.status, cell.understood, cell.beside);
            Line::new([&row.name(), &answer(cell), &status], style::of_status(cell.level, cell.security))
        }));
        let widths = column_widths(&lines);
        if let [head, lines @ ..] = lines.as_slice() {
            writeln!(out)?;
            head.write(out, widths, 2)?;
            let mut section = "";
            for (line, entry) in lines.iter().zip(&self.features) {
                if entry.section != section {
                    section = entry.section;
                    out.styled_line(heading, section)?;
                }
                line.write(out, widths, 2)?;
            }
        }
        match legend(&self.beside()) {
            Some(legend) => Ok(writeln!(out, "\n{legend}")?),
            None => Ok(()),
        }
    }

    fn beside(&self) -> impl Iterator<Item = Beside> + Clone {
        self.features.iter().map(|entry| entry.cell.beside)
    }

    /// Writes one line per feature.
    pub(crate) fn write_csv(&self, out: &mut dyn Write, fields: Fields) -> Result<(), Error> {
        let names = ["section", "title", "implementation", "key"];
        let head = names.into_iter().chain(release_head()).chain(feature_head()).chain(["refused"]);
        let rows = self.features.iter().map(|entry| {
            let ListedFeature { section, title, implementation, key, cell, .. } = entry;
            let names = [*section, title, implementation, key].map(str::to_owned);
            let refused = entry.refused.clone().unwrap_or_default();
            names.into_iter().chain(release_fields(self.release)).chain(feature_fields(cell)).chain([refused])
        });
        format::write_csv_rows(out, fields, head, rows)
    }

    /// Writes a table, then what the marks mean.
    pub(crate) fn write_markdown(&self, out: &mut dyn Write) -> Result<(), Error> {
        let on = format!("Security support on {}", self.on);
        format::write_markdown_row(out, ["Section", "Feature", &on, "Status"])?;
        writeln!(out, "| --- | --- | --- | --- |")?;
        for ListedFeature { section, cell, row, .. } in &self.features {
            let (answer, status) =
                (cell.security_support.to_string(), marked(cell.status, cell.understood, cell.beside));
            format::write_markdown_row(out, [section, row.name().as_str(), &answer, &status])?;
        }
        match legend(&self.beside()) {
            Some(legend) => Ok(writeln!(out, "\n{}", format::escape_markdown(&legend))?),
            None => Ok(()),
        }
    }
}

/// Writes prose below its caption.
fn write_prose(out: &mut Output<'_>, caption: &str, prose: &str) -> Result<(), Error> {
    writeln!(out)?;
    out.styled_line(style::HEADING, caption)?;
    Ok(writeln!(out, "{prose}")?)
}

/// The columns in CSV of what a page says of a feature.
pub(crate) fn feature_head() -> impl Iterator<Item = &'static str> {
    let answer = ["status", "label", "level", "security", "status_security", "security_support"];
    answer.into_iter().chain(LimitNumbers::COLUMNS).chain(["beside", "caveats", "line", "link"])
}

/// The fields of [`feature_head`].
pub(crate) fn feature_fields(cell: &Cell<'_>) -> impl Iterator<Item = String> {
    let answer = [
        cell.status.to_owned(),
        cell.label.unwrap_or_default().to_owned(),
        level_name(cell.level).to_owned(),
        cell.security.to_string(),
        cell.status_security.to_string(),
        cell.security_support.to_string(),
    ];
    let limit = LimitNumbers::columns(cell.limit.as_ref());
    let link = cell.link.clone().unwrap_or_default();
    let rest = [cell.beside.to_string(), cell.caveats.to_owned(), cell.line.to_string(), link];
    answer.into_iter().chain(limit).chain(rest)
}

/// The columns in CSV of a release.
pub(crate) fn release_head() -> impl Iterator<Item = &'static str> {
    ["page", "version"].into_iter().chain(LifeDays::COLUMNS)
}

/// The fields of [`release_head`].
pub(crate) fn release_fields(release: &Column<'_>) -> impl Iterator<Item = String> + use<> {
    [release.name, release.version].map(str::to_owned).into_iter().chain(release.life_days.columns())
}
