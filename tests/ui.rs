//! What does not compile, and what the compiler then says: each `ui/*.rs` has checks that pass beside those that fail,
//! and the errors of the latter stand beside it, as `.stderr`.
//! After a change of the texts, `TRYBUILD=overwrite cargo test --test ui` writes them anew.

use std::process::Command;

/// The compiler that the texts were taken from. Others word their part of an error in other ways.
const RUSTC: &str = "rustc 1.95.";

#[test]
fn a_check_that_fails_does_not_compile_and_says_why() {
    let version = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into())).arg("--version").output().unwrap();
    let version = String::from_utf8(version.stdout).unwrap();
    if !version.starts_with(RUSTC) {
        eprintln!("skipped: the texts were taken from {RUSTC}x, this is {version}");
        return;
    }
    let tests = trybuild::TestCases::new();
    tests.compile_fail("tests/ui/*.rs");
}
