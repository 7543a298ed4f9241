//! Compiles data/*.md into the bundled tables.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, error, fs, io};
use xen_support_compiler::Builder;

/// The warnings that the Xen Project's own pages are known to give: document, code and the text in question.
///
/// These pages are published, so the warnings stay. What remains of such a line grants nothing that the page does not.
/// A line that is indented by a tab is in every page since 4.11, and is acknowledged wherever there is one.
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
];

fn main() -> Result<(), Box<dyn error::Error>> {
    let mut builder = Builder::new().folder("data")?.data_path("crate::data").set_name("Bundled").official();
    for (document, code, text) in ACKNOWLEDGED {
        builder = builder.acknowledge(document, code, text);
    }
    for document in builder.documents().to_vec() {
        if fs::read_to_string(&document)?.contains("\n\t") {
            builder = builder.acknowledge(&name(&document), "fragment-tab", "\t");
        }
    }
    if env::var_os("CARGO_FEATURE_DOCUMENTS").is_some() {
        write_documents(builder.documents())?;
    }
    Ok(builder.write_to_out_dir("tables.rs")?)
}

/// The name of a document, which is the same on all systems.
fn name(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Writes the expression that `DOCUMENTS` includes: the name and the text of each document.
fn write_documents(paths: &[PathBuf]) -> io::Result<()> {
    let mut list = String::new();
    for name in paths.iter().map(|path| name(path)) {
        let _ = writeln!(list, r#"("{name}", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/{name}"))),"#);
    }
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&out).join("documents.rs"), format!("&[{list}]"))
}
