//! What Rust users expect of the types: to be shown, read, compared and iterated.

use std::cmp::Ordering;
use std::fmt::Display;
use xen_support::{
    Amount, Date, Feature, Level, Security, Stage, Statement, Unit, Version, XEN_4_18, XEN_4_20, features,
};

/// A set of a user's own.
#[allow(dead_code, reason = "the emitted constants are not all used")]
mod appliance {
    include!("generated/tables.rs");
}

/// Checks what is shown, with width, alignment and precision, too.
fn check_shown(value: impl Display, text: &str) {
    assert_eq!(value.to_string(), text);
    assert_eq!(format!("{value:^30}|{value:.2}"), format!("{text:^30}|{text:.2}"));
}

#[test]
fn statements_and_values_are_shown_as_pages_and_requirements_write_them() {
    check_shown(XEN_4_18, "Xen 4.18");
    check_shown(appliance::XEN_4_20_UNSTABLE, appliance::XEN_4_20_UNSTABLE.release().version_text);
    check_shown(XEN_4_18.release(), "4.18");
    check_shown(XEN_4_18.release().initial_release, "2023-11-16");
    check_shown(xen_support::XEN_4_23_UNSTABLE.release().initial_release, "n/a");
    check_shown(XEN_4_18.get("x86/PVH", "dom0").unwrap().label().unwrap(), "Experimental");
    for (level, text) in [
        (Level::None, "none"),
        (Level::Experimental, "experimental"),
        (Level::TechPreview, "tech_preview"),
        (Level::Supported, "supported"),
    ] {
        check_shown(level, text);
    }
    check_shown(Security::External, "external");
    for (stage, text) in [(Stage::Unstable, "unstable"), (Stage::Candidate, "candidate"), (Stage::Release, "release")] {
        check_shown(stage, text);
    }
    for (unit, text) in [(Unit::Bytes, "bytes"), (Unit::Count, "count")] {
        check_shown(unit, text);
    }
}

#[test]
fn days_and_amounts_are_read_as_they_are_shown() {
    assert_eq!("2026-08-20".parse(), Ok(Date::literal("2026-08-20")));
    assert_eq!("8 TiB".parse(), Ok(Amount::tib(8)));
    assert_eq!("128".parse(), Ok(Amount::count(128)));
    assert_eq!("4.18.3".parse(), Ok(Version::new(4, 18).with_point(3)));
    let errors = [
        ("2026-02-30".parse::<Date>().unwrap_err().to_string(), "not a day of the calendar, such as 2026-08-20"),
        ("8 TB".parse::<Amount>().unwrap_err().to_string(), "not an amount, such as 128, 1023 bytes or 8 TiB"),
    ];
    for (error, text) in errors {
        assert_eq!(error, text);
    }
}

#[test]
fn a_feature_is_read_by_its_name_as_it_is_shown_or_by_its_key() {
    for feature in Feature::all() {
        assert_eq!(feature.to_string().parse(), Ok(feature));
        assert_eq!(feature.key().parse(), Ok(feature));
    }
    for feature in appliance::Feature::all() {
        assert_eq!(feature.to_string().parse(), Ok(feature));
    }
    let error = |text: &str| text.parse::<Feature>().unwrap_err();
    assert_eq!(
        error("x86/PVH, Dom0").to_string(),
        "no page has a feature of this name or key; the nearest is x86/PVH, dom0"
    );
    assert_eq!(error("Credit 2 Scheduler").nearest, Some(features::CREDIT2_SCHEDULER));
    for text in ["", ", ", "Quantum entanglement", "x86/PVH,domU, ,"] {
        assert_eq!(error(text).to_string(), "no page has a feature of this name or key", "{text}");
    }
}

#[test]
fn amounts_have_an_order_within_their_unit_only() {
    assert!(Amount::gib(1) < Amount::tib(1) && Amount::count(2) > Amount::count(1));
    assert_eq!(Amount::count(1).partial_cmp(&Amount::bytes(1)), None);
    assert_eq!(Amount::mib(1024).partial_cmp(&Amount::gib(1)), Some(Ordering::Equal));
}

#[test]
fn a_statement_is_iterated_from_both_ends() {
    let mut forward = Vec::new();
    for (feature, status) in XEN_4_20 {
        assert_eq!(XEN_4_20.status(feature), Some(status));
        forward.push(feature);
    }
    assert_eq!(forward.len(), XEN_4_20.iter().count());
    let backward: Vec<Feature> = XEN_4_20.iter().rev().map(|(feature, _)| feature).collect();
    assert!(forward.iter().eq(backward.iter().rev()));
    assert!(XEN_4_20.iter().size_hint().1 >= Some(forward.len()));
    assert_eq!(
        Statement::all().iter().map(Statement::iter).map(Iterator::count).max().map(|most| most > 190),
        Some(true)
    );
}

#[test]
fn constants_of_statements_and_features_stand_in_patterns() {
    let name = |statement: Statement, feature: Feature| match (statement, feature) {
        (XEN_4_18, features::x86_pvh::DOMU) => "both",
        (XEN_4_18 | XEN_4_20, _) => "a statement",
        (_, features::x86_pvh::DOMU) => "a feature",
        (_, _) => "neither",
    };
    let others = [xen_support::XEN_4_14, xen_support::XEN_4_23_UNSTABLE];
    let (guest, host) = (features::x86_pvh::DOMU, features::x86_pvh::DOM0);
    assert_eq!(
        [name(XEN_4_18, guest), name(XEN_4_18, host), name(XEN_4_20, guest)],
        ["both", "a statement", "a statement"]
    );
    assert_eq!(others.map(|other| [name(other, guest), name(other, host)]), [["a feature", "neither"]; 2]);
}
