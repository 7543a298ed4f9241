//! A problem at a place in a document, and the report that collects them while a document is read.

use super::kind::{LintLevel, Problem};
use super::source::{Place, Source};
use std::collections::HashSet;
use std::ops::Range;

/// A problem in a document. Its `Display` has the form of rustc's errors: what is wrong, the line with the place
/// marked, and what to do.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    problem: &'static Problem,
    level: LintLevel,
    place: Place,
    related: Option<Place>,
}

impl Diagnostic {
    pub(crate) fn new(problem: &'static Problem, place: Place) -> Self {
        Self { problem, level: problem.level, place, related: None }
    }

    /// The same with another place, which is needed to understand the problem.
    pub(crate) fn with_related(self, place: Place) -> Self {
        Self { related: Some(place), ..self }
    }

    /// The same at another level.
    pub(crate) fn at_level(self, level: LintLevel) -> Self {
        Self { level, ..self }
    }

    /// The kind of problem.
    #[must_use]
    pub fn problem(&self) -> &'static Problem {
        self.problem
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Another place, which is needed to understand the problem, such as the first of two; `None` if none is needed.
    #[must_use]
    pub fn related(&self) -> Option<&Place> {
        self.related.as_ref()
    }

    /// What it does to a build: the level of its kind, unless [`LintLevels`](crate::LintLevels) gave it another.
    #[must_use]
    pub fn level(&self) -> LintLevel {
        self.level
    }

    /// Whether it stops a build: its level is [`Deny`](LintLevel::Deny) or [`Error`](LintLevel::Error). Otherwise, it is
    /// a warning.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.level >= LintLevel::Deny
    }
}

/// So that callers can return a diagnostic as the error that it is.
impl std::error::Error for Diagnostic {}

/// The document that is being read, and the problems that were found in it so far.
pub(crate) struct Report<'s> {
    source: &'s Source,
    diagnostics: Vec<Diagnostic>,
}

impl<'s> Report<'s> {
    /// A report of a document, without problems.
    pub(crate) fn new(source: &'s Source) -> Self {
        Self { source, diagnostics: Vec::new() }
    }

    /// The document.
    pub(crate) fn source(&self) -> &'s Source {
        self.source
    }

    /// Adds a problem at a span of the document. The label is shown below it.
    pub(crate) fn add(&mut self, problem: &'static Problem, span: Range<usize>, label: impl Into<String>) {
        self.diagnostics.push(Diagnostic::new(problem, self.source.place(span, label)));
    }

    /// Adds a problem that needs a second place to be understood, such as the first of two.
    pub(crate) fn add_with_related(
        &mut self,
        problem: &'static Problem,
        (span, label): (Range<usize>, impl Into<String>),
        (related, related_label): (Range<usize>, impl Into<String>),
    ) {
        let related = self.source.place(related, related_label);
        self.diagnostics.push(Diagnostic::new(problem, self.source.place(span, label)).with_related(related));
    }

    /// The lines on which such problems were reported so far.
    pub(crate) fn lines_with(&self, is_such: impl Fn(&'static Problem) -> bool) -> HashSet<u32> {
        let such = self.diagnostics.iter().filter(|diagnostic| is_such(diagnostic.problem));
        such.map(|diagnostic| diagnostic.place.line).collect()
    }

    /// The problems, by line.
    pub(crate) fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        self.diagnostics.sort_by_key(|diagnostic| (diagnostic.place().line, diagnostic.place().span.start));
        // Several things may be wrong at one place; of one kind, the first is told.
        let mut told = HashSet::new();
        self.diagnostics
            .retain(|Diagnostic { problem, place, .. }| told.insert((problem.code, place.line, place.span.clone())));
        self.diagnostics
    }
}
