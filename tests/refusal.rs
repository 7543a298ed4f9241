//! The messages of checks that fail at run time. They equal those in `ui/*.stderr`, with any version of the compiler.

use std::collections::BTreeSet;
use std::fs;
use std::panic::{UnwindSafe, catch_unwind};
use std::path::Path;
use xen_support::data::Statements;
use xen_support::{
    Amount, Date, Feature, Requirement, Statement, XEN_4_10, XEN_4_14, XEN_4_17, XEN_4_18, XEN_4_18_UNSTABLE, XEN_4_20,
    XEN_4_21, XEN_4_22, XEN_4_23_UNSTABLE, features,
};

/// The second set of `ui/*.rs`, for cases that no page of Xen has.
#[allow(dead_code, reason = "the emitted constants are not all used")]
mod appliance {
    include!("generated/tables.rs");
}

/// The third set, of other dates.
#[allow(dead_code, reason = "the emitted constants are not all used")]
mod planned {
    include!("generated/dates.rs");
}

/// The message with which a failing check panics.
fn message(check: impl FnOnce() + UnwindSafe) -> String {
    let panic = catch_unwind(check).expect_err("the check passes");
    *panic.downcast().expect("a message")
}

fn required(words: &str) -> Requirement {
    words.parse().unwrap()
}

