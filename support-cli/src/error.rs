//! Why a command ends without doing what it was asked to.

use crate::exit::Exit;
use std::fmt;
use std::io;
use std::path::Path;
use xen_support_compiler::{BuildError, UnknownLint};

#[derive(Debug)]
pub(crate) enum Error {
    /// An argument cannot be used. Exit code 2, as for the arguments that clap refuses.
    Argument(String),
    /// The pages have errors, which have been shown. Exit code 1.
    Page(String),
    /// What was asked for is not there. Exit code 1.
    NotFound(String),
    /// A file cannot be written. Exit code 3.
    Write(String),
    /// The output cannot be written. Exit code 3.
    Output(io::Error),
}

impl Error {
    /// How the run ends.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Argument(_) => Exit::BadArgument,
            Self::Page(_) | Self::NotFound(_) => Exit::Failure,
            Self::Write(_) | Self::Output(_) => Exit::CannotWrite,
        }
    }
}

/// Writes a file in one step.
pub(crate) fn write_file(path: &Path, content: &[u8]) -> Result<(), Error> {
    xen_support_compiler::write_file(path, content)
        .map_err(|error| Error::Write(format!("cannot write {}: {error}", path.display())))
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argument(message) | Self::Page(message) | Self::NotFound(message) | Self::Write(message) => {
                f.write_str(message)
            }
            Self::Output(error) => write!(f, "cannot write the output: {error}"),
        }
    }
}

/// Of the files and folders that an argument names.
impl From<BuildError> for Error {
    fn from(error: BuildError) -> Self {
        Self::Argument(error.to_string())
    }
}

impl From<UnknownLint> for Error {
    fn from(error: UnknownLint) -> Self {
        Self::Argument(error.to_string())
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
