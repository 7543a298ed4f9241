//! Whatever a document says stays text: it becomes neither code nor markup, and reorders nothing.

use crate::hostile_page::{DOCUMENT, MIXED, SCRIPT_DOCUMENT, TEXTS, page, rows, script_page};
use crate::workspace::{Package, Way, Workspace, build_script, page_with};
use std::fs;
use xen_support_compiler::{Builder, is_invisible};

const LIBRARY: &str = "//! The tables of a hostile page.
#![deny(warnings, missing_docs, clippy::pedantic)]
#![deny(text_direction_codepoint_in_literal, text_direction_codepoint_in_comment)]

/// By macro.
@ATTRIBUTE
pub mod by_macro {
    @MACRO
}

/// By build script.
pub mod by_build_script {
    @SCRIPT
}
";

const PROGRAM: &str = r#"//! Prints what the tables hold.
use @NAME::{by_build_script, by_macro};

macro_rules! print {
    ($tables:ident) => {
        for statement in $tables::Statement::all() {
            let release = statement.release();
            let dates =
                (release.initial_release.text, release.supported_until.text, release.security_support_until.text);
            println!(
                "{:?}",
                (statement.file(), release.version_text, dates.0, dates.1, dates.2, release.release_notes)
            );
            for contact in statement.security_contacts() {
                println!("{:?}", (contact.name, contact.url));
            }
            for (feature, status) in statement.iter() {
                let (title, implementation) = (feature.title(), feature.implementation());
                let label = status.label().and_then(|label| Some((label.name, label.tags?)));
                let label = label.map(|(name, tags)| {
                    let stability = (tags.functional_stability, tags.interface_stability);
                    (name, (tags.functional_completeness, stability.0, stability.1, tags.security_supported))
                });
                let prose = (statement.description(feature), statement.caveats(feature));
                println!("{:?}", (title, implementation, feature.section(), status.text(), prose.0, prose.1, label));
                assert_eq!(statement.get(title, implementation), Some(status));
            }
        }
    };
}

fn main() {
    print!(by_macro);
    print!(by_build_script);
    println!("{}", concat!(env!("OUT_DIR"), "/support.rs"));
}
"#;

/// The package, with an attribute for the module of the macro.
fn package<'w>(workspace: &'w Workspace, name: &str, attribute: &str) -> Package<'w> {
    let package = workspace.package(name);
    let allowed = format!("readers-differ@{SCRIPT_DOCUMENT}");
    let documents =
        format!("{DOCUMENT:?}, {SCRIPT_DOCUMENT:?} as \"4.19\", allow = \"pandoc-differs\", allow = \"{allowed}\"");
    let items = |way: Way| way.items(&documents, "support.rs");
    let build = build_script(&format!(
        "let version = xen_support_compiler::Version::new(4, 19);
    let builder = Builder::new().document({DOCUMENT:?}).document_of(version, {SCRIPT_DOCUMENT:?});
    Ok(builder.allow(\"pandoc-differs\")?.allow(\"{allowed}\")?.write_to_out_dir(\"support.rs\")?)"
    ));
    let library = LIBRARY
        .replace("@ATTRIBUTE", attribute)
        .replace("@MACRO", &items(Way::Macro))
        .replace("@SCRIPT", &items(Way::BuildScript));
    package.write("src/lib.rs", library);
    package.write("src/main.rs", PROGRAM.replace("@NAME", name));
    package.write("build.rs", build);
    package.write(DOCUMENT, page());
    package.write(SCRIPT_DOCUMENT, script_page());
    package
}

/// The package with the page's warnings allowed.
fn silent(workspace: &Workspace) -> Package<'_> {
    package(workspace, "hostile", "#[allow(deprecated)]")
}

/// Holds that no line has a character that a terminal or an editor obeys instead of showing it, or that nobody sees.
fn must_have_no_controls(text: &str) {
    let obeyed: Vec<&str> = text.split('\n').filter(|line| line.contains(is_invisible)).collect();
    assert!(obeyed.is_empty(), "{obeyed:#?}");
}

#[test]
fn every_text_of_a_page_is_looked_up_as_it_stands() {
    let workspace = Workspace::lock();
    let run = silent(&workspace).cargo(&["run"]).must_succeed();
    let mut printed: Vec<&str> = run.stdout.lines().collect();
    printed.pop();
    let rows = rows();
    for (printed, row) in printed.iter().zip(rows.iter().cycle()) {
        assert_eq!(printed, row);
    }
    assert_eq!(printed.len(), 2 * rows.len());
}

#[test]
fn the_file_that_a_build_script_writes_holds_no_character_that_an_editor_obeys() {
    let workspace = Workspace::lock();
    let run = silent(&workspace).cargo(&["run"]).must_succeed();
    let file = fs::read_to_string(run.stdout.lines().last().unwrap()).unwrap();
    must_have_no_controls(&file);
}

#[test]
fn no_prose_of_a_page_becomes_a_test() {
    let workspace = Workspace::lock();
    let run = silent(&workspace).cargo(&["test", "--doc"]).must_succeed();
    assert!(run.stdout.contains("running 0 tests"), "{}", run.stdout);
}

