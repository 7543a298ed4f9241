//! The builder as build scripts use it. What it tells Cargo is tested by `own_statement` of xen-support.

use std::fs;
use std::path::{Path, PathBuf};
use xen_support_compiler::{BuildError, Builder, Date, LintLevels, Settings, Source, compile, emit, pretty};

const PAGE: &str = include_str!("diagnostics/fragment_indent.md");

/// A new folder with the pages of 4.19 and 4.20, and two files that are not pages.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for version in ["4.20", "4.19"] {
        fs::write(folder.join(format!("{version}.md")), page(version)).unwrap();
    }
    fs::write(folder.join("README.md"), "No document.").unwrap();
    fs::write(folder.join("4.18.txt"), page("4.18")).unwrap();
    folder
}

fn page(version: &str) -> String {
    PAGE.replace("4.18", version).replace("      Status", "    Status")
}

/// The tables of the two pages, made without the builder.
fn tables(folder: &Path, data: &str, set: &str, official: bool) -> String {
    let source = |version| Source::new(folder.join(format!("{version}.md")).display().to_string(), page(version));
    let catalog = compile(&["4.19", "4.20"].map(source), &LintLevels::new()).catalog.unwrap();
    let settings =
        Settings { data: data.parse().unwrap(), set: quote::format_ident!("{set}"), official, ..Settings::default() };
    pretty(emit(&catalog, &settings)).unwrap()
}

fn message(outcome: Result<(), BuildError>) -> String {
    let error = outcome.unwrap_err();
    assert_eq!(format!("{error:?}"), error.to_string());
    error.to_string()
}

#[test]
fn a_folders_documents_are_compiled_as_the_build_script_message() {
    let folder = folder("builder_options");
    let built = |builder: Builder| {
        builder.write_to(folder.join("tables.rs")).unwrap();
        fs::read_to_string(folder.join("tables.rs")).unwrap()
    };
    let plain = tables(&folder, "::xen_support::data", "Documents", false);
    let of_folder = Builder::new().folder(&folder).unwrap();
    let names = ["4.19.md", "4.20.md"].map(|name| folder.join(name).to_str().unwrap().replace('\\', "/"));
    assert!(of_folder.documents().eq(names));
    assert_eq!(built(of_folder), plain);
    assert_eq!(built(Builder::new().document(folder.join("4.20.md")).document(folder.join("4.19.md"))), plain);
    let own = Builder::new().folder(&folder).unwrap().data_path("crate::data").set_name("Own").official();
    assert_eq!(built(own), tables(&folder, "crate::data", "Own", true));
}

#[test]
fn a_file_is_only_written_if_its_content_changes() {
    let folder = folder("builder_writes");
    let path = folder.join("tables.rs");
    let builder = Builder::new().document(folder.join("4.19.md"));
    builder.write_to(&path).unwrap();
    let first = fs::metadata(&path).unwrap().modified().unwrap();
    builder.write_to(&path).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), first);
    builder.document(folder.join("4.20.md")).write_to(&path).unwrap();
    assert!(fs::read_to_string(&path).unwrap().contains("XEN_4_20"));
}

#[test]
fn a_failing_build_gives_an_error_that_says_why() {
    let folder = folder("builder_errors");
    let document = || Builder::new().document(folder.join("4.20.md"));
    let path = folder.join("tables.rs");
    for (builder, reason) in [
        (Builder::new(), "there are no documents to compile"),
        (document().set_name("Own Set"), "`Own Set` is not a name in Rust"),
        (document().set_name("4"), "`4` is not a name in Rust"),
        (document().data_path("crate::(data"), "`crate::(data` is not Rust"),
        (document().data_path("fn fn"), "with this path and name, the code is not Rust: "),
        (document().document(folder.join("4.18.txt")).document(&folder), "cannot read "),
    ] {
        let message = message(builder.write_to(&path));
        assert!(message.starts_with(reason), "{message}");
        assert!(!path.exists());
    }
    assert_eq!(
        message(document().write_to_out_dir("tables.rs")),
        "OUT_DIR is not set: write_to_out_dir works in build scripts only; elsewhere, use write_to"
    );
    assert!(message(document().write_to(&folder)).starts_with("cannot write "));
    assert!(message(Builder::new().folder(folder.join("none")).map(drop)).starts_with("cannot read "));
}

