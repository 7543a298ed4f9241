//! Pages of 20,000 features, and a name of 64 kB: what fails says so in our words, and what passes does, far within
//! the limits of const evaluation.

use crate::workspace::{Workspace, page_with};
use std::fmt::Write;
use std::ops::Range;

/// Features that all have nearly the same name.
const ALIKE: usize = 20_000;

/// Implementations of one heading; the last is not supported.
const IMPLEMENTATIONS: usize = 500;

/// A name of more than 64 kB, as a literal of Rust.
fn long_name() -> String {
    "A long name of many words ".repeat(2600).trim_end().to_owned()
}

/// The page of 4.20 with half of the features, and that of 4.19 with the others: one alone would be too long.
fn pages() -> [String; 2] {
    let mut drivers = String::from("### Drivers\n\n");
    for number in 0..IMPLEMENTATIONS {
        let status = if number + 1 == IMPLEMENTATIONS { "Preview" } else { "Supported" };
        let _ = writeln!(drivers, "    Status, model {number}: {status}");
    }
    let page = |mut features: String, numbers: Range<usize>| {
        for number in numbers {
            let _ = write!(features, "\n### Interrupt remapping of device {number}\n\n    Status: Supported\n");
        }
        page_with("# Format", &format!("{features}\n# Format"))
    };
    let [newer, older] = [page(drivers, ALIKE / 2..ALIKE), page(String::new(), 0..ALIKE / 2)];
    [newer, older.replace("4.20", "4.19")]
}

const LIBRARY: &str = r#"//! Checks of a page of many features.
use xen_support::{Amount, Date, Requirement, Version, require};

pub mod support {
    xen_support::include_support!("SUPPORT.md", "4.19.md");
}
use support::XEN_4_20;

const LONG: &str = "@LONG";
const BLANKS: &str = "@BLANKS";
require!(XEN_4_20: "Interrupt remapping of device 19999" is security_supported unconditionally);
const _: () = assert!(Requirement::parse(LONG).is_err() && Requirement::parse(BLANKS).is_err());
const _: () = assert!(Amount::parse(LONG).is_none() && Amount::parse(BLANKS).is_none());
const _: () = assert!(Version::parse(concat!("4.18", "@LONG")).is_none() && Version::parse(BLANKS).is_none());
const _: () = assert!(Date::parse(LONG).is_none());
"#;

/// Checks that fail, and what the error of each says.
const CHECKS: [(&str, &str); 7] = [
    (
        r#""Interupt remapping of device 12345" is supported"#,
        r#"similar names are "Interrupt remapping of device 12345"; "Interrupt remapping of device 1234"; "#,
    ),
    (
        r#""Interrupt remapping of device 99999" is supported"#,
        r#"similar names are "Interrupt remapping of device 9999"; "#,
    ),
    (r#""remapping of device 1999" is supported"#, r#"similar names are "Interrupt remapping of device 1999"#),
    (r#""Something that no page has" is supported"#, "no name is similar\n"),
    (r#""Drivers" is supported"#, r#"this heading has "Drivers", "model 0"; "Drivers", "model 1"; "#),
    (
        r#""Drivers", "model 7" is security_supported unconditionally"#,
        r#"more is said beside it: exceptions; less is granted to "Drivers", "model 499""#,
    ),
    ("LONG is supported", "A long name of many words A long name of many wo…\"\n"),
];

#[test]
fn checks_of_many_features_and_long_names_pass_and_fail_in_our_words() {
    let workspace = Workspace::lock();
    let package = workspace.package("many");
    let mut library = LIBRARY.replace("@LONG", &long_name()).replace("@BLANKS", &" ".repeat(1 << 16));
    for (check, _) in CHECKS {
        let _ = writeln!(library, "require!(XEN_4_20: {check});");
    }
    package.write("src/lib.rs", library);
    let [newer, older] = pages();
    package.write("SUPPORT.md", newer);
    package.write("4.19.md", older);

    let run = package.cargo(&["check"]).must_fail();
    for (check, message) in CHECKS {
        assert!(run.stderr.contains(message), "{check}: no {message:?} in:\n{}", run.stderr);
    }
    assert!(!run.stderr.contains("taking a long time"), "{}", run.stderr);
    assert_eq!(run.stderr.matches("error[E0080]").count(), CHECKS.len(), "{}", run.stderr);
}
