//! The messages of checks that fail at run time. They equal those in `ui/*.stderr`, with any version of the compiler.

use std::collections::BTreeSet;
use std::fs;
use std::panic::{UnwindSafe, catch_unwind};
use std::path::Path;
use xen_support::Requirement::{
    Experimental, SecuritySupported, SecuritySupportedByAnyone, SecuritySupportedUpTo, SecuritySupportedWithCaveats,
    Supported, SupportedUpTo, TechPreview,
};
use xen_support::data::Statements;
use xen_support::{
    Amount, Date, Feature, Requirement, Statement, XEN_4_10, XEN_4_14, XEN_4_17, XEN_4_18, XEN_4_18_UNSTABLE, XEN_4_20,
    XEN_4_21, XEN_4_22, features,
};

/// The second set of `ui/*.rs`, for cases that no page of Xen has.
#[allow(dead_code, reason = "the emitted constants are not all used")]
mod appliance {
    include!("generated/tables.rs");
}

/// The message with which a failing check panics.
fn message(check: impl FnOnce() + UnwindSafe) -> String {
    let panic = catch_unwind(check).expect_err("the check passes");
    *panic.downcast().expect("a message")
}

/// The messages in `ui/*.stderr`, without what the compiler adds: its own words, the indentation and the place.
fn messages_in_ui() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut messages = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "stderr") {
            let text = fs::read_to_string(path).unwrap();
            for error in text.split("error[E0080]: evaluation panicked: ").skip(1) {
                let (message, _) = error.split_once("--> ").unwrap();
                messages.insert(message.trim_end().replace("\n              ", "\n"));
            }
        }
    }
    messages
}

