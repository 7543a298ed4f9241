//! Compiles data/*.md into the bundled tables.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, error, fs, io};
use xen_support_compiler::Builder;

/// The warnings that the Xen Project's own pages are known to give: document, code and the text in question.
///
/// They concern pages as they are published, so they stay. What each leaves behind grants nothing that the page does not.
const ACKNOWLEDGED: &[(&str, &str, &str)] = &[
    ("data/4.10.md", "label-misspelt", "Expermental"),
    ("data/4.10.md", "label-misspelt", "Experimenal"),
    ("data/4.11.md", "label-misspelt", "Expermental"),
    ("data/4.11.md", "label-misspelt", "Experimenal"),
    ("data/4.12.md", "label-misspelt", "Expermental"),
    ("data/4.12.md", "label-misspelt", "Experimenal"),
    ("data/4.13.md", "label-misspelt", "Expermental"),
    ("data/4.13.md", "label-misspelt", "Experimenal"),
    ("data/4.15.md", "feature-twice", "Experimental (in \"backend allocation\" mode)"),
    ("data/4.16.md", "feature-twice", "Experimental (in \"backend allocation\" mode)"),
    ("data/4.11.md", "fragment-tab", "\t"),
    ("data/4.12.md", "fragment-tab", "\t"),
    ("data/4.13.md", "fragment-tab", "\t"),
    ("data/4.14.md", "fragment-tab", "\t"),
    ("data/4.15.md", "fragment-tab", "\t"),
    ("data/4.16.md", "fragment-tab", "\t"),
    ("data/4.17.md", "fragment-tab", "\t"),
    ("data/4.18-unstable.md", "fragment-tab", "\t"),
    ("data/4.18.md", "fragment-tab", "\t"),
    ("data/4.19.md", "fragment-tab", "\t"),
    ("data/4.20.md", "fragment-tab", "\t"),
    ("data/4.21.md", "fragment-tab", "\t"),
    ("data/4.22.md", "fragment-tab", "\t"),
    ("data/4.23-unstable.md", "fragment-tab", "\t"),
];

fn main() -> Result<(), Box<dyn error::Error>> {
    let mut builder = Builder::new().folder("data")?.data_path("crate::data").set_name("Bundled").official();
    for (document, code, text) in ACKNOWLEDGED {
        builder = builder.acknowledge(document, code, text);
    }
    if env::var_os("CARGO_FEATURE_DOCUMENTS").is_some() {
        write_documents(builder.documents())?;
    }
    Ok(builder.write_to_out_dir("tables.rs")?)
}

/// Writes the list of the documents that `DOCUMENTS` is.
fn write_documents(paths: &[PathBuf]) -> io::Result<()> {
    let mut list = String::new();
    for path in paths {
        let name = path.to_string_lossy().replace('\\', "/");
        let _ = writeln!(list, r#"("{name}", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/{name}"))),"#);
    }
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&out).join("documents.rs"), format!("&[{list}]"))
}
