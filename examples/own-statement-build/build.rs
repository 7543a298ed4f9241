//! Compiles the product's pages into the tables that src/main.rs includes.

use xen_support_compiler::{BuildError, Builder};

fn main() -> Result<(), BuildError> {
    Builder::new()
        .folder("support")?
        // Version 1's page is out, and stays as it is.
        .allow("label-misspelt@support/4.19.md@Expermental")?
        .write_to_out_dir("support.rs")
}
