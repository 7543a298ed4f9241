//! A problem at a place in a document, and how it is shown.

use super::characters::is_bidirectional_control;
use super::problem::{Problem, Severity};
use super::source::Place;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::fmt;

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

    /// What `Display` shows, in colours, by ANSI escape codes: for a terminal.
    #[must_use]
    pub fn styled(&self) -> String {
        self.render(&Renderer::styled())
    }

    fn render(&self, renderer: &Renderer) -> String {
        let level = if self.is_error() { Level::ERROR } else { Level::WARNING };
        let mut group = Group::with_title(level.primary_title(self.problem.message).id(self.problem.code))
            .element(snippet(&self.place, AnnotationKind::Primary));
        if let Some(related) = &self.related {
            group = group.element(snippet(related, AnnotationKind::Context));
        }
        let report = [group.element(Level::HELP.message(self.problem.advice))];
        renderer.render(&report)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(&Renderer::plain()))
    }
}

/// A place with its line. What a terminal would obey instead of showing it is replaced by U+FFFD: the renderer does so
/// for some of it, but not for directional marks, controls beyond ASCII, or anything in a label.
fn snippet(place: &Place, kind: AnnotationKind) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let [before, marked] = [&place.excerpt[..place.span.start], &place.excerpt[place.span.clone()]].map(shown);
    Snippet::source(shown(&place.excerpt))
        .path(shown(&place.file))
        .line_start(place.line as usize)
        .annotation(kind.span(before.len()..before.len() + marked.len()).label(shown(&place.label)))
}

fn shown(text: &str) -> String {
    text.replace(|c: char| c != '\t' && (c.is_control() || is_bidirectional_control(c)), "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::Diagnostic;
    use crate::compiler::problem;
    use crate::compiler::source::Source;

    #[test]
    fn nothing_of_a_document_can_control_a_terminal() {
        for control in ['\u{0}', '\u{7}', '\u{1b}', '\u{7f}', '\u{9b}', '\u{200f}', '\u{202e}', '\u{2066}'] {
            let text = format!("a{control}b{control}\tc");
            let place = Source::new(text.clone(), text.clone()).place(0..text.len(), text);
            let shown = Diagnostic::new(&problem::STATUS_UNKNOWN, place).to_string();
            assert!(!shown.contains(control), "{shown}");
            assert_eq!(shown.matches('\u{fffd}').count(), 6, "{shown}");
            assert!(shown.contains("a\u{fffd}b\u{fffd}    c"), "{shown}");
        }
    }
}
