//! SUPPORT.md documents to tables: the compiler that build scripts, the proc macro and tools share.
//!
//! ```text
//! text --markdown--> blocks --document--> headings, fragments, prose
//!      --statement--> one release's statement --catalog--> the set's features and statuses
//!      --emit--> tokens --pretty--> tables.rs
//! ```
//!
//! [`compile`] goes as far as the catalog and returns whatever is to be said of the documents; [`emit`] makes
//! Rust of it. Neither reads files or prints; [`Builder`] does, for build scripts.
//!
//! ```
//! use xen_support_data::compiler::{Source, compile};
//!
//! let page = Source::new("SUPPORT.md", "# Release Support\n\n    Xen-Version: 4.18\n");
//! let compilation = compile(&[page]);
//! assert!(compilation.catalog.is_none());
//! for diagnostic in &compilation.diagnostics {
//!     eprintln!("{diagnostic}"); // which keys the Release Support lacks, and where
//! }
//! ```

mod builder;
mod catalog;
mod changes;
mod characters;
mod diagnostic;
mod document;
mod emit;
mod facts;
mod fragment;
mod key;
mod label;
mod markdown;
mod merge;
mod perfect_hash;
mod problem;
mod release;
mod render;
mod rows;
mod rust_name;
mod source;
mod statement;
mod status;
mod tables;
mod utf8;

pub use builder::{BuildError, Builder};
pub use catalog::Catalog;
pub use changes::{Change, ChangeKind, changes};
pub use diagnostic::Diagnostic;
#[cfg(feature = "compiler")]
pub use emit::pretty;
pub use emit::{Names, emit};
pub use facts::facts;
pub use label::{Label, SecurityContact};
pub use merge::CatalogFeature;
pub use problem::{PROBLEMS, Problem, Severity};
pub use release::{Release, ReleaseDate};
pub use rows::Row;
pub use source::{Place, Source};
pub use statement::{Feature, Heading, Statement};
pub use status::Status;

/// What came of compiling a set of documents.
#[derive(Debug)]
pub struct Compilation {
    /// The set; `None` where there are errors.
    pub catalog: Option<Catalog>,
    /// Errors and warnings, by document in the order given, and by line; those of the documents together come last.
    pub diagnostics: Vec<Diagnostic>,
}

/// Compiles documents, one a release, into one set. The order in which they are given makes no difference to the set.
///
/// Cost: linear in the length of the documents.
#[must_use]
pub fn compile(sources: &[Source]) -> Compilation {
    let mut diagnostics = Vec::new();
    let mut statements = Vec::new();
    for source in sources {
        let (statement, found) = check(source);
        statements.extend(statement.map(|statement| (source, statement)));
        diagnostics.extend(found);
    }
    let mut catalog = None;
    if statements.len() == sources.len() {
        match catalog::catalog(statements) {
            Ok(merged) => catalog = Some(merged),
            Err(found) => diagnostics.extend(found),
        }
    }
    let broken = diagnostics.iter().any(Diagnostic::is_error);
    Compilation { catalog: catalog.filter(|_| !broken), diagnostics }
}

/// Reads one document by itself: its statement, if it says which release it is for, and what is to be said of it, by
/// line. A statement that comes with errors is not complete.
#[must_use]
pub fn check(source: &Source) -> (Option<Statement>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    characters::check(source, &mut diagnostics);
    let document = document::parse(source, &mut diagnostics);
    let statement = statement::statement(source, &document, &mut diagnostics);
    diagnostics.sort_by_key(|diagnostic| (diagnostic.place().line, diagnostic.place().span.start));
    (statement, diagnostics)
}
