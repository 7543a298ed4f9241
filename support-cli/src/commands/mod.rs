//! The commands, one a module: each is its arguments, and what it does.

mod matrix;
mod rows;

use crate::error::Error;
use clap::Subcommand;
use std::io::Write;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(crate) enum Command {
    Rows(rows::Rows),
    Matrix(matrix::Matrix),
}

impl Command {
    /// Does what was asked, and gives the exit code.
    pub(crate) fn run(&self, out: &mut dyn Write) -> Result<ExitCode, Error> {
        match self {
            Self::Rows(command) => command.run(out),
            Self::Matrix(command) => command.run(out),
        }
    }
}
