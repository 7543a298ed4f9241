//! Compiles data/*.md into the bundled tables.

use quote::{format_ident, quote};
use std::error::Error;
use std::path::Path;
use std::{env, fs};
use xen_support_data::compiler::{Diagnostic, Names, Source, compile, emit, pretty};

/// The warnings that the Xen Project's own pages are known to give: document, code and the text in question.
///
/// They concern releases that are out, so they stay. What each leaves behind grants nothing that the page does not.
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

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build.rs");
    let compilation = compile(&documents()?);
    let mut acknowledged = ACKNOWLEDGED.to_vec();
    for diagnostic in &compilation.diagnostics {
        if diagnostic.is_error() {
            eprintln!("{diagnostic}\n");
        } else if let Some(known) = acknowledged.iter().position(|known| *known == summary(diagnostic)) {
            acknowledged.swap_remove(known);
        } else {
            warn(&diagnostic.to_string());
        }
    }
    let Some(catalog) = compilation.catalog else {
        return Err("the documents in data/ have errors, see above".into());
    };
    for (document, code, text) in acknowledged {
        warn(&format!("build.rs acknowledges `{code}` at `{text}` in {document}, which no longer gives it"));
    }
    let names = Names { data: quote!(crate::data), set: format_ident!("Bundled") };
    let tables = pretty(emit(&catalog, &names))?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("tables.rs"), tables)?;
    Ok(())
}

/// The documents in data/, by name.
fn documents() -> Result<Vec<Source>, Box<dyn Error>> {
    let mut names = Vec::new();
    for entry in fs::read_dir("data")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "md") && !path.ends_with("README.md") {
            let name = path.file_name().and_then(|name| name.to_str());
            names.push(format!("data/{}", name.ok_or("a document's name is not UTF-8")?));
        }
    }
    names.sort();
    names.into_iter().map(|name| Ok(Source::new(&name, fs::read_to_string(&name)?))).collect()
}

fn summary(diagnostic: &Diagnostic) -> (&str, &str, &str) {
    let place = diagnostic.place();
    (&place.file, diagnostic.problem().code, &place.excerpt[place.span.clone()])
}

/// Makes Cargo show a warning, which it does line by line.
fn warn(text: &str) {
    for line in text.lines() {
        println!("cargo::warning={line}");
    }
}
