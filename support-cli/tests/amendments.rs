//! `xen-support diff --deny`, on small pages that change as Xen's own have: each kind of amendment, and the classes that
//! refuse it. `scripts/diff-history` shows the same of every change in a clone of Xen.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// All words that `--deny` takes, except `any`.
const CLASSES: [&str; 19] = [
    "security",
    "lowered",
    "dropped",
    "newly-ruled",
    "unknown",
    "caveats",
    "descriptions",
    "prose",
    "definitions",
    "labels",
    "contacts",
    "beside",
    "renamed",
    "reworded",
    "raised",
    "added",
    "rows",
    "release",
    "any",
];

/// A page with these features.
fn page(features: &str) -> String {
    let labels = "\
# Format and definitions

## Definition of Status labels

What the labels say.

### Experimental

    Functional completeness: No
    Functional stability: Here be dragons
    Interface stability: Not stable
    Security supported: No

### Supported

    Functional completeness: Yes
    Functional stability: Normal
    Interface stability: Yes
    Security supported: Yes

### External security support

* QEMU https://wiki.qemu.org/index.php/SecurityProcess
";
    let release = "\
# Release Support

    Xen-Version: 4.20
    Initial-Release: 2025-03-05
    Supported-Until: 2028-03-05
    Security-Support-Until: 2030-03-05

# Feature Support

## Features
";
    format!("{release}\n{features}\n{labels}")
}

/// The classes by which `diff --deny` refuses a change, whose pages are written to a folder of its own.
fn refused(name: &str, old: &str, new: &str) -> Vec<&'static str> {
    static COMPARED: AtomicUsize = AtomicUsize::new(0);
    let number = COMPARED.fetch_add(1, Ordering::Relaxed);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("amendments").join(number.to_string());
    fs::create_dir_all(&folder).unwrap();
    let files = [("old.md", old), ("new.md", new)].map(|(file, text)| {
        let path = folder.join(file);
        fs::write(&path, text).unwrap();
        path
    });
    let is_refused = |class: &&str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xen-support"));
        let output = command.arg("diff").args(&files).args(["--on", "2026-08-20", "--deny", class]).output().unwrap();
        match output.status.code() {
            Some(0) => false,
            Some(1) => true,
            code => panic!("{name}, {class}: {code:?} {}", String::from_utf8_lossy(&output.stderr)),
        }
    };
    CLASSES.into_iter().filter(is_refused).collect()
}

/// Checks changes, each with a name, the features before and the features after: all are refused by these classes, and by
/// `any`.
#[track_caller]
fn check(amendments: &[(&str, impl AsRef<str>, impl AsRef<str>)], expected: &[&str]) {
    for (name, old, new) in amendments {
        let mut all = expected.to_vec();
        all.push("any");
        let mut refused = refused(name, &page(old.as_ref()), &page(new.as_ref()));
        all.sort_unstable();
        refused.sort_unstable();
        assert_eq!(refused, all, "{name}");
    }
}

const XL: &str = "### xl\n\nWhat it is.\n\n    Status: Supported\n";

#[test]
fn a_row_that_is_new_and_rules_support_out_is_refused_as_lost_security() {
    let new = |row| (row, XL, format!("{XL}\n{row}\n"));
    let rows = [
        // As of XSA-335, -495 and -508: a heading of its own.
        "### Old device model\n\nIn other configurations.\n\n    Status: No security support, not recommended",
        "### Loader\n\n    Status: Supported, security supported only when run de-privileged",
        "### Paging\n\nBy software.\n\n    Status: Supported, not security supported",
        // As of XSA-385: a limit.
        "### Physical Memory\n\n    Status, x86: Supported up to 8 TiB",
        "### Emulation\n\n    Status: Supported\n\nNo fixes are issued for unscrubbed memory; it is not security supported.",
    ];
    check(&rows.map(new), &["security", "newly-ruled"]);
    // Additions like any other.
    check(
        &["### Sharing\n\n    Status: Experimental", "### Trace\n\n    Status: Not implemented"].map(new),
        &["newly-ruled"],
    );
    check(
        &[new("### Stubdomain\n\n    Status: Supported"), new("### Mice\n\nA driver.\n\n    Status: Supported")],
        &["added"],
    );
}

#[test]
fn a_row_that_is_split_lowered_or_dropped_is_refused() {
    // As of XSA-370: one row becomes several, of which some have caveats.
    let split = "### xl\n\nWhat it is.\n\n    Status, x86_64: Supported\n    Status, x86_32: Supported, with caveats\n\nBeware.\n";
    check(&[("split", XL, split)], &["security", "newly-ruled", "dropped", "added", "caveats"]);
    let is_not = "### xl\n\nWhat it is.\n\n    Status: Supported, not security supported\n";
    check(&[("lowered", XL, is_not)], &["security", "lowered"]);
    let limited = "### xl\n\nWhat it is.\n\n    Status: Supported up to 8 TiB\n";
    check(&[("limited", XL, limited)], &["security", "lowered"]);
    check(&[("dropped", XL, "### Other\n\n    Status: Supported\n")], &["security", "dropped", "added"]);
    check(
        &[("unknown", XL, "### xl\n\nWhat it is.\n\n    Status: Obsolescent\n")],
        &["security", "lowered", "unknown"],
    );
    // As of XSA-436: another implementation, beside which caveats grow.
    let (old, new) = (
        "### Arm\n\n    Status: Supported\n    Status, A57: Supported, not security supported\n\nFor the A57, see its errata.\n",
        "### Arm\n\n    Status: Supported\n    Status, A57: Supported, not security supported\n    \
         Status, A77: Supported, not security supported\n\nFor the A57, see its errata. For the A77, see its errata.\n",
    );
    check(&[("implementation", old, new)], &["security", "newly-ruled", "caveats"]);
}

