//! For build scripts: compiles documents into a file of tables.

use crate::compilation::{Compilation, compile};
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
    // The settings of the emitted code that differ from `Settings::default`.
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

    /// Adds a document. The path is relative to the package's folder, and is also the document's name in errors and
    /// tables.
    #[must_use]
    pub fn document(mut self, path: impl Into<PathBuf>) -> Self {
        self.documents.push(path.into());
        self
    }

    /// Adds the documents of a folder: the files whose names end in `.md`, except README.md. Cargo runs the build
    /// script again if anything in the folder changes.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn folder(mut self, path: impl AsRef<Path>) -> Result<Self, BuildError> {
        let folder = path.as_ref();
        println!("cargo::rerun-if-changed={}", folder.display());
        let entries = fs::read_dir(folder).map_err(|error| BuildError::file("read", folder, &error))?;
        let mut paths = Vec::new();
        for entry in entries {
            paths.push(entry.map_err(|error| BuildError::file("read", folder, &error))?.path());
        }
        paths.retain(|path| path.extension().is_some_and(|end| end == "md") && !path.ends_with("README.md"));
        paths.sort();
        self.documents.extend(paths);
        Ok(self)
    }

    /// The documents in the order in which they were added.
    #[must_use]
    pub fn documents(&self) -> &[PathBuf] {
        &self.documents
    }

    /// Acknowledges a warning, so that it is not shown. The warning is named by the document, the problem's code
    /// (`status-unknown`) and the text that it marks, and is acknowledged once. If no document has it any longer, that
    /// is a warning itself.
    #[must_use]
    pub fn acknowledge(mut self, document: &str, code: &str, text: &str) -> Self {
        self.acknowledged.push((document.to_owned(), code.to_owned(), text.to_owned()));
        self
    }

    /// Sets the path of the crate xen-support-data in the emitted code; `::xen_support::data` by default.
    #[must_use]
    pub fn data_path(mut self, path: &str) -> Self {
        self.data = Some(path.to_owned());
        self
    }

    /// Sets the name of the type that stands for the set; `Documents` by default.
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
    /// Those of [`write_to`](Self::write_to); and if there is no `OUT_DIR`, since this is not a build script.
    pub fn write_to_out_dir(&self, name: &str) -> Result<(), BuildError> {
        let folder = env::var_os("OUT_DIR").ok_or(BuildError::new(
            "OUT_DIR is not set: write_to_out_dir works in build scripts only; elsewhere, use write_to",
        ))?;
        self.write_to(Path::new(&folder).join(name))
    }

    /// Writes the tables to a file, for example one to check in. The file stays as it is if there is an error, or if it
    /// has the same content already.
    ///
    /// # Errors
    ///
    /// If there is no document, if a document cannot be read, is not UTF-8 or has errors, if a path or name that was
    /// set is not Rust, or if the file cannot be written. The error shows all errors of the documents.
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
            return Err(BuildError::new("there are no documents to compile: add some by `document` or `folder`"));
        }
        let mut sources = Vec::new();
        for document in &self.documents {
            println!("cargo::rerun-if-changed={}", document.display());
            let bytes = fs::read(document).map_err(|error| BuildError::file("read", document, &error))?;
            // So that the name is the same on every system.
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

    /// The warnings that are not acknowledged, and those for acknowledgements that no warning matches.
    fn warnings(&self, diagnostics: &[Diagnostic]) -> Vec<String> {
        let mut warnings = Vec::new();
        let mut acknowledged: Vec<_> = self.acknowledged.iter().map(|(a, b, c)| [a.as_str(), b, c]).collect();
        for diagnostic in diagnostics.iter().filter(|diagnostic| !diagnostic.is_error()) {
            let place = diagnostic.place();
            let warning = [&place.file, diagnostic.problem().code, &place.excerpt[place.span.clone()]];
            match acknowledged.iter().position(|known| *known == warning) {
                Some(position) => {
                    acknowledged.swap_remove(position);
                }
                None => warnings.push(diagnostic.to_string()),
            }
        }
        warnings.extend(acknowledged.iter().map(|[document, code, text]| {
            format!("`{code}` at `{text}` in {document} is acknowledged, but no longer given: remove the `acknowledge`")
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
        _ => Err(BuildError::new(format!("`{text}` is not a name in Rust"))),
    }
}

/// The tokens as the text of a source file. With the feature `format`, it is formatted.
#[cfg_attr(not(feature = "format"), expect(clippy::needless_pass_by_value, reason = "formatting takes the tokens"))]
fn formatted(tokens: TokenStream) -> Result<String, BuildError> {
    #[cfg(feature = "format")]
    let formatted = super::emit::pretty(tokens)
        .map_err(|error| BuildError::new(format!("with this path and name, the code is {error}")));
    #[cfg(not(feature = "format"))]
    let formatted = Ok(tokens.to_string());
    formatted
}

/// Makes Cargo show a warning. It takes one line at a time.
fn warn(text: &str) {
    for line in text.lines() {
        println!("cargo::warning={line}");
    }
}

/// The error of a [`Builder`]: why there are no tables. Both `Display` and `Debug` show it for people to read, since a
/// build script that returns an error prints it by `Debug`.
pub struct BuildError {
    message: String,
    diagnostics: Vec<Diagnostic>,
}

impl BuildError {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), diagnostics: Vec::new() }
    }

    fn file(action: &str, path: &Path, error: &dyn fmt::Display) -> Self {
        Self::new(format!("cannot {action} {}: {error}", path.display()))
    }

    fn documents(diagnostics: Vec<Diagnostic>) -> Self {
        let errors: Vec<_> = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).collect();
        let mut message = format!("{} in the documents\n", if errors.len() == 1 { "an error" } else { "errors" });
        for error in errors {
            let _ = write!(message, "\n{error}\n");
        }
        Self { message, diagnostics }
    }

    /// The problems of the documents: the errors that this shows, and warnings. Empty if the reason is another one.
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
    fn a_warning_is_shown_unless_it_is_acknowledged_and_so_is_an_acknowledgement_without_a_warning() {
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
            ["`status-unknown` at `Suportd` in page.md is acknowledged, but no longer given: remove the `acknowledge`"]
        );
    }
}
