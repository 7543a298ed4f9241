//! Why there are no tables.

use crate::diagnostic::{Diagnostic, UnknownLint};
use crate::unicode::printable;
use std::fmt::{self, Write};
use std::path::Path;

/// The error of a [`Builder`](crate::Builder): why there are no tables. Both `Display` and `Debug` show it for people to
/// read, since a build script that returns an error prints it by `Debug`.
pub struct BuildError {
    message: String,
    diagnostics: Vec<Diagnostic>,
}

impl BuildError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: printable(&message.into()).into_owned(), diagnostics: Vec::new() }
    }

    pub(crate) fn file(action: &str, path: &Path, error: &dyn fmt::Display) -> Self {
        Self::new(format!("cannot {action} {}: {error}", path.display()))
    }

    pub(crate) fn documents(diagnostics: Vec<Diagnostic>) -> Self {
        let errors: Vec<_> = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).collect();
        let mut message = format!("{} in the documents\n", if errors.len() == 1 { "an error" } else { "errors" });
        for error in errors {
            let _ = write!(message, "\n{error}\n");
        }
        Self { message, diagnostics }
    }

    /// The problems of the documents: the errors that this shows, and warnings. Empty if the reason is another one.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.message)
    }
}

impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.message)
    }
}

impl std::error::Error for BuildError {}

impl From<UnknownLint> for BuildError {
    fn from(error: UnknownLint) -> Self {
        Self::new(error.to_string())
    }
}
