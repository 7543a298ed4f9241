//! The diagnostics of documents with problems. Each entry of `diagnostics/` is a fixture: a document, or a folder of
//! documents that do not fit together. The `.txt` beside it has the diagnostics that the compiler must give;
//! `scripts/update-snapshots diagnostics` rewrites it.

mod levels;

use expect_test::expect_file;
use levels::levels_that_show_all;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use xen_support_compiler::{Compilation, Diagnostic, LintLevels, PROBLEMS, Source, compile};

const SOUND: &str = include_str!("diagnostics/fragment_indent.md");

/// The documents and folders in a folder, in order.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.retain(|path| path.is_dir() || path.extension().is_some_and(|extension| extension == "md"));
    entries.sort();
    entries
}

fn fixtures() -> Vec<PathBuf> {
    entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics"))
}

/// The diagnostics of a fixture, and whether it compiles.
fn compile_fixture(path: &Path) -> (Vec<Diagnostic>, bool) {
    let read = |path: &Path, name: &str| Source::from_bytes(name, fs::read(path).unwrap());
    let sources: Result<Vec<Source>, _> = if path.is_dir() {
        entries(path).iter().map(|path| read(path, path.file_name().unwrap().to_str().unwrap())).collect()
    } else {
        read(path, "SUPPORT.md").map(|source| vec![source])
    };
    match sources {
        Ok(sources) => {
            let Compilation { catalog, diagnostics, .. } = compile(&sources, &levels_that_show_all());
            (diagnostics, catalog.is_some())
        }
        Err(diagnostic) => (vec![*diagnostic], false),
    }
}

#[test]
fn each_fixture_gets_the_diagnostics_beside_it() {
    for path in fixtures() {
        let mut rendered = String::new();
        for diagnostic in compile_fixture(&path).0 {
            writeln!(rendered, "{diagnostic}\n").unwrap();
        }
        expect_file![path.with_extension("txt")].assert_eq(&rendered);
    }
}

#[test]
fn a_styled_diagnostic_is_the_plain_one_in_colours() {
    for diagnostic in fixtures().iter().flat_map(|path| compile_fixture(path).0) {
        let styled = diagnostic.styled();
        let mut parts = styled.split("\u{1b}[");
        let mut plain = parts.next().unwrap().to_owned();
        plain.extend(parts.map(|part| part.split_once('m').unwrap().1));
        assert_ne!(styled, plain);
        assert_eq!(plain, diagnostic.to_string());
    }
}

#[test]
fn a_fixture_compiles_unless_there_is_an_error() {
    for path in fixtures() {
        let (diagnostics, compiles) = compile_fixture(&path);
        assert_eq!(compiles, !diagnostics.iter().any(Diagnostic::is_error), "{}", path.display());
    }
}

/// `SOUND` for another version, with another text instead of its feature's status.
fn variant(version: &str, feature: &str) -> Source {
    let text = SOUND.replace("4.18", version).replace("      Status: Supported\n", feature);
    Source::new(format!("{version}.md"), text)
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|diagnostic| diagnostic.problem().code).collect()
}

/// A problem whose document would be too large for a fixture: its code, the greatest number that is allowed, and a
/// function that makes documents with any number.
type Limit = (&'static str, usize, fn(usize) -> Vec<Source>);

const LIMITS: [Limit; 6] = [
    ("too-many-statuses", 255, statuses),
    ("too-many-documents", 255, documents),
    ("too-many-labels", 64, labels),
    ("too-many-features", 32_768, features),
    ("page-too-long", Source::MAX_LEN, page_of_length),
    ("set-too-long", Source::MAX_SET_LEN, set_of_length),
];

/// A document with that many different statuses.
fn statuses(count: usize) -> Vec<Source> {
    let line = |number: usize| format!("    Status, i{number}: Supported up to {number}\n");
    vec![variant("4.18", &(1..=count).map(line).collect::<String>())]
}

/// That many documents.
fn documents(count: usize) -> Vec<Source> {
    (0..count).map(|minor| variant(&format!("4.{minor}"), "    Status: Supported\n")).collect()
}

/// A document that defines that many labels.
fn labels(count: usize) -> Vec<Source> {
    let tags = "    Functional completeness: No\n    Functional stability: x\n    Interface stability: x\n    Security supported: No\n";
    let page = variant("4.18", "    Status: Supported\n");
    let defined = page.text().matches("Functional completeness").count();
    let label = |number: usize| format!("### L{number}\n\n{tags}\n");
    let labels: String = (defined..count).map(label).collect();
    vec![Source::new("SUPPORT.md", format!("{}\n{labels}", page.text()))]
}

/// Documents that list that many features: two, since one would be too long.
fn features(count: usize) -> Vec<Source> {
    let line = |number: usize| format!("    Status, i{number}: Supported\n");
    let page = |version, numbers: std::ops::Range<usize>| variant(version, &numbers.map(line).collect::<String>());
    vec![page("4.18", 0..count / 2), page("4.19", count / 2..count)]
}

/// A document with that many bytes.
fn page_of_length(length: usize) -> Vec<Source> {
    vec![long_variant("4.18", length)]
}

/// Documents with that many bytes together.
fn set_of_length(length: usize) -> Vec<Source> {
    let last = variant("4.99", "    Status: Supported\n").text().len();
    let mut rest = length - last;
    let mut sources = Vec::new();
    while rest > 0 {
        let of_this = rest.min(Source::MAX_LEN);
        sources.push(long_variant(&format!("4.{}", 10 + sources.len()), of_this));
        rest -= of_this;
    }
    sources.push(long_variant("4.99", last));
    sources
}

/// `variant`, with as long a text at its end as makes it that long.
fn long_variant(version: &str, length: usize) -> Source {
    let page = variant(version, "    Status: Supported\n");
    Source::new(page.name(), format!("{}{}", page.text(), "x".repeat(length - page.text().len())))
}

#[test]
fn the_greatest_number_is_allowed_and_one_more_is_not() {
    for (code, most, sources) in LIMITS {
        assert_eq!(codes(&compile(&sources(most), &LintLevels::new()).diagnostics), [""; 0], "{code}");
        let Compilation { catalog, diagnostics, .. } = compile(&sources(most + 1), &LintLevels::new());
        assert_eq!(codes(&diagnostics), [code]);
        assert!(catalog.is_none());
    }
}

#[test]
fn a_byte_that_is_not_utf_8_is_shown_where_it_stands() {
    let diagnostic =
        Source::from_bytes("SUPPORT.md", b"# Release Support\n\nGr\xc3\xbc\xdfe\xff\n".to_vec()).unwrap_err();
    assert_eq!(diagnostic.problem().code, "not-utf-8");
    let place = diagnostic.place();
    assert_eq!((place.line, place.column(), place.label.as_str()), (3, 4, "the byte 0xDF"));
    assert_eq!(&place.excerpt[place.span.clone()], "\u{fffd}");
    assert_eq!(Source::from_bytes("", "Grüße".into()).unwrap().text(), "Grüße");
}

#[test]
fn every_kind_of_problem_is_shown_by_a_fixture() {
    let of_fixtures = fixtures().into_iter().flat_map(|path| codes(&compile_fixture(&path).0));
    let shown: BTreeSet<&str> = of_fixtures.chain(LIMITS.map(|(code, ..)| code)).collect();
    let all: BTreeSet<&str> = PROBLEMS.iter().map(|problem| problem.code).collect();
    assert_eq!(shown, all);
}
