//! Why a command ends without doing what it was asked to.

use crate::style;
use std::fmt;
use std::io;
use std::process::ExitCode;

#[derive(Debug)]
pub(crate) enum Error {
    /// An argument cannot be used. Exit code 2, as for the arguments that clap refuses.
    Argument(String),
    /// The pages have errors, which have been shown. Exit code 1.
    Page(String),
    /// What was asked for is not there. Exit code 1.
    NotFound(String),
    /// The output cannot be written.
    Output(io::Error),
}

impl Error {
    /// Says on standard error what went wrong, and returns the command's exit code.
    pub(crate) fn report(&self) -> ExitCode {
        style::write_error(&self.to_string());
        ExitCode::from(match self {
            Self::Argument(_) => 2,
            Self::Page(_) | Self::NotFound(_) | Self::Output(_) => 1,
        })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argument(message) | Self::Page(message) | Self::NotFound(message) => f.write_str(message),
            Self::Output(error) => write!(f, "cannot write the output: {error}"),
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
