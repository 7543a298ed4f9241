//! For build scripts: compiles documents into a file of tables.

use crate::as_of::{AS_OF_FILE, read_as_of};
use crate::build_error::BuildError;
use crate::cargo;
use crate::compilation::{Compilation, compile};
use crate::diagnostic::{LintLevels, Source, UnknownLint, document_name};
use crate::emit::{Settings, emit};
use crate::files::{pages_in, read_page, write_file};
use proc_macro2::{Ident, TokenStream, TokenTree};
use std::env;
use std::path::{Path, PathBuf};
use xen_support_data::{Date, Version};

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
    documents: Vec<Document>,
    levels: LintLevels,
    // The settings of the emitted code that differ from `Settings::default`.
    data: Option<String>,
    set: Option<String>,
    official: bool,
    as_of: Option<Date>,
    /// The newest day in the files `AS_OF` of the folders.
    as_of_folders: Option<Date>,
}

/// A document to compile.
#[derive(Clone, Debug)]
struct Document {
    path: PathBuf,
    /// The version that the user gave.
    version: Option<Version>,
}

impl Builder {
    /// A builder without documents.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a document. The path is relative to the package's folder, and is also the document's name in errors and
    /// tables, with `/` on every system.
    #[must_use]
    pub fn document(mut self, path: impl Into<PathBuf>) -> Self {
        self.documents.push(Document { path: path.into(), version: None });
        self
    }

    /// Adds a document as that of this version, whatever its `Xen-Version` says: a page of a development branch may say
    /// `unstable`, which is no version.
    ///
    /// ```
    /// use xen_support_compiler::{Builder, Stage, Version};
    ///
    /// let builder = Builder::new().document_of(Version::new(4, 23).at(Stage::Unstable), "xen/SUPPORT.md");
    /// ```
    #[must_use]
    pub fn document_of(mut self, version: Version, path: impl Into<PathBuf>) -> Self {
        self.documents.push(Document { path: path.into(), version: Some(version) });
        self
    }

    /// Adds the documents of a folder: the files whose names end in `.md`, except README.md and hidden files, whose names
    /// begin with a dot. Cargo runs the build script again if anything in the folder changes.
    ///
    /// If the folder has a file `AS_OF`, which `xen-support import` writes, the documents were taken on the day in it
    /// (see [`as_of`](Self::as_of)). Of several folders' days, the newest counts.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read; if what would be a document is no regular file; if a path is not UTF-8, or has a
    /// control character in it; or if the file `AS_OF` is anything but one line with a day, as in `2026-08-20`.
    pub fn folder(mut self, path: impl AsRef<Path>) -> Result<Self, BuildError> {
        let folder = path.as_ref();
        cargo::rerun_if_changed(folder)?;
        self.documents.extend(pages_in(folder)?.into_iter().map(|path| Document { path, version: None }));
        if let Some(day) = read_as_of(folder)? {
            cargo::rerun_if_changed(&folder.join(AS_OF_FILE))?;
            self.as_of_folders = self.as_of_folders.max(Some(day));
        }
        Ok(self)
    }

    /// The documents' names, in the order in which they were added.
    pub fn documents(&self) -> impl Iterator<Item = String> {
        self.documents.iter().map(|document| document_name(&document.path))
    }

    /// Allows a lint, such as `setext-heading`, `setext-heading@SUPPORT.md` or `label-misspelt@SUPPORT.md@Expermental`: a kind
    /// of problem, that of one document, or that at one text. [`LintLevels`] has the grammar. It is not shown; what is lost
    /// or in doubt grants nothing.
    ///
    /// If a lint names a document, and the document no longer has that problem, that is a warning.
    ///
    /// # Errors
    ///
    /// If there is no such kind of problem, or if it is one that nothing can allow.
    pub fn allow(self, lint: &str) -> Result<Self, UnknownLint> {
        Ok(Self { levels: self.levels.allow(lint)?, ..self })
    }

