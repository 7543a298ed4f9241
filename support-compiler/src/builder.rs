//! For build scripts: documents to a file of tables.

use crate::compile::{Compilation, compile};
use crate::diagnostic::{Diagnostic, Source};
use crate::emit::{Settings, emit};
use proc_macro2::{Ident, TokenStream, TokenTree};
use std::fmt::{self, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Compiles documents in a build script, and writes the tables as Rust to include.
///
/// ```no_run
/// // build.rs
/// use xen_support_compiler::{BuildError, Builder};
///
/// fn main() -> Result<(), BuildError> {
///     Builder::new().document("SUPPORT.md").write_to_out_dir("support.rs")
/// }
/// ```
///
/// ```ignore
/// // src/lib.rs; xen-support is a dependency, xen-support-compiler a build-dependency.
/// mod support {
///     include!(concat!(env!("OUT_DIR"), "/support.rs"));
/// }
/// ```
///
/// It tells Cargo to run the build script again when a document changes, and shows the documents' warnings as Cargo's.
#[derive(Clone, Default, Debug)]
pub struct Builder {
    documents: Vec<PathBuf>,
    acknowledged: Vec<(String, String, String)>,
    /// How the emitted code names what is around it, where that is not [`Settings::default`].
    data: Option<String>,
    set: Option<String>,
    official: bool,
}

impl Builder {
    /// A builder without documents.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a document, by its path relative to the package's folder. The path is also what errors and tables call it.
    #[must_use]
    pub fn document(mut self, path: impl Into<PathBuf>) -> Self {
        self.documents.push(path.into());
        self
    }

    /// Adds the documents of a folder: the files whose names end in `.md`, but for README.md. Cargo runs the build script
    /// again when anything in the folder changes.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn folder(mut self, path: impl AsRef<Path>) -> Result<Self, BuildError> {
        let folder = path.as_ref();
        println!("cargo::rerun-if-changed={}", folder.display());
        let entries = fs::read_dir(folder).map_err(|error| BuildError::file("read", folder, &error))?;
        let mut found = Vec::new();
        for entry in entries {
            found.push(entry.map_err(|error| BuildError::file("read", folder, &error))?.path());
        }
        found.retain(|path| path.extension().is_some_and(|end| end == "md") && !path.ends_with("README.md"));
        found.sort();
        self.documents.extend(found);
        Ok(self)
    }

    /// The documents that were added, in that order.
    #[must_use]
    pub fn documents(&self) -> &[PathBuf] {
        &self.documents
    }

    /// Acknowledges a warning, so that it is not shown: the document, the problem's code, and the text that is marked.
    /// One that no document gives any longer is a warning itself.
    #[must_use]
    pub fn acknowledge(mut self, document: &str, code: &str, text: &str) -> Self {
        self.acknowledged.push((document.to_owned(), code.to_owned(), text.to_owned()));
        self
    }

    /// By which path the emitted code finds the types of this crate; `::xen_support::data` if not said otherwise.
    #[must_use]
    pub fn data_path(mut self, path: &str) -> Self {
        self.data = Some(path.to_owned());
        self
    }

    /// The name of the type that stands for the set; `Documents` if not said otherwise.
    #[must_use]
    pub fn set_name(mut self, name: &str) -> Self {
        self.set = Some(name.to_owned());
        self
    }

    /// Says that the documents are the Xen Project's own, so that its website has a page for each.
    #[must_use]
    pub fn official(mut self) -> Self {
        self.official = true;
        self
    }

    /// Writes the tables to a file in the build script's `OUT_DIR`.
    ///
    /// # Errors
    ///
    /// As [`write_to`](Self::write_to), and where there is no `OUT_DIR`, which is to say outside of a build script.
    pub fn write_to_out_dir(&self, name: &str) -> Result<(), BuildError> {
        let folder = env::var_os("OUT_DIR").ok_or(BuildError::new("OUT_DIR is not set: this is no build script"))?;
        self.write_to(Path::new(&folder).join(name))
    }

    /// Writes the tables to a file, for example one to check in. The file is not touched where there is an error, nor
    /// where it holds the same already.
    ///
    /// # Errors
    ///
    /// When a document cannot be read, is not UTF-8 or has errors, all of which the error shows; or when the file cannot
    /// be written.
    pub fn write_to(&self, path: impl AsRef<Path>) -> Result<(), BuildError> {
        let path = path.as_ref();
        let tables = self.tables()?;
        if fs::read(path).is_ok_and(|before| before == tables.as_bytes()) {
            return Ok(());
        }
        fs::write(path, tables).map_err(|error| BuildError::file("write", path, &error))
    }

    fn tables(&self) -> Result<String, BuildError> {
        if self.documents.is_empty() {
            return Err(BuildError::new("there are no documents to compile"));
        }
        let mut sources = Vec::new();
        for document in &self.documents {
            println!("cargo::rerun-if-changed={}", document.display());
            let bytes = fs::read(document).map_err(|error| BuildError::file("read", document, &error))?;
            // The same name on every system.
            let name = document.to_string_lossy().replace('\\', "/");
            let source = Source::from_bytes(name, bytes).map_err(|error| BuildError::documents(vec![*error]))?;
            sources.push(source);
        }
        let Compilation { catalog, diagnostics } = compile(&sources);
        self.warnings(&diagnostics).iter().for_each(|warning| warn(warning));
        let catalog = catalog.ok_or_else(|| BuildError::documents(diagnostics))?;
        formatted(emit(&catalog, &self.settings()?))
    }

    fn settings(&self) -> Result<Settings, BuildError> {
        let mut settings = Settings { official: self.official, ..Settings::default() };
        if let Some(data) = &self.data {
            settings.data = parse_tokens(data)?;
        }
        if let Some(set) = &self.set {
            settings.set = parse_name(set)?;
        }
        Ok(settings)
    }

    /// The warnings that are not acknowledged, and those that are but are not given.
    fn warnings(&self, diagnostics: &[Diagnostic]) -> Vec<String> {
        let mut warnings = Vec::new();
        let mut acknowledged: Vec<_> = self.acknowledged.iter().map(|(a, b, c)| [a.as_str(), b, c]).collect();
        for diagnostic in diagnostics.iter().filter(|diagnostic| !diagnostic.is_error()) {
            let place = diagnostic.place();
            let given = [&place.file, diagnostic.problem().code, &place.excerpt[place.span.clone()]];
            match acknowledged.iter().position(|known| *known == given) {
                Some(known) => {
                    acknowledged.swap_remove(known);
                }
                None => warnings.push(diagnostic.to_string()),
            }
        }
        warnings.extend(acknowledged.iter().map(|[document, code, text]| {
            format!("`{code}` at `{text}` in {document} is acknowledged, but no longer given")
        }));
        warnings
    }
}

