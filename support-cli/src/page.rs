//! The pages that a command works on: built in, from files, or from standard input.

use crate::error::Error;
use crate::style;
use crate::table::printable;
use std::borrow::Cow;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use xen_support::{DOCUMENTS, statement_for};
use xen_support_compiler::{
    Catalog, Compilation, Diagnostic, LintLevels, MergedFeature, ParsedStatement, Source, check, compile, merge,
};
use xen_support_data::{Stage, Version};

/// What the help says of an argument that is an [`Origin`].
pub(crate) const PAGE_HELP: &str = "A release whose page is built in, a file, or - for standard input";

/// Where a page comes from: a command's argument.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Origin {
    /// The built-in page of a release: its version as it was written, and parsed.
    Release(String, Version),
    File(PathBuf),
    StandardInput,
}

impl From<OsString> for Origin {
    /// `-` is standard input. An argument that looks like a version and not like a file is a release.
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
    /// The name that diagnostics give it.
    pub(crate) name: String,
    bytes: Cow<'static, [u8]>,
    /// Whether it is the Xen Project's own page, so that answers can link to the project's website.
    pub(crate) official: bool,
}

impl Page {
    /// Reads pages, in the order of the arguments. Where there are several, a README.md is left out, so that
    /// `data/*.md` can be an argument.
    pub(crate) fn load_all(origins: &[Origin]) -> Result<Vec<Self>, Error> {
        let stdin_arguments = origins.iter().filter(|origin| **origin == Origin::StandardInput).count();
        if stdin_arguments > 1 {
            return Err(Error::Argument("standard input (-) can be read only once".to_owned()));
        }
        let is_page = |origin: &&Origin| !matches!(origin, Origin::File(path) if path.ends_with("README.md"));
        origins.iter().filter(|origin| origins.len() == 1 || is_page(origin)).map(Self::load).collect()
    }

    /// Reads a page.
    pub(crate) fn load(origin: &Origin) -> Result<Self, Error> {
        let (name, bytes) = match origin {
            Origin::Release(text, version) => return Self::built_in(*version).ok_or_else(|| no_such_release(text)),
            Origin::File(path) => (path.display().to_string(), fs::read(path)),
            Origin::StandardInput => {
                let mut bytes = Vec::new();
                ("<stdin>".to_owned(), io::stdin().read_to_end(&mut bytes).map(|_| bytes))
            }
        };
        match bytes {
            Ok(bytes) => Ok(Self { name, bytes: bytes.into(), official: false }),
            Err(error) => Err(Error::Argument(format!("cannot read {name}: {error}"))),
        }
    }

    /// All built-in pages, except those of development branches whose release has a page.
    pub(crate) fn all_built_in() -> Vec<Self> {
        let versions = xen_support::Statement::all().iter().map(xen_support::Statement::version);
        let is_newest = |version: &Version| match version.stage {
            Stage::Release => true,
            Stage::Unstable | Stage::Candidate => statement_for(Version::new(version.major, version.minor)).is_none(),
        };
        versions.filter(is_newest).filter_map(Self::built_in).collect()
    }

    /// Whether the Xen Project's website has this page, which is of this version. Of the unstable versions, it has the
    /// newest, which is at least the newest that is built in.
    pub(crate) fn is_on_website(&self, version: Version) -> bool {
        let newest = xen_support::Statement::all().iter().next_back().map(xen_support::Statement::version);
        self.official && (version.stage != Stage::Unstable || newest <= Some(version))
    }

    /// The built-in page of a release; `None` if there is none.
    fn built_in(version: Version) -> Option<Self> {
        let statement = statement_for(version)?;
        let (name, text) = DOCUMENTS.iter().find(|(name, _)| *name == statement.file())?;
        Some(Self { name: (*name).to_owned(), bytes: text.as_bytes().into(), official: true })
    }

    /// The page's text; a diagnostic if it is not UTF-8.
    fn source(&self) -> Result<Source, Box<Diagnostic>> {
        Source::from_bytes(&self.name, self.bytes.to_vec())
    }

    /// The errors and warnings of the page, judged alone.
    pub(crate) fn diagnostics(&self, levels: &LintLevels) -> Vec<Diagnostic> {
        match self.source() {
            Ok(source) => check(&[source], levels),
            Err(diagnostic) => vec![*diagnostic],
        }
    }

