//! Why a command ends without doing what it was asked to.

use crate::exit::Exit;
use std::fmt;
use std::io;

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
    /// How the run ends.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Argument(_) => Exit::BadArgument,
            Self::Page(_) | Self::NotFound(_) | Self::Output(_) => Exit::Failure,
        }
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
