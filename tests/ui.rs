//! What does not compile, and what the compiler then says: `ui/*.rs` with the errors beside them, as `.stderr`.

use std::process::Command;

/// The compiler that the texts were taken from. Others word their part of an error in other ways.
const RUSTC: &str = "rustc 1.95.";

#[test]
fn misuse_does_not_compile_and_the_error_says_why() {
    let version = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into())).arg("--version").output().unwrap();
    let version = String::from_utf8(version.stdout).unwrap();
    if !version.starts_with(RUSTC) {
        eprintln!("skipped: the texts were taken from {RUSTC}, this is {version}");
        return;
    }
    let tests = trybuild::TestCases::new();
    tests.compile_fail("tests/ui/*.rs");
}
