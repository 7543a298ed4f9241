//! An edit of a document rebuilds the crate, and nothing else does.

use crate::workspace::{PAGE, Package, Way, Workspace, build_script, page_with, place};
use std::fs;

/// The tables of SUPPORT.md, and a check that needs its watchdog driver to be supported.
fn include_and_require(way: Way) -> String {
    let items = way.items("\"SUPPORT.md\"", "support.rs");
    format!(
        "mod ours {{\n    {items}\n}}\n\
         xen_support::require!(ours::XEN_4_20: \"Watchdog driver\" is security_supported);\n"
    )
}

/// The line of SUPPORT.md on which a text stands.
fn line(page: &str, text: &str) -> String {
    let place = place("SUPPORT.md", page, text);
    place.rsplit_once(':').unwrap().0.to_owned()
}

/// A package that relies on the watchdog driver of its SUPPORT.md, and prints the path of its build script's tables.
fn package<'w>(workspace: &'w Workspace, name: &str, way: Way) -> Package<'w> {
    let package = workspace.package(name);
    let main = match way {
        Way::Macro => "fn main() {}\n",
        Way::BuildScript => "fn main() { println!(\"{}\", concat!(env!(\"OUT_DIR\"), \"/support.rs\")); }\n",
    };
    package.write("src/main.rs", include_and_require(way) + main);
    if matches!(way, Way::BuildScript) {
        let build = build_script(r#"Builder::new().document("SUPPORT.md").write_to_out_dir("support.rs")"#);
        package.write("build.rs", build);
    }
    package.write("SUPPORT.md", PAGE);
    package.write("OTHER.md", PAGE);
    package
}

fn an_edit_of_the_document_rebuilds_the_crate_and_nothing_else_does(package: &Package<'_>) {
    assert!(package.is_rebuilt());
    assert!(!package.is_rebuilt());

    package.write("OTHER.md", "another file");
    package.write("NEW.md", "one that was not there");
    assert!(!package.is_rebuilt());

    let edited = page_with("Status: Supported", "Status: Preview");
    package.write("SUPPORT.md", &edited);
    package.cargo(&["build"]).must_fail().must_show(&[
        "not granted by 4.20: \"Watchdog driver\" is security_supported",
        "its page says \"Preview\"",
        &line(&edited, "Status: Preview"),
    ]);

    package.write("SUPPORT.md", PAGE);
    assert!(package.is_rebuilt());
    assert!(!package.is_rebuilt());
}

#[test]
fn by_macro_an_edit_of_the_document_rebuilds_the_crate_and_nothing_else_does() {
    let workspace = Workspace::lock();
    an_edit_of_the_document_rebuilds_the_crate_and_nothing_else_does(&package(&workspace, "edited", Way::Macro));
}

#[test]
fn by_build_script_an_edit_of_the_document_rebuilds_the_crate_and_nothing_else_does() {
    let workspace = Workspace::lock();
    let package = package(&workspace, "edited_for_script", Way::BuildScript);
    an_edit_of_the_document_rebuilds_the_crate_and_nothing_else_does(&package);
}

#[test]
fn a_build_script_leaves_the_file_alone_where_it_stays_the_same_or_the_document_has_an_error() {
    let workspace = Workspace::lock();
    let package = package(&workspace, "unchanged", Way::BuildScript);
    let run = package.cargo(&["run"]).must_succeed();
    let written = || fs::metadata(run.stdout.trim()).unwrap().modified().unwrap();
    let first = written();

    package.write("SUPPORT.md", PAGE);
    assert!(package.is_rebuilt());
    assert_eq!(written(), first);

    let broken = page_with("Status, Arm64", "Statu, Arm64");
    package.write("SUPPORT.md", &broken);
    let place = place("SUPPORT.md", &broken, "Statu, Arm64");
    package.cargo(&["build"]).must_fail().must_show(&["error[fragment-key]", &place, "did you mean `Status`?"]);
    assert_eq!(written(), first);

    package.write("SUPPORT.md", PAGE);
    assert!(package.is_rebuilt());
    assert_eq!(written(), first);

    package.write("SUPPORT.md", page_with("Preview", "Tech Preview"));
    assert!(package.is_rebuilt());
    assert!(written() > first);
}

#[test]
fn a_build_script_of_a_folder_finds_the_document_that_comes_to_it() {
    let workspace = Workspace::lock();
    let package = workspace.package("folder");
    package.write("src/lib.rs", include_and_require(Way::BuildScript));
    let build = build_script(r#"Builder::new().folder("pages")?.write_to_out_dir("support.rs")"#);
    package.write("build.rs", build);
    package.write("pages/README.md", "No document.");
    package.write("pages/4.19.md", page_with("4.20", "4.19"));
    package.cargo(&["check"]).must_fail().must_show(&["XEN_4_20"]);
    package.write("pages/4.20.md", PAGE);
    package.cargo(&["check"]).must_succeed();
}

#[test]
fn a_build_script_of_a_folder_reads_the_day_that_comes_to_it() {
    let workspace = Workspace::lock();
    let package = workspace.package("folder_as_of");
    let judged_on = |day: &str| {
        format!(
            "{}const _: () = assert!(!ours::Statement::AS_OF.is_after(DAY) && !DAY.is_after(ours::Statement::AS_OF));\n\
                 const DAY: xen_support::Date = xen_support::Date::literal(\"{day}\");\n",
            include_and_require(Way::BuildScript)
        )
    };
    package.write("src/lib.rs", judged_on("2026-08-20"));
    let build = build_script(r#"Builder::new().folder("pages")?.write_to_out_dir("support.rs")"#);
    package.write("build.rs", build);
    package.write("pages/4.20.md", PAGE);
    package.cargo(&["check"]).must_fail();
    package.write("pages/AS_OF", "2026-08-20\n");
    package.cargo(&["check"]).must_succeed();
    package.write("pages/AS_OF", "soon\n");
    package.cargo(&["check"]).must_fail().must_show(&["pages/AS_OF:1: `soon` is not a day of the calendar"]);
    package.write("pages/AS_OF", "2026-08-21\n");
    package.write("src/lib.rs", judged_on("2026-08-21"));
    package.cargo(&["check"]).must_succeed();
}

#[test]
fn a_path_may_be_put_together_and_a_change_of_a_variable_in_it_rebuilds_the_crate() {
    let workspace = Workspace::lock();
    let package = workspace.package("variable");
    let path = r#"concat!(env!("CARGO_MANIFEST_DIR"), "/", std::env!("PAGES"), "/SUPPORT.md")"#;
    package.write("src/lib.rs", include_and_require(Way::Macro).replace("\"SUPPORT.md\"", path));
    let preview = page_with("Status: Supported", "Status: Preview");
    package.write("first/SUPPORT.md", PAGE);
    package.write("second/SUPPORT.md", &preview);
    let check = |pages| package.cargo(&["check", "--config", &format!("env.PAGES='{pages}'")]);
    check("first").must_succeed();
    // The document is known by its path in the package.
    check("second").must_fail().must_show(&[&format!(" second/{}", line(&preview, "Status: Preview"))]);
    check("first").must_succeed();
}
