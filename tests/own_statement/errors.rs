//! Errors and warnings stand where a user can see what they are about.

use crate::workspace::{PAGE, Run, Workspace, build_script, page_with, place};
use xen_support_compiler::Builder;

const UNREADABLE: [(&str, &str); 3] =
    [("missing.md", "cannot read"), ("folder.md", "cannot read"), ("latin1.md", "utf-8")];

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

#[test]
fn by_build_script_a_warning_in_a_document_is_one_of_cargo_and_can_be_acknowledged() {
    let workspace = Workspace::lock();
    let package = workspace.package("warned_by_script");
    package.write("SUPPORT.md", unknown());
    let build = |acknowledged: &str| {
        build_script(&format!(r#"Builder::new().document("SUPPORT.md"){acknowledged}.write_to_out_dir("support.rs")"#))
    };
    package.write("build.rs", build(""));
    let in_document = place("SUPPORT.md", &unknown(), "Suported");
    package.cargo(&["check"]).must_succeed().must_show(&["warning[status-unknown]", &in_document, UNKNOWN]);

    package.write("build.rs", build(r#".acknowledge("SUPPORT.md", "status-unknown", "Suported")"#));
    assert!(!package.cargo(&["check"]).must_succeed().stderr.contains("warning"));

    package.write("SUPPORT.md", PAGE);
    package.cargo(&["check"]).must_succeed().must_show(&["no longer given"]);
}
