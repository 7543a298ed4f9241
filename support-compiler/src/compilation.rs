//! Compiles documents into one set.

use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, LintLevel, LintLevels, Source, problem};
use crate::statement::ParsedStatement;

/// The result of compiling a set of documents.
#[derive(Debug)]
#[non_exhaustive]
pub struct Compilation {
    /// The set; `None` if there are errors.
    pub catalog: Option<Catalog>,
    /// Errors and warnings: those of each document, by line, in the order of the sources; then those of the whole set.
    pub diagnostics: Vec<Diagnostic>,
    /// The lints for one page or one text that no document gives any longer, as they were written.
    pub unused_lints: Vec<String>,
}

/// Compiles documents, one per release, into one set. Their order makes no difference to the set.
///
/// Each document needs a version: its own, or one [that the caller gives](Source::with_version). That it has none is an
/// error here, which nothing can allow.
///
/// Cost: linear in the length of the documents.
#[must_use]
pub fn compile(sources: &[Source], levels: &LintLevels) -> Compilation {
    let mut set = Judged::new(sources);
    set.require_versions();
    let without_version = std::mem::take(&mut set.without_version);
    let mut compilation = set.at_levels(levels);
    // Else, why it has no version is reported already.
    if !compilation.diagnostics.iter().any(Diagnostic::is_error) {
        compilation.diagnostics.extend(without_version);
    }
    compilation
}

/// Judges documents as the set that they are: all that [`compile`] would report, except that a document may lack a version
/// if `levels` allow it. Then the set has no tables, and what would keep it from having some is not found.
///
/// Cost: that of [`compile`].
#[must_use]
pub fn check(sources: &[Source], levels: &LintLevels) -> Vec<Diagnostic> {
    Judged::new(sources).at_levels(levels).diagnostics
}

/// That the documents are longer than those of a set may be, if they are, at the first with which they are.
fn too_long(sources: &[Source]) -> Option<Diagnostic> {
    let mut length = 0;
    let first = sources.iter().find(|source| {
        length += source.text().len();
        length > Source::MAX_SET_LEN
    })?;
    let place = first.place(0..0, format!("more than {} bytes up to here", Source::MAX_SET_LEN));
    Some(Diagnostic::new(&problem::SET_TOO_LONG, place))
}

/// Documents as a set, and all their problems.
struct Judged {
    catalog: Option<Catalog>,
    diagnostics: Vec<Diagnostic>,
    /// The problem of each document that has no version.
    without_version: Vec<Diagnostic>,
}

impl Judged {
    fn new(sources: &[Source]) -> Self {
        if let Some(diagnostic) = too_long(sources) {
            return Self { catalog: None, diagnostics: vec![diagnostic], without_version: Vec::new() };
        }
        let (mut diagnostics, mut without_version, mut documents) = (Vec::new(), Vec::new(), Vec::new());
        for source in sources {
            let (statement, problems) = ParsedStatement::parse(source);
            diagnostics.extend(problems);
            let Some(statement) = statement else { continue };
            if statement.release.version.is_none() {
                let place = source.place(statement.release.version_span.clone(), "tables need a version");
                without_version.push(Diagnostic::new(&problem::NO_VERSION, place).at_level(LintLevel::Error));
            }
            documents.push((source, statement));
        }
        let catalog = Catalog::new(documents, &mut diagnostics);
        Self { catalog, diagnostics, without_version }
    }

    /// Makes it an error that a document says no version.
    fn require_versions(&mut self) {
        for diagnostic in &mut self.diagnostics {
            if diagnostic.problem() == &problem::NO_VERSION {
                *diagnostic = diagnostic.clone().at_level(LintLevel::Error);
            }
        }
    }

    fn at_levels(self, levels: &LintLevels) -> Compilation {
        let (diagnostics, unused_lints) = levels.apply(self.diagnostics);
        let has_error = diagnostics.iter().any(Diagnostic::is_error);
        Compilation { catalog: self.catalog.filter(|_| !has_error), diagnostics, unused_lints }
    }
}
