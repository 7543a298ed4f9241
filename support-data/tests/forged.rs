//! What code can get by the hidden functions that generated tables are made of, and by a [`Set`] that it implements by
//! hand: nothing that the tables do not grant.

use std::panic::{UnwindSafe, catch_unwind};
use xen_support_data::{
    Beside, Column, Date, Details, Feature, Hash, Index, Label, Level, Lifetime, Limit, Meaning, NameSpan, NameSpans,
    NameTable, Release, Requirement, Ruling, Security, Set, Slots, Statement, Unit, Version,
};

/// A set whose tables contradict each other: of four features, with a column for two, a table of meanings for two and an
/// empty one of what stands beside them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Forged {}

const INDEX: Index =
    Index { hash: Hash { seed: 1, whole: false }, pilots: &[0, 0], slots: Slots::U32(&[0, u32::MAX, 3, 9]) };
const SUPPORTED: Meaning = Meaning::new(Level::Supported, Security::Yes);

impl Set for Forged {
    const NAMES: NameTable =
        NameTable { text: "abcd", spans: NameSpans::Wide(&[NameSpan(0, 1, 4, 0), NameSpan(9, 9, 9, 9)]) };
    const OTHER_NAMES: &'static [u32] = &[];
    const NAME_INDEX: Index = INDEX;
    const KEYS: &'static [&'static str] = &["a", "b", "c", "d"];
    const KEY_INDEX: Index = INDEX;
    const ANCHORS: &'static [&'static str] = &["a"];
    const SECTIONS: &'static [&'static str] = &[];
    const STATUS_TEXTS: &'static [&'static str] = &["Supported", "Supportive"];
    const MEANINGS: &'static [Meaning] =
        &[SUPPORTED, SUPPORTED.with_label(0).not_understood(), SUPPORTED.with_limit(0)];
    const LIMITS: &'static [Limit] = &[];
    const LABELS: &'static [Label] = &[Label::new("Supported", None)];
    const COLUMNS: &'static [Column] =
        &[Column::new::<Self>(0, &[1, 2]), Column::new::<Self>(1, &[1, 2]), Column::new::<Self>(0, &[4, 3])];
    const VERSIONS: &'static [Version] = &[Version::new(4, 17), Version::new(4, 18)];
    const LIFETIMES: &'static [Lifetime] =
        &[Lifetime::new("2022-12-12", "2025-12-12"), Lifetime::new("2023-11-16", "n/a"), Lifetime::new("", "")];
    const RELEASES: &'static [Release] = &[];
    const BESIDE: &'static [&'static [u8]] = &[&[], &[], &[0, 0, 0]];
    const DETAILS: &'static [Details] = &[];
    const AROUND: &'static [[u32; 3]] = &[];
    const PROSE: &'static [&'static str] = &[];
    const AS_OF: Date = Date::literal("2023-12-01");
    const OFFICIAL: bool = false;
}

/// A requirement of each kind.
fn requirements() -> [Requirement; 7] {
    [
        Requirement::EXPERIMENTAL,
        Requirement::TECH_PREVIEW,
        Requirement::SUPPORTED,
        Requirement::SECURITY_SUPPORTED,
        Requirement::SECURITY_SUPPORTED.with_caveats(),
        Requirement::SECURITY_SUPPORTED.by_anyone(),
        Requirement::SECURITY_SUPPORTED.unconditionally(),
    ]
}

/// Those of the requirements that the statement satisfies, now and regardless of dates.
fn satisfied(statement: Statement<Forged>, feature: Feature<Forged>) -> Vec<String> {
    let all = requirements().into_iter().flat_map(|requirement| {
        let is_about_security = requirement.to_string().starts_with("security");
        [Some(requirement), is_about_security.then(|| requirement.regardless_of_dates())].into_iter().flatten()
    });
    all.filter(|requirement| statement.satisfies(feature, *requirement))
        .map(|requirement| requirement.to_string())
        .collect()
}

