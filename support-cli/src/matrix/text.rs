//! The matrix as CSV and as Markdown.

use super::cells::{Cell, Column, Matrix, Section};
use super::signs::{SECURITY, meaning, sign};
use crate::beside::{legend, marked};
use crate::error::Error;
use crate::format::{escape_markdown, write_csv_rows, write_markdown_row};
use std::io::Write;

/// Writes one line per feature: section, title, implementation, key, and for each release the status, the security
/// support and what stands beside the status. The releases' dates come first, as lines of the section Release Support.
pub(crate) fn write_csv(out: &mut dyn Write, matrix: &Matrix<'_>) -> Result<(), Error> {
    let columns = matrix.releases.iter().flat_map(|Column { version, .. }| {
        [(*version).to_owned(), format!("{version} security"), format!("{version} beside")]
    });
    let head: Vec<String> =
        ["section", "title", "implementation", "key"].map(str::to_owned).into_iter().chain(columns).collect();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (number, name) in Column::DATES.into_iter().enumerate() {
        let key = format!("release-support--{}", name.to_lowercase());
        let names = ["Release Support".to_owned(), name.to_owned(), String::new(), key];
        let dates = dates(matrix, number).flat_map(|date| [date.to_owned(), String::new(), String::new()]);
        rows.push(names.into_iter().chain(dates).collect());
    }
    let names = ["Release Support", &security_support(matrix), "", ""].map(str::to_owned);
    let lives = matrix.releases.iter().flat_map(|release| [String::new(), release.life.to_string(), String::new()]);
    rows.push(names.into_iter().chain(lives).collect());
    for Section { heading, features } in &matrix.sections {
        for row in features {
            let names = [heading, row.title, row.implementation, row.key].map(str::to_owned);
            let cells = row.cells.iter().flat_map(|cell| match cell {
                Some(cell) => [cell.status.to_owned(), cell.security.to_string(), cell.beside.to_string()],
                None => [const { String::new() }; 3],
            });
            rows.push(names.into_iter().chain(cells).collect());
        }
    }
    write_csv_rows(out, head.iter().map(String::as_str), rows)
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
    write_markdown_row(out, [first].into_iter().chain(matrix.releases.iter().map(|release| release.version)))?;
    Ok(writeln!(out, "|{}", " --- |".repeat(matrix.releases.len() + 1))?)
}
