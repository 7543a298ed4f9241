//! Checks cost the program nothing: with a hundred `require!`s and a hundred `bool`s of constants it is, in all that is
//! loaded, byte for byte the program without, whether optimized or not.
//!
//! The `bool`s are made in constants (`const`, `const { … }`), so that the compiler knows them without the optimizer.
//! Outside of constants the optimizer has to find them out, and does so where a single statement or release is asked, by
//! constant. It is checked on Linux alone, whose files (ELF) say which of their sections are loaded.
#![cfg(target_os = "linux")]

use object::{Object, ObjectSection, SectionFlags, elf};
use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn checks_leave_nothing_in_an_optimized_program() {
    checks_leave_nothing("release", &["checks", "plain-checks"]);
}

#[test]
fn checks_leave_nothing_in_a_program_that_is_not_optimized() {
    checks_leave_nothing("dev", &["checks"]);
}

fn checks_leave_nothing(profile: &str, features: &[&str]) {
    let plain = build(profile, "");
    for checks in features {
        assert_eq!(differences(&plain, &build(profile, checks)), [""; 0], "{checks}");
    }
    // A look-up at run time is seen, so that what is not seen is not there.
    let differences = differences(&plain, &build(profile, "look-up"));
    assert!(differences.iter().any(|difference| difference.starts_with(".text:")), "{differences:?}");
    assert!(differences.iter().any(|difference| difference.starts_with(".rodata:")), "{differences:?}");
}

/// The program's loaded sections.
fn build(profile: &str, features: &str) -> Vec<Section> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("zero_cost").join(profile);
    fs::create_dir_all(&folder).unwrap();
    // The lock file's versions are there, so that no index is needed.
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    fs::write(folder.join("Cargo.toml"), manifest(root)).unwrap();
    let mut command = Command::new(env!("CARGO"));
    // What may be meant for the cargo that runs this test.
    for name in ["CARGO_BUILD_TARGET", "CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS"] {
        command.env_remove(name);
    }
    command.current_dir(&folder);
    command.args(["build", "--offline", "--target-dir", "target", "--profile", profile, "--features", features]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let built = if profile == "dev" { "debug" } else { profile };
    sections(&fs::read(folder.join("target").join(built).join("program")).unwrap())
}

/// A manifest for `zero_cost/program.rs`. The symbols go, since their names hold a hash over the features' names; with
/// them, so would the linker's build id, which is loaded.
fn manifest(root: &Path) -> String {
    let root = root.display();
    format!(
        r#"[workspace]

[package]
name = "program"
version = "0.0.0"
edition = "2024"

[[bin]]
name = "program"
path = '{root}/tests/zero_cost/program.rs'

[features]
checks = []
plain-checks = []
look-up = []

[dependencies]
xen-support = {{ path = '{root}', default-features = false }}

[profile.dev]
panic = "abort"
strip = "symbols"

[profile.release]
panic = "abort"
strip = "symbols"
"#
    )
}

/// A section that is loaded.
#[derive(PartialEq)]
struct Section {
    name: String,
    address: u64,
    size: u64,
    /// Empty where the section is all zeros, which are not in the file: `.bss`.
    bytes: Vec<u8>,
}

fn sections(program: &[u8]) -> Vec<Section> {
    let file = object::File::parse(program).unwrap();
    let is_loaded = |flags| matches!(flags, SectionFlags::Elf { sh_flags, .. } if sh_flags.contains(elf::SHF_ALLOC));
    let loaded = file.sections().filter(|section| is_loaded(section.flags()));
    loaded
        .map(|section| Section {
            name: section.name().unwrap().to_owned(),
            address: section.address(),
            size: section.size(),
            bytes: section.data().unwrap().to_owned(),
        })
        .collect()
}

/// The sections in which two programs differ, in words.
fn differences(plain: &[Section], other: &[Section]) -> Vec<String> {
    let gone = plain.iter().filter(|section| other.iter().all(|other| other.name != section.name));
    let gone = gone.map(|section| format!("{}: gone", section.name));
    let changed = other.iter().filter(|section| !plain.contains(section)).map(|section| {
        let before = plain.iter().find(|plain| plain.name == section.name);
        let before = before.map_or("none".to_owned(), |plain| format!("{} bytes", plain.size));
        format!("{}: {} bytes; plain: {before}", section.name, section.size)
    });
    gone.chain(changed).collect()
}
