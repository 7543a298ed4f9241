//! The checks as `bool`, at run time. `ui.rs` tests the same checks as `require!`, and the errors of those that fail.

use xen_support::data::Statements;
use xen_support::{
    Amount, Date, Feature, Requirement, Security, Statement, XEN_4_10, XEN_4_14, XEN_4_17, XEN_4_18, XEN_4_18_UNSTABLE,
    XEN_4_20, XEN_4_22, features,
};

#[test]
fn amounts_are_granted_up_to_the_limit() {
    use Requirement::{SecuritySupportedUpTo, SupportedUpTo};
    let memory = |requirement| XEN_4_18.satisfies(features::memory::X86, requirement);
    assert!(memory(SecuritySupportedUpTo(Amount::tib(8))) && !memory(SecuritySupportedUpTo(Amount::tib(9))));
    assert!(memory(SupportedUpTo(Amount::tib(15))) && !memory(SupportedUpTo(Amount::tib(16))));
    assert!(!memory(SupportedUpTo(Amount::count(1))));
    // A status without a limit grants any amount.
    assert!(XEN_4_18.satisfies(features::XL, SecuritySupportedUpTo(Amount::tib(u64::MAX))));
    assert!(!XEN_4_18.satisfies(features::gdbsx::X86, SecuritySupportedUpTo(Amount::count(0))));
}

#[test]
fn a_range_holds_the_releases_from_first_to_last() {
    let versions = |statements: Statements<_>| -> Vec<&str> {
        statements.iter().map(|statement: Statement| statement.release().version_text).collect()
    };
    assert_eq!(versions(XEN_4_17.through(XEN_4_20)), ["4.17", "4.18", "4.19", "4.20"]);
    assert_eq!(versions(XEN_4_17.through(XEN_4_18_UNSTABLE)), ["4.17", "4.18-unstable"]);
    assert_eq!(versions(XEN_4_18_UNSTABLE.through(XEN_4_18)), ["4.18-unstable", "4.18"]);
    assert_eq!(versions(XEN_4_18.through(XEN_4_18)), ["4.18"]);
    assert_eq!(versions(Statements::of(&[XEN_4_20, XEN_4_18_UNSTABLE])), ["4.20", "4.18-unstable"]);
}

#[test]
fn a_range_grants_what_all_its_releases_grant() {
    for feature in Feature::all() {
        for requirement in [Requirement::Experimental, Requirement::Supported, Requirement::SecuritySupported] {
            let each = [XEN_4_20, xen_support::XEN_4_21, XEN_4_22].map(|one| one.satisfies(feature, requirement));
            assert_eq!(XEN_4_20.through(XEN_4_22).satisfies(feature, requirement), each == [true; 3], "{feature}");
        }
    }
}

#[test]
fn a_feature_is_no_worse_than_itself_and_worse_where_it_lost_something() {
    for feature in Feature::all() {
        for statement in Statement::all() {
            assert!(statement.is_no_worse(feature, statement), "{feature}");
        }
    }
    let dom0 = features::x86_pvh::DOM0;
    assert!(XEN_4_20.is_no_worse(dom0, XEN_4_10) && XEN_4_20.is_no_worse(dom0, XEN_4_14));
    assert!(!XEN_4_14.is_no_worse(dom0, XEN_4_20) && !XEN_4_10.is_no_worse(dom0, XEN_4_14));
    // Listed as "Not functional" in 4.18, and not listed before.
    assert!(XEN_4_18.is_no_worse(features::ocaml_xenstored_daemon::LIVEUPDATE, XEN_4_14));
    assert!(XEN_4_14.is_no_worse(features::ocaml_xenstored_daemon::LIVEUPDATE, XEN_4_18));
}

#[test]
fn checks_of_constants_are_constants() {
    const DOMU: bool = XEN_4_17.through(XEN_4_22).satisfies(features::x86_pvh::DOMU, Requirement::SecuritySupported);
    const DOM0: bool = XEN_4_14.satisfies(features::x86_pvh::DOM0, Requirement::Supported);
    const BETTER: bool = XEN_4_20.is_no_worse(features::x86_pvh::DOM0, XEN_4_14);
    const LASTS: bool = XEN_4_22.release().security_supported_on(Date::literal("2031-07-30"));
    assert_eq!((DOMU, DOM0, BETTER, LASTS), (true, false, true, true));
}

#[test]
fn requirements_amounts_and_answers_have_words() {
    for (requirement, words) in [
        (Requirement::Experimental, "at least Experimental"),
        (Requirement::SecuritySupportedByAnyone, "security supported by anyone"),
        (Requirement::SupportedUpTo(Amount::gib(512)), "supported up to 512 GiB"),
        (Requirement::SecuritySupportedUpTo(Amount::count(128)), "security supported up to 128"),
    ] {
        assert_eq!(requirement.to_string(), words);
    }
    let answers = [Security::No, Security::Conditional, Security::External, Security::Yes];
    assert_eq!(answers.map(|answer| format!("{answer:4}|")), ["no  |", "conditional|", "external|", "yes |"]);
}

/// The lint `long_running_const_eval`, an error by default, limits the steps of one evaluation. A check that fails
/// spends most of its steps on the search for the nearest names. This searches ten times in one evaluation, for long
/// names that differ from listed ones at both ends and for short ones, so each search takes at most a tenth of the
/// steps.
#[test]
fn a_failing_check_stays_far_from_the_limit_of_const_evaluation() {
    const fn ten_times(title: &str, implementation: &str) {
        let mut times = 0;
        while times < 10 {
            let _ = Feature::nearest(title, implementation);
            times += 1;
        }
    }
    const { ten_times("Kypervisor synchronous console output (sync_consoleS", "") }
    const { ten_times("X86/Emulated platform device (QEMU);", "piix4") }
    const { ten_times("Argo inter-domain message delivery for hypercalls", "") }
    const { ten_times("vTPM", "x86") }
    const { ten_times("", "") }
}
