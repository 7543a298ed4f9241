//! `xen-support matrix`

use crate::console::Console;
use crate::day::Day;
use crate::error::Error;
use crate::exit::Exit;
use crate::format::{self, Fields};
use crate::matrix::{self, write_csv, write_html, write_markdown};
use crate::origin::NamedOrigin;
use crate::page::{Merged, Page};
use clap::{Args, ValueEnum};

/// Show features by release
///
/// Behind a status, [*] says that there are caveats, [!] that less is granted to other implementations of the heading,
/// [#] that its section has prose, and [+] that its description speaks of security.
///
/// Example: xen-support matrix 4.18 "Our 4.18=SUPPORT.md" > matrix.html
#[derive(Args)]
pub(crate) struct Matrix {
    #[arg(value_name = "PAGE", help = "The pages, in any order; without any, all that are built in", long_help = PAGES_HELP)]
    pages: Vec<NamedOrigin>,
    /// How to write the matrix.
    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,
    /// The files are the Xen Project's own pages, except those with a name: link to its website, as for the built-in
    /// pages
    #[arg(long)]
    official: bool,
    #[command(flatten)]
    day: Day,
}

const PAGES_HELP: &str = "\
The pages, in any order; without any, all that are built in. A page is a release that is built in, a file, or - for \
standard input; of a folder, all its pages are shown. NAME=PAGE gives its column a name, so that several pages of one version can stand side by side. (A file \
with = in its name is written as ./a=b.md.)";

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A page to publish, in one file.
    Html,
    /// Tables, one per section.
    Markdown,
    /// An object with the releases, and the features by section.
    Json,
    /// One line per feature, with its status in each release; ' stands before a field that a spreadsheet would run.
    Csv,
    /// The same, with each field as it is.
    RawCsv,
}

impl Matrix {
    pub(super) fn run(&self, console: &mut Console<'_>) -> Result<Exit, Error> {
        let mut pages =
            if self.pages.is_empty() { Page::all_built_in() } else { Page::load_all_named(&self.pages, console)? };
        for page in &mut pages {
            page.official |= self.official && page.column.is_none();
        }
        let merged = Merged::read(&pages, console)?;
        let matrix = matrix::Matrix::new(&merged, self.day.or_today());
        match self.format {
            Format::Html => write_html(&mut console.data(), &matrix)?,
            Format::Markdown => write_markdown(&mut console.data(), &matrix)?,
            Format::Json => format::write_json(&mut console.json(), &matrix)?,
            Format::Csv => write_csv(&mut console.data(), Fields::Defused, &matrix)?,
            Format::RawCsv => write_csv(&mut console.data(), Fields::Raw, &matrix)?,
        }
        Ok(Exit::Success)
    }
}
