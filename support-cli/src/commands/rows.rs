//! `xen-support rows`

use crate::console::Console;
use crate::error::Error;
use crate::exit::Exit;
use crate::origin::{Origin, PAGES_HELP};
use crate::page::Page;
use clap::Args;
use std::io::Write;

/// Print the rows that Xen's own docs/parse-support-md makes of a page
///
/// Each row is a line of four fields, separated by tabs: the key by which Xen's support matrix matches features across
/// releases; the heading or the implementation; the value; and * if the matrix marks caveats. If there are several
/// pages, a line "==> PAGE <==" stands above the rows of each.
///
/// Example: xen-support rows SUPPORT.md | cut -f 1,3
#[derive(Args)]
pub(crate) struct Rows {
    #[arg(value_name = "PAGE", required = true, help = PAGES_HELP)]
    pages: Vec<Origin>,
}

impl Rows {
    pub(super) fn run(&self, console: &mut Console<'_>) -> Result<Exit, Error> {
        let pages = Page::load_all(&self.pages, console)?;
        for page in &pages {
            let statement = page.statement(console)?;
            let out = &mut console.data();
            if pages.len() > 1 {
                writeln!(out, "==> {} <==", page.name)?;
            }
            for row in statement.rows() {
                let caveats = if row.caveats { "*" } else { "" };
                writeln!(out, "{}\t{}\t{}\t{caveats}", row.key, row.name, row.value)?;
            }
        }
        Ok(Exit::Success)
    }
}
