//! `xen-support explain`

use crate::error::Error;
use crate::style;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::io::Write;
use std::process::ExitCode;
use xen_support_compiler::{LintLevel, PROBLEMS, Problem};

/// Explain a kind of problem, with examples of wrong and right pages
///
/// Example: xen-support explain status-unknown
#[derive(Args)]
pub(crate) struct Explain {
    /// The code that `check` shows in brackets; without a code, all codes are listed
    #[arg(value_parser = PossibleValuesParser::new(PROBLEMS.iter().map(|problem| problem.code)), hide_possible_values = true)]
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result<ExitCode, Error> {
        for problem in PROBLEMS {
            match &self.code {
                None => title(out, problem)?,
                Some(code) if code == problem.code => {
                    title(out, problem)?;
                    writeln!(out, "\n{}", problem.explanation)?;
                    writeln!(out, "What to do: {}.", problem.advice)?;
                }
                Some(_) => {}
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn title(out: &mut dyn Write, problem: &Problem) -> Result<(), Error> {
    let Problem { level, code, message, .. } = problem;
    let style = match level {
        LintLevel::Error | LintLevel::Deny => style::ERROR,
        LintLevel::Warn | LintLevel::Allow => style::WARNING,
    };
    Ok(writeln!(out, "{style}{level}[{code}]{style:#}: {message}")?)
}
