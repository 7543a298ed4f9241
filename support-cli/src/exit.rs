//! How a run of the command ends.

use std::process::ExitCode;

/// How a run ends, as its exit code says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// All is well.
    Success = 0,
    /// A page has errors, something is refused or not granted, or nothing was found.
    Failure = 1,
    /// An argument cannot be used.
    BadArgument = 2,
    /// The output, or a file, cannot be written.
    CannotWrite = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
