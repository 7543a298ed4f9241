//! The kinds of problem, and their levels.

use std::fmt;

/// What a problem does to a build. The levels are those of rustc's lints, except for `Error`.
///
/// The enum is closed on purpose: a further level is a breaking change, so match it without a wildcard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LintLevel {
    /// It is not shown: the user allows it, or it is a matter of taste.
    Allow,
    /// It is shown. What is not understood grants nothing.
    Warn,
    /// It is shown, and there are no tables, unless the user allows it: something in the page is lost, or in doubt. Then
    /// what is lost or in doubt grants nothing.
    Deny,
    /// There are no tables, and no user can allow it: there is no page to speak of, or the pages do not fit into one set.
    Error,
}

/// The word for the level, as options and documentation have it: `allow`, `warn`, `deny`, `error`.
impl fmt::Display for LintLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
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
    /// The level that it has by default.
    pub level: LintLevel,
    /// What is wrong.
    pub message: &'static str,
    /// What to do, and why.
    pub advice: &'static str,
    /// The explanation, as Markdown: how the problem arises, with a wrong example and a right one.
    pub explanation: &'static str,
}
