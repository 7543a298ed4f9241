//! `xen-support man` and `xen-support completions`: what a package of the command installs beside it.

use crate::error::Error;
use clap::Args;
use clap_complete::Shell;
use std::io::Write;
use std::process::ExitCode;

/// Print a manual page, as roff
///
/// Example: xen-support man check | man -l -
#[derive(Args)]
pub(crate) struct Man {
    /// The command that it is of; without one, it is of xen-support itself
    command: Option<String>,
}

impl Man {
    pub(super) fn run(&self, out: &mut dyn Write, mut command: clap::Command) -> Result<ExitCode, Error> {
        command.build();
        if let Some(name) = &self.command {
            let found = command.find_subcommand(name).cloned();
            command = found.ok_or_else(|| Error::Argument(format!("there is no command `{name}`")))?;
        }
        // Written at once: a command's name has its parent's before it.
        let name = command.get_bin_name().unwrap_or("xen-support").replace(' ', "-");
        clap_mangen::Man::new(command.display_name(name).version(env!("CARGO_PKG_VERSION"))).render(out)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Print a completion script for a shell
///
/// Example: xen-support completions bash > /usr/share/bash-completion/completions/xen-support
#[derive(Args)]
pub(crate) struct Completions {
    /// The shell that is to complete
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self, out: &mut dyn Write, mut command: clap::Command) -> Result<ExitCode, Error> {
        // The generator panics where it cannot write.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "xen-support", &mut script);
        out.write_all(&script)?;
        Ok(ExitCode::SUCCESS)
    }
}
