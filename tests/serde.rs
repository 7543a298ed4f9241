//! The forms in which values and statements are serialized, and what is refused when they are read back.

use expect_test::{Expect, expect};
use serde_json::{from_value, json, to_string_pretty, to_value};
use xen_support::{
    Amount, Date, Feature, Level, Needs, Requirement, RunningXen, Security, Stage, Statement, Statements, Unit,
    Version, XEN_4_18, XEN_4_20, features, needs,
};

needs! {
    const NEEDS: Needs {
        "x86/PVH", "dom0" is security_supported up to 8 TiB through 2029-01-01 because "dom0 is small";
        features::CREDIT2_SCHEDULER is supported;
    }
}

fn check(value: impl serde_core::Serialize, expected: &Expect) {
    expected.assert_eq(&(to_string_pretty(&value).unwrap() + "\n"));
}

/// Checks that a value is serialized as this string and read back from it, and that what nearly is one is refused.
fn check_string<T>(value: &T, text: &str, refused: &[&str])
where
    T: serde_core::Serialize + serde_core::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    assert_eq!(to_value(value).unwrap(), text);
    assert_eq!(from_value::<T>(json!(text)).unwrap(), *value);
    for text in refused {
        assert!(from_value::<T>(json!(text)).is_err(), "{text}");
    }
    for other in [json!(4.18), json!(null), json!([text]), json!({ "text": text })] {
        assert!(from_value::<T>(other).is_err());
    }
}

#[test]
fn values_are_strings_and_are_read_back() {
    check_string(&Version::parse("4.18").unwrap(), "4.18", &["", "4", "4.18 EOL"]);
    check_string(&Version::parse("4.18.3-pre").unwrap(), "4.18.3-pre", &["4.18.x"]);
    check_string(&Date::literal("2026-08-20"), "2026-08-20", &["2026-02-30", "20260820"]);
    check_string(&Amount::tib(8), "8 TiB", &["8 TB", "8TiB", "-1"]);
    check_string(&Amount::count(4096), "4096", &["4096.0"]);
    let requirement = Requirement::SECURITY_SUPPORTED.up_to(Amount::gib(1)).with_caveats();
    check_string(&requirement, "security_supported up to 1 GiB with caveats", &["secure", "supported with caveats"]);
    check_string(&features::x86_pvh::DOMU, "x86pvh--domu", &["x86/PVH, domU", "x86pvh--domU", ""]);
    for (level, text) in
        [(Level::None, "none"), (Level::Experimental, "experimental"), (Level::TechPreview, "tech_preview")]
    {
        check_string(&level, text, &["TechPreview", "Supported"]);
    }
    for (security, text) in [(Security::No, "no"), (Security::Conditional, "conditional")] {
        check_string(&security, text, &["No", "true"]);
    }
    for (stage, text) in [(Stage::Unstable, "unstable"), (Stage::Candidate, "candidate"), (Stage::Release, "release")] {
        check_string(&stage, text, &["rc"]);
    }
    check_string(&Unit::Bytes, "bytes", &["TiB"]);
    check_string(&Unit::Count, "count", &["counts"]);
    for feature in Feature::all() {
        check_string(&feature, feature.key(), &[]);
    }
}

