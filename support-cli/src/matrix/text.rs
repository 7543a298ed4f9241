//! The matrix as CSV and as Markdown.

use super::cells::{Cell, Column, Matrix, Section};
use super::signs::{SECURITY, meaning, sign};
use crate::beside::{legend, marked};
use crate::error::Error;
use crate::format::{Fields, escape_markdown, write_csv_rows, write_markdown_row};
use crate::machine::{LifeDays, LimitNumbers};
use std::io::Write;

/// Writes one line per feature: section, title, implementation, key, and for each release the status, the security
/// support, what stands beside the status, and the limit. The releases' dates come first, as lines of the section Release
/// Support.
pub(crate) fn write_csv(out: &mut dyn Write, fields: Fields, matrix: &Matrix<'_>) -> Result<(), Error> {
    let further = ["security", "beside"].into_iter().chain(LimitNumbers::COLUMNS);
    let columns = matrix.releases.iter().flat_map(|Column { name: column, .. }| {
        let further = further.clone().map(move |name| format!("{column} {name}"));
        [(*column).to_owned()].into_iter().chain(further)
    });
    let names = ["section", "title", "implementation", "key"].map(str::to_owned);
    let head: Vec<String> = names.into_iter().chain(columns).collect();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (number, name) in Column::DATES.into_iter().enumerate() {
        let key = format!("release-support--{}", name.to_lowercase());
        rows.push(release_row(name, key, dates(matrix, number).map(str::to_owned)));
    }
    let on = security_support(matrix);
    rows.push(release_row(&on, String::new(), matrix.releases.iter().map(|release| release.life.to_string())));
    for (number, name) in LifeDays::COLUMNS.into_iter().enumerate() {
        let days = matrix.releases.iter().map(|release| release.life_days.columns()[number].clone());
        rows.push(release_row(name, String::new(), days));
    }
    for Section { heading, features } in &matrix.sections {
        for row in features {
            let names = [heading, row.title, row.implementation, row.key].map(str::to_owned);
            let cells = row.cells.iter().flat_map(|cell| match cell {
                Some(cell) => {
                    let [unit, secure, supported] = LimitNumbers::columns(cell.limit.as_ref());
                    let status = cell.status.to_owned();
                    [status, cell.security.to_string(), cell.beside.to_string(), unit, secure, supported]
                }
                None => [const { String::new() }; 6],
            });
            rows.push(names.into_iter().chain(cells).collect());
        }
    }
    write_csv_rows(out, fields, head.iter().map(String::as_str), rows)
}

/// A line of the section Release Support, with a value for each release in the first of its columns.
fn release_row(name: &str, key: String, values: impl Iterator<Item = String>) -> Vec<String> {
    let names = ["Release Support".to_owned(), name.to_owned(), String::new(), key];
    names.into_iter().chain(values.flat_map(|value| [value].into_iter().chain([const { String::new() }; 5]))).collect()
}

/// Writes a table of the releases' dates, then one table per section, then what the marks mean.
pub(crate) fn write_markdown(out: &mut dyn Write, matrix: &Matrix<'_>) -> Result<(), Error> {
    writeln!(out, "# Xen support matrix\n")?;
    write_head(out, "Release Support", matrix)?;
    for (number, name) in Column::DATES.into_iter().enumerate() {
        write_markdown_row(out, [name].into_iter().chain(dates(matrix, number)))?;
    }
    let lives: Vec<String> = matrix.releases.iter().map(|release| release.life.to_string()).collect();
    write_markdown_row(out, [security_support(matrix).as_str()].into_iter().chain(lives.iter().map(String::as_str)))?;
    for Section { heading, features } in &matrix.sections {
        writeln!(out, "\n## {}\n", escape_markdown(heading))?;
        write_head(out, "Feature", matrix)?;
        for row in features {
            let cell = |cell: &Option<Cell<'_>>| match cell {
                Some(cell) => format!("{} {}", sign(cell.security), marked(cell.status, cell.understood, cell.beside)),
                None => "-".to_owned(),
            };
            let cells: Vec<String> = row.cells.iter().map(cell).collect();
            write_markdown_row(out, [row.name().as_str()].into_iter().chain(cells.iter().map(String::as_str)))?;
        }
    }
    let signs = SECURITY.map(|security| format!("{} {}", sign(security), meaning(security).to_lowercase()));
    writeln!(out, "\nOn {}: {}.", matrix.on, signs.join(", "))?;
    let shown = matrix.sections.iter().flat_map(|section| &section.features).flat_map(|row| row.cells.iter().flatten());
    match legend(&shown.map(|cell| cell.beside)) {
        Some(legend) => Ok(writeln!(out, "{}", escape_markdown(&legend))?),
        None => Ok(()),
    }
}

/// The name of the row that says how far each release is in its life.
fn security_support(matrix: &Matrix<'_>) -> String {
    format!("Security support on {}", matrix.on)
}

/// One of [`Column::DATES`] for each release.
fn dates<'m>(matrix: &'m Matrix<'_>, number: usize) -> impl Iterator<Item = &'m str> {
    matrix.releases.iter().map(move |release| release.dates()[number])
}

fn write_head(out: &mut dyn Write, first: &str, matrix: &Matrix<'_>) -> Result<(), Error> {
    write_markdown_row(out, [first].into_iter().chain(matrix.releases.iter().map(|release| release.name)))?;
    Ok(writeln!(out, "|{}", " --- |".repeat(matrix.releases.len() + 1))?)
}
