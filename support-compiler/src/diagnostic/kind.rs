//! What kind of problem a diagnostic is of, and how bad that is.

use std::fmt;

/// How bad a problem is. The enum is closed on purpose: a further severity is a breaking change, so match it without a
/// wildcard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// The document compiles; what the problem is about grants nothing.
    Warning,
    /// The document does not compile.
    Error,
}

/// As diagnostics begin: `error`, `warning`.
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
    /// A short name that stays the same over releases of this crate.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: &'static str,
    /// Why, and what would be right.
    pub advice: &'static str,
    /// The long form, as Markdown: how it comes about, with pages that are wrong and right in this.
    pub explanation: &'static str,
}