    /// The page's statement, as far as the page can be read. Its errors are shown, since what they are about is left out or
    /// grants nothing; warnings are left to the command `check`.
    pub(crate) fn statement(&self) -> Result<ParsedStatement, Error> {
        let (statement, diagnostics) = match self.source() {
            Ok(source) => ParsedStatement::parse(&source),
            Err(diagnostic) => (None, vec![*diagnostic]),
        };
        let errors = show_errors(&diagnostics);
        let statement = statement.ok_or_else(|| page_errors(errors))?;
        if errors > 0 {
            let style = style::WARNING;
            let _ = writeln!(
                anstream::stderr(),
                "{style}warning{style:#}: {} is read without what is in error, which grants nothing",
                printable(&self.name)
            );
        }
        Ok(statement)
    }

    /// The pages as one set, with tables. Errors are shown; warnings are left to the command `check`.
    pub(crate) fn catalog(pages: &[Self]) -> Result<Catalog, Error> {
        let (mut sources, mut unreadable) = (Vec::new(), Vec::new());
        for page in pages {
            match page.source() {
                Ok(source) => sources.push(source),
                Err(diagnostic) => unreadable.push(*diagnostic),
            }
        }
        let Compilation { catalog, diagnostics, .. } = compile(&sources, &LintLevels::new());
        let errors = show_errors(&unreadable) + show_errors(&diagnostics);
        catalog.filter(|_| errors == 0).ok_or_else(|| page_errors(errors))
    }
}

/// What several pages say, merged to be shown. Unlike a catalog, it has no tables, so the pages need no version.
pub(crate) struct Merged {
    /// The statements by version, then those without one.
    pub(crate) statements: Vec<ParsedStatement>,
    pub(crate) features: Vec<MergedFeature>,
}

impl Merged {
    /// Reads the pages, as far as they can be read.
    pub(crate) fn read(pages: &[Page]) -> Result<Self, Error> {
        let mut statements = pages.iter().map(Page::statement).collect::<Result<Vec<_>, _>>()?;
        statements.sort_by_key(|statement| (statement.release.version.is_none(), statement.release.version));
        let features = merge(&statements);
        Ok(Self { statements, features })
    }
}

fn no_such_release(text: &str) -> Error {
    let known: Vec<_> = xen_support::Statement::all().iter().map(|statement| statement.version().to_string()).collect();
    let known = known.join(", ");
    Error::Argument(format!("no page of Xen {text} is built in, only those of {known}; for a file, write ./{text}"))
}

/// Shows the errors among the diagnostics on standard error, and returns their number.
pub(crate) fn show_errors(diagnostics: &[Diagnostic]) -> usize {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
    let mut out = anstream::stderr();
    errors.map(|error| writeln!(out, "{}\n", error.styled())).count()
}

/// The error of a command whose pages have errors, which have been shown.
fn page_errors(errors: usize) -> Error {
    Error::Page(match errors {
        1 => "the page has an error".to_owned(),
        _ => format!("{errors} errors in the pages"),
    })
}

#[cfg(test)]
mod tests {
    use super::{Origin, Page};
    use std::ffi::OsString;

    #[test]
    fn releases_files_and_standard_input_are_told_apart() {
        let origin = |text: &str| Origin::from(OsString::from(text));
        assert_eq!(origin("-"), Origin::StandardInput);
        for release in ["4.18", "4.18-unstable", "4.18.3-pre", "4.9"] {
            assert!(matches!(origin(release), Origin::Release(text, _) if text == release), "{release}");
        }
        for file in ["4.18.md", "4.18-unstable.md", "./4.18", "data/4.18", "SUPPORT", "/4.18", "-4.18"] {
            assert_eq!(origin(file), Origin::File(file.into()), "{file}");
        }
    }

    #[test]
    fn of_the_pages_that_are_built_in_only_the_newest_may_be_unreleased() {
        let names: Vec<String> = Page::all_built_in().into_iter().map(|page| page.name).collect();
        assert!(names.iter().any(|name| name == "data/4.18.md"));
        assert!(names.iter().rev().skip(1).all(|name| !name.contains("unstable")), "{names:?}");
    }
}