#[test]
fn no_text_of_a_page_becomes_markup_in_the_documentation() {
    let workspace = Workspace::lock();
    let package = silent(&workspace);
    package.cargo(&["doc", "--no-deps", "--lib", "--config", "build.rustdocflags=['-Dwarnings']"]).must_succeed();
    // A section is a heading there, which gets an id of its letters.
    let pages = package.documentation().replace("<h2 id=\"own", "<h2");
    assert!(pages.contains("Prose: &lt;script&gt;own()&lt;/script&gt;"));
    for markup in [
        "<script>own",
        "<style>own",
        "<del>own",
        "<img src=own",
        "<own",
        "=\"own",
        "href=\"https://own",
        "href=\"javascript",
        "<strong>strong",
    ] {
        assert!(!pages.contains(markup), "{markup}");
    }
}

#[test]
fn clippys_pedantic_group_has_nothing_to_say_of_a_hostile_page() {
    let workspace = Workspace::lock();
    if workspace.has_clippy() {
        silent(&workspace).cargo(&["clippy", "--lib"]).must_succeed();
    }
}

#[test]
fn what_a_user_is_shown_of_a_page_holds_no_character_that_a_terminal_obeys() {
    let workspace = Workspace::lock();
    let package = package(&workspace, "shown", "");
    let library = fs::read_to_string(package.path("src/lib.rs")).unwrap();
    package.write("src/lib.rs", library.replace("deny(warnings, ", "deny("));

    // A label that is misspelt, so that it is named beside the excerpt.
    package.write(DOCUMENT, page().replace("    Status: self\n", &format!("    Status: {MIXED}s\n")));
    let run = package.cargo(&["check", "--lib"]).must_succeed();
    let ways = ["warning: shown@0.0.0: warning[", "WARNING_0"];
    let run = run.must_show(&ways).must_show(&["[bidirectional-control]", "[status-unknown]", "[label-misspelt]"]);
    must_have_no_controls(&run.stderr);

    package.write(DOCUMENT, page().replace("    Status, ", "    Statu, "));
    let run = package.cargo(&["check", "--lib"]).must_fail().must_show(&["error[fragment-key]"]);
    must_have_no_controls(&run.stderr);
}

#[test]
fn a_failed_check_shows_no_character_of_a_page_that_a_terminal_obeys() {
    let workspace = Workspace::lock();
    let package = package(&workspace, "refused", "");
    let file = package.path("support.rs");
    Builder::new().allow("pandoc-differs").unwrap().document(package.path(DOCUMENT)).write_to(&file).unwrap();
    let file = fs::read_to_string(file).unwrap();
    let release = file.split("pub const XEN_").nth(1).unwrap().split(':').next().unwrap();
    let checks = TEXTS.map(|text| {
        let (title, near) = (text.escape_unicode(), format!("{text}!"));
        let near = near.escape_unicode();
        format!(
            "xen_support::require!(by_macro::XEN_{release}: \"{title}\" is security_supported);\n\
             xen_support::require!(by_macro::XEN_{release}: \"{title}\", \"{near}\" is supported);\n"
        )
    });
    let library = fs::read_to_string(package.path("src/lib.rs")).unwrap().replace("deny(warnings, ", "deny(");
    package.write("src/lib.rs", format!("{library}\n{}", checks.concat()));
    let run = package.cargo(&["check", "--lib"]).must_fail().must_show(&["\u{fffd}[m", "not granted by"]);
    must_have_no_controls(&run.stderr);
}

#[test]
fn a_blank_of_several_bytes_before_the_colon_is_an_error_like_any_other() {
    let workspace = Workspace::lock();
    let package = workspace.package("blank");
    package.write("SUPPORT.md", page_with("Status, Arm64: Preview", "Status, Arm64\u{2003}: Preview"));
    let error = Builder::new().document(package.path("SUPPORT.md")).write_to(package.path("support.rs")).unwrap_err();
    assert!(error.to_string().contains("error[fragment-implementation]"), "{error}");
}

/// A file system may allow any character in a name; Cargo obeys each line of a build script's output.
#[cfg(unix)]
#[test]
fn no_name_of_a_document_tells_cargo_anything() {
    let workspace = Workspace::lock();
    let package = workspace.package("named");
    let name = "a\ncargo::rustc-env=OWNED=yes\n.md";
    package.write(&format!("pages/{name}"), page_with("4.20", "4.21"));
    let name = name.escape_debug().to_string();
    let refused = format!("{name}\" has a control character in it: rename the file or folder");
    for adds in ["folder(\"pages\")?".to_owned(), format!("document(\"pages/{name}\")")] {
        let builds = format!("Builder::new().{adds}.write_to_out_dir(\"support.rs\")");
        package.write("build.rs", build_script(&builds));
        package.cargo(&["check"]).must_fail().must_show(&[&refused]);
        // If the build goes on all the same, nothing has been told to Cargo.
        let builds = format!("let build = || {builds};\n    assert!(build().is_err());\n    Ok(())");
        package.write("build.rs", build_script(&builds));
        package.write("src/lib.rs", "const _: () = assert!(option_env!(\"OWNED\").is_none());");
        package.cargo(&["check"]).must_succeed();
    }
    package.write("src/lib.rs", format!("xen_support::include_support!(\"pages/{name}\");"));
    package.cargo(&["check"]).must_fail().must_show(&[&refused]);
}
