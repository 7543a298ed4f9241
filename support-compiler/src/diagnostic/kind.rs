//! The kinds of problem, and how severe they are.

use std::fmt;

/// How severe a problem is. The enum is closed on purpose: a further severity is a breaking change, so match it without
/// a wildcard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// The document compiles. A status that is not understood grants nothing.
    Warning,
    /// The document does not compile.
    Error,
}

/// The word that diagnostics begin with: `error`, `warning`.
impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// A kind of problem.
#[derive(PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Problem {
    /// A short name that stays the same in all releases of this crate: `status-unknown`.
    pub code: &'static str,
    /// How severe it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: &'static str,
    /// What to do, and why.
    pub advice: &'static str,
    /// The explanation, as Markdown: how the problem arises, with a wrong example and a right one.
    pub explanation: &'static str,
}
