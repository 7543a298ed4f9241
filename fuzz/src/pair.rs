//! What must hold of two pages that are compared, and of the facts of each.

use std::collections::HashMap;
use std::fmt::Debug;
use xen_support_compiler::{
    Change, Comparison, Date, Diagnostic, ParsedFeature, ParsedLabel, ParsedRelease, ParsedSecurityContact,
    ParsedStatement, Source, Version, compare, extract_facts,
};

/// Checks two pages, of which the second may be an edited form of the first.
pub(crate) fn check(texts: [&str; 2]) {
    let sources = texts.map(|text| Source::new("page.md", text));
    let [old, new] = sources.each_ref().map(|source| {
        let (statement, diagnostics) = ParsedStatement::parse(source);
        let statement = statement?;
        must_be_empty(&compare(&statement, &statement));
        check_facts(source, &statement, &diagnostics);
        Some(statement)
    });
    if let (Some(old), Some(new)) = (&old, &new) {
        check_mirrored(old, new);
    }
}

fn must_be_empty(comparison: &Comparison<'_>) {
    let Comparison { rows, features, prose, labels, contacts, .. } = comparison;
    let lengths = [rows.len(), features.len(), prose.len(), labels.len(), contacts.len()];
    assert_eq!(lengths, [0; 5], "a page differs from itself: {comparison:?}");
}

/// Checks that what changed from one page to the other is what changed back, the other way round.
fn check_mirrored(old: &ParsedStatement, new: &ParsedStatement) {
    let (there, back) = (compare(old, new), compare(new, old));
    let key = |side: Option<&ParsedFeature>| side.map(|feature| feature.key.to_string());
    let changed = |change: &Change<'_>| [key(change.old), key(change.new)];
    must_mirror(there.features.iter().map(changed), back.features.iter().map(changed));
    let value = |side: Option<&str>| side.map(str::to_owned);
    must_mirror(
        there.rows.iter().map(|row| [(row.key, value(row.old)), (row.key, value(row.new))]),
        back.rows.iter().map(|row| [(row.key, value(row.old)), (row.key, value(row.new))]),
    );
    // Features of one heading may be those of two in the other page, whose prose then is compared with that of the one.
    if !there.features.iter().any(Change::is_guess) && have_same_headings(old, new) {
        must_mirror(
            there.prose.iter().map(|change| [(change.kind, &change.removed), (change.kind, &change.added)]),
            back.prose.iter().map(|change| [(change.kind, &change.removed), (change.kind, &change.added)]),
        );
    }
    let label = |pair: &[Option<&ParsedLabel>; 2]| pair.map(|side| side.map(|side| format!("{side:?}")));
    must_mirror(there.labels.iter().map(label), back.labels.iter().map(label));
    let contact = |pair: &[Option<&ParsedSecurityContact>; 2]| pair.map(|side| side.map(|side| format!("{side:?}")));
    must_mirror(there.contacts.iter().map(contact), back.contacts.iter().map(contact));
}

/// Whether the features that both list stand below headings with the same ids.
fn have_same_headings(old: &ParsedStatement, new: &ParsedStatement) -> bool {
    let anchors: HashMap<_, _> = old.features.iter().map(|feature| (&feature.key, &feature.heading.anchor)).collect();
    let is_same =
        |feature: &ParsedFeature| anchors.get(&feature.key).is_none_or(|anchor| **anchor == feature.heading.anchor);
    new.features.iter().all(is_same)
}

fn must_mirror<T: Ord + Debug>(there: impl Iterator<Item = [T; 2]>, back: impl Iterator<Item = [T; 2]>) {
    let (mut there, mut back): (Vec<[T; 2]>, Vec<[T; 2]>) = (there.collect(), back.map(|[a, b]| [b, a]).collect());
    there.sort();
    back.sort();
    assert_eq!(there, back);
}

/// Checks the facts of a page: if they are taken for the page's, they say the same, and facts of facts are those facts.
fn check_facts(source: &Source, page: &ParsedStatement, diagnostics: &[Diagnostic]) {
    let text = extract_facts(source, &page.release);
    // Where the Release Support has another heading, prose may stand elsewhere in the facts, and have another digest the
    // second time.
    let mut lines = source.text().lines().filter(|line| !line.is_empty()).skip_while(|line| !line.starts_with('#'));
    let has_own_heading = lines.next() == Some("# Release Support")
        && lines.next().is_some_and(|line| line.starts_with("    Xen-Version: "));
    let is_plain = diagnostics.is_empty() && has_own_heading;
    let facts_source = Source::new("facts.md", text.as_str());
    let facts = ParsedStatement::parse(&facts_source).0;
    // As `xen-support import` does.
    let is_taken = |facts: &ParsedStatement| {
        release(page) == release(facts) && facts.rows() == page.rows() && compare(page, facts).features.is_empty()
    };
    let Some(facts) = facts.filter(is_taken) else { return };
    let answers = |statement: &ParsedStatement| {
        let of = |(feature, beside): (&ParsedFeature, _)| {
            let status = &feature.status;
            let name = (feature.key.to_string(), feature.heading.title.to_string(), feature.implementation.to_string());
            (name, (status.text.clone(), status.level, status.security, status.limit), beside)
        };
        statement.features.iter().zip(statement.beside()).map(of).collect::<Vec<_>>()
    };
    assert_eq!(answers(page), answers(&facts), "{}\n{text}", source.text());
    if is_plain {
        assert_eq!(extract_facts(&facts_source, &facts.release), text, "the facts of\n{}", source.text());
    }
}

/// The version of a page's release, and its dates.
fn release(page: &ParsedStatement) -> (Option<Version>, [Option<Date>; 3]) {
    let ParsedRelease { version, initial_release, supported_until, security_support_until, .. } = &page.release;
    (*version, [initial_release, supported_until, security_support_until].map(|date| date.date))
}