fn parse_tokens(text: &str) -> Result<TokenStream, BuildError> {
    text.parse().map_err(|_| BuildError::new(format!("`{text}` is not Rust")))
}

fn parse_name(text: &str) -> Result<Ident, BuildError> {
    let mut tokens = parse_tokens(text)?.into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(name)), None) => Ok(name),
        _ => Err(BuildError::new(format!("`{text}` is not a name of Rust"))),
    }
}

/// The tokens as a source file, for people if the feature `format` is on.
#[cfg_attr(not(feature = "format"), expect(clippy::needless_pass_by_value, reason = "as where it is formatted"))]
fn formatted(tokens: TokenStream) -> Result<String, BuildError> {
    #[cfg(feature = "format")]
    let formatted = super::emit::pretty(tokens).map_err(|error| BuildError::new(format!("not Rust: {error}")));
    #[cfg(not(feature = "format"))]
    let formatted = Ok(tokens.to_string());
    formatted
}

/// Makes Cargo show a warning, which it does line by line.
fn warn(text: &str) {
    for line in text.lines() {
        println!("cargo::warning={line}");
    }
}

/// Why there are no tables. Both `Display` and `Debug` show all of it as it is meant to be read, since a build script
/// that returns it has it printed by `Debug`.
pub struct BuildError {
    message: String,
    diagnostics: Vec<Diagnostic>,
}

impl BuildError {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), diagnostics: Vec::new() }
    }

    fn file(what: &str, path: &Path, error: &dyn fmt::Display) -> Self {
        Self::new(format!("cannot {what} {}: {error}", path.display()))
    }

    fn documents(diagnostics: Vec<Diagnostic>) -> Self {
        let errors: Vec<_> = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).collect();
        let mut message = format!("{} in the documents\n", if errors.len() == 1 { "an error" } else { "errors" });
        for error in errors {
            let _ = write!(message, "\n{error}\n");
        }
        Self { message, diagnostics }
    }

    /// What was found in the documents, where they are the reason: the errors that this shows, and warnings.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.message)
    }
}

impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.message)
    }
}

impl std::error::Error for BuildError {}

#[cfg(test)]
mod tests {
    use super::{Builder, Source, compile};

    #[test]
    fn warnings_are_shown_unless_acknowledged_and_acknowledged_unless_no_longer_given() {
        let page = include_str!("../tests/diagnostics/fragment_indent.md");
        let (before, after) = page.split_once("      Status: Supported\n").unwrap();
        let lines =
            "    Status, a: Suported\n    Status, b: Suported\n\tStatus, c: Supported\n    Stats, d: Supported\n";
        let diagnostics = compile(&[Source::new("page.md", [before, lines, after].concat())]).diagnostics;
        let warnings = |texts: &[&str]| -> Vec<String> {
            let acknowledge = |builder: Builder, text: &&str| builder.acknowledge("page.md", "status-unknown", text);
            let warnings = texts.iter().fold(Builder::new(), acknowledge).warnings(&diagnostics);
            warnings.iter().map(|warning| warning.lines().take(2).collect()).collect()
        };
        let unknown = |line: u32| format!("warning[status-unknown]: unknown status  --> page.md:{line}:16");
        assert_eq!(warnings(&[]), [unknown(14), unknown(15)]);
        assert_eq!(warnings(&["Suported"]), [unknown(15)]);
        assert_eq!(warnings(&["Suported", "Suported"]), [""; 0]);
        assert_eq!(
            warnings(&["Suported", "Suportd", "Suported"]),
            ["`status-unknown` at `Suportd` in page.md is acknowledged, but no longer given"]
        );
    }
}
