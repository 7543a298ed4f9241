//! The files that the command makes for other programs: Rust, manual pages, completions.

use std::fs;
use std::path::Path;
use std::process::Command;
use xen_support_compiler::Builder;

/// Runs a command that must succeed, and returns its standard output.
fn output(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_xen-support")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The names of the commands that the help lists.
fn commands() -> Vec<String> {
    let help = output(&["--help"]);
    let list = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    list.lines().map(|line| line.split_whitespace().next().unwrap().to_owned()).collect()
}

#[test]
fn codegen_prints_what_build_scripts_write() {
    let pages = ["tests/pages/4.19.md", "tests/pages/4.20-unstable.md"];
    let tables = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tables.rs");
    let builder = pages.iter().fold(Builder::new(), Builder::document);
    builder.write_to(&tables).unwrap();
    assert!(output(&["codegen", pages[0], pages[1]]) == fs::read_to_string(tables).unwrap());
}

#[test]
fn each_command_has_a_manual_page() {
    let commands = commands();
    assert!(commands.len() > 8);
    for command in commands {
        let page = output(&["man", &command]);
        let title = format!(".TH xen-support-{command} 1  \"{command} {}\"", env!("CARGO_PKG_VERSION"));
        assert!(page.contains(&title) && page.contains("\n.SH SYNOPSIS\n"), "{page}");
    }
    let page = output(&["man"]);
    assert!(page.contains(".TH xen-support 1 ") && page.contains("xen\\-support\\-check(1)"), "{page}");
}

#[test]
fn each_shell_has_completions_for_each_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = output(&["completions", shell]);
        for command in commands() {
            assert!(script.contains(&command), "{shell}: {command}");
        }
    }
}
