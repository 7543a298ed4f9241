//! A problem at a place in a document.

use super::problem::{Problem, Severity};
use super::source::Place;

/// A problem in a document. Its `Display` shows it as rustc shows its own: what is wrong, the line with the
/// place marked, and what to do.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    problem: &'static Problem,
    place: Place,
    related: Option<Place>,
}

impl Diagnostic {
    pub(super) fn new(problem: &'static Problem, place: Place) -> Self {
        Self { problem, place, related: None }
    }

    /// Adds another place that one must see to understand the problem.
    pub(super) fn with_related(self, place: Place) -> Self {
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
