//! Every look-up gives what the documents say.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use xen_support::data::Set;
use xen_support::{
    Date, Feature, Level, Requirement, RunningXen, Security, Stage, Statement, Unit, Version, XEN_4_18,
    XEN_4_18_UNSTABLE, features, statement_for,
};
use xen_support_compiler::{ParsedStatement, Source};

/// The documents in data/, each parsed again, with the statement that was compiled from it.
fn documents() -> Vec<(ParsedStatement, Statement)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    Statement::all()
        .iter()
        .map(|table| {
            let file = format!("{}.md", table.release().version_text);
            let source = Source::new(format!("data/{file}"), fs::read_to_string(folder.join(file)).unwrap());
            (ParsedStatement::parse(&source).0.unwrap(), table)
        })
        .collect()
}

#[test]
fn every_statement_lists_what_its_document_lists_and_nothing_else() {
    for (document, table) in documents() {
        let listed: BTreeSet<&str> = table.iter().map(|(feature, _)| feature.key()).collect();
        let expected: BTreeSet<&str> = document.features.iter().map(|feature| &*feature.key).collect();
        assert_eq!(listed, expected);
        for expected in document.features {
            let status = table.get(&expected.heading.title, &expected.implementation).unwrap();
            assert_eq!(table.get_by_key(&expected.key), Some(status));
            assert_eq!((status.text(), status.level()), (expected.status.text.as_str(), expected.status.level));
            assert_eq!((status.security(), status.limit()), (expected.status.security, expected.status.limit));
            let label = status.label().map(|label| label.name);
            assert_eq!(label, expected.status.label.as_ref().map(|label| label.name.as_str()));

            let feature = Feature::find(&expected.heading.title, &expected.implementation).unwrap();
            assert_eq!(table.line(feature), Some(expected.line));
            assert_eq!(table.description(feature), &*expected.heading.description);
            assert_eq!(table.caveats(feature), &*expected.heading.caveats);
            assert_eq!(table.file(), document.file);
        }
    }
}

#[test]
fn every_feature_is_found_by_name_and_key_and_has_one_row() {
    let documents = documents();
    let listed: BTreeSet<&str> =
        documents.iter().flat_map(|(document, _)| &document.features).map(|feature| &*feature.key).collect();
    assert_eq!((Feature::COUNT, Feature::all().len()), (listed.len(), listed.len()));
    let rows = 0..u32::try_from(Feature::COUNT).unwrap();
    assert!(Feature::all().rev().eq(rows.rev().map(Feature::new)));
    for (row, feature) in Feature::all().enumerate() {
        assert_eq!(feature.index(), row);
        assert_eq!(Feature::find(feature.title(), feature.implementation()), Some(feature));
        assert_eq!(Feature::find_by_key(feature.key()), Some(feature));
        assert!(Statement::all().iter().any(|statement| statement.status(feature).is_some()));
        assert!(!feature.section().is_empty());
        let rest = feature.key().strip_prefix(feature.anchor()).unwrap();
        assert_eq!(rest.starts_with("--"), !feature.implementation().is_empty());
    }
}

#[test]
fn near_misses_are_not_found() {
    let rows: HashMap<&str, usize> = Feature::all().map(Feature::key).zip(0..).collect();
    let find = |key: &str| {
        let row = Feature::find_by_key(key).map(Feature::index);
        assert_eq!(row, rows.get(key).copied(), "{key}");
        row
    };
    for feature in Feature::all() {
        let (key, title, implementation) = (feature.key(), feature.title(), feature.implementation());
        assert_eq!(find(key), Some(feature.index()));
        for cut in 0..key.len() {
            find(&key[..cut]);
            find(&key[cut..]);
            find(&[&key[..cut], "x", &key[cut..]].concat());
            find(&[&key[..cut], "x", &key[cut + 1..]].concat());
            find(&[&key[..cut], &key[cut + 1..]].concat());
        }
        // Every letter counts, and so does which of them belong to the title.
        assert_eq!(Feature::find(&[title, " "].concat(), implementation), None);
        assert_eq!(Feature::find(title, &[implementation, " "].concat()), None);
        assert_eq!(Feature::find(&[title, implementation].concat(), "x"), None);
        assert_eq!(Feature::find("", title), None);
    }
}

