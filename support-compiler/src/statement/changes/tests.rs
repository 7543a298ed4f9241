use super::{ChangeKind, compare};
use crate::diagnostic::Source;
use crate::statement::{ParsedStatement, ProseChange, ProseKind};

const LABELS: &str = include_str!("../../../tests/diagnostics/fragment_indent.md");

fn statement(features: &str) -> ParsedStatement {
    let text = LABELS.replace("      Status: Supported\n", features);
    ParsedStatement::parse(&Source::new("SUPPORT.md", text)).0.unwrap()
}

fn kinds(old: &str, new: &str) -> Vec<(ChangeKind, Option<String>, bool)> {
    let (old, new) = (statement(old), statement(new));
    let changes = compare(&old, &new);
    changes
        .features
        .iter()
        .map(|change| (change.kind, change.loss.map(|loss| loss.to_string()), change.loses_security()))
        .collect()
}

fn status(old: &str, new: &str) -> Vec<(ChangeKind, Option<String>, bool)> {
    let line = |text| format!("    Status: {text}\n");
    kinds(&line(old), &line(new))
}

fn lowered(loss: &str, security: bool) -> Vec<(ChangeKind, Option<String>, bool)> {
    vec![(ChangeKind::Lowered, Some(loss.to_owned()), security)]
}

#[test]
fn a_feature_is_raised_only_if_nothing_is_lost() {
    assert_eq!(status("Experimental", "Supported"), [(ChangeKind::Raised, None, false)]);
    assert_eq!(status("Supported up to 4", "Supported up to 8"), [(ChangeKind::Raised, None, false)]);
    assert_eq!(status("Supported, with caveats", "Supported"), [(ChangeKind::Raised, None, false)]);
    let external = "no longer meets `security_supported by anyone`";
    assert_eq!(status("Supported, security support external", "Supported, with caveats"), lowered(external, true));
}

#[test]
fn a_lowered_feature_names_its_loss() {
    assert_eq!(status("Supported", "Experimental"), lowered("no longer meets `tech_preview`", true));
    let security = "no longer meets `security_supported`";
    assert_eq!(status("Supported", "Supported, not security supported"), lowered(security, true));
    assert_eq!(status("Supported", "Supported, with caveats"), lowered(security, true));
    assert_eq!(status("Supported up to 8", "Supported up to 4"), lowered("has a lower limit", true));
    assert_eq!(status("Supported", "Supported up to 4"), lowered("now has a limit", true));
}

#[test]
fn reworded_statuses_and_what_changed_beside_them_are_distinguished() {
    assert_eq!(status("Supported", "Supported"), []);
    assert_eq!(status("Supported", "Security supported"), [(ChangeKind::Reworded, None, false)]);
    assert_eq!(status("Supported", "Supported\n\nBut beware."), [(ChangeKind::Beside, None, false)]);
    assert_eq!(status("Supported\n\nBut", "Supported\n\nHowever"), []);
}

#[test]
fn dropped_features_come_last_and_may_lose_security_support() {
    let old = "    Status, a: Supported\n    Status, b: Experimental\n    Status, c: Supported\n";
    let new = "    Status, c: Supported\n    Status, d: Supported\n";
    let expected = [
        // It has no exception any more.
        (ChangeKind::Beside, None, false),
        (ChangeKind::Added, None, false),
        (ChangeKind::Dropped, None, true),
        (ChangeKind::Dropped, None, false),
    ];
    assert_eq!(kinds(old, new), expected);
}

/// The changes of prose: their kinds, and whether they may withhold security support.
fn prose(old: &str, new: &str) -> Vec<(ProseKind, bool)> {
    let (old, new) = (statement(old), statement(new));
    compare(&old, &new).prose.iter().map(|change| (change.kind, change.may_withhold_security)).collect()
}

#[test]
fn a_new_feature_is_ruled_where_it_has_no_security_support_or_under_conditions() {
    let new = |line: &str| kinds("", &format!("    {line}\n"));
    let ruled = |loses| vec![(ChangeKind::NewlyRuled, None, loses)];
    assert_eq!(new("Status: Supported"), [(ChangeKind::Added, None, false)]);
    assert_eq!(new("Status: Supported\n\nIt is fast."), [(ChangeKind::Added, None, false)]);
    assert_eq!(new("Status: Supported\n\nOnly systems with an IOMMU are supported."), ruled(true));
    assert_eq!(new("Status: Supported, with caveats"), ruled(true));
    assert_eq!(new("Status: Supported, not security supported"), ruled(true));
    assert_eq!(new("Status: Supported up to 8"), ruled(true));
    assert_eq!(new("Status: No security support, not recommended"), ruled(true));
    assert_eq!(new("Status: Not supported."), ruled(true));
    assert_eq!(new("Status: Obsolescent"), ruled(true));
    assert_eq!(new("Status: Not implemented"), ruled(false));
    assert_eq!(new("Status: Experimental"), ruled(false));
}

