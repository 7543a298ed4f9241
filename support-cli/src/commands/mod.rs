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

use crate::console::Console;
use crate::error::Error;
use crate::exit::Exit;
use clap::Subcommand;

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
    pub(crate) fn run(&self, console: &mut Console<'_>, grammar: fn() -> clap::Command) -> Result<Exit, Error> {
        match self {
            Self::Check(command) => command.run(console),
            Self::Explain(command) => command.run(console),
            Self::Rows(command) => command.run(console),
            Self::Status(command) => command.run(console),
            Self::Find(command) => command.run(console),
            Self::Matrix(command) => command.run(console),
            Self::Diff(command) => command.run(console),
            Self::Import(command) => command.run(console),
            Self::Codegen(command) => command.run(console),
            Self::Man(command) => command.run(console, grammar()),
            Self::Completions(command) => command.run(console, grammar()),
        }
    }
}
