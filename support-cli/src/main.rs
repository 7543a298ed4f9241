//! The command `xen-support`: checks, shows and compares what the Xen Project's SUPPORT.md says.

mod beside;
mod changes;
mod commands;
mod day;
mod error;
mod findings;
mod format;
mod import;
mod levels;
mod listing;
mod machine;
mod matrix;
mod names;
mod origin;
mod output;
mod page;
mod style;
mod table;
mod write;

use clap::{CommandFactory, Parser};
use commands::Command;
use output::WhileRead;
use std::io::{self, Write};
use std::process::ExitCode;

/// Checks, shows and compares what the Xen Project's SUPPORT.md says.
///
/// Every Xen branch carries a SUPPORT.md: which features are supported, which are security supported, under which
/// conditions, and until when. This command reads such pages, the Xen Project's or your own. Those of the releases
/// since Xen 4.10 are built in.
#[derive(Parser)]
#[command(name = "xen-support", version, max_term_width = 100, after_long_help = AFTER_HELP)]
struct Arguments {
    #[command(flatten)]
    color: colorchoice_clap::Color,
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Pages:
  A PAGE is a release whose page is built in, a file, or - for standard input.

  A release is named by its version (4.18), or as its branch, tag or folder is: stable-4.18,
  staging-4.18, 4.18-testing. For a point release, such as 4.18.3 or RELEASE-4.18.3, the page of
  its branch answers. The newest page of the development branch is unstable, master or staging.

  Everything else is a file, and so is what ends in .md or contains a /: write ./4.18 for a file of
  that name. Where there are several pages, a README.md is left out, so that data/*.md means the
  pages in data/.

Exit code:
  0  All is well.
  1  A page has errors, something was found that --deny refuses, something is not granted that
     --require asks for, or nothing was found.
  2  An argument cannot be used: a file cannot be read, or a release or feature does not exist.";

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    arguments.color.write_global();
    let mut out = io::BufWriter::new(WhileRead::new(anstream::stdout()));
    let done = arguments.command.run(&mut out, Arguments::command).and_then(|code| Ok(out.flush().map(|()| code)?));
    match done {
        Ok(code) => code,
        Err(error) => error.report(),
    }
}
