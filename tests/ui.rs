//! Compiles checks that fail, and compares the errors. Each `ui/*.rs` has checks that pass and checks that fail; the
//! `.stderr` beside it has the errors of the latter. After a change of the texts, `scripts/update-snapshots ui`
//! rewrites it.
//!
//! Each version of the compiler words its part of an error differently. So the texts are only compared with the version
//! that they were taken from, stable Rust 1.95, which is named twice below. With any other, cargo reports this test as
//! ignored; in CI, that is a failure.

use std::fs;
use std::path::Path;
use xen_support::data::REFUSALS;

#[rustversion::attr(not(stable(1.95)), ignore = "the texts are those of stable Rust 1.95")]
#[test]
fn a_check_that_fails_does_not_compile_and_says_why() {
    let tests = trybuild::TestCases::new();
    tests.compile_fail("tests/ui/*.rs");
}

#[rustversion::not(stable(1.95))]
#[test]
fn ci_has_the_compiler_that_the_texts_were_taken_from() {
    assert!(
        std::env::var_os("CI").is_none(),
        "CI no longer compares the texts of tests/ui, which are those of stable Rust 1.95: \
         name this compiler's version in tests/ui.rs instead, and run scripts/update-snapshots ui"
    );
}

#[test]
fn every_kind_of_refusal_is_shown() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let texts = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let errors: String = texts
        .filter(|path| path.extension().is_some_and(|extension| extension == "stderr"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    for refusal in REFUSALS {
        for template in [refusal.reason, refusal.help] {
            // The parts of the template between the facts.
            let mut fixed = template.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, after)| after));
            assert!(fixed.all(|piece| errors.contains(piece)), "{template}");
        }
    }
}
