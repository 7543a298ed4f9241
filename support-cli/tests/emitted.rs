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

/// What bash offers after these words, the last of which is to be completed.
#[cfg(unix)]
fn offered_by_bash(words: &[&str]) -> Option<String> {
    let script = Path::new(env!("CARGO_TARGET_TMPDIR")).join("completions.bash");
    fs::write(&script, output(&["completions", "bash"])).unwrap();
    let last = words[words.len() - 1];
    let before = words[words.len() - 2];
    // Calls the function that the script registers, as bash does.
    let program = r#"source "$1"; shift; name=$(complete -p xen-support | sed -E 's/.*-F ([^ ]+).*/\1/')
        last=$1 before=$2; shift 2; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        "$name" xen-support "$last" "$before"; echo "${COMPREPLY[*]}""#;
    let mut bash = Command::new("bash");
    bash.args(["--norc", "--noprofile", "-c", program, "bash"]).arg(&script).args([last, before]).args(words);
    let output = bash.output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

#[cfg(unix)]
#[test]
fn bash_completes_commands_and_what_follows_them() {
    let Some(commands) = offered_by_bash(&["xen-support", "st"]) else {
        assert!(std::env::var_os("CI").is_none(), "CI has bash");
        return;
    };
    assert_eq!(commands, "status\n");
    for (words, option) in [
        (&["xen-support", "status", "--"][..], "--on"),
        (&["xen-support", "diff", "--de"], "--deny"),
        (&["xen-support", "diff", "--deny", "sec"], "security"),
    ] {
        let offered = offered_by_bash(words).unwrap();
        assert!(offered.split_whitespace().any(|offer| offer == option), "{words:?}: {offered}");
    }
}
