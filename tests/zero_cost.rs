//! Checks cost the program nothing. A program with a hundred `require!`s and a hundred `bool`s of constants has, byte
//! for byte, the same loaded sections as the program without them, optimized or not.
//!
//! The `bool`s are computed in constants (`const`, `const { … }`), so the compiler knows them without the optimizer.
//! Outside of constants the optimizer has to compute them, which it does if the statement or release is a single
//! constant. The test runs on Linux only, whose files (ELF) say which of their sections are loaded.
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
    // A look-up at run time makes a difference, so the comparison would notice what checks leave.
    let differences = differences(&plain, &build(profile, "look-up"));
    assert!(differences.iter().any(|difference| difference.starts_with(".text:")), "{differences:?}");
    assert!(differences.iter().any(|difference| difference.starts_with(".rodata:")), "{differences:?}");
}

/// The program's loaded sections.
fn build(profile: &str, features: &str) -> Vec<Section> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("zero_cost").join(profile);
    fs::create_dir_all(&folder).unwrap();
    // The versions of the lock file are downloaded already, so Cargo needs no network.
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    fs::write(folder.join("Cargo.toml"), manifest(root)).unwrap();
    let mut command = Command::new(env!("CARGO"));
    // These may be set for the cargo that runs this test.
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

/// A manifest for `zero_cost/program.rs`. It strips the symbols: their names contain a hash over the names of the Cargo
/// features, which would also change the linker's build id, and that is loaded.
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
    /// The bytes in the file; none for a section of zeros, such as `.bss`.
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

/// Describes the sections in which two programs differ.
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
