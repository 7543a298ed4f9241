//! What must hold of a set of documents, whatever they say.

use crate::emitted::Emitted;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use xen_support_compiler::{
    Catalog, Compilation, Diagnostic, LintLevel, LintLevels, PROBLEMS, ParsedFeature, ParsedStatus, Place, Settings,
    Source, compile, emit, pretty,
};
use xen_support_data::{Level, Security};

/// Documents that compile.
pub(crate) struct Accepted {
    pub(crate) catalog: Catalog,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Compiles the documents, and checks the result. Returns it if there are no errors.
pub(crate) fn check(sources: &[Source]) -> Option<Accepted> {
    let levels = LintLevels::new();
    let Compilation { catalog, diagnostics, .. } = compile(sources, &levels);
    assert_eq!(catalog.is_none(), diagnostics.iter().any(Diagnostic::is_error), "tables or errors, not both");
    check_diagnostics(sources, &diagnostics);
    if catalog.is_none() {
        check_allowed(sources);
    }
    let catalog = catalog?;
    check_features(&catalog);
    check_rows(&catalog, &diagnostics);
    check_lines(sources, &catalog, &diagnostics);
    for status in features(&catalog).map(|feature| &feature.status) {
        check_status(status);
    }
    if is_sampled(sources) {
        check_emitted(sources, &catalog, &levels);
    }
    Some(Accepted { catalog, diagnostics })
}

/// Whether to check the emitted Rust, which takes some fifty times as long as everything else. Tests always do; a
/// fuzzer does for one input in sixty-four, chosen by the documents themselves, so that an input that fails does so
/// again.
fn is_sampled(sources: &[Source]) -> bool {
    let mut hasher = DefaultHasher::new();
    for source in sources {
        source.text().hash(&mut hasher);
    }
    !is_fuzzing() || hasher.finish().is_multiple_of(64)
}

/// Whether a fuzzer runs this, and not a test.
fn is_fuzzing() -> bool {
    cfg!(feature = "libfuzzer")
}

fn check_emitted(sources: &[Source], catalog: &Catalog, levels: &LintLevels) {
    let text = emit_text(catalog);
    assert!(text == emit_text(catalog), "the same catalog gives the same text");
    assert!(!text.contains(|c: char| c != '\n' && c.is_control() || is_bidirectional(c)), "a raw control character");
    Emitted::parse(&text).check(catalog);
    if sources.len() > 1 {
        let reversed: Vec<Source> = sources.iter().rev().cloned().collect();
        let catalog = compile(&reversed, levels).catalog.expect("documents compile in any order");
        assert!(text == emit_text(&catalog), "the order of the documents makes no difference");
    }
}

/// Checks what becomes of documents with errors where a user allows all that can be allowed.
fn check_allowed(sources: &[Source]) {
    let denied = PROBLEMS.iter().filter(|problem| problem.level == LintLevel::Deny);
    let levels = denied.fold(LintLevels::new(), |levels, problem| levels.allow(problem.code).expect("it is denied"));
    let Compilation { catalog, diagnostics, .. } = compile(sources, &levels);
    assert_eq!(catalog.is_none(), diagnostics.iter().any(Diagnostic::is_error), "tables or errors, not both");
    let Some(catalog) = catalog else { return };
    check_features(&catalog);
    features(&catalog).for_each(|feature| check_status(&feature.status));
    if is_sampled(sources) {
        check_emitted(sources, &catalog, &levels);
    }
}

fn features(catalog: &Catalog) -> impl Iterator<Item = &ParsedFeature> {
    catalog.statements().iter().flat_map(|statement| &statement.features)
}

fn emit_text(catalog: &Catalog) -> String {
    let settings = Settings::default();
    pretty(emit(catalog, &settings)).expect("what is emitted parses as Rust")
}

fn is_bidirectional(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn check_diagnostics(sources: &[Source], diagnostics: &[Diagnostic]) {
    let lines: Vec<Vec<&str>> = sources.iter().map(|source| source.text().lines().chain([""]).collect()).collect();
    for diagnostic in diagnostics {
        for place in [diagnostic.place()].into_iter().chain(diagnostic.related()) {
            check_place(place, &lines[document(sources, place)]);
        }
    }
    // Showing a diagnostic costs as much as compiling a small document, so a fuzzer does not show them all.
    for diagnostic in diagnostics.iter().take(if is_fuzzing() { 4 } else { usize::MAX }) {
        assert!(!diagnostic.to_string().is_empty());
    }
    // The problems of the set stand after those of single documents.
    let (of_set, of_documents): (Vec<_>, Vec<_>) =
        diagnostics.iter().partition(|diagnostic| OF_SET.contains(&diagnostic.problem().code));
    let order = |diagnostic: &&Diagnostic| {
        let place = diagnostic.place();
        (document(sources, place), place.line, place.span.start)
    };
    assert!(of_documents.iter().is_sorted_by_key(order), "in the order of documents and lines");
    let in_order = of_documents.into_iter().chain(of_set);
    assert!(in_order.map(std::ptr::from_ref).eq(diagnostics.iter().map(std::ptr::from_ref)), "those of the set last");
    let mut seen = HashSet::new();
    for diagnostic in diagnostics {
        let place = diagnostic.place();
        assert!(seen.insert((diagnostic.problem().code, &place.file, place.line, &place.span)), "twice: {diagnostic}");
    }
}

/// The problems of several documents together.
const OF_SET: [&str; 4] = ["version-twice", "features-same-name", "too-many-statuses", "too-many-documents"];

fn document(sources: &[Source], place: &Place) -> usize {
    sources.iter().position(|source| source.name() == place.file).expect("a place is in one of the documents")
}

/// Checks a place in a document of these lines. An empty line follows the last line end. For a very long line, the
/// excerpt may be its beginning only.
fn check_place(place: &Place, lines: &[&str]) {
    let line = place.line.checked_sub(1).expect("lines are counted from 1");
    let line = lines.get(line as usize).expect("the line is there");
    assert!(
        *line == place.excerpt || place.excerpt.len() >= 480 && line.starts_with(&place.excerpt),
        "the excerpt is the line"
    );
    assert!(place.excerpt.get(place.span.clone()).is_some(), "{:?} in {:?}", place.span, place.excerpt);
    assert!(place.column() >= 1);
}

fn check_features(catalog: &Catalog) {
    let (mut keys, mut names, mut constants) = (HashSet::new(), HashSet::new(), HashSet::new());
    for feature in catalog.features() {
        assert!(keys.insert(&feature.key), "{feature:?}");
        assert!(names.insert((&feature.heading.title, &feature.implementation)), "{feature:?}");
        assert!(constants.insert((&feature.module, &feature.constant)), "{feature:?}");
        for name in feature.module.iter().chain([&feature.constant]) {
            assert!(is_identifier(name), "{name:?}");
        }
    }
    for statement in catalog.statements() {
        let mut listed = HashSet::new();
        for feature in &statement.features {
            assert!(keys.contains(&feature.key) && listed.insert(&feature.key), "{feature:?}");
        }
    }
}

/// Checks that each feature has a row of Xen's own tool, unless it gives up.
fn check_rows(catalog: &Catalog, diagnostics: &[Diagnostic]) {
    for statement in catalog.statements() {
        let rows: HashSet<&str> = statement.rows().iter().map(|row| row.key.as_str()).collect();
        let without_row = statement.features.iter().find(|feature| !rows.contains(&*feature.key));
        let tool_gives_up = diagnostics.iter().any(|diagnostic| {
            diagnostic.problem().code == "no-support-matrix" && diagnostic.place().file == statement.file
        });
        assert!(without_row.is_none() || tool_gives_up, "{without_row:?} has no row");
    }
}

/// Checks that each line that looks like a status to people is read or reported, and counts for the heading that people
/// see above it.
fn check_lines(sources: &[Source], catalog: &Catalog, diagnostics: &[Diagnostic]) {
    for source in sources {
        let statement = catalog.statements().iter().find(|statement| statement.file == source.name());
        let statement = statement.expect("each document has its statement");
        let rows: HashSet<String> = statement.rows().iter().map(|row| row.value.clone()).collect();
        let of_source = || diagnostics.iter().filter(|diagnostic| diagnostic.place().file == source.name());
        let mut heading = None;
        let mut headings = Vec::new();
        let mut is_commented = false;
        for line in source.text().lines() {
            let is_shown = |place: &Place| line.contains(&place.excerpt);
            let is_reported = |found: &Diagnostic| is_shown(found.place()) || found.related().is_some_and(&is_shown);
            let is_lost = |value| !rows.contains(value) && !of_source().any(is_reported);
            // What is commented out is not there.
            is_commented |= line.contains("<!--");
            let is_there = !is_commented;
            is_commented &= !line.contains("-->");
            assert!(!is_there || !status_value(line).is_some_and(is_lost), "{line:?} is lost in {}", source.text());
            heading = heading_text(line).or(heading);
            headings.push(heading);
        }
        // Here lines are split, or headings are marked, otherwise than it looks.
        if source.text().replace("\r\n", "").contains('\r')
            || of_source().any(|diagnostic| diagnostic.problem().code == "setext-heading")
        {
            continue;
        }
        for feature in &statement.features {
            let heading = headings[feature.line as usize - 1].expect("a status has a heading");
            let is_plain =
                heading.split(' ').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric()));
            let title = &feature.heading.title;
            assert!(!is_plain || **title == *heading, "{title} has a status of {heading}");
        }
    }
}

