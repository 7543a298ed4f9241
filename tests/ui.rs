//! What does not compile, and what the compiler then says: each `ui/*.rs` has checks that pass beside those that fail,
//! and the errors of the latter stand beside it, as `.stderr`.
//! After a change of the texts, `TRYBUILD=overwrite cargo test --test ui` writes them anew.

use std::fs;
use std::path::Path;
use std::process::Command;
use xen_support::data::REFUSALS;

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

#[test]
fn every_kind_of_refusal_is_shown() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let texts = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let shown: String = texts
        .filter(|path| path.extension().is_some_and(|extension| extension == "stderr"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    for refusal in REFUSALS {
        for template in [refusal.reason, refusal.help] {
            // What stands between the facts that are filled in.
            let mut fixed = template.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, after)| after));
            assert!(fixed.all(|piece| shown.contains(piece)), "{template}");
        }
    }
}
