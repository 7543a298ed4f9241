//! JSON says what the page does.

use super::{list, string};
use serde_json::Value;
use xen_support_compiler::{LintLevels, ParsedStatement, Source, check};

/// Compares what `status` says with the page.
pub(super) fn check_status(text: &str, status: &Value) {
    let statement = ParsedStatement::parse(&Source::new("one.md", text)).0.expect("what is shown is a page");
    let release = &status["release"];
    assert_eq!(string(release, "version"), statement.release.version_text);
    for (key, date) in [
        ("initial_release", &statement.release.initial_release),
        ("supported_until", &statement.release.supported_until),
        ("security_support_until", &statement.release.security_support_until),
    ] {
        assert_eq!(string(release, key), date.text);
    }
    let shown: Vec<_> = list(status, "features")
        .iter()
        .map(|feature| {
            let texts = [
                "section",
                "title",
                "implementation",
                "key",
                "status",
                "label",
                "status_security",
                "description",
                "caveats",
                "section_prose",
            ];
            (
                texts.map(|key| string(feature, key).to_owned()),
                feature["line"].as_u64(),
                feature["understood"].as_bool(),
            )
        })
        .collect();
    let mut expected: Vec<_> = statement
        .features
        .iter()
        .map(|feature| {
            let (heading, status) = (&feature.heading, &feature.status);
            let label = status.label.as_ref().map_or("", |label| &label.name);
            let security = status.security.to_string();
            let texts = [
                &heading.section,
                &*heading.title,
                &feature.implementation,
                &feature.key,
                &status.text,
                label,
                &security,
                &heading.description,
                &heading.caveats,
                &heading.section_prose,
            ];
            (texts.map(str::to_owned), Some(u64::from(feature.line)), Some(status.understood))
        })
        .collect();
    // By section, and below each in the order of the page.
    let sections: Vec<String> = expected.iter().map(|(texts, ..)| texts[0].clone()).collect();
    expected.sort_by_key(|(texts, ..)| sections.iter().position(|section| *section == texts[0]));
    assert_eq!(shown, expected, "{text}");
}

/// Compares what `check` says with the problems of the page.
pub(super) fn check_diagnostics(text: &str, checked: Option<&Value>) {
    let diagnostics = check(&[Source::new("one.md", text)], &LintLevels::new());
    let shown = checked.and_then(Value::as_array).expect("a list");
    assert_eq!(shown.len(), diagnostics.len(), "{text}");
    for (shown, diagnostic) in shown.iter().zip(&diagnostics) {
        let place = diagnostic.place();
        assert_eq!(string(shown, "code"), diagnostic.problem().code);
        assert_eq!(string(shown, "label"), place.label);
        assert_eq!(
            (shown["line"].as_u64(), shown["column"].as_u64()),
            (Some(u64::from(place.line)), Some(place.column() as u64))
        );
    }
}
