//! `xen-support explain`

use crate::console::{Console, Output};
use crate::error::Error;
use crate::exit::Exit;
use crate::style;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::io::Write;
use xen_support_compiler::{LintLevel, PROBLEMS, Problem};

/// Explain a kind of problem, with examples of wrong and right pages
///
/// A kind of problem has a level: an error stops check, builds and macros; so does what is denied, unless you allow it; a
/// warning stops nothing; what is allowed is shown only if you ask.
///
/// Example: xen-support explain status-unknown
#[derive(Args)]
pub(crate) struct Explain {
    /// The code that `check` shows in brackets; without a code, all codes are listed
    #[arg(value_parser = PossibleValuesParser::new(PROBLEMS.iter().map(|problem| problem.code)), hide_possible_values = true)]
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(&self, console: &mut Console<'_>) -> Result<Exit, Error> {
        let out = &mut console.text();
        for problem in PROBLEMS {
            match &self.code {
                None => title(out, problem)?,
                Some(code) if code == problem.code => {
                    title(out, problem)?;
                    writeln!(out, "\n{}", problem.explanation)?;
                    writeln!(out, "What to do: {}.\n\n{}", problem.advice, level_in_words(problem))?;
                }
                Some(_) => {}
            }
        }
        Ok(Exit::Success)
    }
}

fn title(out: &mut Output<'_>, problem: &Problem) -> Result<(), Error> {
    let Problem { level, code, message, .. } = problem;
    let style = match level {
        LintLevel::Error | LintLevel::Deny => style::ERROR,
        LintLevel::Warn | LintLevel::Allow => style::WARNING,
    };
    out.styled(style, format_args!("{level}[{code}]"))?;
    Ok(writeln!(out, ": {message}")?)
}

/// What the level of a kind of problem means, and how to change it.
fn level_in_words(problem: &Problem) -> String {
    let code = problem.code;
    match problem.level {
        LintLevel::Allow => {
            format!("Its level is allow: it is shown only if you ask, by --warn {code} or --deny {code}.")
        }
        LintLevel::Warn => {
            format!(
                "Its level is warn: it stops no build. To hide it: --allow {code}; to make it an error: --deny {code}."
            )
        }
        LintLevel::Deny => format!(
            "Its level is deny: it is an error, unless you allow it by --allow {code} or --warn {code}. Then what is lost \
             or in doubt grants nothing."
        ),
        LintLevel::Error => "Its level is error: no option allows it.".to_owned(),
    }
}