    /// Makes a lint a warning, which Cargo shows; see [`allow`](Self::allow).
    ///
    /// # Errors
    ///
    /// As of [`allow`](Self::allow).
    pub fn warn(self, lint: &str) -> Result<Self, UnknownLint> {
        Ok(Self { levels: self.levels.warn(lint)?, ..self })
    }

    /// Makes a lint stop the build; see [`allow`](Self::allow). `warnings` stands for all warnings.
    ///
    /// # Errors
    ///
    /// As of [`allow`](Self::allow).
    pub fn deny(self, lint: &str) -> Result<Self, UnknownLint> {
        Ok(Self { levels: self.levels.deny(lint)?, ..self })
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

    /// Sets the day on which the documents were taken, `Statement::AS_OF` in the emitted code: security support is
    /// judged on it where nobody gives another day. It counts before the files `AS_OF` of folders.
    ///
    /// Without either, it is the newest `Initial-Release` of the documents that is a day.
    ///
    /// ```
    /// use xen_support_compiler::{Builder, Date};
    ///
    /// let builder = Builder::new().document("SUPPORT.md").as_of(Date::literal("2026-08-20"));
    /// ```
    #[must_use]
    pub fn as_of(mut self, day: Date) -> Self {
        self.as_of = Some(day);
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
    /// has the same content already. Whoever reads it meanwhile, or after this was killed, finds the old tables or the new
    /// ones. A link is not written to.
    ///
    /// # Errors
    ///
    /// If there is no document, if a document cannot be read, is not UTF-8, is too long or has errors, if its path is not
    /// UTF-8 or has a control character in it, if a path or name that was set is not Rust, or if the file cannot be
    /// written. The error shows all errors of the documents.
    pub fn write_to(&self, path: impl AsRef<Path>) -> Result<(), BuildError> {
        let path = path.as_ref();
        let tables = self.tables()?;
        write_file(path, tables.as_bytes()).map_err(|error| BuildError::file("write", path, &error))
    }

    fn tables(&self) -> Result<String, BuildError> {
        if self.documents.is_empty() {
            return Err(BuildError::new("there are no documents to compile: add some by `document` or `folder`"));
        }
        let mut sources = Vec::new();
        for Document { path, version } in &self.documents {
            cargo::rerun_if_changed(path)?;
            let bytes = read_page(path).map_err(|error| BuildError::file("read", path, &error))?;
            let name = document_name(path);
            let source = Source::from_bytes(name, bytes).map_err(|error| BuildError::documents(vec![*error]))?;
            sources.push(source.with_version(*version));
        }
        let Compilation { catalog, diagnostics, unused_lints } = compile(&sources, &self.levels);
        for warning in diagnostics.iter().filter(|diagnostic| !diagnostic.is_error()) {
            cargo::warn(&warning.to_string())?;
        }
        for lint in unused_lints {
            cargo::warn(&format!("no document gives the lint `{lint}` any longer: remove it"))?;
        }
        let catalog = catalog.ok_or_else(|| BuildError::documents(diagnostics))?;
        source_text(emit(&catalog, &self.settings()?))
    }

    fn settings(&self) -> Result<Settings, BuildError> {
        let mut settings =
            Settings { official: self.official, as_of: self.as_of.or(self.as_of_folders), ..Settings::default() };
        if let Some(data) = &self.data {
            settings.data = parse_tokens(data)?;
        }
        if let Some(set) = &self.set {
            settings.set = parse_name(set)?;
        }
        Ok(settings)
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

/// The tokens as the text of a source file, formatted for people to read.
#[cfg(feature = "format")]
fn source_text(tokens: TokenStream) -> Result<String, BuildError> {
    crate::emit::pretty(tokens)
        .map_err(|error| BuildError::new(format!("with this path and name, the code is {error}")))
}

/// The tokens as the text of a source file.
#[cfg(not(feature = "format"))]
#[expect(clippy::unnecessary_wraps, reason = "formatting may fail")]
fn source_text(tokens: TokenStream) -> Result<String, BuildError> {
    Ok(crate::emit::lines::to_lines(tokens))
}
