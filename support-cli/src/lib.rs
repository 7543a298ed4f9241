//! The command `xen-support`: checks, shows and compares what the Xen Project's SUPPORT.md says.
//!
//! **This is no library to depend on**; nothing in it is stable. It is one so that the command can be run within a test, or
//! a fuzzer, as the program runs it.

mod beside;
mod changes;
mod commands;
mod console;
mod day;
mod error;
mod exit;
mod findings;
mod format;
mod import;
mod levels;
mod listing;
mod load;
mod machine;
mod matrix;
mod names;
mod origin;
mod output;
mod page;
mod running;
mod style;
mod table;

pub use console::{Stream, Streams};
pub use exit::Exit;

use clap::{ColorChoice, CommandFactory, Parser};
use commands::Command;
use console::Console;
use error::Error;
use output::WhileRead;
use std::ffi::OsString;
use std::io;
use xen_support_compiler::{is_invisible, printable};

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
  A PAGE is a release whose page is built in, a file, or - for standard input. Where a command takes
  several, a folder stands for the files in it whose names end in .md, except README.md and hidden
  files. A page may have 1 MiB, and all pages of a command 8 MiB.

  A release is named by its version (4.18), or as its branch, tag or folder is: stable-4.18,
  staging-4.18, 4.18-testing. For a point release, such as 4.18.3 or RELEASE-4.18.3, the page of
  its branch answers. The newest page of the development branch is unstable, master or staging.

  Everything else is a file or folder, and so is what ends in .md or contains a /: write ./4.18 for
  one of that name.

Exit code:
  0  All is well.
  1  A page has errors, something was found that --deny refuses, something is not granted that
     --require asks for, or nothing was found.
  2  An argument cannot be used: a file cannot be read, a release or feature does not exist, or
     --running finds no Xen.
  3  The output, or a file, cannot be written.
  It is the same whether or not the output is read to its end.";

/// Runs the command. The first argument is the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>, streams: Streams<'_>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let Streams { input, out, err } = streams;
    let mut writer = io::BufWriter::new(WhileRead::new(out.writer));
    let mut out = Stream { writer: &mut writer, ..out };
    let mut err = Stream { writer: err.writer, ..err };
    let arguments = match Arguments::try_parse_from(&arguments) {
        Ok(arguments) => arguments,
        Err(answer) if answer.use_stderr() => {
            // Those who have closed standard error do not want to know.
            let _ = write_answer(&answer, &arguments, &mut err);
            return Exit::BadArgument;
        }
        Err(answer) => {
            let written = write_answer(&answer, &arguments, &mut out);
            return end(
                written.map(|()| Exit::Success).map_err(Error::from),
                &mut Console::new(Streams { input, out, err }),
            );
        }
    };
    for stream in [&mut out, &mut err] {
        match arguments.color.color {
            ColorChoice::Auto => {}
            ColorChoice::Always => stream.has_colors = true,
            ColorChoice::Never => stream.has_colors = false,
        }
    }
    let mut console = Console::new(Streams { input, out, err });
    let exit = end(arguments.command.run(&mut console, Arguments::command), &mut console);
    // Whatever else went wrong, an answer that is not there is the worst. If it could not be written, that was said.
    let written = if exit == Exit::CannotWrite { Ok(()) } else { console.flush() };
    end(written.map(|()| exit).map_err(Error::from), &mut console)
}

/// Says what went wrong, if something did, and returns how the run ends.
fn end(done: Result<Exit, Error>, console: &mut Console<'_>) -> Exit {
    done.unwrap_or_else(|error| {
        console.error(&error.to_string());
        error.exit()
    })
}

/// Writes clap's answer to arguments that ask for help or the version, or that it refuses. A refusal quotes them, so it has
/// no colours if one of them has characters that a terminal would obey.
fn write_answer(answer: &clap::Error, arguments: &[OsString], stream: &mut Stream<'_>) -> io::Result<()> {
    let text = answer.render();
    let is_plain = arguments.iter().all(|argument| !argument.to_string_lossy().contains(is_invisible));
    if stream.has_colors && is_plain {
        write!(stream.writer, "{}", text.ansi())?;
    } else {
        write!(stream.writer, "{}", printable(&text.to_string()))?;
    }
    stream.writer.flush()
}
