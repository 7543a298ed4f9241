//! No public function panics, whatever it is given: pages of any kind, cut anywhere, statements that a tool has changed
//! since they were read, parts of one page with those of another.
//!
//! What must hold of pages is in `fuzz/`; `every_function_is_called` keeps the list.
#![cfg(feature = "format")]

use std::fs;
use std::path::{Path, PathBuf};
use xen_support_compiler::{
    Builder, Catalog, Compilation, Diagnostic, LintLevels, Place, Settings, Source, Version, check, check_name,
    compare, compile, document_name, emit, extract_facts, holds, is_facts, merge, pages_in, pretty, read_as_of,
    read_page, read_page_from, write_file,
};
use xen_support_compiler::{PageName, ParsedStatement};
use xen_support_data::{Amount, Date, Requirement, Stage};

/// The pages of the diagnostics, whole and cut at some characters, and texts that are none.
fn sources() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let mut pages: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    pages.sort();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    let mut texts: Vec<String> =
        ["", "\0", "\u{feff}", "# Release Support\n\n    Xen-Version: 4.18\n"].map(str::to_owned).to_vec();
    for (number, path) in pages.iter().enumerate() {
        let text = String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
        // Another place in each page.
        let at = text.char_indices().nth(text.chars().count() * (number % 17) / 17).map_or(0, |(at, _)| at);
        texts.extend([text[..at].to_owned(), text[at..].to_owned()]);
        texts.push(text);
    }
    texts.iter().zip(0..).map(|(text, number)| Source::new(format!("{number}.md"), text.as_str())).collect()
}

fn statements(sources: &[Source]) -> Vec<ParsedStatement> {
    sources.iter().filter_map(|source| ParsedStatement::parse(source).0).collect()
}

/// Shows a diagnostic in all ways, and its place after someone else changed it.
fn show(diagnostic: &Diagnostic) {
    let _ = (diagnostic.to_string(), diagnostic.styled(), diagnostic.level(), diagnostic.is_error());
    assert!(!diagnostic.problem().code.is_empty());
    for place in [Some(diagnostic.place()), diagnostic.related()].into_iter().flatten() {
        assert!(place.column() > 0);
        let mut other = Place::default();
        other.excerpt.clone_from(&place.excerpt);
        for at in [0, 1, 2, place.excerpt.len(), usize::MAX] {
            other.span = at..0;
            assert!(other.column() <= place.excerpt.chars().count() + 1);
        }
    }
}

#[test]
fn any_page_is_read_checked_and_compiled() {
    let levels = LintLevels::new().allow("pandoc-differs").unwrap().warn("setext-heading").unwrap();
    for source in sources() {
        assert_eq!((source.name().is_empty(), is_facts(source.text())), (false, false));
        ParsedStatement::parse(&source).1.iter().for_each(show);
        for version in [None, Some(Version::new(0, u16::MAX).at(Stage::Candidate))] {
            let source = source.clone().with_version(version);
            check(&[source.clone(), source.clone()], &levels).iter().for_each(show);
            let Compilation { catalog, diagnostics, .. } = compile(&[source], &LintLevels::new());
            diagnostics.iter().for_each(show);
            catalog.iter().for_each(show_tables);
        }
    }
    assert!(compile(&[], &levels).catalog.is_none_or(|catalog| catalog.statements().is_empty()));
}

fn show_tables(catalog: &Catalog) {
    assert_eq!(catalog.versions().len(), catalog.statements().len());
    assert_eq!(merge(catalog.statements()).len(), catalog.features().len());
    let settings = Settings { official: true, as_of: Some(Date::MAX), ..Settings::default() };
    assert!(pretty(emit(catalog, &settings)).is_ok());
    let not_rust = Settings { data: ") ]".parse().unwrap_or_default(), ..Settings::default() };
    let _ = pretty(emit(catalog, &not_rust));
}

#[test]
fn any_bytes_are_a_page_or_an_error() {
    for bytes in
        [vec![0xFF], vec![b'a', 0xC3], b"\xF0\x9F\x98".to_vec(), vec![b'\n'; 3], Vec::new(), vec![0x80; 10_000]]
    {
        if let Err(diagnostic) = Source::from_bytes("bytes", bytes) {
            show(&diagnostic);
        }
    }
    for path in ["", "/", ".", "..", "a\\b", "é/\u{202e}", "a\nb"] {
        let _ = (document_name(Path::new(path)), read_as_of(Path::new(path)).is_ok());
    }
}

#[test]
fn parts_of_any_page_go_with_those_of_any_other() {
    let sources = sources();
    let statements = statements(&sources);
    assert!(statements.len() > 50);
    let requirements = [
        Requirement::EXPERIMENTAL.up_to(Amount::tib(u64::MAX)),
        Requirement::SECURITY_SUPPORTED.unconditionally().through(Date::MAX),
    ];
    for (statement, other) in statements.iter().zip(statements.iter().skip(1).chain(&statements)) {
        for source in sources.iter().step_by(7) {
            let _ = extract_facts(source, &other.release);
        }
        for day in [Date::MIN, Date::MAX] {
            let _ = (statement.release.life_on(day), statement.release.url());
            for (feature, requirement) in other.features.iter().flat_map(|one| requirements.map(|asked| (one, asked))) {
                let is_granted = statement.satisfies_on(feature, requirement, day);
                let name = PageName { release: "", link: None };
                assert_eq!(statement.refusal_on(feature, requirement, day, name).is_none(), is_granted);
            }
        }
        for feature in &other.features {
            let _ = (statement.exceptions(feature).count(), feature.heading.has_whole_description());
        }
        assert_eq!(statement.beside().len(), statement.features.len());
        let _ = (statement.rows().len(), format!("{:?}", merge(&[statement.clone(), other.clone()])));
        compare_all(statement, other);
    }
}

