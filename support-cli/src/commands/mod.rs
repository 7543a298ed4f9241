//! The commands, one per module: each has its arguments, and a `run` that does what it is for.

mod check;
mod codegen;
mod diff;
mod explain;
mod find;
mod import;
mod man;
mod matrix;
mod rows;
mod status;

use crate::error::Error;
use clap::Subcommand;
use std::io::Write;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(crate) enum Command {
    Check(check::Check),
    Explain(explain::Explain),
    Rows(rows::Rows),
    Status(status::Status),
    Find(find::Find),
    Matrix(matrix::Matrix),
    Diff(diff::Diff),
    Import(import::Import),
    Codegen(codegen::Codegen),
    Man(man::Man),
    Completions(man::Completions),
}

impl Command {
    /// Runs the command, and returns its exit code. `grammar` makes clap's grammar of the whole program, for manual
    /// pages and completions.
    pub(crate) fn run(&self, out: &mut dyn Write, grammar: fn() -> clap::Command) -> Result<ExitCode, Error> {
        match self {
            Self::Check(command) => command.run(out),
            Self::Explain(command) => command.run(out),
            Self::Rows(command) => command.run(out),
            Self::Status(command) => command.run(out),
            Self::Find(command) => command.run(out),
            Self::Matrix(command) => command.run(out),
            Self::Diff(command) => command.run(out),
            Self::Import(command) => command.run(out),
            Self::Codegen(command) => command.run(out),
            Self::Man(command) => command.run(out, grammar()),
            Self::Completions(command) => command.run(out, grammar()),
        }
    }
}
