//! `xen-support check`

use crate::console::{Console, Output};
use crate::error::Error;
use crate::exit::Exit;
use crate::levels::Levels;
use crate::origin::{Origin, PAGES_HELP};
use crate::page::Page;
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;
use xen_support_compiler::{Diagnostic, Place};

/// Check pages, and say what is wrong in them
///
/// Each problem is shown with its file, line and column, and what would be right. A page with errors does not compile.
/// A warning marks text that compiles but grants nothing, or that does not mean what it seems to mean. The command
/// `explain` lists all kinds of problem with their levels.
///
/// Several pages are judged as the set that they are, in which each version and each name stands for one thing. Of more
/// than ten problems of one kind in a page, ten are shown.
///
/// To check what a commit would publish: git show HEAD:SUPPORT.md | xen-support check -
#[derive(Args)]
#[command(after_long_help = "The exit code is 1 if there is an error.")]
pub(crate) struct Check {
    #[arg(value_name = "PAGE", required = true, help = PAGES_HELP)]
    pages: Vec<Origin>,
    /// How to show the problems
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    levels: Levels,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people, with the line of the page
    Text,
    /// One object per problem, each on its own line
    Json,
}

impl Check {
    pub(super) fn run(&self, console: &mut Console<'_>) -> Result<Exit, Error> {
        let levels = self.levels.read()?;
        let diagnostics = Page::check(&Page::load_all(&self.pages, console)?, &levels, console);
        match self.format {
            Format::Text => write_text(&mut console.text(), &diagnostics)?,
            Format::Json => {
                let out = &mut console.json();
                for diagnostic in &diagnostics {
                    serde_json::to_writer(&mut *out, &JsonDiagnostic::new(diagnostic)).map_err(std::io::Error::from)?;
                    writeln!(out)?;
                }
            }
        }
        let has_error = diagnostics.iter().any(Diagnostic::is_error);
        Ok(if has_error { Exit::Failure } else { Exit::Success })
    }
}

/// How many problems of one kind are shown of a page; the rest has the same cause.
const SHOWN_OF_A_KIND: usize = 10;

/// Writes the problems page by page, then their number.
fn write_text(out: &mut Output<'_>, diagnostics: &[Diagnostic]) -> Result<(), Error> {
    for of_page in diagnostics.chunk_by(|one, next| one.place().file == next.place().file) {
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        for diagnostic in of_page {
            let number = numbers.entry(diagnostic.problem().code).or_default();
            *number += 1;
            if *number <= SHOWN_OF_A_KIND {
                out.diagnostic(diagnostic)?;
            }
        }
        let file = of_page.first().map_or("", |diagnostic| &diagnostic.place().file);
        for (code, number) in numbers.into_iter().filter(|(_, number)| *number > SHOWN_OF_A_KIND) {
            let more = number - SHOWN_OF_A_KIND;
            writeln!(out, "… and {more} more of {code} in {file}; --format json lists them all\n")?;
        }
    }
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    if !diagnostics.is_empty() {
        writeln!(out, "{}, {}", count(errors, "error"), count(diagnostics.len() - errors, "warning"))?;
    }
    Ok(())
}

/// A number of things: `1 error`, `2 errors`.
fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// A diagnostic as JSON, for editors. Lines and columns are counted from 1, columns in characters.
#[derive(Serialize)]
struct JsonDiagnostic<'d> {
    #[serde(flatten)]
    place: JsonPlace<'d>,
    code: &'d str,
    /// `error` if it stops a build, else `warning`.
    severity: &'static str,
    /// `warn`, `deny`, or `error` if nothing can allow it.
    level: String,
    message: &'d str,
    advice: &'d str,
    /// Another place that helps to understand the problem.
    related: Option<JsonPlace<'d>>,
}

#[derive(Serialize)]
struct JsonPlace<'d> {
    file: &'d str,
    line: u32,
    column: usize,
    end: usize,
    label: &'d str,
}

impl<'d> JsonDiagnostic<'d> {
    fn new(diagnostic: &'d Diagnostic) -> Self {
        let problem = diagnostic.problem();
        Self {
            place: JsonPlace::new(diagnostic.place()),
            code: problem.code,
            severity: if diagnostic.is_error() { "error" } else { "warning" },
            level: diagnostic.level().to_string(),
            message: problem.message,
            advice: problem.advice,
            related: diagnostic.related().map(JsonPlace::new),
        }
    }
}

impl<'d> JsonPlace<'d> {
    fn new(place: &'d Place) -> Self {
        let column = place.column();
        let marked = place.excerpt[place.span.clone()].chars().count();
        Self { file: &place.file, line: place.line, column, end: column + marked, label: &place.label }
    }
}
