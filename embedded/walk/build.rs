//! Lists the releases and the features of the bundled documents: the versions, the names and the keys as strings, and
//! the paths of the features' constants.
//!
//! Strings and constants come from the documents, so that the tables are compared with something other than themselves.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};
use xen_support_compiler::{LintLevels, Source, compile};

const DOCUMENTS: &str = "../../data";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={DOCUMENTS}");
    let mut sources = Vec::new();
    for entry in fs::read_dir(DOCUMENTS)? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "md") && !path.ends_with("README.md") {
            sources.push(Source::new(path.to_string_lossy(), fs::read_to_string(&path)?));
        }
    }
    let catalog = compile(&sources, &LintLevels::new())
        .catalog
        .ok_or("the documents have errors: build xen-support to see them")?;

    let mut list = String::new();
    writeln!(list, "static FEATURES: [Named; {}] = [", catalog.features().len())?;
    for feature in catalog.features() {
        let (title, implementation, key) = (&feature.heading.title, &feature.implementation, &feature.key);
        let module = feature.module.as_ref().map(|module| format!("{module}::")).unwrap_or_default();
        let constant = format!("xen_support::features::{module}{}", feature.constant);
        writeln!(list, "Named({title:?}, {implementation:?}, {key:?}, {constant}),")?;
    }
    list.push_str("];\n");
    writeln!(list, "static RELEASES: [Compiled; {}] = [", catalog.statements().len())?;
    for statement in catalog.statements() {
        // A constant each, since the compiler warns of one that takes it long.
        writeln!(list, "const {{ Compiled::of({:?}) }},", statement.release.version_text)?;
    }
    list.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("features.rs"), list)?;
    Ok(())
}