fn compare_all(old: &ParsedStatement, new: &ParsedStatement) {
    let comparison = compare(old, new);
    for change in &comparison.features {
        let _ = (change.loses_security(), change.is_guess(), change.is_newly_unknown());
    }
    for row in &comparison.rows {
        let _ = (row.is_of_the_release(), row.may_withhold_security());
    }
}

#[test]
fn statements_that_were_changed_since_they_were_read_can_still_be_used() {
    let statements = statements(&sources());
    for statement in &statements {
        let mut twice = statement.clone();
        // The same keys, twice and in another order.
        twice.features.extend(statement.features.iter().rev().cloned());
        twice.section_prose.clear();
        let mut bare = statement.clone();
        bare.features.truncate(1);
        (bare.labels, bare.file) = (Vec::new(), String::new());
        (bare.release.version, bare.release.version_text) = (None, String::new());
        for (one, other) in [(&twice, &bare), (&bare, &twice), (&twice, &twice)] {
            assert_eq!(one.beside().len(), one.features.len());
            let _ = merge(&[one.clone(), other.clone(), one.clone()]);
            compare_all(one, other);
        }
    }
    assert!(merge(&[]).is_empty());
}

#[test]
fn whatever_a_builder_is_given_it_gives_an_error() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("any_input.rs");
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/fragment_indent.md");
    for text in ["", "\0", "é é", "fn", "a::b", "'a", "1", "\"", "r#\"", "}", "#", "_", "self", "r#self", "é\u{202e}"]
    {
        let builder = Builder::new().document_of(Version::new(4, 18), &page).set_name(text).data_path(text);
        let builder = builder.official().as_of(Date::MIN).allow("fragment-indent").unwrap();
        let _ = (builder.documents().count(), builder.write_to(&out).is_ok(), builder.write_to_out_dir(text).is_ok());
        for levels in [LintLevels::new().deny(text), LintLevels::new().allow(text), LintLevels::new().warn(text)] {
            if let Err(error) = levels {
                assert!(!error.to_string().is_empty());
            }
        }
        let _ = (Builder::new().deny(text).is_ok(), Builder::new().warn(text).is_ok());
        let error = Builder::new().document(text).write_to(text).unwrap_err();
        assert!(!error.to_string().is_empty() && error.diagnostics().is_empty());
        assert!(Builder::new().folder(Path::new("/no such folder").join(text)).is_err());
    }
}

#[test]
fn any_path_is_read_listed_and_written_to_or_refused() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("any_path");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let long = "x".repeat(300);
    for name in ["", ".", "a", "a/", "a/b", "\0", "\n", "é\u{202e}.md", ".md", long.as_str()] {
        let path = folder.join(name);
        let is_written = write_file(&path, name.as_bytes()).is_ok();
        assert_eq!(is_written, matches!(name, "a" | "\n" | "é\u{202e}.md" | ".md"), "{name:?}");
        assert_eq!(holds(&path, name.as_bytes()).is_ok_and(|holds| holds), is_written, "{name:?}");
        assert_eq!(read_page(&path).is_ok_and(|page| page == name.as_bytes()), is_written, "{name:?}");
        assert_eq!(check_name(&path).is_err(), matches!(name, "\0" | "\n"), "{name:?}");
        assert_eq!(pages_in(&path).is_ok(), matches!(name, "" | "."), "{name:?}");
        assert_eq!(read_page_from(name.as_bytes()).unwrap(), name.as_bytes());
    }
    fs::remove_file(folder.join("a")).unwrap();
    assert_eq!(pages_in(&folder).unwrap(), [folder.join("é\u{202e}.md")]);
}

/// The names of the functions that the crate's source declares as public, except those that it hides.
fn functions(folder: &Path, functions: &mut Vec<String>) {
    for path in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        if path.is_dir() {
            self::functions(&path, functions);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let mut is_hidden = false;
            for line in fs::read_to_string(&path).unwrap().lines().map(str::trim_start) {
                if let Some(rest) = line.strip_prefix("pub fn ").filter(|_| !is_hidden) {
                    let end = rest.find(|c: char| c != '_' && !c.is_ascii_alphanumeric()).unwrap();
                    functions.push(rest[..end].to_owned());
                }
                is_hidden = line == "#[doc(hidden)]" || is_hidden && line.starts_with('#');
            }
        }
    }
}

#[test]
fn every_function_is_called() {
    let (called, library) = (include_str!("any_input.rs"), include_str!("../src/lib.rs"));
    let mut declared = Vec::new();
    functions(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut declared);
    let hidden: Vec<&str> =
        library.split("#[doc(hidden)]\npub use ").skip(1).map(|item| item.split(';').next().unwrap()).collect();
    declared.retain(|function| {
        let is_named =
            |item: &&str| item.split(|c: char| c != '_' && !c.is_ascii_alphanumeric()).any(|name| name == function);
        !hidden.iter().any(is_named)
    });
    for function in &declared {
        let calls = [format!("{function}("), format!("::{function},")];
        assert!(calls.iter().any(|call| called.contains(call)), "{function} is not called here");
    }
    assert!(declared.len() > 40, "{declared:?}");
}