#[test]
fn constants_name_the_features_they_are_called_after() {
    for (constant, title, implementation) in [
        (features::x86_pvh::DOMU, "x86/PVH", "domU"),
        (features::x86_pvh::DOM0, "x86/PVH", "dom0"),
        (features::CREDIT2_SCHEDULER, "Credit2 Scheduler", ""),
        (features::HYPERVISOR_DEBUG_KEYS, "Hypervisor 'debug keys'", ""),
        (features::super_page_support::X86_HVM_PVH_SHADOW_2MIB, "Super page support", "x86 HVM/PVH, Shadow, 2MiB"),
        (features::c_xenstored_daemon::LIVEUPDATE, "C xenstored daemon", "Liveupdate"),
        (features::C_XENSTORED_DAEMON, "C xenstored daemon", ""),
        (features::dom0less::ARM, "Dom0less", "ARM"),
        (features::VIRTUAL_HARDWARE_QEMU, "Virtual Hardware, QEMU", ""),
    ] {
        assert_eq!(Some(constant), Feature::find(title, implementation));
        assert_eq!((constant.title(), constant.implementation()), (title, implementation));
    }
    assert_eq!(features::x86_pvh::DOMU.section(), "Guest Type");
}

#[test]
fn handles_show_what_they_stand_for() {
    let (feature, status) = (features::x86_pvh::DOMU, XEN_4_18.status(features::x86_pvh::DOMU).unwrap());
    assert_eq!(format!("{feature:?}, {feature}"), "Feature(\"x86/PVH\", \"domU\"), x86/PVH, domU");
    assert_eq!(format!("{XEN_4_18:?}, {status:?}, {status}"), "Statement(\"4.18\"), Status(\"Supported\"), Supported");
    assert_eq!(features::CREDIT2_SCHEDULER.to_string(), "Credit2 Scheduler");
}

#[test]
fn const_evaluation_and_run_time_agree() {
    const BY_NAME: Option<Feature> = Feature::find("x86/PVH", "dom0");
    const BY_KEY: Option<Feature> = Feature::find_by_key("x86pvh--dom0");
    const STATUS: &str = XEN_4_18.get("x86/PVH", "dom0").unwrap().text();
    const MISS: Option<Feature> = Feature::find("x86/PVH", "dom1");
    let title = std::hint::black_box("x86/PVH");
    assert_eq!((BY_NAME, BY_KEY), (Feature::find(title, "dom0"), Feature::find_by_key("x86pvh--dom0")));
    assert_eq!(STATUS, XEN_4_18.get(title, "dom0").unwrap().text());
    assert_eq!((MISS, Feature::find(title, "dom1")), (None, None));
}

#[test]
fn each_feature_stands_below_what_it_follows_in_the_newest_document_that_lists_it() {
    let mut placed = BTreeSet::new();
    for (document, _) in documents().iter().rev() {
        let features = document.features.iter().map(|feature| Feature::find_by_key(&feature.key).unwrap());
        let rows: Vec<usize> = features.map(Feature::index).collect();
        for pair in rows.windows(2).filter(|pair| !placed.contains(&pair[1])) {
            assert!(pair[0] < pair[1], "{}: {pair:?}", document.file);
        }
        placed.extend(rows);
    }
    assert_eq!(placed.len(), Feature::COUNT);
}

#[test]
fn statements_are_found_by_version_hypercall_and_string() {
    let all: Vec<Statement> = Statement::all().iter().collect();
    assert!(all.len() == Statement::COUNT && all.windows(2).all(|pair| pair[0] < pair[1]));
    assert!(Statement::all().iter().rev().eq(all.into_iter().rev()));
    for statement in Statement::all() {
        assert_eq!(statement_for(statement.version()), Some(statement));
    }
    assert_eq!(statement_for(Version::new(4, 18)), Some(XEN_4_18));
    assert_eq!(Statement::for_running(RunningXen::from_number(0x0004_0012)), Some(XEN_4_18));
    for text in ["4.18", "4.18.3-pre", "4.18.0"] {
        assert_eq!(statement_for(text.parse().unwrap()), Some(XEN_4_18), "{text}");
    }
    assert_eq!(statement_for(Version::parse("4.18-unstable").unwrap()), Some(xen_support::XEN_4_18_UNSTABLE));
    // Version 4.20 is unreleased in this set. The hypercall's number does not say so, and finds the unstable branch.
    assert_eq!(appliance::Statement::for_version(Version::new(4, 20)), None);
    assert_eq!(
        appliance::Statement::for_running(RunningXen::from_number(0x0004_0014)),
        Some(appliance::XEN_4_20_UNSTABLE)
    );
    for absent in [0, 0x0004_0009, 0x0012_0004, u32::MAX] {
        assert_eq!(Statement::for_running(RunningXen::from_number(absent)), None);
    }
    assert_eq!(statement_for(Version::parse("4.18-rc1").unwrap()), None);
}

