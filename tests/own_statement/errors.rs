//! Errors and warnings stand where a user can see what they are about.

use crate::workspace::{PAGE, Run, Workspace, page_with, place};
use xen_support_compiler::Builder;

const UNREADABLE: [(&str, &str); 3] =
    [("missing.md", "cannot read"), ("folder.md", "cannot read"), ("latin1.md", "utf-8")];

const EXPECTED_A_PATH: &str = "expected the path of a SUPPORT.md, as a string";
const NOT_A_CONSTANT: &str = "a constant cannot be given here, since the macro reads the file before the compiler knows \
                              the constant's value; write the path as a string, or by `concat!` and `env!`";
const NOT_A_FOLDER: &str = "this is a folder; name each document in it, or compile the folder in a build script, by \
                            `Builder::folder` of xen-support-compiler";
const OTHER_MACRO: &str = "the only macros that a path can use are `concat!` and `env!`";
const NOT_A_DAY: &str = "this is not a day of the calendar; write one as in \"2026-08-20\"";
const EXPECTED_A_STRING: &str = "expected a string, as in `as_of";
const GIVEN_TWICE: &str = "`as_of` is given a second time";
const OTHER_SETTING: &str = "the settings are `as_of`, the day on which the pages were taken";

/// What stands in the macro, the text at which the error stands, and the error.
const WRONG_INPUT: [(&str, &str, &str); 15] = [
    ("PAGE", "PAGE", NOT_A_CONSTANT),
    (r#""SUPPORT.md", PAGE"#, "PAGE", NOT_A_CONSTANT),
    ("crate::pages::PAGE", "PAGE", NOT_A_CONSTANT),
    (r#"concat!(PAGE, ".md")"#, "PAGE", NOT_A_CONSTANT),
    (r#""pages""#, r#""pages""#, NOT_A_FOLDER),
    (r#"include_str!("SUPPORT.md")"#, "include_str", OTHER_MACRO),
    (r#"own::env!("SUPPORT")"#, "env!", OTHER_MACRO),
    ("4.20", "4.20", EXPECTED_A_PATH),
    (r#"as_of = "2026-08-20""#, "xen_support::", EXPECTED_A_PATH),
    (r#""SUPPORT.md", as_of = "2026-02-29""#, r#""2026-02-29""#, NOT_A_DAY),
    (r#"as_of = "soon", "SUPPORT.md""#, r#""soon""#, NOT_A_DAY),
    (r#""SUPPORT.md", as_of = 2026"#, "2026", EXPECTED_A_STRING),
    (r#""SUPPORT.md", as_of = DAY"#, "DAY", EXPECTED_A_STRING),
    (r#"as_of = "2026-08-20", "SUPPORT.md", as_of = "2026-08-21""#, r#"as_of = "2026-08-21""#, GIVEN_TWICE),
    (r#""SUPPORT.md", until = "2026-08-20""#, "until", OTHER_SETTING),
];

const UNKNOWN: &str = "Status: Suported";

fn unknown() -> String {
    page_with("Status: Supported", UNKNOWN)
}

#[test]
fn what_is_wrong_with_a_document_is_a_compile_error_at_its_path() {
    let workspace = Workspace::lock();
    let package = workspace.package("errors");
    package.create_folder("folder.md");
    package.write("latin1.md", b"# Gr\xf6\xdfe\n");
    let broken = page_with("Status, Arm64", "Statu, Arm64");
    package.write("broken.md", &broken);
    package.write("good.md", page_with("4.20", "4.19"));
    let source = r#"
mod missing { xen_support::include_support!("missing.md"); }
mod folder { xen_support::include_support!("good.md", "folder.md"); }
mod latin1 { xen_support::include_support! { "latin1.md" } }
mod broken {
    xen_support::include_support![
        "good.md",
        "broken.md",
    ];
}
mod put_together { xen_support::include_support!(concat!("brok", "en.md")); }
mod unset { xen_support::include_support!(env!("NO_SUCH_VARIABLE")); }
"#;
    package.write("src/lib.rs", source);
    let run = package.cargo(&["check"]).must_fail();
    let at = |text: &str| run.diagnostic(&place("src/lib.rs", source, text));
    for (name, why) in UNREADABLE {
        let error = at(&format!("\"{name}\""));
        assert!(error.contains(why) && error.contains(name), "{error}");
    }
    let in_document = place("broken.md", &broken, "Statu, Arm64");
    for literal in ["\"broken.md\"", "concat!"] {
        let error = at(literal);
        for text in ["error[fragment-key]", &in_document, "Statu, Arm64: Preview", "did you mean `Status`?"] {
            assert!(error.contains(text), "no {text:?} in:\n{error}");
        }
    }
    assert!(at("\"NO_SUCH_VARIABLE\"").contains("not set"));
}

#[test]
fn what_is_wrong_with_the_input_of_the_macro_is_said_where_it_stands() {
    let workspace = Workspace::lock();
    let package = workspace.package("wrong_input");
    package.create_folder("pages");
    package.write("SUPPORT.md", PAGE);
    let line = |number: usize, input| format!("mod number_{number} {{ xen_support::include_support!({input}); }}\n");
    let source: String = WRONG_INPUT.iter().enumerate().map(|(number, (input, ..))| line(number, input)).collect();
    package.write("src/lib.rs", &source);
    let run = package.cargo(&["check"]).must_fail();
    for (number, (input, text, error)) in WRONG_INPUT.iter().enumerate() {
        let place = place(&format!("src/lib.rs:{}", number + 1), &line(number, input), text).replacen(":1:", ":", 1);
        let shown = run.diagnostic(&place);
        assert!(shown.contains(error), "no {error:?} in:\n{shown}");
    }
}

#[test]
fn a_build_script_names_the_document_that_it_cannot_read() {
    let workspace = Workspace::lock();
    let package = workspace.package("unreadable");
    package.create_folder("folder.md");
    package.write("latin1.md", b"# Gr\xf6\xdfe\n");
    for (name, why) in UNREADABLE {
        let error = Builder::new().document(package.path(name)).write_to(package.path("support.rs")).unwrap_err();
        assert!(error.to_string().contains(why) && error.to_string().contains(name), "{error}");
    }
}

#[test]
fn by_macro_a_warning_in_a_document_is_one_of_the_compiler_and_can_be_allowed() {
    let workspace = Workspace::lock();
    let package = workspace.package("warned");
    package.write("SUPPORT.md", unknown());
    let source = "mod ours { xen_support::include_support!(\"SUPPORT.md\"); }\n";
    let in_document = place("SUPPORT.md", &unknown(), "Suported");
    let shows_it = |run: &Run, place: &str| {
        let warning = run.diagnostic(place);
        for text in ["warning[status-unknown]", &in_document, UNKNOWN] {
            assert!(warning.contains(text), "no {text:?} in:\n{warning}");
        }
    };

    package.write("src/lib.rs", source);
    let visible = package.cargo(&["check"]).must_succeed();
    shows_it(&visible, &place("src/lib.rs", source, "\"SUPPORT.md\""));

    let denied = format!("#![deny(warnings)]\n{source}");
    package.write("src/lib.rs", &denied);
    let error = package.cargo(&["check"]).must_fail();
    shows_it(&error, &place("src/lib.rs", &denied, "\"SUPPORT.md\""));

    package.write("src/lib.rs", format!("#![deny(warnings)]\n#[allow(deprecated)]\n{source}"));
    assert!(!package.cargo(&["check"]).must_succeed().stderr.contains("warning"));
}