#[test]
fn prose_alone_is_refused_as_lost_security_where_it_says_something_else_of_support() {
    let old = "### Devices\n\n    Status: Supported, with caveats\n\nOnly with an IOMMU.\n\nNot with migration.\n";
    // As of XSA-461: a paragraph among the caveats.
    let new = "### Devices\n\n    Status: Supported, with caveats\n\nOnly with an IOMMU.\n\n\
               Devices that share lines with others are not security supported.\nThat may be a page.\n\nNot with migration.\n";
    check(&[("caveats", old, new)], &["security", "caveats"]);
    let described = "### xl\n\nWhat it is. It is not security supported on Arm.\n\n    Status: Supported\n";
    check(&[("description", XL, described)], &["security", "descriptions", "beside"]);
    let section = "Restrictions apply to 32-bit builds, which are not supported.\n\n";
    let below = [section, XL].concat();
    check(&[("section", XL, below)], &["security", "prose", "beside"]);
    let (promised, taken) =
        ("Security fixes are issued.\n\n### xl\n\n    Status: Supported\n", "### xl\n\n    Status: Supported\n");
    check(&[("promise", promised, taken)], &["security", "prose", "beside"]);
}

#[test]
fn wording_is_not_refused_as_lost_security() {
    let old = "### Devices\n\nA protocol for keyboards\n\n    Status: Supported, with caveats\n\nOnly devices with an IOMMU are \
               supported.\nSee http://wiki.\n";
    for (name, from, to, classes) in [
        ("lines", "an IOMMU are supported.\nSee", "an\nIOMMU are supported. See", &[] as &[&str]),
        ("marks", "### Devices", "### Devices ###", &[]),
        ("link", "http://wiki", "https://wiki", &["caveats", "any"]),
        ("slip", "devices with", "devcies with", &["caveats", "any"]),
        ("words", "Only devices with", "Only those devices with", &["caveats", "any"]),
        ("mice", "keyboards", "keyboards. Support for mice is included.", &["descriptions", "any"]),
        ("heading", "### Devices", "### Device", &["renamed", "any"]),
        ("name", "### Devices", "### DEVICES", &["renamed", "any"]),
    ] {
        let new = old.replace(from, to);
        assert_ne!(new, old, "{name}");
        assert_eq!(refused(name, &page(old), &page(&new)), classes, "{name}");
    }
    // What stood below the status stands above it.
    let moved = (
        "moved",
        "### a\n\n    Status: Supported\n\nNot for you.\n",
        "### a\n\nNot for you.\n\n    Status: Supported\n",
    );
    check(&[moved], &["caveats", "descriptions", "beside"]);
    check(&[("text", XL, "### xl\n\nWhat it is.\n\n    Status: Security supported\n")], &["reworded"]);
    // As Xen's "XSM & FLASK" was split, of which nothing was security supported.
    let (xsm, flask) =
        ("### XSM & FLASK\n\n    Status: Experimental\n", "### FLASK XSM Module\n\n    Status: Experimental\n");
    check(&[("renamed", xsm, flask)], &["renamed"]);
}

#[test]
fn the_rest_of_a_page_has_classes_of_its_own() {
    let old = page(XL);
    for (name, from, to, classes) in [
        ("life", "Until: 2030-03-05", "Until: 2031-03-05", &["release", "any"] as &[&str]),
        ("ended", "Until: 2030-03-05", "Until: 2026-03-05", &["security", "release", "any"]),
        ("label", "stability: Normal", "stability: Quirky", &["labels", "any"]),
        ("insecure", "Security supported: Yes", "Security supported: No", &["security", "lowered", "labels", "any"]),
        ("words", "What the labels say.", "What each label says.", &["definitions", "any"]),
        ("contact", "* QEMU https://wiki.qemu.org", "* QEMU https://qemu.org", &["definitions", "contacts", "any"]),
        (
            "term",
            "What it is.\n\n    Status: Supported\n",
            "What it is.\n\n    Status: Supported\n\nTerm\n: Its meaning\n",
            &["rows", "any"],
        ),
        (
            "row",
            "    Status: Supported\n",
            "    Status: Supported\n\nSecurity\n: not supported\n",
            &["security", "rows", "any"],
        ),
        ("raised", "Status: Supported", "Status: Supported\n    Status, x: Supported", &["added", "any"]),
    ] {
        let new = old.replace(from, to);
        assert_ne!(new, old, "{name}");
        assert_eq!(refused(name, &old, &new), classes, "{name}");
    }
    let experimental = page(&XL.replace("Supported", "Experimental"));
    assert_eq!(refused("up", &experimental, &old), ["raised", "any"]);
}
