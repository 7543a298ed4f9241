//! The pages that a command works on: built in, from files, or from standard input.

use crate::error::Error;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use xen_support::{DOCUMENTS, statement_for};
use xen_support_data::compiler::{Catalog, Compilation, Diagnostic, Source, Statement, check, compile};
use xen_support_data::{Stage, Version};

/// What the help says of an argument that is an [`Origin`].
pub(crate) const HELP: &str = "A release whose page is built in, a file, or - for standard input";

/// Where a page comes from, as a command's argument says it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Origin {
    /// The page of a release, as it is built in.
    Release(String, Version),
    File(PathBuf),
    StandardInput,
}

impl From<OsString> for Origin {
    /// `-` is standard input. What looks like a version and not like a file is a release.
    fn from(argument: OsString) -> Self {
        let path = PathBuf::from(argument);
        let is_file = path.components().count() > 1 || path.extension().is_some_and(|extension| extension == "md");
        match path.to_str() {
            Some("-") => Self::StandardInput,
            Some(text) if !is_file => match Version::parse(text) {
                Some(version) => Self::Release(text.to_owned(), version),
                None => Self::File(path),
            },
            _ => Self::File(path),
        }
    }
}

/// A page to read.
pub(crate) struct Page {
    pub(crate) source: Source,
    /// Whether it is the Xen Project's own, so that its website has it too.
    pub(crate) official: bool,
}

impl Page {
    /// Reads a page. Standard input can be read once.
    pub(crate) fn load(origin: &Origin) -> Result<Self, Error> {
        match origin {
            Origin::Release(text, version) => Self::built_in(*version).ok_or_else(|| no_such_release(text)),
            Origin::File(path) => {
                let name = path.display().to_string();
                let bytes = fs::read(path).map_err(|error| Error::Argument(format!("cannot read {name}: {error}")))?;
                Self::of_bytes(name, bytes)
            }
            Origin::StandardInput => {
                let mut bytes = Vec::new();
                io::stdin()
                    .read_to_end(&mut bytes)
                    .map_err(|error| Error::Argument(format!("cannot read standard input: {error}")))?;
                Self::of_bytes("<stdin>".to_owned(), bytes)
            }
        }
    }

    fn of_bytes(name: String, bytes: Vec<u8>) -> Result<Self, Error> {
        let text = String::from_utf8(bytes).map_err(|error| Error::Argument(format!("{name}: {error}")))?;
        Ok(Self { source: Source::new(name, text), official: false })
    }

    /// Reads what was asked for, in that order.
    pub(crate) fn load_all(origins: &[Origin]) -> Result<Vec<Self>, Error> {
        let inputs = origins.iter().filter(|origin| **origin == Origin::StandardInput).count();
        if inputs > 1 {
            return Err(Error::Argument("standard input (-) can be read only once".to_owned()));
        }
        origins.iter().map(Self::load).collect()
    }

    /// All pages that are built in, but for those of development branches whose release has one.
    pub(crate) fn all_built_in() -> Vec<Self> {
        let versions = xen_support::Statement::all().iter().map(|statement| statement.version());
        let is_newest = |version: &Version| match version.stage {
            Stage::Release => true,
            Stage::Unstable | Stage::Candidate => statement_for(Version::new(version.major, version.minor)).is_none(),
        };
        versions.filter(is_newest).filter_map(Self::built_in).collect()
    }

    /// The page of a release that is built in.
    fn built_in(version: Version) -> Option<Self> {
        let statement = statement_for(version)?;
        let (name, text) = DOCUMENTS.iter().find(|(name, _)| *name == statement.file())?;
        Some(Self { source: Source::new(*name, *text), official: true })
    }

    /// The page's statement. Errors are shown; warnings are left to the command `check`.
    pub(crate) fn statement(&self) -> Result<Statement, Error> {
        let (statement, diagnostics) = check(&self.source);
        let errors = show_errors(&diagnostics);
        statement.filter(|_| errors == 0).ok_or_else(|| refused(errors))
    }

    /// The pages as one set.
    pub(crate) fn catalog(pages: &[Self]) -> Result<Catalog, Error> {
        let sources: Vec<Source> = pages.iter().map(|page| page.source.clone()).collect();
        let Compilation { catalog, diagnostics } = compile(&sources);
        let errors = show_errors(&diagnostics);
        catalog.ok_or_else(|| refused(errors))
    }
}

fn no_such_release(text: &str) -> Error {
    let known: Vec<_> = xen_support::Statement::all().iter().map(|statement| statement.version().to_string()).collect();
    let known = known.join(", ");
    Error::Argument(format!("no page of Xen {text} is built in, only those of {known}; for a file, write ./{text}"))
}

/// Shows the errors among the diagnostics on standard error: how many there are.
fn show_errors(diagnostics: &[Diagnostic]) -> usize {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
    let mut out = anstream::stderr();
    errors.map(|error| writeln!(out, "{}\n", error.styled())).count()
}

fn refused(errors: usize) -> Error {
    Error::Page(match errors {
        1 => "the page has an error".to_owned(),
        _ => format!("{errors} errors in the pages"),
    })
}
