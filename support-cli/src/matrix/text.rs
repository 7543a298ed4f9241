//! The matrix as CSV and as Markdown.

use super::cells::{Column, Matrix, Section};
use crate::error::Error;
use crate::format::{escape_markdown, write_csv_rows, write_markdown_row};
use std::io::Write;

/// Writes one line per feature: section, title, implementation, key, and the status in each release. The releases'
/// dates come first, as lines of the section Release Support.
pub(crate) fn write_csv(out: &mut dyn Write, matrix: &Matrix<'_>) -> Result<(), Error> {
    let versions = matrix.releases.iter().map(|release| release.version);
    let head = ["section", "title", "implementation", "key"].into_iter().chain(versions);
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (number, name) in Column::DATES.into_iter().enumerate() {
        let key = format!("release-support--{}", name.to_lowercase());
        let names = ["Release Support".to_owned(), name.to_owned(), String::new(), key];
        rows.push(names.into_iter().chain(dates(matrix, number).map(str::to_owned)).collect());
    }
    for Section { heading, features } in &matrix.sections {
        for row in features {
            let names = [heading, row.title, row.implementation, row.key].map(str::to_owned);
            let statuses = row.cells.iter().map(|cell| cell.as_ref().map_or("", |cell| cell.status).to_owned());
            rows.push(names.into_iter().chain(statuses).collect());
        }
    }
    write_csv_rows(out, head, rows)
}

/// Writes a table of the releases' dates, then one table per section.
pub(crate) fn write_markdown(out: &mut dyn Write, matrix: &Matrix<'_>) -> Result<(), Error> {
    writeln!(out, "# Xen support matrix\n")?;
    write_head(out, "Release Support", matrix)?;
    for (number, name) in Column::DATES.into_iter().enumerate() {
        write_markdown_row(out, [name].into_iter().chain(dates(matrix, number)))?;
    }
    for Section { heading, features } in &matrix.sections {
        writeln!(out, "\n## {}\n", escape_markdown(heading))?;
        write_head(out, "Feature", matrix)?;
        for row in features {
            let statuses = row.cells.iter().map(|cell| cell.as_ref().map_or("-", |cell| cell.status));
            write_markdown_row(out, [row.name().as_str()].into_iter().chain(statuses))?;
        }
    }
    Ok(())
}

/// One of [`Column::DATES`] for each release.
fn dates<'m>(matrix: &'m Matrix<'_>, number: usize) -> impl Iterator<Item = &'m str> {
    matrix.releases.iter().map(move |release| release.dates()[number])
}

fn write_head(out: &mut dyn Write, first: &str, matrix: &Matrix<'_>) -> Result<(), Error> {
    write_markdown_row(out, [first].into_iter().chain(matrix.releases.iter().map(|release| release.version)))?;
    Ok(writeln!(out, "|{}", " --- |".repeat(matrix.releases.len() + 1))?)
}
