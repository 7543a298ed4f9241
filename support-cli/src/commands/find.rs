//! `xen-support find`

use crate::console::Console;
use crate::day::Day;
use crate::error::Error;
use crate::exit::Exit;
use crate::findings::{Findings, retain_rows_with};
use crate::format::{self, Fields};
use crate::matrix::Matrix;
use crate::names::{did_you_mean, names_with_words_like};
use crate::origin::NamedOrigin;
use crate::page::{Merged, Page};
use clap::{Args, ValueEnum};

/// Find features by a word, and show what each release says of them
///
/// The word is looked for in the titles, implementations, keys and descriptions of features, in any case; it may be a part
/// of a word, or several words. Built-in pages have no descriptions.
///
/// Example: xen-support find vcpu
#[derive(Args)]
#[command(after_long_help = "The exit code is 1 if nothing is found.")]
pub(crate) struct Find {
    /// What to look for
    word: String,
    /// Look in these pages, in place of those that are built in, or in those of a folder; NAME=PAGE gives one a name
    #[arg(long = "in", value_name = "PAGE", num_args = 1..)]
    pages: Vec<NamedOrigin>,
    #[command(flatten)]
    day: Day,
    /// How to show the features
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people, by section
    Text,
    /// The object that `matrix --format json` writes, with what was found
    Json,
    /// One line per feature and release; ' stands before a field that a spreadsheet would run
    Csv,
    /// The same, with each field as it is
    RawCsv,
    /// A table
    Markdown,
}

impl Find {
    pub(super) fn run(&self, console: &mut Console<'_>) -> Result<Exit, Error> {
        if self.word.trim().is_empty() {
            return Err(Error::Argument("name what to look for".to_owned()));
        }
        let pages =
            if self.pages.is_empty() { Page::all_built_in() } else { Page::load_all_named(&self.pages, console)? };
        let merged = Merged::read(&pages, console)?;
        let mut matrix = Matrix::new(&merged, self.day.or_today());
        retain_rows_with(&self.word, &mut matrix, &merged);
        if matrix.sections.is_empty() {
            let titles = merged.features.iter().map(|feature| &*feature.heading.title).collect();
            let near = names_with_words_like(&self.word, titles);
            return Err(Error::NotFound(did_you_mean(&format!("nothing has {:?} in it", self.word), &near)));
        }
        let findings = Findings::new(&self.word, &matrix);
        match self.format {
            Format::Text => findings.write_text(&mut console.text())?,
            Format::Json => format::write_json(&mut console.json(), &findings)?,
            Format::Csv => findings.write_csv(&mut console.data(), Fields::Defused)?,
            Format::RawCsv => findings.write_csv(&mut console.data(), Fields::Raw)?,
            Format::Markdown => findings.write_markdown(&mut console.data())?,
        }
        Ok(Exit::Success)
    }
}
