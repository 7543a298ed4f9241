//! Look-ups beside those of other crates: `cargo bench --bench lookup`.
//!
//! The program is the package `benches/lookup`, of its own, so that nobody who tests this one builds its peers. It
//! prints nanoseconds and instructions a look-up (those with Valgrind alone), and their ratios to the best peer.

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