/// The messages in `ui/*.stderr`, without what the compiler adds: its own words, the indentation and the place. Those of
/// needs are compared in needs.rs.
fn messages_in_ui() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut messages = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "stderr") && !path.ends_with("needs.stderr") {
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
    let one = |statement: Statement, title: &'static str, implementation: &'static str, words| {
        let requirement = required(words);
        message(move || statement.require(Feature::named(title, implementation), requirement))
    };
    let several = |statements: Statements<_>, title, implementation, words| {
        let requirement = required(words);
        message(|| statements.require(Feature::named(title, implementation), requirement))
    };
    let worse = |statement: Statement, title, implementation, earlier| {
        message(|| statement.require_no_worse(Feature::named(title, implementation), earlier))
    };
    let unknown = |title, implementation| message(|| _ = Feature::named(title, implementation));
    let until =
        |statement: Statement, day| message(|| statement.require_security_supported_through(Date::literal(day)));
    let appliance = |title, implementation| {
        let feature = appliance::Feature::named(title, implementation);
        message(move || appliance::XEN_4_20_UNSTABLE.require(feature, Requirement::EXPERIMENTAL))
    };
    let appliance_worse = |title, implementation| {
        let feature = appliance::Feature::named(title, implementation);
        message(move || appliance::XEN_4_20_UNSTABLE.require_no_worse(feature, appliance::XEN_4_19))
    };
    let planned = |statement: planned::Statement| {
        message(move || statement.require(planned::features::WATCHDOG, Requirement::SECURITY_SUPPORTED))
    };
    let messages = [
        one(XEN_4_18, "Physical Memory", "x86", "security_supported up to 16 TiB"),
        one(XEN_4_18, "Memory", "x86", "supported up to 16 TiB"),
        one(XEN_4_20, "Physical CPUs", "ARM", "security_supported up to 129"),
        one(XEN_4_20, "Memory", "x86", "security_supported up to 512"),
        one(XEN_4_20, "Physical Memory", "x86", "supported up to 512"),
        one(XEN_4_20, "Physical CPUs", "x86", "supported up to 4 KiB"),
        one(XEN_4_20, "Memory", "x86", "security_supported"),
        one(XEN_4_20, "Memory", "x86", "supported"),
        one(XEN_4_20, "Memory", "Arm64", "tech_preview"),
        one(XEN_4_20, "Physical CPUs", "ARM", "security_supported with caveats through 2027-01-01"),
        one(XEN_4_18, "OCaml xenstored daemon", "Liveupdate", "experimental"),
        one(XEN_4_18, "Driver Domains", "", "security_supported"),
        one(XEN_4_18, "Blkfront", "FreeBSD", "security_supported"),
        one(XEN_4_14, "x86/PVH", "dom0", "tech_preview"),
        one(XEN_4_14, "x86/PVH", "dom0", "supported"),
        one(XEN_4_18, "Alternative p2m", "ARM", "supported"),
        one(XEN_4_18, "Alternative p2m", "x86 HVM", "security_supported"),
        one(XEN_4_18, "x86/PVH", "dom0", "security_supported with caveats"),
        one(XEN_4_18, "gdbsx", "x86", "security_supported"),
        one(XEN_4_18, "gdbsx", "x86", "security_supported by anyone"),
        one(XEN_4_18, "Physical CPU Hotplug", "x86", "supported"),
        one(XEN_4_18, "vPMU", "x86", "supported"),
        one(XEN_4_14, "x86/PV", "", "supported"),
        one(XEN_4_10, "x86/PVH", "domU", "security_supported"),
        one(XEN_4_14, "x86/PVH", "domU", "security_supported through 2022-01-01"),
        one(XEN_4_23_UNSTABLE, "x86/PVH", "domU", "security_supported"),
        one(XEN_4_18, "Credit2 Scheduler", "", "security_supported through 2028-11-17"),
        one(XEN_4_22, "x86/PVH", "domU", "security_supported unconditionally"),
        one(XEN_4_22, "xl", "", "security_supported unconditionally"),
        several(Statements::of(&[XEN_4_14, XEN_4_20, XEN_4_18]), "Live Patching", "ARM", "supported"),
        several(Statements::of(&[XEN_4_14]), "Live Patching", "ARM", "supported"),
        several(XEN_4_17.through(XEN_4_22), "x86/PVH", "dom0", "supported"),
        several(XEN_4_20.through(XEN_4_22), "Argo: Inter-domain message delivery by hypercall", "", "supported"),
        several(XEN_4_17.through(XEN_4_22), "Physical CPUs", "x86", "supported up to 128"),
        several(XEN_4_17.through(XEN_4_22), "ARM v8", "Xen in Armv8-R", "experimental"),
        several(XEN_4_17.through(XEN_4_18), "Physical CPUs", "x86", "supported up to 128"),
        several(XEN_4_14.through(XEN_4_22), "x86/PVH", "domU", "security_supported"),
        several(XEN_4_20.through(XEN_4_22), "x86-64", "", "security_supported unconditionally"),
        message(|| _ = XEN_4_22.through(XEN_4_14)),
        worse(XEN_4_18, "IOMMU", "ARM SMMUv1", XEN_4_10),
        worse(XEN_4_21, "qemu-xen-traditional", "Device Model Stub Domains", XEN_4_14),
        message(|| Statements::of(&[XEN_4_18, XEN_4_14]).require_no_worse(features::x86_pvh::DOM0, XEN_4_20)),
        message(|| XEN_4_17.through(XEN_4_22).require_no_worse(features::iommu::ARM_SMMUV1, XEN_4_10)),
        unknown("x86/PVH", "DomU"),
        unknown("x86/PVH", ""),
        unknown("Credit 2 Scheduler", ""),
        unknown("Credit Schedulers", ""),
        unknown("Scheduler", ""),
        unknown("Quantum entanglement", ""),
        until(XEN_4_18, "2028-11-17"),
        until(XEN_4_14, "2022-01-01"),
        until(XEN_4_18_UNSTABLE, "2027-01-01"),
        until(XEN_4_22, "2026-07-29"),
        until(XEN_4_18, "2025-02-29"),
        message(|| XEN_4_18.through(XEN_4_22).require_security_supported_through(Date::literal("2030-01-01"))),
        message(|| {
            Statements::of(&[XEN_4_20, XEN_4_18]).require_security_supported_through(Date::literal("2030-01-01"));
        }),
        message(|| XEN_4_22.require_supported_through(Date::literal("2029-07-31"))),
        message(|| XEN_4_17.through(XEN_4_22).require_supported_through(Date::literal("2026-12-01"))),
        planned(planned::XEN_4_19),
        planned(planned::XEN_4_20),
        message(|| _ = Requirement::SUPPORTED.by_anyone()),
        message(move || _ = required("security_supported up to 8 TiB by anyone").unconditionally()),
        message(move || _ = required("security_supported up to 8 TiB by anyone").up_to(Amount::tib(9))),
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
    let message = message(|| XEN_4_18_UNSTABLE.require(feature, Requirement::EXPERIMENTAL));
    assert!(message.ends_with(&format!("; the one that you named is listed in {}", runs.join(", "))), "{message}");
    assert!(runs[0] == "4.15 to 4.17" && runs.len() > 1, "{runs:?}");
}

#[test]
fn a_check_that_passes_says_nothing() {
    let secure = Requirement::SECURITY_SUPPORTED;
    XEN_4_18.require(features::x86_pvh::DOMU, secure);
    XEN_4_18.require(features::CREDIT2_SCHEDULER, secure.unconditionally().through(Date::literal("2028-11-16")));
    XEN_4_10.require(features::x86_pvh::DOMU, secure.regardless_of_dates());
    XEN_4_17.through(XEN_4_22).require(features::x86_pvh::DOMU, secure);
    XEN_4_20.require_no_worse(features::x86_pvh::DOM0, XEN_4_18);
    XEN_4_20.through(XEN_4_22).require_no_worse(features::x86_pvh::DOM0, XEN_4_18);
    XEN_4_22.require_supported_through(Date::literal("2029-07-30"));
    XEN_4_18.require_security_supported_through(Date::literal("2028-11-16"));
    Statements::of(&[XEN_4_20, XEN_4_18]).require_security_supported_through(Date::literal("2028-11-16"));
}

#[test]
fn an_empty_list_is_refused() {
    let message = message(|| _ = Statements::<xen_support::Bundled>::of(&[]));
    assert_eq!(message, "the list of releases is empty, so nothing would be checked");
}
