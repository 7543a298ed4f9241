//! What a page, the name of a file or an argument says is shown on a terminal, and never obeyed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use xen_support_cli::{Exit, Stream, Streams, run};
use xen_support_compiler::is_invisible;

/// Characters that a terminal obeys, or that nobody sees: of ASCII, C1, those that change directions, and others.
const HOSTILE: &str = "\u{7}\u{8}\u{1b}]0;x\u{1b}[31m\u{7f}\u{80}\u{85}\u{90}\u{9b}32m\u{9f}\u{ad}\u{34f}\u{61c}\u{115f}\u{180e}\u{200b}\
    \u{200d}\u{200e}\u{2028}\u{2029}\u{202a}\u{202e}\u{2060}\u{2064}\u{2066}\u{2069}\u{206f}\u{3164}\u{fe0f}\u{feff}\u{fff9}\u{e0001}\u{e0041}\u{e01ef}";

/// A page that has them in every place where a page may have text.
fn page() -> String {
    let x = HOSTILE;
    format!(
        "# Release Support

    Xen-Version: 4.18 {x}
    Initial-Release: 2023-11-16
    Supported-Until: n/a {x}
    Security-Support-Until: TBD {x}

Release Notes
: [a{x}](https://a.example/{x})

# Feature Support

Prose {x} of all.

## Sec{x}tion

Prose {x} of the section.

### Ti{x}tle

A description {x} that speaks of security.

    Status: Supp{x}orted
    Status, do{x}mU: La{x}bel
    Status, other: Supported
    Status, less: Not supported

Caveats {x} of it.

### Other

    Status: Supported

## External security support

* Pro{x}ject https://a.example/{x}

# Format and definitions

## Definition of Status labels

### La{x}bel

    Functional completeness: Yes {x}
    Functional stability: Normal {x}
    Interface stability: Yes {x}
    Security supported: Yes {x}

### Supported

    Functional completeness: Yes
    Functional stability: Normal
    Interface stability: Yes
    Security supported: Yes
"
    )
}

/// A fresh folder with the page, whose name has such characters, too.
fn folder(name: &str) -> (PathBuf, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    // Names with control characters are refused.
    let path = folder.join("p\u{202e}\u{200b}\u{e0041}.md");
    fs::write(&path, page()).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

/// Every command and format, with such characters in pages, names of files and arguments.
fn command_lines(path: &str) -> Vec<Vec<String>> {
    let mut lines: Vec<Vec<&str>> = Vec::new();
    for format in ["text", "json"] {
        lines.push(vec!["check", path, "--format", format]);
    }
    for format in ["text", "json", "csv", "raw-csv", "markdown"] {
        lines.extend([
            vec!["status", path, "--format", format],
            vec!["status", path, "--require", "security_supported unconditionally", "--format", format],
            vec!["find", "t", "--in", path, "--format", format],
            vec!["diff", path, "4.18", "--format", format],
            vec!["diff", "4.18", path, "--format", format],
        ]);
    }
    for format in ["html", "json", "csv", "raw-csv", "markdown"] {
        lines.push(vec!["matrix", path, "4.18", "--format", format]);
    }
    let (column, absent) = (format!("Our{HOSTILE}={path}"), format!("{path}{HOSTILE}"));
    lines.extend([
        vec!["rows", path],
        vec!["rows", path, path],
        vec!["codegen", path],
        vec!["codegen", path, "--allow", "pandoc-differs", "--allow", "heading-level-skipped"],
        vec!["codegen", "4.18", "--output", &absent, "--check"],
        vec!["status", path, HOSTILE],
        vec!["status", path, "Other", HOSTILE],
        vec!["status", path, "Othr"],
        vec!["status", path, "--label", HOSTILE],
        vec!["status", path, "--on", HOSTILE],
        vec!["status", path, "--require", HOSTILE],
        vec!["find", HOSTILE, "--in", path],
        vec!["find", "ttle", "--in", path],
        vec!["matrix", path, path],
        vec!["matrix", &column, "--format", "markdown"],
        vec!["matrix", &column, "--format", "csv"],
        vec!["check", path, "--allow", HOSTILE],
        vec!["check", &absent],
        vec!["check", HOSTILE],
        vec!["import", &absent],
        vec!["man", HOSTILE],
        vec!["explain", HOSTILE],
        vec!["completions", HOSTILE],
        vec![HOSTILE],
        vec!["check", path, HOSTILE, "--format", HOSTILE],
    ]);
    lines.into_iter().map(|line| line.into_iter().map(str::to_owned).collect()).collect()
}

/// Runs a command in this process: its exit, standard output and standard error.
fn output(line: &[String], is_terminal: bool) -> (Exit, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let streams = Streams {
        input: &mut std::io::empty(),
        out: Stream { writer: &mut out, is_terminal, has_colors: false },
        err: Stream { writer: &mut err, is_terminal, has_colors: false },
    };
    let arguments = ["xen-support".into()].into_iter().chain(line.iter().map(Into::into));
    let exit = run(arguments, streams);
    (exit, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

fn obeyed(text: &str) -> Vec<&str> {
    let is_obeyed = |c: char| is_invisible(c) && c != '\n' && c != '\t';
    text.lines().filter(|line| line.contains(is_obeyed)).collect()
}

#[test]
fn no_command_shows_a_terminal_what_it_would_obey_in_any_format() {
    let (_, path) = folder("terminal");
    let mut replaced = 0;
    for line in command_lines(&path) {
        let (_, out, err) = output(&line, true);
        for shown in [&out, &err] {
            assert_eq!(obeyed(shown), Vec::<&str>::new(), "{line:?}");
        }
        replaced += usize::from(out.contains(['\u{fffd}', '\\']) || err.contains(['\u{fffd}', '\\']));
    }
    assert_eq!(replaced, command_lines(&path).len());
}

#[test]
fn what_people_and_json_are_given_is_the_same_for_a_file() {
    let (_, path) = folder("file");
    let is_data = |line: &[String]| {
        let is = |word: &str| line.iter().any(|argument| argument == word);
        ["csv", "raw-csv", "markdown", "html"].into_iter().any(is) || is("rows") || is("matrix")
    };
    for line in command_lines(&path) {
        let (on_terminal, in_file) = (output(&line, true), output(&line, false));
        assert_eq!(on_terminal.0, in_file.0, "{line:?}");
        assert_eq!(on_terminal.2, in_file.2, "{line:?}");
        assert!(is_data(&line) || on_terminal.1 == in_file.1, "{line:?}");
    }
}

#[test]
fn data_that_go_to_a_file_are_the_pages_own() {
    let (_, path) = folder("exact");
    let line = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    for format in ["csv", "raw-csv", "json"] {
        let (_, out, _) = output(&line(&["status", &path, "--format", format]), false);
        let titles: Vec<String> = if format == "json" {
            let value: serde_json::Value = serde_json::from_str(&out).unwrap();
            let features = value["features"].as_array().unwrap().iter();
            features.map(|feature| feature["title"].as_str().unwrap().to_owned()).collect()
        } else {
            let mut reader = csv::Reader::from_reader(out.as_bytes());
            reader.records().map(|record| record.unwrap()[1].to_owned()).collect()
        };
        assert_eq!(titles[0], format!("Ti{HOSTILE}tle"), "{format}");
    }
    let (_, rows, _) = output(&line(&["rows", &path]), false);
    assert!(rows.contains(&format!("\tTi{HOSTILE}tle\tSupp{HOSTILE}orted\t")), "{rows}");
}

/// The same where a terminal is one, if the program `script` is there to make it.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_recognized() {
    let (folder, path) = folder("pty");
    let name = Path::new(&path).file_name().unwrap().to_str().unwrap();
    let lines = ["rows 'NAME'", "status 'NAME' --format csv", "check 'NAME'", "matrix 'NAME'", "check 'NAME.absent'"];
    for line in lines.map(|line| line.replace("NAME", name)) {
        let command = format!("{} --color never {line}", env!("CARGO_BIN_EXE_xen-support"));
        let script = Command::new("script").args(["-qec", &command, "/dev/null"]).current_dir(&folder).output();
        let Ok(output) = script else { return };
        let shown = String::from_utf8(output.stdout).unwrap().replace("\r\n", "\n");
        assert_eq!(obeyed(&shown), Vec::<&str>::new(), "{line}");
        assert!(shown.contains('\u{fffd}'), "{line}: {shown}");
    }
}
