//! What is said of broken documents: for each `diagnostics/*.md` stands beside it, as `.txt`, what the compiler says of
//! it. After a change of the texts, `scripts/update-snapshots diagnostics` writes them anew.

use expect_test::expect_file;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use xen_support_compiler::{Compilation, Diagnostic, PROBLEMS, Source, compile};

const SOUND: &str = include_str!("diagnostics/fragment_indent.md");

fn documents() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let mut documents: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    documents.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    documents.sort();
    documents
}

fn compile_file(path: &Path) -> Compilation {
    compile(&[Source::new("SUPPORT.md", fs::read_to_string(path).unwrap())])
}

#[test]
fn each_document_gets_the_diagnostics_beside_it() {
    for path in documents() {
        let mut rendered = String::new();
        for diagnostic in compile_file(&path).diagnostics {
            writeln!(rendered, "{diagnostic}\n").unwrap();
        }
        expect_file![path.with_extension("txt")].assert_eq(&rendered);
    }
}

#[test]
fn a_styled_diagnostic_is_the_plain_one_in_colours() {
    for diagnostic in documents().iter().flat_map(|path| compile_file(path).diagnostics) {
        let styled = diagnostic.styled();
        let mut parts = styled.split("\u{1b}[");
        let mut plain = parts.next().unwrap().to_owned();
        plain.extend(parts.map(|part| part.split_once('m').unwrap().1));
        assert_ne!(styled, plain);
        assert_eq!(plain, diagnostic.to_string());
    }
}

#[test]
fn a_document_compiles_unless_there_is_an_error() {
    for path in documents() {
        let Compilation { catalog, diagnostics, .. } = compile_file(&path);
        assert_eq!(catalog.is_none(), diagnostics.iter().any(Diagnostic::is_error), "{}", path.display());
    }
}

/// A statement like that of `SOUND`, for another version and with this in the place of its feature.
fn variant(version: &str, feature: &str) -> Source {
    let text = SOUND.replace("4.18", version).replace("      Status: Supported\n", feature);
    Source::new(format!("{version}.md"), text)
}

fn codes(compilation: &Compilation) -> Vec<&'static str> {
    compilation.diagnostics.iter().map(|diagnostic| diagnostic.problem().code).collect()
}

#[test]
fn two_documents_for_one_version_are_refused() {
    let compilation = compile(&[variant("4.18", ""), variant("4.18.1", "")]);
    assert_eq!(codes(&compilation), ["version-twice"]);
    let diagnostic = &compilation.diagnostics[0];
    assert_eq!((diagnostic.place().file.as_str(), diagnostic.place().line), ("4.18.1.md", 3));
    assert_eq!(diagnostic.related().unwrap().file, "4.18.md");
}

#[test]
fn more_statuses_than_fit_into_a_byte_are_refused() {
    let lines = |count: usize| -> String {
        (0..count).map(|number| ["    Status, i", ": Supported up to ", "\n"].join(&number.to_string())).collect()
    };
    assert_eq!(codes(&compile(&[variant("4.18", &lines(255))])), [""; 0]);
    let compilation = compile(&[variant("4.18", &lines(256))]);
    assert_eq!(codes(&compilation), ["too-many-statuses"]);
    assert!(compilation.catalog.is_none());
}

#[test]
fn more_documents_than_fit_into_a_byte_are_refused() {
    let documents: Vec<Source> =
        (0..256).map(|minor| variant(&format!("4.{minor}"), "    Status: Supported\n")).collect();
    assert_eq!(codes(&compile(&documents[1..])), [""; 0]);
    assert_eq!(codes(&compile(&documents)), ["too-many-documents"]);
}

#[test]
fn more_labels_than_a_text_is_compared_with_are_refused() {
    let tags = "    Functional completeness: No\n    Functional stability: x\n    Interface stability: x\n    Security supported: No\n";
    let page = |count: usize| {
        let labels: String =
            (0..count).map(|number| ["### L", &number.to_string(), "\n\n", tags, "\n"].concat()).collect();
        let page = variant("4.18", "    Status: Supported\n");
        Source::new("SUPPORT.md", format!("{}\n{labels}", page.text()))
    };
    let defined = page(0).text().matches("Functional completeness").count();
    assert_eq!(codes(&compile(&[page(64 - defined)])), [""; 0]);
    assert_eq!(codes(&compile(&[page(70)])), ["too-many-labels"]);
}

#[test]
fn bytes_that_are_not_utf_8_are_refused_where_they_stand() {
    let diagnostic =
        Source::from_bytes("SUPPORT.md", b"# Release Support\n\nGr\xc3\xbc\xdfe\xff\n".to_vec()).unwrap_err();
    assert_eq!(diagnostic.problem().code, "not-utf-8");
    let place = diagnostic.place();
    assert_eq!((place.line, place.column(), place.label.as_str()), (3, 4, "the byte 0xDF"));
    assert_eq!(&place.excerpt[place.span.clone()], "\u{fffd}");
    assert_eq!(Source::from_bytes("", "Grüße".into()).unwrap().text(), "Grüße");
}

#[test]
fn every_kind_of_problem_is_shown_by_a_document() {
    let shown: BTreeSet<&str> = documents().iter().flat_map(|path| codes(&compile_file(path))).collect();
    // Those above, and the one that takes names made to collide.
    let elsewhere =
        ["not-utf-8", "version-twice", "too-many-labels", "too-many-statuses", "too-many-documents", "no-perfect-hash"];
    let all: BTreeSet<&str> = PROBLEMS.iter().map(|problem| problem.code).collect();
    assert_eq!(shown.union(&elsewhere.into()).copied().collect::<BTreeSet<_>>(), all);
}
