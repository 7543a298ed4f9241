//! Levels of problems, and versions, that are given to documents by build script and by macro.

use crate::workspace::{PAGE, Workspace, build_script, page_with, place};

const UNKNOWN: &str = "Status: Suported";

fn unknown() -> String {
    page_with("Status: Supported", UNKNOWN)
}

#[test]
fn by_build_script_a_warning_in_a_document_is_one_of_cargo_and_can_be_allowed_or_denied() {
    let workspace = Workspace::lock();
    let package = workspace.package("warned_by_script");
    package.write("SUPPORT.md", unknown());
    let build = |levels: &str| {
        build_script(&format!(r#"Builder::new().document("SUPPORT.md"){levels}.write_to_out_dir("support.rs")"#))
    };
    package.write("build.rs", build(""));
    let in_document = place("SUPPORT.md", &unknown(), "Suported");
    package.cargo(&["check"]).must_succeed().must_show(&["warning[status-unknown]", &in_document, UNKNOWN]);

    package.write("build.rs", build(r#".deny("warnings")?"#));
    package.cargo(&["check"]).must_fail().must_show(&["error[status-unknown]", &in_document]);

    package.write("build.rs", build(r#".allow("status-unknown@SUPPORT.md@Suported")?"#));
    assert!(!package.cargo(&["check"]).must_succeed().stderr.contains("warning"));

    package.write("SUPPORT.md", PAGE);
    package.cargo(&["check"]).must_succeed().must_show(&["`status-unknown@SUPPORT.md@Suported`", "remove it"]);

    package.write("build.rs", build(r#".allow("status-unknwon")?"#));
    package.cargo(&["check"]).must_fail().must_show(&["`status-unknwon`; did you mean `status-unknown`?"]);
}

#[test]
fn by_macro_a_level_is_given_to_a_kind_of_problem() {
    let workspace = Workspace::lock();
    let package = workspace.package("levels_by_macro");
    let source = |levels: &str| format!("#![deny(warnings)]\nxen_support::include_support!(\"SUPPORT.md\"{levels});\n");
    package.write("SUPPORT.md", unknown());
    package.write("src/lib.rs", source(r#", allow = "status-unknown@SUPPORT.md""#));
    package.cargo(&["check"]).must_succeed();
    package.write("src/lib.rs", source(r#", allow = "status-unknown", deny = "status-unknown@SUPPORT.md@Suported""#));
    package.cargo(&["check"]).must_fail().must_show(&["error[status-unknown]", "Suported"]);

    package.write("SUPPORT.md", PAGE);
    let unused = source(r#", allow = "status-unknown@SUPPORT.md""#);
    package.write("src/lib.rs", &unused);
    let at = place("src/lib.rs", &unused, "\"status-unknown@SUPPORT.md\"");
    assert!(package.cargo(&["check"]).must_fail().diagnostic(&at).contains("remove it"));
    for (setting, message) in [
        ("allow = \"not-utf-8\"", "`not-utf-8` is always an error"),
        ("allow = fragment", "expected a string"),
        ("forbid = \"warnings\"", "the settings are `as_of`"),
    ] {
        package.write("src/lib.rs", source(&format!(", {setting}")));
        package.cargo(&["check"]).must_fail().must_show(&[message]);
    }
}

#[test]
fn a_page_that_says_no_version_compiles_with_the_one_that_it_is_given() {
    let workspace = Workspace::lock();
    let package = workspace.package("given_version");
    package.write("SUPPORT.md", page_with("Xen-Version: 4.20", "Xen-Version: unstable"));
    let by_macro = |given: &str| {
        format!(
            "xen_support::include_support!(\"SUPPORT.md\"{given});\npub const PAGE: Statement = XEN_4_18_UNSTABLE;\n"
        )
    };
    package.write("src/lib.rs", by_macro(", allow = \"no-version\""));
    package.cargo(&["check"]).must_fail().must_show(&["error[no-version]", "as \"4.18-unstable\""]);
    package.write("src/lib.rs", by_macro(" as \"4.18-unstable\""));
    package.cargo(&["check"]).must_succeed();
    package.write("src/lib.rs", by_macro(" as \"unstable\""));
    package.cargo(&["check"]).must_fail().must_show(&["this is not a version of Xen"]);
}