#[test]
fn release_data_is_that_of_the_document() {
    let release = XEN_4_18.release();
    let day = |text| Date::parse(text).unwrap();
    assert_eq!(release.initial_release.date, Some(day("2023-11-16")));
    assert!(release.supported_on(day("2025-05-16")) && !release.supported_on(day("2025-05-17")));
    assert!(release.security_supported_on(day("2028-11-16")) && !release.security_supported_on(day("2028-11-17")));
    assert_eq!(release.release_notes, "https://wiki.xenproject.org/wiki/Xen_Project_4.18_Release_Notes");

    let unstable = xen_support::XEN_4_18_UNSTABLE.release();
    assert_eq!(unstable.security_support_until.text, "Unreleased - not yet security-supported");
    assert!(!unstable.supported_on(day("2026-12-01")));
}

#[test]
fn the_bundled_documents_were_taken_on_the_day_in_their_folder() {
    assert_eq!(format!("{}\n", Statement::AS_OF), include_str!("../data/AS_OF"));
    const { assert!(<xen_support::Bundled as Set>::OFFICIAL && !<appliance::Appliance as Set>::OFFICIAL) };
    // Of documents that name no day: of their newest release.
    assert_eq!(appliance::Statement::AS_OF, Date::literal("2024-07-29"));
}

#[test]
fn links_lead_to_the_official_page() {
    let link = |statement: Statement, feature| statement.link(feature).unwrap().to_string();
    let [pvh, usb] = [features::x86_pvh::DOM0, features::X86_HOST_USB_PASSTHROUGH_QEMU];
    assert_eq!(link(XEN_4_18, pvh), "https://xenbits.xen.org/docs/4.18-testing/SUPPORT.html#x86pvh");
    assert_eq!(
        link(XEN_4_18, usb),
        "https://xenbits.xen.org/docs/4.18-testing/SUPPORT.html#x86host-usb-passthrough-qemu"
    );
    // The page of the unstable branch is today's. What it was before has no page any more.
    let newest = Statement::all().iter().next_back().unwrap();
    assert_eq!(newest.version().stage, Stage::Unstable);
    let unstable = link(newest, features::pv_console_frontend::LINUX_HVC_XEN);
    assert_eq!(unstable, "https://xenbits.xen.org/docs/unstable/SUPPORT.html#pv-console-frontend");
    assert_eq!(XEN_4_18_UNSTABLE.link(features::pv_console_frontend::LINUX_HVC_XEN), None);
    // Nor has a feature that the page does not list.
    assert_eq!(
        (XEN_4_18.status(features::physical_cpus::X86), XEN_4_18.link(features::physical_cpus::X86)),
        (None, None)
    );
}

#[test]
fn labels_limits_formats_and_contacts_come_from_the_document() {
    let deprecated = XEN_4_18.get("Blkback", "Blktap2, raw format").unwrap();
    assert!(deprecated.label().unwrap().name == "Deprecated" && deprecated.security() == Security::Yes);
    let preview = XEN_4_18.status(features::alternative_p2m::ARM).unwrap();
    let tags = preview.label().unwrap().tags.unwrap();
    assert_eq!((tags.functional_stability, tags.interface_stability), ("Quirky", "Provisionally stable"));
    assert_eq!(preview.level(), Level::TechPreview);

    let memory = XEN_4_18.status(features::physical_memory::X86).unwrap();
    let limit = memory.limit().unwrap();
    assert_eq!((limit.unit, limit.supported), (Unit::Bytes, None));
    assert!(limit.security_supported.allows(12 << 40) && !limit.security_supported.allows((12 << 40) + 1));
    assert_eq!(memory.security(), Security::Yes);

    let feature = Feature::named("Direct-boot kernel image format", "x86");
    let formats = XEN_4_18.status(feature).unwrap();
    assert_eq!((formats.formats(), formats.to_string().as_str()), (Some("bzImage, ELF"), "Supported: bzImage, ELF"));
    assert!(XEN_4_18.is_security_supported(feature));

    let contacts: Vec<_> = XEN_4_18.security_contacts().iter().map(|contact| (contact.name, contact.url)).collect();
    assert_eq!(contacts[0], ("QEMU", "https://wiki.qemu.org/index.php/SecurityProcess"));
    assert_eq!(contacts.len(), 5);
}

