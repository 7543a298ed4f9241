//! Compiles data/*.md into the bundled tables.

use std::fmt::Write;
use std::path::Path;
use std::{env, error, io};
use xen_support_compiler::{Builder, write_file};

/// What the Xen Project's own pages are known to have, and is published. What remains of such a line grants nothing that
/// the page does not.
const ALLOWED: &[&str] = &[
    "label-misspelt@data/4.10.md",
    "label-misspelt@data/4.11.md",
    "label-misspelt@data/4.12.md",
    "label-misspelt@data/4.13.md",
    "feature-twice@data/4.15.md@Experimental (in \"backend allocation\" mode)",
    "feature-twice@data/4.16.md@Experimental (in \"backend allocation\" mode)",
];

fn main() -> Result<(), Box<dyn error::Error>> {
    let mut builder = Builder::new().folder("data")?.data_path("crate::data").set_name("Bundled").official();
    for lint in ALLOWED {
        builder = builder.allow(lint)?;
    }
    if env::var_os("CARGO_FEATURE_DOCUMENTS").is_some() {
        write_documents(builder.documents())?;
    }
    Ok(builder.write_to_out_dir("tables.rs")?)
}

/// Writes the expression that `DOCUMENTS` includes: the name and the text of each document.
fn write_documents(names: impl Iterator<Item = String>) -> io::Result<()> {
    let mut list = String::new();
    for name in names {
        let _ = writeln!(list, r#"("{name}", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/{name}"))),"#);
    }
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    write_file(&Path::new(&out).join("documents.rs"), format!("&[{list}]").as_bytes())
}
