//! The options that give levels to kinds of problem.

use crate::error::Error;
use clap::Args;
use xen_support_compiler::LintLevels;

/// The options of commands that judge pages. The levels of equally many parts count in the order deny, warn, allow.
#[derive(Args)]
#[command(next_help_heading = "Levels")]
pub(crate) struct Levels {
    /// Do not show problems of this kind; of one page: CODE@PAGE; at one text: CODE@PAGE@TEXT
    #[arg(long, value_name = "LINT")]
    allow: Vec<String>,
    /// Show problems of this kind as warnings
    #[arg(long, value_name = "LINT")]
    warn: Vec<String>,
    /// Show problems of this kind as errors; `warnings` stands for all that are warnings
    #[arg(long, value_name = "LINT")]
    deny: Vec<String>,
}

impl Levels {
    /// The levels; an error for a kind of problem that does not exist, or that nothing can allow.
    pub(crate) fn read(&self) -> Result<LintLevels, Error> {
        let levels = self.allow.iter().try_fold(LintLevels::new(), |levels, lint| levels.allow(lint));
        let levels = self.warn.iter().fold(levels, |levels, lint| levels?.warn(lint));
        let levels = self.deny.iter().fold(levels, |levels, lint| levels?.deny(lint));
        Ok(levels?)
    }

    /// The arguments that give the same levels.
    pub(crate) fn arguments(&self) -> impl Iterator<Item = String> {
        let options = [("--allow", &self.allow), ("--warn", &self.warn), ("--deny", &self.deny)];
        options
            .into_iter()
            .flat_map(|(option, lints)| lints.iter().flat_map(move |lint| [option.to_owned(), lint.clone()]))
    }
}