#[test]
fn one_implementation_split_into_several_is_dropped() {
    let (old, new) = ("    Status: Supported\n", "    Status, x86_64: Supported\n    Status, x86_32: Experimental\n");
    let expected =
        [(ChangeKind::Added, None, false), (ChangeKind::NewlyRuled, None, false), (ChangeKind::Dropped, None, true)];
    assert_eq!(kinds(old, new), expected);
}

#[test]
fn where_a_feature_went_and_one_with_a_like_name_came_it_was_renamed_as_a_guess() {
    let renamed = |old: &str, new: &str| {
        let page = |feature: &str| statement(&format!("    Status: Experimental\n\n### {feature}\n"));
        let (old, new) = (page(old), page(new));
        let changes = compare(&old, &new).features;
        changes.iter().map(|change| (change.kind, change.is_guess(), change.loses_security())).collect::<Vec<_>>()
    };
    let guess = |loses| vec![(ChangeKind::Renamed, true, loses)];
    assert_eq!(renamed("Live Patches\n\n    Status: Supported", "Live patch\n\n    Status: Supported"), guess(false));
    assert_eq!(
        renamed("XSM & FLASK\n\n    Status: Experimental", "FLASK XSM Module\n\n    Status: Experimental"),
        guess(false)
    );
    // The new name may cover less.
    assert_eq!(
        renamed("XSM & FLASK\n\n    Status: Supported", "FLASK XSM Module\n\n    Status: Supported"),
        guess(true)
    );
    let implementations =
        renamed("Graphics\n\n    Status, stgvga: Supported", "Graphics\n\n    Status, stdvga: Supported");
    assert_eq!(implementations, guess(false));
    let same_key = renamed("IOMMU\n\n    Status: Supported", "Iommu\n\n    Status: Supported");
    assert_eq!(same_key, [(ChangeKind::Renamed, false, false)]);
    // The level is another one; the number is another one; two came.
    for (old, new) in [
        ("Live Patches\n\n    Status: Supported", "Live patch\n\n    Status: Experimental"),
        ("GIC version 2\n\n    Status: Supported", "GIC version 3\n\n    Status: Supported"),
        (
            "Live Patches\n\n    Status: Supported",
            "Live patch\n\n    Status: Supported\n\n### Live patched\n\n    Status: Supported",
        ),
    ] {
        let changes = renamed(old, new);
        assert!(changes.last() == Some(&(ChangeKind::Dropped, false, true)), "{old} {new} {changes:?}");
    }
}

#[test]
fn a_status_that_is_not_understood_is_told_once() {
    let (old, new) = (statement("    Status: Supported\n"), statement("    Status: Obsolescent\n"));
    let unknown = |old, new| compare(old, new).features.iter().any(super::Change::is_newly_unknown);
    assert!(unknown(&old, &new) && !unknown(&new, &new) && !unknown(&new, &old));
}

#[test]
fn prose_is_compared_by_where_it_stands() {
    let page = |section: &str, description: &str, caveats: &str| {
        format!("{section}\n\n### a\n\n{description}\n\n    Status: Supported\n\n{caveats}\n")
    };
    let old = page("What holds.", "What it is.", "Only with an IOMMU.");
    assert_eq!(prose(&old, &page("What\nholds.", "What it\nis.", "Only with\nan IOMMU.")), []);
    assert_eq!(prose(&old, &page("What holds.", "What it is.", "Only with a TPM.")), [(ProseKind::Caveats, false)]);
    let withheld = "Only with an IOMMU. Shared devices are not security supported.";
    assert_eq!(prose(&old, &page("What holds.", "What it is.", withheld)), [(ProseKind::Caveats, true)]);
    let described = page("What holds.", "What it is. It is not supported.", "Only with an IOMMU.");
    assert_eq!(prose(&old, &described), [(ProseKind::Description, true)]);
    let section = page("What holds. None of these is supported.", "What it is.", "Only with an IOMMU.");
    assert_eq!(prose(&old, &section), [(ProseKind::Section, true)]);
    // What has no security support loses none.
    let experimental = |page: &str| page.replace("Status: Supported", "Status: Experimental");
    assert_eq!(prose(&experimental(&old), &experimental(&section)), [(ProseKind::Section, false)]);
    // What moved from below the status to above it is no news.
    let (below, above) = (page("What holds.", "", withheld), page("What holds.", withheld, ""));
    assert_eq!(prose(&below, &above), [(ProseKind::Caveats, false), (ProseKind::Description, false)]);
}

