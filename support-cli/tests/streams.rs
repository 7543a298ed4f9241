//! Input and output: standard input, closed pipes, paths that are not UTF-8, colours.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

const PAGE: &str = include_str!("pages/4.19.md");

fn xen_support(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xen-support"));
    command.args(arguments);
    command
}

fn with_input(arguments: &[&str], input: &[u8]) -> Output {
    let command = xen_support(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = command.unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_page_is_read_from_standard_input() {
    let output = with_input(&["check", "-"], PAGE.as_bytes());
    assert!(output.status.success() && output.stdout.is_empty() && output.stderr.is_empty());

    let output = with_input(&["check", "-"], PAGE.replace("Status, domU", "States, domU").as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(text(output.stdout).contains("--> <stdin>:19:5\n"));

    let arguments = ["status", "-", "Floppy", "--format", "csv", "--on", "2026-08-20"];
    let row = "\nDrivers,Floppy,,floppy,4.19,4.19,current,2027-07-29,2024-07-29,2026-01-29,2027-07-29,Supported,Supported,\
               supported,yes,yes,\"yes, through 2027-07-29\",,,,,,41,,\n";
    let output = text(with_input(&arguments, PAGE.as_bytes()).stdout);
    assert!(output.ends_with(row), "{output}");
}

#[test]
fn standard_input_is_read_once() {
    let output = with_input(&["rows", "-", "-"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(output.stderr), "error: standard input (-) can be read only once\n");
}

#[test]
fn text_that_is_not_utf_8_is_a_diagnostic() {
    let page = [PAGE.as_bytes(), b"\nGr\xfc\xdfe\n"].concat();
    let line = PAGE.lines().count() + 2;
    let output = with_input(&["check", "-", "--format", "json"], &page);
    assert_eq!(output.status.code(), Some(1));
    let object: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(object["code"], "not-utf-8");
    assert_eq!(
        (object["line"].as_u64(), object["column"].as_u64(), object["end"].as_u64()),
        (Some(line as u64), Some(3), Some(4))
    );

    for command in ["rows", "matrix", "codegen"] {
        let output = with_input(&[command, "-"], &page);
        assert_eq!(output.status.code(), Some(1), "{command}");
        assert!(output.stdout.is_empty() && text(output.stderr).contains("error[not-utf-8]"), "{command}");
    }
}

#[cfg(unix)]
#[test]
fn a_path_may_be_anything() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(OsStr::from_bytes(b"gr\xfcn.md"));
    fs::write(&path, PAGE.replace("Status, domU", "States, domU")).unwrap();
    let output = xen_support(&["check"]).arg(&path).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(text(output.stdout).contains("gr\u{fffd}n.md:19:5\n"));
}

#[test]
fn a_reader_of_the_output_may_stop_early() {
    // More than fits into a pipe.
    let mut child = xen_support(&["matrix", "--format", "json"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "{\n");
    assert!(child.wait().unwrap().success());
}

#[test]
fn the_exit_code_is_the_same_if_nobody_reads_to_the_end() {
    let lines: Vec<String> = (0..3000).map(|number| format!("    Stotus, i{number}: Supported\n")).collect();
    let page = Path::new(env!("CARGO_TARGET_TMPDIR")).join("long.md");
    fs::write(&page, PAGE.replace("    Status, domU: Supported\n", &lines.concat())).unwrap();
    let page = page.to_str().unwrap();
    let refused = ["status", "unstable", "--require", "security_supported", "--format", "json"];
    for arguments in [&["check", page, "--format", "json"][..], &refused] {
        let child = xen_support(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut child = child.unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(1), "{arguments:?}");
    }
}

#[test]
fn a_status_has_its_colour_where_colours_are_wanted() {
    let colored = |day| {
        let arguments = ["--color", "always", "status", "4.22", "Credit2 Scheduler", "--on", day];
        text(xen_support(&arguments).output().unwrap().stdout)
    };
    assert!(colored("2026-08-20").contains("\u{1b}[32mSupported"), "{}", colored("2026-08-20"));
    // Supported, but not security supported any more.
    assert!(colored("2031-07-31").contains("\u{1b}[36mSupported"), "{}", colored("2031-07-31"));
    let plain = xen_support(&["status", "4.22", "x86/PVH"]).output().unwrap();
    assert!(!plain.stdout.contains(&0x1b));
}

#[test]
fn of_many_problems_with_one_cause_ten_are_shown_and_all_are_in_json() {
    let lines: Vec<String> = (0..25).map(|number| format!("    Status, i{number}: Suported\n")).collect();
    let page = PAGE.replace("    Status, domU: Supported\n", &lines.concat());
    assert_ne!(page, PAGE);
    let shown = text(with_input(&["check", "-"], page.as_bytes()).stdout);
    assert_eq!(shown.matches("[status-unknown]").count(), 10, "{shown}");
    assert!(
        shown.contains("\n… and 15 more of status-unknown in <stdin>; --format json lists them all\n\n"),
        "{shown}"
    );
    assert!(shown.ends_with("0 errors, 25 warnings\n"), "{shown}");
    let all = text(with_input(&["check", "-", "--format", "json"], page.as_bytes()).stdout);
    assert_eq!(all.lines().count(), 25);
}

#[test]
fn a_readme_among_others_is_no_page() {
    let output = xen_support(&["rows", "README.md", "tests/pages/4.19.md"]).output().unwrap();
    assert!(output.status.success());
    assert!(text(output.stdout).starts_with("==> tests/pages/4.19.md <==\nrelease-support--xen-version\t"));
}