#[test]
fn the_errors_of_documents_are_counted_and_shown() {
    let folder = folder("builder_diagnostics");
    let path = folder.join("4.20.md");
    let message_for = |page: String| {
        fs::write(&path, page).unwrap();
        message(Builder::new().document(&path).write_to(folder.join("tables.rs")))
    };
    let one =
        message_for(page("4.20").replace("    Status: Supported", "    Stats: Supported\n    Status, x86: Suported"));
    assert!(one.starts_with("an error in the documents\n\nerror[fragment-key]: "), "{one}");
    assert!(!one.contains("status-unknown"), "{one}");
    let two = message_for(page("4.20").replace("    Status: Supported", "    Stats: Supported\n    Status:\n"));
    assert!(two.starts_with("errors in the documents\n\nerror[fragment-key]: "), "{two}");
    assert!(two.contains("\n\nerror[fragment-value]: "), "{two}");
}

/// The tables that a builder makes, without blanks and line breaks.
fn tables_of(builder: &Builder, folder: &Path) -> String {
    builder.write_to(folder.join("tables.rs")).unwrap();
    fs::read_to_string(folder.join("tables.rs")).unwrap().split_whitespace().collect()
}

#[test]
fn the_day_in_a_folder_is_that_of_its_documents_unless_another_is_given() {
    let [first, second] = ["builder_as_of_1", "builder_as_of_2"].map(folder);
    let has_day = |builder: &Builder, day: &str| {
        let tables = tables_of(builder, &first);
        assert!(tables.contains(&format!("constAS_OF:data::Date=data::Date::literal(\"{day}\");")), "{day}\n{tables}");
    };
    let with_first = || Builder::new().folder(&first).unwrap();
    has_day(&with_first(), "2023-11-16");
    fs::write(first.join("AS_OF"), "2026-08-20\n").unwrap();
    has_day(&with_first(), "2026-08-20");
    has_day(&Builder::new().as_of(Date::literal("2026-08-19")).folder(&first).unwrap(), "2026-08-19");
    has_day(&with_first().as_of(Date::literal("2026-08-21")), "2026-08-21");

    // Of two folders, the newest day counts, whichever comes first.
    for document in ["4.19.md", "4.20.md"] {
        fs::remove_file(second.join(document)).unwrap();
    }
    has_day(&with_first().folder(&second).unwrap(), "2026-08-20");
    for (day, newest) in [("2026-08-21", "2026-08-21"), ("2026-08-19", "2026-08-20")] {
        fs::write(second.join("AS_OF"), day).unwrap();
        has_day(&with_first().folder(&second).unwrap(), newest);
        has_day(&Builder::new().folder(&second).unwrap().folder(&first).unwrap(), newest);
    }
    fs::write(first.join("AS_OF"), "2026-08-22\r\n").unwrap();
    has_day(&with_first(), "2026-08-22");
}

#[test]
fn a_file_that_is_not_one_day_is_an_error_that_names_the_line_and_the_way_out() {
    let folder = folder("builder_as_of_errors");
    let path = folder.join("AS_OF");
    for (content, line_and_reason) in [
        ("", "1: `` is not a day of the calendar"),
        ("\n2026-08-20\n", "1: `` is not a day of the calendar"),
        ("2026-02-29\n", "1: `2026-02-29` is not a day of the calendar"),
        ("2026-08-20 \n", "1: `2026-08-20 ` is not a day of the calendar"),
        ("2026-08-20\r", "1: `2026-08-20\\r` is not a day of the calendar"),
        ("soon\u{1b}[m\n", "1: `soon\\u{1b}[m` is not a day of the calendar"),
        ("2026-08-20\n2026-08-21\n", "2: `2026-08-21` is a second line"),
        ("2026-08-20\n\n", "2: `` is a second line"),
        ("\u{fffd}", "1: `\u{fffd}` is not a day of the calendar"),
    ] {
        // What is not UTF-8 is shown as U+FFFD.
        fs::write(&path, if content == "\u{fffd}" { b"\xff" } else { content.as_bytes() }).unwrap();
        let expected = format!(
            "{}:{line_and_reason}; write the day on which the documents were taken, alone, as in 2026-08-20",
            path.display()
        );
        assert_eq!(message(Builder::new().folder(&folder).map(drop)), expected);
    }
    // However long the file is, only its beginning is read.
    fs::write(&path, "2026-08-20".repeat(100_000)).unwrap();
    let shown = message(Builder::new().folder(&folder).map(drop));
    assert!(shown.contains("is not a day of the calendar") && shown.len() < 400, "{shown}");
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(
        message(Builder::new().folder(&folder).map(drop)),
        format!("cannot read {}: it is no regular file", path.display())
    );
}