/// The text of a line that people take for a heading, whether or not Markdown does.
fn heading_text(line: &str) -> Option<&str> {
    let marked = line.trim_start_matches(' ');
    let text = marked.trim_start_matches('#');
    let level = marked.len() - text.len();
    let is_heading = if text.trim_start() != text || text.is_empty() { level >= 1 } else { level >= 2 };
    (line.len() - marked.len() < 4 && is_heading).then(|| text.trim())
}

/// The value of a line that is beyond doubt a status.
fn status_value(line: &str) -> Option<&str> {
    let (key, value) = line.strip_prefix("    Status").or_else(|| line.strip_prefix("\tStatus"))?.split_once(": ")?;
    let is_key = key.is_empty() || key.starts_with(", ") && !key.contains(':');
    Some(value.trim()).filter(|value| is_key && !value.is_empty() && !value.contains('\r'))
}

/// Whether a word names something in any edition of Rust, and looks the same to everyone.
fn is_identifier(word: &str) -> bool {
    // Reserved since 2024, which is later than syn's list.
    word.is_ascii() && word != "gen" && syn::parse_str::<syn::Ident>(word).is_ok()
}

/// Checks that a status grants only what its label's definition grants, and only if all its words are understood.
fn check_status(status: &ParsedStatus) {
    let ParsedStatus { label, level, security, limit, formats, understood, .. } = status;
    let answers_yes = |tag: usize| {
        let tags = label.as_ref().and_then(|label| label.tags.as_ref());
        tags.is_some_and(|tags| tags[tag].eq_ignore_ascii_case("yes"))
    };
    let (complete, secure) = (answers_yes(0), answers_yes(3));
    assert!(*understood || (label.is_none() && *level == Level::None && *security == Security::No), "{status:?}");
    match level {
        Level::Supported => assert!(secure, "{status:?}"),
        Level::TechPreview => assert!(complete, "{status:?}"),
        Level::Experimental => assert!(label.is_some(), "{status:?}"),
        Level::None => assert!(*security == Security::No, "{status:?}"),
    }
    if *security == Security::Yes {
        assert!(secure, "{status:?}");
        let words = status.text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let rest = label.as_ref().and_then(|label| words.strip_prefix(&label.name));
        assert!(
            rest.is_some_and(|rest| rest.is_empty() || limit.is_some() && rest.starts_with(" up to "))
                || words == "Security supported"
                || *formats && words.split(", ").all(|format| !format.contains(' ')),
            "{status:?}"
        );
    }
}