#[test]
fn a_check_says_at_run_time_what_the_compiler_shows() {
    let one = |statement: Statement, title: &'static str, implementation: &'static str, requirement: Requirement| {
        message(move || statement.require(Feature::named(title, implementation), requirement))
    };
    let several = |statements: Statements<_>, title, implementation| {
        message(|| statements.require(Feature::named(title, implementation), Supported))
    };
    let worse = |statement: Statement, title, implementation, earlier| {
        message(|| statement.require_no_worse(Feature::named(title, implementation), earlier))
    };
    let unknown = |title, implementation| message(|| _ = Feature::named(title, implementation));
    let until = |statement: Statement, day| {
        message(|| statement.release().require_security_supported_through(Date::literal(day)))
    };
    let appliance = |title, implementation| {
        message(|| {
            appliance::XEN_4_20_UNSTABLE.require(appliance::Feature::named(title, implementation), Experimental);
        })
    };
    let appliance_worse = |title, implementation| {
        let feature = appliance::Feature::named(title, implementation);
        message(move || appliance::XEN_4_20_UNSTABLE.require_no_worse(feature, appliance::XEN_4_19))
    };
    let messages = [
        one(XEN_4_18, "Physical Memory", "x86", SecuritySupportedUpTo(Amount::tib(16))),
        one(XEN_4_18, "Memory", "x86", SupportedUpTo(Amount::tib(16))),
        one(XEN_4_20, "Physical CPUs", "ARM", SecuritySupportedUpTo(Amount::count(129))),
        one(XEN_4_20, "Memory", "x86", SecuritySupportedUpTo(Amount::count(512))),
        one(XEN_4_20, "Physical Memory", "x86", SupportedUpTo(Amount::count(512))),
        one(XEN_4_20, "Physical CPUs", "x86", SupportedUpTo(Amount::kib(4))),
        one(XEN_4_18, "OCaml xenstored daemon", "Liveupdate", Experimental),
        one(XEN_4_18, "Driver Domains", "", SecuritySupported),
        one(XEN_4_18, "Blkfront", "FreeBSD", SecuritySupported),
        one(XEN_4_14, "x86/PVH", "dom0", TechPreview),
        one(XEN_4_14, "x86/PVH", "dom0", Supported),
        one(XEN_4_18, "Alternative p2m", "ARM", Supported),
        one(XEN_4_18, "Alternative p2m", "x86 HVM", SecuritySupported),
        one(XEN_4_18, "x86/PVH", "dom0", SecuritySupportedWithCaveats),
        one(XEN_4_18, "gdbsx", "x86", SecuritySupported),
        one(XEN_4_18, "gdbsx", "x86", SecuritySupportedByAnyone),
        one(XEN_4_18, "Physical CPU Hotplug", "x86", Supported),
        one(XEN_4_18, "vPMU", "x86", Supported),
        one(XEN_4_14, "x86/PV", "", Supported),
        several(Statements::of(&[XEN_4_14, XEN_4_20, XEN_4_18]), "Live Patching", "ARM"),
        several(Statements::of(&[XEN_4_14]), "Live Patching", "ARM"),
        several(XEN_4_17.through(XEN_4_22), "x86/PVH", "dom0"),
        several(XEN_4_20.through(XEN_4_22), "Argo: Inter-domain message delivery by hypercall", ""),
        message(|| _ = Statements::<xen_support::Bundled>::of(&[])),
        message(|| _ = XEN_4_22.through(XEN_4_14)),
        worse(XEN_4_18, "IOMMU", "ARM SMMUv1", XEN_4_10),
        worse(XEN_4_21, "qemu-xen-traditional", "Device Model Stub Domains", XEN_4_14),
        unknown("x86/PVH", "DomU"),
        unknown("x86/PVH", ""),
        unknown("Credit 2 Scheduler", ""),
        unknown("Scheduler", ""),
        unknown("Quantum entanglement", ""),
        until(XEN_4_18, "2028-11-17"),
        until(XEN_4_14, "2020-07-23"),
        until(XEN_4_18_UNSTABLE, "2027-01-01"),
        until(XEN_4_18, "2025-02-29"),
        message(|| XEN_4_18.release().require_supported_through(Date::literal("2027-08-09"))),
        appliance("Watchdog", "RISC-V"),
        appliance("Console", ""),
        appliance("Watchdog", "Arm64"),
        appliance_worse("Watchdog", ""),
        appliance_worse("Memory", "x86"),
        appliance_worse("Memory", "Arm64"),
        appliance_worse("Watchdog", "Arm64"),
    ];
    assert_eq!(BTreeSet::from(messages), messages_in_ui());
}

#[test]
fn the_releases_that_list_a_feature_are_given_run_by_run() {
    // 4.18-unstable does not list it and its neighbours do, so there are at least two runs.
    let feature = Feature::named("ARM v8", "Cortex A77 r0p0-r1p0");
    let statements: Vec<Statement> = Statement::all().iter().collect();
    let runs = statements.chunk_by(|a, b| a.status(feature).is_some() == b.status(feature).is_some());
    let runs: Vec<String> = runs
        .filter(|run| run[0].status(feature).is_some())
        .map(|run| match [run[0], run[run.len() - 1]].map(|statement| statement.release().version_text) {
            [first, last] if first == last => first.to_owned(),
            [first, last] => format!("{first} to {last}"),
        })
        .collect();
    let message = message(|| XEN_4_18_UNSTABLE.require(feature, Experimental));
    assert!(message.ends_with(&format!("; the one that you named is listed in {}", runs.join(", "))), "{message}");
    assert!(runs[0] == "4.15 to 4.17" && runs.len() > 1, "{runs:?}");
}

#[test]
fn a_check_that_passes_says_nothing() {
    XEN_4_18.require(features::x86_pvh::DOMU, SecuritySupported);
    XEN_4_17.through(XEN_4_22).require(features::x86_pvh::DOMU, SecuritySupported);
    XEN_4_20.require_no_worse(features::x86_pvh::DOM0, XEN_4_18);
    XEN_4_18.release().require_supported_through(Date::literal("2025-05-16"));
    XEN_4_18.release().require_security_supported_through(Date::literal("2028-11-16"));
}
