//! Input and output: standard input, closed pipes, paths that are not UTF-8, colours.

use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
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

/// An empty folder of a test's own.
fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What a command that ends with this exit code writes to standard output and error.
fn ended(code: i32, command: &mut Command) -> [String; 2] {
    let output = command.output().unwrap();
    let [out, err] = [output.stdout, output.stderr].map(text);
    assert_eq!(output.status.code(), Some(code), "{command:?}\n{out}\n{err}");
    [out, err]
}

#[test]
fn a_readme_that_is_named_is_read_as_a_page() {
    let folder = empty_folder("readme");
    let [readme, page] = ["README.md", "4.19.md"].map(|name| folder.join(name));
    fs::write(&page, PAGE).unwrap();
    fs::write(&readme, "# Pages\n").unwrap();
    let note = format!(
        "README.md is no SUPPORT.md; a command that takes several pages reads those beside it if you name the folder: {}\n",
        folder.display()
    );
    for command in ["check", "rows", "matrix", "codegen"] {
        let [_, err] = ended(1, xen_support(&[command]).args([&page, &readme]));
        assert!(err.contains(&note), "{err}");
    }
    ended(1, xen_support(&["diff", "4.22"]).arg(&readme).args(["--deny", "lowered"]));
    // One that is a page is one.
    fs::write(&readme, PAGE.replace("    Status, domU: Supported", "    Status, domU: Experimental")).unwrap();
    ended(0, xen_support(&["check"]).arg(&readme));
    ended(1, xen_support(&["diff"]).args([&page, &readme]).args(["--deny", "lowered"]));
}

#[test]
fn a_folder_stands_for_the_pages_in_it() {
    let folder = empty_folder("folder");
    for name in ["README.md", "._4.19.md", ".#4.19.md", ".4.19.md", "4.19.txt"] {
        fs::write(folder.join(name), "no page").unwrap();
    }
    for command in ["check", "rows", "matrix", "codegen"] {
        let [_, err] = ended(2, xen_support(&[command]).arg(&folder));
        assert!(err.contains("there is no page in "), "{err}");
    }
    fs::write(folder.join("b.md"), PAGE).unwrap();
    fs::write(folder.join("a.md"), PAGE.replace("4.19", "4.20")).unwrap();
    let [rows, _] = ended(0, xen_support(&["rows"]).arg(&folder));
    let headings: Vec<&str> = rows.lines().filter(|line| line.starts_with("==> ")).collect();
    assert_eq!(headings, ["a.md", "b.md"].map(|name| format!("==> {} <==", folder.join(name).display())));
    ended(0, xen_support(&["check"]).arg(&folder));
    let [found, _] = ended(0, xen_support(&["find", "floppy", "--format", "csv", "--in"]).arg(&folder));
    assert_eq!(found.lines().count(), 3, "{found}");

    // The day on which they were taken is that of the folder, as in a builder.
    fs::write(folder.join("AS_OF"), "2025-01-02\n").unwrap();
    let [tables, _] = ended(0, xen_support(&["codegen"]).arg(&folder));
    assert!(tables.contains("data::Date::literal(\"2025-01-02\")"), "{tables}");

    for command in [&["status"][..], &["diff", "4.22"]] {
        let [_, err] = ended(2, xen_support(command).arg(&folder));
        assert!(err.ends_with(" is a folder: name one of the pages in it\n"), "{err}");
    }
    let mut named = OsString::from("ours=");
    named.push(".");
    let [_, err] = ended(2, xen_support(&["matrix"]).arg(named));
    assert!(err.contains("\"ours\" is for one page, and . is a folder"), "{err}");
}

