//! Look-ups in a set without features, and statements that are not for a release.

use xen_support_data::{
    Column, Date, Details, Feature, Hash, Index, Label, Lifetime, Limit, Meaning, NameSpans, NameTable, Release,
    RunningXen, Set, Slots, Statement, Version,
};

/// A set without features, of statements of every stage.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Bare {}

const EMPTY_INDEX: Index = Index { hash: Hash { seed: 1, whole: false }, pilots: &[], slots: Slots::U8(&[]) };

impl Set for Bare {
    const NAMES: NameTable = NameTable { text: "", spans: NameSpans::Narrow(&[]) };
    const OTHER_NAMES: &'static [u32] = &[];
    const NAME_INDEX: Index = EMPTY_INDEX;
    const KEYS: &'static [&'static str] = &[];
    const KEY_INDEX: Index = EMPTY_INDEX;
    const ANCHORS: &'static [&'static str] = &[];
    const SECTIONS: &'static [&'static str] = &[];
    const STATUS_TEXTS: &'static [&'static str] = &[];
    const MEANINGS: &'static [Meaning] = &[];
    const LIMITS: &'static [Limit] = &[];
    const LABELS: &'static [Label] = &[];
    const COLUMNS: &'static [Column] = &[
        Column::new::<Bare>(0, &[]),
        Column::new::<Bare>(1, &[]),
        Column::new::<Bare>(2, &[]),
        Column::new::<Bare>(3, &[]),
        Column::new::<Bare>(4, &[]),
    ];
    const VERSIONS: &'static [Version] =
        &[version("4.17-unstable"), version("4.17-rc"), version("4.17"), version("4.18-unstable"), version("4.18-rc")];
    const LIFETIMES: &'static [Lifetime] = &[Lifetime::new("n/a", "n/a"); 5];
    const RELEASES: &'static [Release] =
        &[release("4.17-unstable"), release("4.17-rc"), release("4.17"), release("4.18-unstable"), release("4.18-rc")];
    const BESIDE: &'static [&'static [u8]] = &[&[], &[], &[], &[], &[]];
    const DETAILS: &'static [Details] = &[];
    const AROUND: &'static [[u32; 3]] = &[[0; 3]];
    const PROSE: &'static [&'static str] = &[""];
    const AS_OF: Date = Date::literal("2023-11-16");
    const OFFICIAL: bool = false;
}

const UNSTABLE: Statement<Bare> = Statement::new(0);
const RELEASE: Statement<Bare> = Statement::new(2);
const BRANCHED: Statement<Bare> = Statement::new(3);
const CANDIDATE: Statement<Bare> = Statement::new(4);

const fn version(text: &str) -> Version {
    Version::parse(text).unwrap()
}

const fn release(version_text: &'static str) -> Release {
    Release::new(version(version_text), version_text, ["n/a"; 3])
}

#[test]
fn a_set_without_features_finds_none() {
    assert_eq!((Feature::<Bare>::find("", ""), Feature::<Bare>::find_by_key("")), (None, None));
    assert_eq!((Feature::<Bare>::nearest("x", ""), Feature::<Bare>::all().next()), (None, None));
}

#[test]
fn a_set_tells_the_day_on_which_its_pages_were_taken() {
    assert_eq!(Statement::<Bare>::AS_OF.to_string(), "2023-11-16");
}

#[test]
fn the_furthest_statement_of_a_branch_answers_for_its_hypercall_version() {
    let statements = [16, 17, 18].map(|minor| Statement::<Bare>::for_running(RunningXen::from_number(4 << 16 | minor)));
    assert_eq!(statements, [None, Some(RELEASE), Some(CANDIDATE)]);
}

#[test]
fn a_statement_that_is_not_for_a_release_counts_only_at_the_ends_of_a_range() {
    let counted = |first: Statement<Bare>, last| first.through(last).iter().collect::<Vec<_>>();
    assert_eq!(counted(UNSTABLE, CANDIDATE), [UNSTABLE, RELEASE, CANDIDATE]);
    assert_eq!(counted(RELEASE, BRANCHED), [RELEASE, BRANCHED]);
}