fn message(look_up: impl FnOnce() + UnwindSafe) -> String {
    let panic = catch_unwind(look_up).expect_err("it panics");
    match panic.downcast::<String>() {
        Ok(message) => *message,
        Err(panic) => (*panic.downcast::<&str>().expect("a message")).to_owned(),
    }
}

#[test]
fn there_is_no_handle_of_a_statement_or_a_feature_that_the_set_does_not_have() {
    assert_eq!((Statement::<Forged>::COUNT, Feature::<Forged>::COUNT), (3, 4));
    for number in [3, 200, u8::MAX] {
        let message = message(move || {
            let _ = Statement::<Forged>::new(number).version();
        });
        assert_eq!(message, "no such statement in the set");
    }
    for index in [4, 200, u32::MAX] {
        assert_eq!(
            message(move || {
                let _ = Feature::<Forged>::new(index).key();
            }),
            "no such row in the catalog"
        );
    }
}

#[test]
fn what_a_table_is_too_short_for_is_not_granted() {
    let [first, second, third] = [0, 1, 2].map(Feature::new);
    let released = Statement::<Forged>::new(0);
    assert_eq!(satisfied(released, third), [""; 0], "there is no status");
    assert_eq!((released.status(third), released.is_security_supported(third)), (None, false));
    // What stands beside it is not known, so it is not unconditional.
    assert!(released.satisfies(first, Requirement::SECURITY_SUPPORTED));
    assert!(!released.satisfies(first, Requirement::SECURITY_SUPPORTED.unconditionally()));
    assert_eq!(released.beside(first), Beside::new(true, true, true, true));
    assert_eq!(satisfied(released, second), [""; 0], "a status that is not understood");
}

#[test]
fn a_flag_of_a_column_comes_of_the_set_s_own_dates() {
    let undated = Statement::<Forged>::new(1);
    let granted = satisfied(undated, Feature::new(0));
    assert!(!granted.contains(&"security_supported".to_owned()), "{granted:?}");
    assert!(granted.contains(&"security_supported regardless of dates".to_owned()), "{granted:?}");
}

#[test]
fn a_number_that_a_table_does_not_have_ends_in_a_panic_and_not_in_a_grant() {
    let statement = Statement::<Forged>::new(2);
    for feature in [Feature::new(0), Feature::new(1)] {
        for requirement in requirements() {
            let answer = catch_unwind(|| statement.satisfies(feature, requirement));
            assert!(answer.is_err() || answer.is_ok_and(|is_granted| !is_granted), "{requirement}");
        }
    }
    for name in ["a", "b", "", "no such name"] {
        let found = catch_unwind(|| Feature::<Forged>::find(name, ""));
        assert!(found.is_err() || found.is_ok_and(|found| found.is_none_or(|found| found.index() == 0)), "{name}");
    }
}

#[test]
fn a_ruling_of_a_status_that_is_not_understood_grants_nothing() {
    let mut ruling = Ruling {
        release: "Xen 4.18",
        title: "x86/PVH",
        implementation: "",
        status: "Supportive",
        label: None,
        is_understood: true,
        level: Level::Supported,
        security: Security::Yes,
        limit: None,
        beside: Beside::default(),
        exceptions: "",
        initial_release: "2023-11-16",
        security_support_until: "2026-11-16",
        day: Date::literal("2024-01-01"),
        place: "",
    };
    assert!(requirements().iter().all(|requirement| ruling.satisfies(*requirement)));
    ruling.is_understood = false;
    for requirement in requirements() {
        let refusal = ruling.refusal(requirement).expect("it is refused");
        assert!(refusal.reason().contains("does not understand this status"), "{}", refusal.reason());
    }
    let limit = Limit::new(Unit::Count, xen_support_data::Bound::up_to(0), None);
    let above = Ruling { is_understood: true, limit: Some(limit), ..ruling };
    assert!(!above.satisfies(Requirement::SECURITY_SUPPORTED));
}
