//! Problems of a document: their kinds, where they are, and how they are shown.
//!
//! A [`Source`] is the text of a document by lines. While it is read, a [`Report`] collects its problems. Each is a
//! [`Diagnostic`]: one of the [`PROBLEMS`], and a [`Place`] that carries its own line, so that it can be shown without
//! the document. `problem` has all kinds of problem, each with its explanation; [`LintLevels`] says what
//! each does to a build.

mod kind;
mod length;
mod levels;
mod render;
mod report;
mod source;
mod utf8;

pub(crate) mod problem;

pub use kind::{LintLevel, Problem};
pub use levels::{LintLevels, UnknownLint};
pub use problem::PROBLEMS;
pub use report::Diagnostic;
pub(crate) use report::Report;
pub use source::{Place, Source, document_name};
