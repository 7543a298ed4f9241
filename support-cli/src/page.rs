//! The pages that a command works on.

use crate::console::Console;
use crate::error::Error;
use crate::origin::ReleaseName;
use std::borrow::Cow;
use std::collections::HashSet;
use xen_support::{DOCUMENTS, Statement, statement_for};
use xen_support_compiler::{
    Catalog, Diagnostic, LintLevel, LintLevels, MergedFeature, ParsedRelease, ParsedStatement, Source, check, compile,
    merge,
};
use xen_support_data::{Stage, Version};

/// A page to read.
pub(crate) struct Page {
    /// The name that diagnostics give it.
    pub(crate) name: String,
    bytes: Cow<'static, [u8]>,
    /// The name of its column, if it has one of its own.
    pub(crate) column: Option<String>,
    /// The version that it is given, in place of its own.
    pub(crate) version: Option<Version>,
    /// Whether it is the Xen Project's own page, so that answers can link to the project's website.
    pub(crate) official: bool,
}

impl Page {
    /// A page that is not built in.
    pub(crate) fn new(name: String, bytes: Vec<u8>) -> Self {
        Self { name, bytes: bytes.into(), column: None, version: None, official: false }
    }

    /// How many bytes it has.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// All built-in pages, except those of development branches whose release has a page.
    pub(crate) fn all_built_in() -> Vec<Self> {
        let versions = Statement::all().iter().map(Statement::version);
        let is_newest = |version: &Version| match version.stage {
            Stage::Release => true,
            Stage::Unstable | Stage::Candidate => statement_for(Version::new(version.major, version.minor)).is_none(),
        };
        versions.filter(is_newest).filter_map(statement_for).filter_map(Self::built_in).collect()
    }

    /// Whether the Xen Project's website has this page, which is of this version. Of the unstable versions, it has the
    /// newest, which is at least the newest that is built in.
    pub(crate) fn is_on_website(&self, version: Version) -> bool {
        let newest = Statement::all().iter().next_back().map(Statement::version);
        self.official && (version.stage != Stage::Unstable || newest <= Some(version))
    }

    /// The name of the page's column: its own, or else the version.
    pub(crate) fn column_of<'n>(&'n self, statement: &'n ParsedStatement) -> &'n str {
        self.column.as_deref().unwrap_or(&statement.release.version_text)
    }

    /// The release that the page is of, as messages name it.
    pub(crate) fn release_name(&self, release: &ParsedRelease) -> String {
        let xen = if self.official { "Xen " } else { "" };
        format!("{xen}{}", release.version_text)
    }

    /// The built-in page of a release. For a point release, standard error says whose page that is.
    pub(crate) fn of_release(release: &ReleaseName, console: &mut Console<'_>) -> Result<Self, Error> {
        let statement = release.statement()?;
        if let Some(note) = release.note() {
            console.note(&note);
        }
        Self::of_statement(statement)
    }

    /// The built-in page that a statement was compiled from; an error if there is none.
    pub(crate) fn of_statement(statement: Statement) -> Result<Self, Error> {
        let missing = || Error::Page(format!("{} is not built in", statement.file()));
        Self::built_in(statement).ok_or_else(missing)
    }

    /// The built-in page that a statement was compiled from.
    fn built_in(statement: Statement) -> Option<Self> {
        let (name, text) = DOCUMENTS.iter().find(|(name, _)| *name == statement.file())?;
        Some(Self {
            name: (*name).to_owned(),
            bytes: text.as_bytes().into(),
            column: None,
            version: None,
            official: true,
        })
    }

    /// The page's text; a diagnostic if it is not UTF-8.
    fn source(&self) -> Result<Source, Box<Diagnostic>> {
        Ok(Source::from_bytes(&self.name, self.bytes.to_vec())?.with_version(self.version))
    }

    /// The errors and warnings of the pages, judged as one set: first of each page, then of the set.
    pub(crate) fn check(pages: &[Self], levels: &LintLevels, console: &mut Console<'_>) -> Vec<Diagnostic> {
        let (sources, mut diagnostics) = Self::sources(pages);
        diagnostics.extend(check(&sources, levels));
        Self::note_on_readme(pages, &diagnostics, console);
        diagnostics
    }

