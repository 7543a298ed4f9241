//! What is said of a document: a problem, the place where it is, and how both are shown.
//!
//! A [`Source`] goes in, the text of a document by lines. While it is read, a [`Report`] collects what is wrong, each a
//! [`Diagnostic`]: one of the [`PROBLEMS`] and a [`Place`] that carries its own line, so that it can be shown without
//! the document at hand. All kinds of problem stand in `problem`, each with its explanation.

mod kind;
mod render;
mod report;
mod source;
mod utf8;

pub(crate) mod problem;

pub use kind::{Problem, Severity};
pub use problem::PROBLEMS;
pub use report::Diagnostic;
pub(crate) use report::Report;
pub use source::{Place, Source};
