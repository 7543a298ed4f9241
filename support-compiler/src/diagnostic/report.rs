//! A problem at a place in a document, and all that are found while one is read.

use super::kind::{Problem, Severity};
use super::source::{Place, Source};
use std::ops::Range;

/// A problem in a document. Its `Display` shows it as rustc shows its own: what is wrong, the line with the
/// place marked, and what to do.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    problem: &'static Problem,
    place: Place,
    related: Option<Place>,
}

impl Diagnostic {
    pub(crate) fn new(problem: &'static Problem, place: Place) -> Self {
        Self { problem, place, related: None }
    }

    /// Adds another place that one must see to understand the problem.
    pub(crate) fn with_related(self, place: Place) -> Self {
        Self { related: Some(place), ..self }
    }

    /// What kind of problem it is.
    #[must_use]
    pub fn problem(&self) -> &'static Problem {
        self.problem
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Another place that one must see to understand it.
    #[must_use]
    pub fn related(&self) -> Option<&Place> {
        self.related.as_ref()
    }

    /// Whether the document does not compile because of it.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.problem.severity == Severity::Error
    }
}

/// Bad input is an error where a caller wants to pass it on as one.
impl std::error::Error for Diagnostic {}

/// The document that is read, and what was found to be wrong with it so far.
pub(crate) struct Report<'s> {
    source: &'s Source,
    diagnostics: Vec<Diagnostic>,
}

impl<'s> Report<'s> {
    /// A report of a document, in which nothing was found yet.
    pub(crate) fn new(source: &'s Source) -> Self {
        Self { source, diagnostics: Vec::new() }
    }

    /// The document.
    pub(crate) fn source(&self) -> &'s Source {
        self.source
    }

    /// Adds a problem at a span of the document; the label says what is to be seen there.
    pub(crate) fn add(&mut self, problem: &'static Problem, span: Range<usize>, label: impl Into<String>) {
        self.diagnostics.push(Diagnostic::new(problem, self.source.place(span, label)));
    }

    /// Adds a problem that takes a second place to understand, such as the first of two.
    pub(crate) fn add_with_related(
        &mut self,
        problem: &'static Problem,
        (span, label): (Range<usize>, impl Into<String>),
        (related, related_label): (Range<usize>, impl Into<String>),
    ) {
        let related = self.source.place(related, related_label);
        self.diagnostics.push(Diagnostic::new(problem, self.source.place(span, label)).with_related(related));
    }

    /// What was found, by line.
    pub(crate) fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        self.diagnostics.sort_by_key(|diagnostic| (diagnostic.place().line, diagnostic.place().span.start));
        self.diagnostics
    }
}