#[test]
fn requirements_are_met_as_the_status_says() {
    let all = [
        Requirement::EXPERIMENTAL,
        Requirement::TECH_PREVIEW,
        Requirement::SUPPORTED,
        Requirement::SECURITY_SUPPORTED,
        Requirement::SECURITY_SUPPORTED.with_caveats(),
        Requirement::SECURITY_SUPPORTED.by_anyone(),
    ];
    for (title, implementation, security, met) in [
        ("x86/PVH", "domU", Security::Yes, [true, true, true, true, true, true]),
        ("x86/PVH", "dom0", Security::No, [true, false, false, false, false, false]),
        ("Alternative p2m", "ARM", Security::No, [true, true, false, false, false, false]),
        ("gdbsx", "x86", Security::No, [true, true, true, false, false, false]),
        ("libvirt driver for xl", "", Security::External, [true, true, true, false, false, true]),
        ("Driver Domains", "", Security::Conditional, [true, true, true, false, true, false]),
        ("OCaml xenstored daemon", "Liveupdate", Security::No, [false; 6]),
    ] {
        let feature = Feature::named(title, implementation);
        assert_eq!(XEN_4_18.status(feature).unwrap().security(), security, "{title}");
        assert_eq!(all.map(|requirement| XEN_4_18.satisfies(feature, requirement)), met, "{title}");
        assert_eq!(XEN_4_18.is_security_supported(feature), met[3], "{title}");
    }
    // 4.18 does not list the feature.
    assert!(!XEN_4_18.satisfies(features::physical_cpus::X86, Requirement::EXPERIMENTAL));
}

#[test]
fn a_feature_that_is_listed_twice_has_the_less_supported_status() {
    for statement in [xen_support::XEN_4_15, xen_support::XEN_4_16] {
        let status = statement.get("PV display (frontend)", "Linux").unwrap();
        assert_eq!((status.level(), status.security()), (Level::Experimental, Security::No));
    }
}

#[test]
fn the_nearest_name_is_offered() {
    let nearest = |title, implementation| Feature::nearest(title, implementation).map(|feature| feature.to_string());
    assert_eq!(nearest("x86/PVH", "Dom0").as_deref(), Some("x86/PVH, dom0"));
    assert_eq!(nearest("Credit 2 Scheduler", "").as_deref(), Some("Credit2 Scheduler"));
    assert_eq!(nearest("Quantum entanglement", "blue"), None);
}

mod appliance {
    include!("generated/tables.rs");
}

#[test]
fn a_name_that_only_an_older_document_has_finds_the_feature_of_today() {
    use appliance::{Feature, XEN_4_19, XEN_4_20_UNSTABLE, features::ARM_GUEST_ACPI};

    const OLDER: Feature = Feature::named("ARM: Guest ACPI", "");
    assert_eq!((OLDER, OLDER.title()), (ARM_GUEST_ACPI, "Arm: Guest ACPI"));
    for title in ["ARM: Guest ACPI", "Arm: Guest ACPI"] {
        assert_eq!(Feature::find(title, ""), Some(ARM_GUEST_ACPI));
        assert_eq!(
            [XEN_4_19, XEN_4_20_UNSTABLE].map(|it| it.get(title, "").unwrap().text()),
            ["Experimental", "Supported"]
        );
    }
    assert_eq!(Feature::nearest("ARM: Gust ACPI", ""), Some(ARM_GUEST_ACPI));
    assert!(Feature::all().all(|feature| Feature::find(feature.title(), feature.implementation()) == Some(feature)));
}
