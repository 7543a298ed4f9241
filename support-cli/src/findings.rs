//! The features that a word was found in, as they are shown.

use crate::beside::{legend, marked};
use crate::console::Output;
use crate::error::Error;
use crate::format::{self, Fields};
use crate::listing::{feature_fields, feature_head, release_fields, release_head};
use crate::matrix::{Cell, Matrix, Row, Run, Section, merge_equal_cells};
use crate::names::feature_name;
use crate::page::Merged;
use crate::style;
use crate::table::{Line, column_widths};
use serde::Serialize;
use std::collections::HashSet;
use std::io::Write;
use xen_support_data::Beside;

/// What was found, as of a day.
#[derive(Serialize)]
pub(crate) struct Findings<'m> {
    /// What was looked for.
    word: &'m str,
    #[serde(flatten)]
    matrix: &'m Matrix<'m>,
}

/// Leaves the rows of a matrix in which the word stands, in any case: in the title, the implementation, the key or the
/// description of a feature, on any of the pages. `merged` are the pages that the matrix was made of.
pub(crate) fn retain_rows_with(word: &str, matrix: &mut Matrix<'_>, merged: &Merged<'_>) {
    let word = word.to_lowercase();
    let has_word = |text: &str| text.to_lowercase().contains(&word);
    let features = merged.statements.iter().flat_map(|statement| &statement.features);
    let found = features.filter(|feature| {
        let heading = &feature.heading;
        // A page of facts alone may have a line in place of the description.
        let description = Some(&heading.description).filter(|_| heading.has_whole_description());
        let texts = [Some(&heading.typeset_title), Some(&feature.key), description];
        has_word(&feature_name(&heading.title, &feature.implementation))
            || texts.into_iter().flatten().any(|text| has_word(text))
    });
    let keys: HashSet<&str> = found.map(|feature| &*feature.key).collect();
    for section in &mut matrix.sections {
        section.features.retain(|row| keys.contains(row.key));
    }
    matrix.sections.retain(|section| !section.features.is_empty());
}

impl<'m> Findings<'m> {
    pub(crate) fn new(word: &'m str, matrix: &'m Matrix<'m>) -> Self {
        Self { word, matrix }
    }

    /// Each feature with its section, in the order of the pages.
    fn rows(&self) -> impl Iterator<Item = (&'m str, &'m Row<'m>)> {
        let rows = |section: &'m Section<'m>| section.features.iter().map(move |row| (section.heading, row));
        self.matrix.sections.iter().flat_map(rows)
    }

    /// What each release that lists a feature says of it, the oldest first; releases that say the same are one run.
    fn runs(&self, row: &'m Row<'m>) -> impl Iterator<Item = (Run<'m>, &'m Cell<'m>)> {
        let runs = merge_equal_cells(&self.matrix.releases, row);
        runs.into_iter().rev().filter_map(|run| run.cell().map(|cell| (run, cell)))
    }

    /// Writes each feature below its section, with a line for each status that it has had.
    pub(crate) fn write_text(&self, out: &mut Output<'_>) -> Result<(), Error> {
        let line = |(run, cell): (Run<'_>, &Cell<'_>)| {
            let status = marked(cell.status, cell.understood, cell.beside);
            let cells = [run.range(), cell.security.to_string(), status];
            Line::new(cells.each_ref().map(String::as_str), style::of_status(cell.level, cell.security))
        };
        let lines: Vec<Vec<Line<3>>> = self.rows().map(|(_, row)| self.runs(row).map(line).collect()).collect();
        let widths = column_widths(lines.iter().flatten());
        let mut section = None;
        for ((its_section, row), lines) in self.rows().zip(&lines) {
            if section != Some(its_section) {
                section = Some(its_section);
                out.styled_line(style::HEADING, its_section)?;
            }
            writeln!(out, "  {}", row.name())?;
            lines.iter().try_for_each(|line| line.write(out, widths, 4))?;
        }
        writeln!(out, "\nBefore the status: security support on {}.", self.matrix.on)?;
        legend(&self.beside()).iter().try_for_each(|legend| Ok(writeln!(out, "{legend}")?))
    }

    /// Writes a line for each release that lists a feature.
    pub(crate) fn write_csv(&self, out: &mut dyn Write, fields: Fields) -> Result<(), Error> {
        let names = ["section", "title", "implementation", "key"];
        let head = names.into_iter().chain(release_head()).chain(feature_head());
        let rows = self.rows().flat_map(|(section, row)| {
            let listed = self.matrix.releases.iter().zip(&row.cells);
            let listed = listed.filter_map(|(release, cell)| Some((release, cell.as_ref()?)));
            listed.map(move |(release, cell)| {
                let names = [section, row.title, row.implementation, row.key].map(str::to_owned);
                names.into_iter().chain(release_fields(release)).chain(feature_fields(cell))
            })
        });
        format::write_csv_rows(out, fields, head, rows)
    }

    /// Writes a table with a line for each status that a feature has had, then what the marks mean.
    pub(crate) fn write_markdown(&self, out: &mut dyn Write) -> Result<(), Error> {
        let on = format!("Security support on {}", self.matrix.on);
        format::write_markdown_row(out, ["Section", "Feature", "Releases", &on, "Status"])?;
        writeln!(out, "| --- | --- | --- | --- | --- |")?;
        for (section, row) in self.rows() {
            for (run, cell) in self.runs(row) {
                let status = marked(cell.status, cell.understood, cell.beside);
                let (name, range, security) = (row.name(), run.range(), cell.security.to_string());
                format::write_markdown_row(out, [section, &name, &range, &security, &status])?;
            }
        }
        match legend(&self.beside()) {
            Some(legend) => Ok(writeln!(out, "\n{}", format::escape_markdown(&legend))?),
            None => Ok(()),
        }
    }

    fn beside(&self) -> impl Iterator<Item = Beside> + Clone {
        let sections = self.matrix.sections.iter();
        let cells = sections.flat_map(|section| &section.features).flat_map(|row| &row.cells);
        cells.flatten().map(|cell| cell.beside)
    }
}
