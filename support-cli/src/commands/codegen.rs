//! `xen-support codegen`

use crate::error::Error;
use crate::origin::{Origin, PAGE_HELP};
use crate::page::Page;
use clap::Args;
use std::io::{self, Write};
use std::process::ExitCode;
use xen_support::Statement;
use xen_support_compiler::{Settings, emit, pretty};

/// Print the Rust that a set of pages compiles to
///
/// This is what the macro `include_support!` makes of the pages. Print it to read it, or to check it in.
#[derive(Args)]
pub(crate) struct Codegen {
    #[arg(value_name = "PAGE", required = true, help = PAGE_HELP)]
    pages: Vec<Origin>,
}

impl Codegen {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result<ExitCode, Error> {
        let pages = Page::load_all(&self.pages)?;
        let catalog = Page::catalog(&pages)?;
        let official = pages.iter().all(|page| page.official);
        let settings = Settings { official, as_of: official.then_some(Statement::AS_OF), ..Settings::default() };
        let file = pretty(emit(&catalog, &settings)).map_err(|error| io::Error::other(error.to_string()))?;
        out.write_all(file.as_bytes())?;
        Ok(ExitCode::SUCCESS)
    }
}