    /// The page's statement, as far as the page can be read. Its errors are shown, since what they are about is left out or
    /// grants nothing; warnings are left to the command `check`.
    pub(crate) fn statement(&self, console: &mut Console<'_>) -> Result<ParsedStatement, Error> {
        let (statement, mut diagnostics) = match self.source() {
            Ok(source) => ParsedStatement::parse(&source),
            Err(diagnostic) => (None, vec![*diagnostic]),
        };
        if statement.is_none() && diagnostics.iter().any(|diagnostic| diagnostic.level() == LintLevel::Error) {
            // Of what is no page at all, nothing else is worth telling.
            diagnostics.retain(|diagnostic| diagnostic.level() == LintLevel::Error);
        }
        let errors = console.show_errors(&diagnostics);
        Self::note_on_readme(std::slice::from_ref(self), &diagnostics, console);
        let statement = statement.ok_or_else(|| page_errors(errors))?;
        if errors > 0 {
            let name = &self.name;
            console.warning(&format!("{name} is read without what is in error, which grants nothing"));
        }
        Ok(statement)
    }

    /// The pages as one set, with tables. Errors and warnings are shown.
    pub(crate) fn catalog(pages: &[Self], levels: &LintLevels, console: &mut Console<'_>) -> Result<Catalog, Error> {
        let (sources, mut diagnostics) = Self::sources(pages);
        let compilation = compile(&sources, levels);
        diagnostics.extend(compilation.diagnostics);
        console.show(&diagnostics);
        Self::note_on_readme(pages, &diagnostics, console);
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
        compilation.catalog.filter(|_| errors == 0).ok_or_else(|| page_errors(errors))
    }

    /// The texts of the pages, and a diagnostic for each that is not UTF-8.
    fn sources(pages: &[Self]) -> (Vec<Source>, Vec<Diagnostic>) {
        let (mut sources, mut unreadable) = (Vec::new(), Vec::new());
        for page in pages {
            match page.source() {
                Ok(source) => sources.push(source),
                Err(diagnostic) => unreadable.push(*diagnostic),
            }
        }
        (sources, unreadable)
    }
}

/// What several pages say, merged to be shown. Unlike a catalog, it has no tables, so the pages need no version.
pub(crate) struct Merged<'p> {
    /// The statements by version, then those without one. Of one version, the page that was given first is last.
    pub(crate) statements: Vec<ParsedStatement>,
    /// The page of each statement.
    pub(crate) pages: Vec<&'p Page>,
    pub(crate) features: Vec<MergedFeature>,
}

impl<'p> Merged<'p> {
    /// Reads the pages, as far as they can be read. Each must have a column of its own.
    pub(crate) fn read(pages: &'p [Page], console: &mut Console<'_>) -> Result<Self, Error> {
        let statements =
            pages.iter().map(|page| Ok((page, page.statement(console)?))).collect::<Result<Vec<_>, Error>>()?;
        let mut columns = HashSet::new();
        for (page, statement) in &statements {
            let column = page.column_of(statement);
            if !columns.insert(column) {
                let message =
                    format!("two pages would have the column {column}: name one, as in \"Our {column}={}\"", page.name);
                return Err(Error::Argument(message));
            }
        }
        let mut statements: Vec<_> = statements.into_iter().rev().collect();
        statements.sort_by_key(|(_, statement)| (statement.release.version.is_none(), statement.release.version));
        let (pages, statements): (Vec<&Page>, Vec<ParsedStatement>) = statements.into_iter().unzip();
        let features = merge(&statements);
        Ok(Self { statements, pages, features })
    }
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
    use super::Page;

    #[test]
    fn of_the_pages_that_are_built_in_only_the_newest_may_be_unreleased() {
        let names: Vec<String> = Page::all_built_in().into_iter().map(|page| page.name).collect();
        assert!(names.iter().any(|name| name == "data/4.18.md"));
        assert!(names.iter().rev().skip(1).all(|name| !name.contains("unstable")), "{names:?}");
    }
}