#[test]
fn no_more_is_read_of_a_page_than_it_may_have() {
    let folder = empty_folder("long");
    let page = folder.join("4.19.md");
    // One that takes no room on the disk.
    fs::File::create(&page).unwrap().set_len(3 << 30).unwrap();
    for command in ["check", "rows", "status", "matrix", "codegen"] {
        let [out, err] = ended(1, xen_support(&[command]).arg(&page));
        assert!(format!("{out}{err}").contains("error[page-too-long]"), "{command}: {out}{err}");
    }
    if cfg!(unix) {
        let [out, _] = ended(1, &mut xen_support(&["check", "/dev/zero"]));
        assert!(out.contains("error[page-too-long]"), "{out}");
        let zeros = fs::File::open("/dev/zero").unwrap();
        ended(1, xen_support(&["check", "-"]).stdin(zeros));
    }
    for number in 0..9 {
        fs::write(folder.join(format!("4.{number}.md")), "x".repeat(1 << 20)).unwrap();
    }
    fs::remove_file(page).unwrap();
    for command in ["check", "matrix"] {
        let [_, err] = ended(1, xen_support(&[command]).arg(&folder));
        assert_eq!(err, "error: the pages have more than 8388608 bytes together: name fewer\n");
    }
}

#[cfg(unix)]
#[test]
fn a_page_may_come_from_a_pipe_and_its_name_may_not_break_a_line() {
    let folder = empty_folder("pipe");
    let pipe = folder.join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    std::thread::scope(|scope| {
        scope.spawn(|| fs::write(&pipe, PAGE).unwrap());
        ended(0, xen_support(&["check"]).arg(&pipe));
    });
    let page = folder.join("a\n==> b <==.md");
    fs::write(&page, PAGE).unwrap();
    for named in [&page, &folder] {
        let [_, err] = ended(2, xen_support(&["rows"]).arg(named));
        assert!(err.contains("a\\n==> b <==.md\" has a control character in it"), "{err}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_has_an_exit_code_of_its_own() {
    for arguments in [
        "--help",
        "-h",
        "--version",
        "help",
        "help check",
        "check --help",
        "explain",
        "explain status-unknown",
        "man",
        "man check",
        "completions bash",
        "completions zsh",
        "completions fish",
        "completions elvish",
        "completions powershell",
        "rows 4.22",
        "status 4.22",
        "status 4.22 --require security_supported",
        "status 4.22 --format json",
        "find pvh",
        "matrix",
        "matrix --format csv",
        "diff 4.21 4.22",
        "diff 4.21 4.22 --deny lowered --format markdown",
        "codegen 4.22",
        "check tests/pages/errors.md",
        "check tests/pages/errors.md --format json",
        "rows 4.22 README.md",
    ] {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        let full = fs::File::create("/dev/full").unwrap();
        let [_, err] = ended(3, xen_support(&arguments).stdout(full));
        assert!(err.contains("error: cannot write the output: "), "{arguments:?}: {err}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_closed_or_full_standard_error_changes_no_exit_code() {
    for (code, arguments) in [
        (2, &["nope"][..]),
        (2, &[]),
        (2, &["check", "--nope"]),
        (2, &["check", "absent.md"]),
        (1, &["check", "tests/pages/errors.md"]),
        (1, &["rows", "README.md"]),
        (0, &["--version"]),
    ] {
        let full = fs::File::create("/dev/full").unwrap();
        assert_eq!(xen_support(arguments).stdout(Stdio::null()).stderr(full).status().unwrap().code(), Some(code));
        let closed = ["-c", "exec \"$@\" 2>&- >/dev/null", "sh", env!("CARGO_BIN_EXE_xen-support")];
        let closed = Command::new("sh").args(closed).args(arguments).status();
        assert_eq!(closed.unwrap().code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn help_may_be_read_in_part() {
    for arguments in [&["--help"][..], &["help", "check"], &["completions", "bash"], &["man"]] {
        let mut child = xen_support(arguments).stdout(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        assert!(child.wait().unwrap().success(), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_the_old_file_stays_and_no_other() {
    let folder = empty_folder("full");
    let path = folder.join("support.rs");
    fs::write(&path, "old").unwrap();
    // A limit of one block stands for a disk that fills up.
    let limited = ["-c", "trap '' XFSZ; ulimit -f 1; exec \"$@\"", "bash", env!("CARGO_BIN_EXE_xen-support")];
    let [_, err] = ended(3, Command::new("bash").args(limited).args(["codegen", "4.22", "--output"]).arg(&path));
    assert!(err.contains("support.rs: File too large"), "{err}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    ended(3, xen_support(&["codegen", "4.22", "--output"]).arg(folder.join("absent/support.rs")));
    ended(3, &mut xen_support(&["codegen", "4.22", "--output", "/dev/full"]));
}
