//! `xen-support man` and `xen-support completions`: the files that a package installs beside the command.

use crate::console::Console;
use crate::error::Error;
use crate::exit::Exit;
use clap::Args;
use clap_complete::Shell;
use std::io::Write;

/// Print a manual page, as roff
///
/// Example: xen-support man check | man -l -
#[derive(Args)]
pub(crate) struct Man {
    /// The command to print the page of; without one, xen-support itself
    command: Option<String>,
}

impl Man {
    pub(super) fn run(&self, console: &mut Console<'_>, mut command: clap::Command) -> Result<Exit, Error> {
        command.build();
        if let Some(name) = &self.command {
            let found = command.find_subcommand(name).cloned();
            command = found.ok_or_else(|| Error::Argument(format!("there is no command `{name}`")))?;
        }
        // A command's page is named after the program and the command: xen-support-check.
        let name = command.get_bin_name().unwrap_or("xen-support").replace(' ', "-");
        clap_mangen::Man::new(command.display_name(name).version(env!("CARGO_PKG_VERSION")))
            .render(&mut console.data())?;
        Ok(Exit::Success)
    }
}

/// Print a completion script for a shell
///
/// Example: xen-support completions bash > /usr/share/bash-completion/completions/xen-support
#[derive(Args)]
pub(crate) struct Completions {
    /// The shell to complete in
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self, console: &mut Console<'_>, mut command: clap::Command) -> Result<Exit, Error> {
        // Into a buffer, since the generator panics if it cannot write.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "xen-support", &mut script);
        if self.shell == Shell::Bash {
            // The generator writes the hyphen in the program's name in two ways, so that the script finds no options of
            // a command (clap-rs/clap#6421). Where the two agree, this changes nothing.
            let text = String::from_utf8_lossy(&script).replace("xen__subcmd__support", "xen__support");
            script = text.into_bytes();
        }
        console.data().write_all(&script)?;
        Ok(Exit::Success)
    }
}