#[test]
fn an_error_says_what_is_expected() {
    let error = |text: &str| from_value::<Level>(json!(text)).unwrap_err().to_string();
    assert_eq!(error("Supported"), r#""Supported" is none of "none" "experimental" "tech_preview" "supported""#);
    for (error, expected) in [
        (
            from_value::<Version>(json!("4")).unwrap_err(),
            r#""4" is not a version of Xen, such as 4.18, 4.18.3-pre or 4.18-unstable"#,
        ),
        (
            from_value::<Date>(json!("today")).unwrap_err(),
            r#""today" is not a day of the calendar, such as 2026-08-20"#,
        ),
        (
            from_value::<Amount>(json!("8 TB")).unwrap_err(),
            r#""8 TB" is not an amount, such as 128, 1023 bytes or 8 TiB"#,
        ),
        (from_value::<Feature>(json!("x")).unwrap_err(), r#""x" is not the key of a feature of any page"#),
        (from_value::<Feature>(json!(1)).unwrap_err(), "invalid type: integer `1`, expected the key of a feature"),
    ] {
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn what_a_release_says_of_a_feature_is_an_object() {
    let status = XEN_4_18.get("Memory", "x86").unwrap();
    check(
        status,
        &expect![[r#"
        {
          "text": "Supported up to 8 TiB. Guests with more memory, but less than 16 TiB, are supported, but not security supported.",
          "label": "Supported",
          "level": "supported",
          "security": "yes",
          "limit": "up to 8 TiB",
          "formats": null,
          "is_understood": true
        }
    "#]],
    );
    check(
        XEN_4_18.security_support_on(features::memory::X86, Date::literal("2026-08-20")),
        &expect![[r#"
        {
          "security": "yes",
          "status": "yes",
          "limit": "up to 8 TiB",
          "life": "through 2028-11-16"
        }
    "#]],
    );
    check(
        XEN_4_18.beside(features::x86_pvh::DOMU),
        &expect![[r#"
        {
          "caveats": false,
          "exceptions": true,
          "section_prose": false,
          "security_above": false
        }
    "#]],
    );
    check(
        status.label(),
        &expect![[r#"
        {
          "name": "Supported",
          "tags": {
            "functional_completeness": "Yes",
            "functional_stability": "Normal",
            "interface_stability": "Yes",
            "security_supported": "Yes"
          }
        }
    "#]],
    );
    check(
        XEN_4_18.link(features::memory::X86),
        &expect![[r#"
        "https://xenbits.xen.org/docs/4.18-testing/SUPPORT.html#memory"
    "#]],
    );
}

#[test]
fn a_statement_has_its_release_and_its_features_by_key() {
    let statement = to_value(XEN_4_18).unwrap();
    assert_eq!(statement.as_object().unwrap().keys().collect::<Vec<_>>(), ["features", "file", "release"]);
    check(
        XEN_4_18.release(),
        &expect![[r#"
        {
          "version": "4.18",
          "version_text": "4.18",
          "initial_release": "2023-11-16",
          "supported_until": "2025-05-16",
          "security_support_until": "2028-11-16",
          "release_notes": "https://wiki.xenproject.org/wiki/Xen_Project_4.18_Release_Notes",
          "url": "https://xenbits.xen.org/docs/4.18-testing/SUPPORT.html"
        }
    "#]],
    );
    let features = statement["features"].as_object().unwrap();
    assert_eq!(features.len(), XEN_4_18.iter().count());
    for (feature, status) in XEN_4_18 {
        assert_eq!(features[feature.key()], to_value(status).unwrap());
    }
    let all = to_value(Statement::all()).unwrap();
    assert_eq!(all.as_array().unwrap().len(), Statement::COUNT);
    assert_eq!(to_value(Statements::of(&[XEN_4_18])).unwrap(), json!([statement]));
}

#[test]
fn needs_are_a_list_and_those_that_are_not_met_say_why() {
    check(
        NEEDS,
        &expect![[r#"
        [
          {
            "feature": "x86pvh--dom0",
            "requirement": "security_supported up to 8 TiB through 2029-01-01",
            "reason": "dom0 is small"
          },
          {
            "feature": "credit2-scheduler",
            "requirement": "supported",
            "reason": ""
          }
        ]
    "#]],
    );
    check(
        NEEDS.unmet_by(XEN_4_20).collect::<Vec<_>>(),
        &expect![[r#"
        [
          {
            "need": {
              "feature": "x86pvh--dom0",
              "requirement": "security_supported up to 8 TiB through 2029-01-01",
              "reason": "dom0 is small"
            },
            "version": "4.20",
            "day": "2026-08-20",
            "message": "not granted by Xen 4.20: \"x86/PVH\", \"dom0\" is security_supported up to 8 TiB through 2029-01-01\n  needed because dom0 is small\n  its page says \"Supported, with caveats\": it is security supported under conditions only\n  data/4.20.md:140, https://xenbits.xen.org/docs/4.20-testing/SUPPORT.html#x86pvh\n  help: read the conditions there; if you meet them, require `is security_supported with caveats`"
          }
        ]
    "#]],
    );
}

#[test]
fn the_xen_that_runs_has_its_branch_and_its_version_if_it_is_told() {
    check(
        RunningXen::from_number(0x0004_0012),
        &expect![[r#"
        {
          "branch": "4.18",
          "version": null
        }
    "#]],
    );
    check(
        RunningXen::from_sysfs("4", "18", ".3"),
        &expect![[r#"
        {
          "branch": "4.18",
          "version": "4.18.3"
        }
    "#]],
    );
}
