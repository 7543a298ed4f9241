//! Look-ups beside those of other crates: `cargo bench --bench lookup`.
//!
//! The program is a package of its own, `benches/lookup`, so that nobody who tests this package builds the other
//! crates. It prints nanoseconds per look-up, and instructions if Valgrind is there, and their ratios to the best of
//! the others.

use std::process::{Command, exit};

fn main() {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/lookup/Cargo.toml");
    let target = concat!(env!("CARGO_TARGET_TMPDIR"), "/lookup");
    let status = Command::new(env!("CARGO"))
        .args(["run", "--release", "--locked", "--manifest-path", manifest, "--target-dir", target])
        .status()
        .expect("Cargo can be started");
    exit(status.code().unwrap_or(1));
}