#[test]
fn hidden_files_are_no_documents_of_a_folder() {
    let folder = folder("builder_hidden");
    for name in ["._4.19.md", ".#4.19.md", ".4.19.md", ".md"] {
        fs::write(folder.join(name), "\0\x05\x16\x07").unwrap();
    }
    assert_eq!(Builder::new().folder(&folder).unwrap().documents().count(), 2);
}

#[test]
fn a_document_that_is_too_long_is_refused() {
    let folder = folder("builder_too_long");
    let path = folder.join("4.20.md");
    // One that takes no room on the disk.
    fs::File::options().write(true).open(&path).unwrap().set_len(3 << 30).unwrap();
    let message = message(Builder::new().folder(&folder).unwrap().write_to(folder.join("tables.rs")));
    assert!(message.starts_with("an error in the documents\n\nerror[page-too-long]: "), "{message}");
}

/// What only some systems allow in the name of a file.
#[cfg(unix)]
mod names {
    use super::{folder, message, page};
    use std::ffi::OsStr;
    use std::fs;
    use std::os::unix::ffi::OsStrExt;
    use std::path::Path;
    use xen_support_compiler::{BuildError, Builder};

    fn compile(builder: Result<Builder, BuildError>, folder: &Path) -> String {
        message(builder.and_then(|builder| builder.write_to(folder.join("tables.rs"))))
    }

    #[test]
    fn no_name_of_a_file_or_folder_is_obeyed_by_cargo() {
        let outer = folder("builder_control_characters");
        let hostile = "a\ncargo::rustc-env=PWNED=yes\n.md";
        let shown = "a\\ncargo::rustc-env=PWNED=yes\\n.md";
        let inner = outer.join(hostile);
        fs::create_dir(&inner).unwrap();
        fs::write(inner.join("4.20.md"), page("4.20")).unwrap();
        let message = compile(Ok(Builder::new().document(inner.join("4.20.md"))), &outer);
        let way_out = "has a control character in it: rename the file or folder";
        assert!(message.ends_with(&format!("{shown}/4.20.md\" {way_out}")), "{message}");
        let message = compile(Builder::new().folder(&inner), &outer);
        assert!(message.ends_with(&format!("{shown}\" {way_out}")), "{message}");
        fs::remove_dir_all(&inner).unwrap();
        fs::write(inner, page("4.18")).unwrap();
        let message = compile(Builder::new().folder(&outer), &outer);
        assert!(message.ends_with(&format!("{shown}\" {way_out}")), "{message}");
    }

    #[test]
    fn a_path_that_is_not_utf_8_is_refused_since_cargo_cannot_watch_it() {
        let folder = folder("builder_not_utf_8");
        let path = folder.join(OsStr::from_bytes(b"gr\xfcn.md"));
        fs::write(&path, page("4.18")).unwrap();
        for builder in [Builder::new().folder(&folder), Ok(Builder::new().document(&path))] {
            let message = compile(builder, &folder);
            assert!(message.starts_with("the path \"") && message.contains("gr\\xFCn.md\" is not UTF-8"), "{message}");
        }
    }

    #[test]
    fn what_would_be_a_document_but_is_no_file_is_an_error() {
        let folder = folder("builder_no_file");
        let path = folder.join("4.18.md");
        for make in ["mkdir", "mkfifo"] {
            assert!(std::process::Command::new(make).arg(&path).status().unwrap().success());
            let expected = format!("cannot read {}: it is no regular file", path.display());
            assert_eq!(compile(Builder::new().folder(&folder), &folder), expected);
            assert_eq!(compile(Ok(Builder::new().document(&path)), &folder), expected);
            assert!(std::process::Command::new("rm").arg("-r").arg(&path).status().unwrap().success());
        }
    }

    #[test]
    fn the_file_to_write_is_no_link_and_no_pipe() {
        let folder = folder("builder_link");
        let builder = Builder::new().document(folder.join("4.20.md"));
        std::os::unix::fs::symlink("4.18.txt", folder.join("tables.rs")).unwrap();
        let message = compile(Ok(builder), &folder);
        assert!(message.ends_with("tables.rs: it is a symbolic link; name the file that it points to, or remove it"));
        assert_eq!(fs::read_to_string(folder.join("4.18.txt")).unwrap(), page("4.18"));
    }
}