#[test]
fn a_whole_page_and_the_facts_of_another_are_compared_by_digests() {
    let page = |text: &str| {
        LABELS.replace("      Status: Supported\n", &format!("What it is.\n\n    Status: Supported\n\n{text}\n"))
    };
    let source = |text: String| Source::new("SUPPORT.md", text);
    let parse = |source: &Source| ParsedStatement::parse(source).0.unwrap();
    let [old, new] =
        ["Only with an IOMMU.", "Only with an IOMMU. Shared devices are not supported."].map(|text| source(page(text)));
    let [old_facts, new_facts] =
        [&old, &new].map(|whole| source(crate::facts::extract_facts(whole, &parse(whole).release)));
    for (one, other) in [(&old, &old_facts), (&new_facts, &new)] {
        let (one, other) = (parse(one), parse(other));
        let changes = compare(&one, &other);
        assert!(changes.features.is_empty() && changes.prose.is_empty() && changes.rows.is_empty());
    }
    for (old, new) in [(&old, &new_facts), (&old_facts, &new), (&old_facts, &new_facts)] {
        let (old, new) = (parse(old), parse(new));
        let changes = compare(&old, &new).prose;
        assert!(matches!(changes[..], [ProseChange { kind: ProseKind::Caveats, may_withhold_security: true, .. }]));
        assert!(changes[0].added.is_empty() && changes[0].title == "Pygrub");
    }
}

#[test]
fn labels_projects_and_the_release_support_are_compared() {
    let page = LABELS.replace("      Status: Supported\n", "    Status: Supported\n");
    let statement = |text: &str| ParsedStatement::parse(&Source::new("SUPPORT.md", text)).0.unwrap();
    let old =
        statement(&format!("{page}\n# External security support\n\n* QEMU https://qemu\n* Linux https://linux\n"));
    let new = page
        .replace("Functional stability: Normal", "Functional stability: Quirky")
        .replace("Xen-Version: 4.18", "Xen-Version: 4.19");
    let new = statement(&format!("{new}\n# External security support\n\n* QEMU https://qemu/new\n"));
    let changes = compare(&old, &new);
    assert!(matches!(changes.labels[..], [[Some(old), Some(new)]] if old.name == new.name && old.tags != new.tags));
    let contacts: Vec<_> =
        changes.contacts.iter().map(|pair| pair.map(|contact| contact.map(|contact| contact.url.as_str()))).collect();
    assert_eq!(contacts, [[Some("https://qemu"), Some("https://qemu/new")], [Some("https://linux"), None]]);
    let rows: Vec<_> = changes.rows.iter().map(|row| (row.name, row.old, row.new)).collect();
    assert_eq!(rows, [("Xen-Version", Some("4.18"), Some("4.19"))]);
}

#[test]
fn the_address_of_the_release_notes_is_told_whichever_page_writes_their_name_otherwise() {
    let notes = |name: &str| {
        let page =
            LABELS.replace("# Feature Support", &format!("{name}\n: [RN](https://a.example)\n\n# Feature Support"));
        ParsedStatement::parse(&Source::new("SUPPORT.md", page)).0.unwrap()
    };
    let (usual, other) = (notes("Release Notes"), notes("Release notes"));
    assert_eq!(
        (usual.release.release_notes.as_deref(), other.release.release_notes.as_deref()),
        (Some("https://a.example"), None)
    );
    for (old, new) in [(&usual, &other), (&other, &usual)] {
        let rows = compare(old, new).rows;
        let sides: Vec<_> = rows.iter().map(|row| [row.old, row.new]).collect();
        assert_eq!(sides, [[old.release.release_notes.as_deref(), new.release.release_notes.as_deref()]]);
    }
}
