//! Tables may stand in any crate, and anywhere in it.

use crate::workspace::{PAGE, Package, Way, Workspace, build_script, page_with};

const BUILD: &str = r#"let pages = || Builder::new().data_path("::renamed::data").document("pages/4.20.md");
    pages().document("pages/4.19.md").write_to_out_dir("both.rs")?;
    pages().write_to_out_dir("one.rs")"#;

const SOURCE: &str = r#"//! A crate without std that refuses whatever a compiler can complain about.
#![no_std]
#![deny(warnings, missing_docs, unreachable_pub, clippy::pedantic)]
#![forbid(unsafe_code)]

/// Tables that other crates see.
pub mod public {
    @BOTH
}

mod outer {
    pub(crate) mod nested {
        @ONE
    }
}

mod unused {
    @ONE
}

mod reexported {
    @ONE
}

pub use reexported::features;

xen_support::needs! {
    /// What other crates rely on, too.
    pub const NEEDS: public::Needs {
        /// It resets the machine.
        "Watchdog driver" is security_supported because "nobody is there to do it";
        public::features::watchdog_driver::ARM64 is experimental
    }
}

xen_support::require!(public::XEN_4_19..=public::XEN_4_20: "Watchdog driver" is security_supported);
xen_support::require!(public::XEN_4_20: NEEDS);
xen_support::require!(outer::nested::XEN_4_20: outer::nested::features::WATCHDOG_DRIVER is supported);

/// Has tables of its own.
#[must_use]
pub fn previews_the_watchdog() -> bool {
    mod inside {
        @ONE
    }
    xen_support::require!(inside::XEN_4_20: "Watchdog driver", "Arm64" is tech_preview);
    xen_support::needs! {
        const INSIDE: inside::Needs { "Watchdog driver" is supported; }
        const ALL: inside::Needs { all of INSIDE; all of INSIDE; }
    }
    xen_support::require!([inside::XEN_4_20]: ALL);
    let arm64 = inside::features::watchdog_driver::ARM64;
    inside::XEN_4_20.satisfies(arm64, xen_support::Requirement::TECH_PREVIEW)
}
"#;

/// A package of each edition that reaches xen-support by another name.
fn packages(workspace: &Workspace, way: Way) -> Vec<Package<'_>> {
    let way_name = match way {
        Way::Macro => "macro",
        Way::BuildScript => "script",
    };
    let both = way.items(r#""pages/4.20.md", "pages/4.19.md""#, "both.rs");
    let one = way.items(r#""pages/4.20.md""#, "one.rs");
    let source = SOURCE.replace("@BOTH", &both).replace("@ONE", &one).replace("xen_support::", "renamed::");
    let package = |edition| {
        let package = workspace.package_with(&format!("{way_name}_{edition}"), edition, "renamed");
        package.write("src/lib.rs", &source);
        if matches!(way, Way::BuildScript) {
            package.write("build.rs", build_script(BUILD));
        }
        package.write("pages/4.19.md", page_with("4.20", "4.19"));
        package.write("pages/4.20.md", PAGE);
        package
    };
    ["2018", "2021", "2024"].map(package).into()
}

#[test]
fn tables_by_macro_stand_anywhere_in_a_strict_crate_of_any_edition_and_by_any_name() {
    for package in packages(&Workspace::lock(), Way::Macro) {
        package.cargo(&["check"]).must_succeed();
    }
}

#[test]
fn tables_by_build_script_stand_anywhere_in_a_strict_crate_of_any_edition_and_by_any_name() {
    for package in packages(&Workspace::lock(), Way::BuildScript) {
        package.cargo(&["check"]).must_succeed();
    }
}

#[test]
fn the_list_of_features_links_to_each_wherever_the_tables_stand() {
    let workspace = Workspace::lock();
    for package in [Way::Macro, Way::BuildScript].into_iter().flat_map(|way| packages(&workspace, way)) {
        for what in ["--lib", "--document-private-items"] {
            let arguments = ["doc", "--no-deps", what, "--config", "build.rustdocflags=['-Dwarnings']"];
            package.cargo(&arguments).must_succeed();
        }
        let pages = package.documentation();
        for link in ["constant.WATCHDOG_DRIVER.html", "watchdog_driver/index.html"] {
            assert!(pages.contains(&format!("href=\"{link}\"")), "{link}");
        }
    }
}

#[test]
fn clippys_pedantic_group_has_nothing_to_say_of_tables() {
    let workspace = Workspace::lock();
    let packages = [Way::Macro, Way::BuildScript].map(|way| packages(&workspace, way).pop().unwrap());
    if workspace.has_clippy() {
        for package in packages {
            package.cargo(&["clippy"]).must_succeed();
        }
    }
}
