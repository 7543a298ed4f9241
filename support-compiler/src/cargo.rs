//! What a build script tells Cargo.
//!
//! Cargo obeys each line of a build script's output that begins with `cargo::`. So nothing is printed anywhere else, and
//! nothing here has a line break in it.

use crate::build_error::BuildError;
use crate::files::{check_name, escaped};
use crate::unicode::printable;
use std::io::{self, Write};
use std::path::Path;

/// Makes Cargo run the build script again when this file, or anything in this folder, changes.
pub(crate) fn rerun_if_changed(path: &Path) -> Result<(), BuildError> {
    check_name(path)?;
    let refuse = || {
        let way_out = "Cargo can be told only of one that is; rename the file or folder";
        BuildError::new(format!("the path {} is not UTF-8: {way_out}", escaped(path)))
    };
    tell("rerun-if-changed", path.to_str().ok_or_else(refuse)?)
}

/// Makes Cargo show a warning. It takes one line at a time.
pub(crate) fn warn(text: &str) -> Result<(), BuildError> {
    printable(text).lines().try_for_each(|line| tell("warning", line))
}

fn tell(what: &str, line: &str) -> Result<(), BuildError> {
    // Not by `println!`, which panics if the output is closed.
    writeln!(io::stdout(), "cargo::{what}={line}")
        .map_err(|error| BuildError::new(format!("Cargo cannot be told `{what}`: {error}")))
}
