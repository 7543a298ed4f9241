//! What status texts mean, and that a text that is not understood grants nothing.

use super::{ParsedLabel, ParsedStatus, Reading, parse};
use std::sync::Arc;
use xen_support_data::Security::{Conditional, External, No, Yes};
use xen_support_data::{Bound, Level, Limit, Security, Unit};

/// The labels that every page of Xen defines.
fn labels() -> Vec<Arc<ParsedLabel>> {
    [
        ("Experimental", Level::Experimental, No),
        ("Tech Preview", Level::TechPreview, No),
        ("Supported", Level::Supported, Yes),
        ("Deprecated", Level::Supported, Yes),
    ]
    .map(|(name, level, security)| Arc::new(ParsedLabel { name: name.to_owned(), tags: None, level, security }))
    .into()
}

fn understood(text: &str) -> Arc<ParsedStatus> {
    match parse(text, false, &labels()) {
        Reading::Understood(status) => {
            assert!(status.understood, "{text}");
            status
        }
        other => panic!("{text}: {other:?}"),
    }
}

fn grants_nothing(status: &ParsedStatus) -> bool {
    !status.understood
        && status.level == Level::None
        && status.security == No
        && status.label.is_none()
        && status.limit.is_none()
}

/// The name of the label, and the level.
type Expected = (Option<&'static str>, Level);

#[test]
fn every_text_of_xens_pages_has_its_meaning() {
    let supported = (Some("Supported"), Level::Supported);
    let preview = (Some("Tech Preview"), Level::TechPreview);
    let experimental = (Some("Experimental"), Level::Experimental);
    let cases: &[(&str, Expected, Security)] = &[
        ("Supported", supported, Yes),
        ("Security supported", supported, Yes),
        ("Supported, not security supported", supported, No),
        ("Supported, Not security supported", supported, No),
        ("Supported, Security support external", supported, External),
        ("Supported, security support external", supported, External),
        ("Supported, with caveats", supported, Conditional),
        ("Supported, security supported only when run de-privileged", supported, Conditional),
        ("Support scope restricted", supported, Conditional),
        ("Supported (outside of \"backend allocation\" mode)", supported, Conditional),
        ("Tech Preview", preview, No),
        ("Tech Preview, with limited support", preview, Conditional),
        ("Experimental", experimental, No),
        ("Experimental (in \"backend allocation\" mode)", experimental, No),
        ("Deprecated", (Some("Deprecated"), Level::Supported), Yes),
        ("Not supported.", (Some("Not supported"), Level::None), No),
        ("Not functional", (Some("Not functional"), Level::None), No),
        ("Not implemented", (Some("Not implemented"), Level::None), No),
        ("No security support, not recommended", (None, Level::None), No),
    ];
    for (text, (label, level), security) in cases {
        let status = understood(text);
        assert_eq!(status.label.as_ref().map(|label| label.name.as_str()), *label, "{text}");
        assert_eq!((status.level, status.security, status.limit), (*level, *security, None), "{text}");
        assert_eq!(status.text, *text);
    }
}

#[test]
fn a_limit_has_an_amount_a_unit_and_an_end() {
    const TIB: u64 = 1 << 40;
    let up_to = Bound::up_to;
    for (text, unit, security_supported, supported) in [
        ("Supported up to 12 TiB", Unit::Bytes, 12 * TIB, Some(up_to(12 * TIB))),
        ("Supported up to 12 GiB", Unit::Bytes, 12 << 30, Some(up_to(12 << 30))),
        ("Supported up to 4096", Unit::Count, 4096, Some(up_to(4096))),
        (
            "Supported up to 12 TiB. Hosts with more memory are supported, but not security supported.",
            Unit::Bytes,
            12 * TIB,
            None,
        ),
        (
            "Supported up to 8 TiB. Guests with more memory, but less than 16 TiB, are supported, but not security supported.",
            Unit::Bytes,
            8 * TIB,
            Some(Bound::below(16 * TIB)),
        ),
    ] {
        let status = understood(text);
        let expected = Limit::new(unit, up_to(security_supported), supported);
        assert_eq!(status.limit, Some(expected), "{text}");
        assert_eq!((status.level, status.security), (Level::Supported, Yes), "{text}");
    }
}

#[test]
fn a_text_that_is_not_understood_grants_nothing() {
    for text in [
        "Suported",
        "Supported,",
        "Supported, ",
        "Supported, with",
        "Supported, n",
        "Supported with caveats",
        "Supported,with caveats",
        "Supported, with caveats, but",
        "Supported; not security supported",
        "Supported - not security supported",
        "Supported (not security supported)",
        "Supported (in \"x\" mode) later",
        "Supported (in \"\" mode)",
        "Supported, security supported only when ",
        "Supported, with limited support",
        "Supported not",
        "supported",
        "SUPPORTED",
        "Supported.",
        "Supported, with caveats.",
        "security supported",
        "Supported up to 12 tib",
        "Tech Preview, not security supported, with limited support",
        "Supported..",
        "Supported up to",
        "Sup up to 12 TiB",
        "Experimental up to 12 TiB",
        "Supported up to 12 TB",
        "Supported up to 12TiB",
        "Supported up to -1",
        "Supported up to 0",
        "Supported up to 0 TiB",
        "Supported up to 99999999999999999999",
        "Supported up to 99999999 TiB",
        "Supported up to 12 TiB. Hosts with more memory are not supported.",
        "Supported up to 12 TiB. Hosts with more memory are supported.",
        "Supported up to 8 TiB. Guests with more memory, but less than 4 TiB, are supported, but not security supported.",
        "Supported up to 8 TiB. Guests with more memory, but less than 16, are supported, but not security supported.",
        "Ѕupported",
        "Supported\u{a0}",
        "Not supported, with caveats",
        "",
    ] {
        match parse(text, false, &labels()) {
            Reading::Unknown(status, _) => assert!(grants_nothing(&status), "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn modifiers_only_take_away() {
    assert_eq!(understood("Experimental, with caveats").security, No);
    assert_eq!(understood("Tech Preview, security support external").security, No);
    assert_eq!(understood("Supported, with caveats, not security supported").security, No);
    assert_eq!(understood("Supported, security support external, with caveats").security, External);
    assert_eq!(understood("Supported (in \"x\" mode), not security supported").security, No);
}

#[test]
fn blanks_and_the_case_of_modifiers_do_not_count() {
    for text in ["Supported,  Not  Security\tSupported", "Supported, WITH CAVEATS", " Tech  Preview"] {
        understood(text);
    }
}

#[test]
fn a_misspelt_label_is_read_only_where_that_grants_nothing() {
    for (text, label) in
        [("Experimenal", "Experimental"), ("Exprmntal", "Experimental"), ("Teck Preview", "Tech Preview")]
    {
        match parse(text, false, &labels()) {
            Reading::Misspelt(status, near) => {
                assert_eq!((near.as_str(), status.security), (label, No));
                assert!(status.level < Level::Supported);
            }
            other => panic!("{text}: {other:?}"),
        }
    }
    for (text, near) in
        [("Suported", "Supported"), ("Depracated", "Deprecated"), ("Supported, with cavets", "Supported, with caveats")]
    {
        match parse(text, false, &labels()) {
            Reading::Unknown(status, nearest) => {
                assert!(grants_nothing(&status));
                assert_eq!(nearest.as_deref(), Some(near));
            }
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn nothing_is_suggested_for_a_text_that_is_far_from_all_or_equally_near_to_two() {
    let label = |name: &str| {
        Arc::new(ParsedLabel { name: name.to_owned(), tags: None, level: Level::Experimental, security: No })
    };
    let own = ["Silver A", "Silver B"].map(label);
    for text in ["Silver C", "Gold", ""] {
        assert!(matches!(parse(text, false, &own), Reading::Unknown(_, None)), "{text}");
    }
    assert!(matches!(parse("Silvre B", false, &own), Reading::Misspelt(_, near) if near == "Silver B"));
}

#[test]
fn formats_are_kept_if_all_of_them_are_known() {
    match parse("bzImage, ELF", true, &labels()) {
        Reading::Understood(status) => {
            assert_eq!((status.level, status.security, status.formats), (Level::Supported, Yes, true));
            assert_eq!(status.text, "bzImage, ELF");
        }
        other => panic!("{other:?}"),
    }
    for text in [
        "Experimental",
        "Experimenal",
        "with caveats",
        "supported.",
        "not security supported",
        "ELF 64",
        "ELF,a out",
        "none",
        "No",
        "n/a",
        "TBD.",
        "-",
        "ELF, none",
        "disabled",
        "never, ELF",
        "Elf",
        "ELF,",
        "!ELF",
        "n.a.",
    ] {
        match parse(text, true, &labels()) {
            Reading::Unknown(status, _) => assert!(grants_nothing(&status)),
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn a_label_means_what_its_document_defines() {
    let own =
        [Arc::new(ParsedLabel { name: "Long Term".to_owned(), tags: None, level: Level::Supported, security: Yes })];
    assert!(
        matches!(parse("Long Term, with caveats", false, &own), Reading::Understood(status) if status.security == Conditional)
    );
    assert!(matches!(parse("Supported", false, &own), Reading::Unknown(..)));
}
