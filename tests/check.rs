//! The checks as `bool`, at run time. `ui.rs` tests the same checks as `require!`, and the errors of those that fail.

use xen_support::data::{Set, Statements};
use xen_support::{
    Amount, Date, Feature, Requirement, RunningXen, Security, Stage, Statement, XEN_4_10, XEN_4_14, XEN_4_17, XEN_4_18,
    XEN_4_18_UNSTABLE, XEN_4_20, XEN_4_22, features,
};

const SUPPORTED: Requirement = Requirement::SUPPORTED;
const SECURE: Requirement = Requirement::SECURITY_SUPPORTED;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[test]
fn amounts_are_granted_up_to_the_limit() {
    let memory = |requirement| XEN_4_18.satisfies(features::memory::X86, requirement);
    assert!(memory(SECURE.up_to(Amount::tib(8))) && !memory(SECURE.up_to(Amount::tib(9))));
    assert!(memory(SUPPORTED.up_to(Amount::tib(15))) && !memory(SUPPORTED.up_to(Amount::tib(16))));
    assert!(!memory(SUPPORTED.up_to(Amount::count(1))));
    // A status without a limit grants any amount.
    assert!(XEN_4_18.satisfies(features::XL, SECURE.up_to(Amount::tib(u64::MAX))));
    assert!(!XEN_4_18.satisfies(features::gdbsx::X86, SECURE.up_to(Amount::count(0))));
}

#[test]
fn a_status_with_a_limit_grants_nothing_without_an_amount_unless_more_is_supported_too() {
    for requirement in [Requirement::EXPERIMENTAL, Requirement::TECH_PREVIEW, SUPPORTED, SECURE, SECURE.by_anyone()] {
        assert!(!XEN_4_18.satisfies(features::memory::X86, requirement), "{requirement}");
        assert!(XEN_4_18.satisfies(features::memory::X86, requirement.up_to(Amount::tib(8))), "{requirement}");
    }
    // "Hosts with more memory are supported, but not security supported."
    assert!(XEN_4_18.satisfies(features::physical_memory::X86, SUPPORTED));
    assert!(!XEN_4_18.satisfies(features::physical_memory::X86, SECURE));
}

/// Requirements of every kind, but without an amount.
fn requirements() -> Vec<Requirement> {
    let mut all = vec![Requirement::EXPERIMENTAL, Requirement::TECH_PREVIEW, SUPPORTED];
    for terms in [SECURE, SECURE.with_caveats(), SECURE.by_anyone(), SECURE.unconditionally()] {
        all.extend([
            terms,
            terms.through(day("2027-12-12")),
            terms.through(day("2030-06-01")),
            terms.regardless_of_dates(),
        ]);
    }
    all
}

const AMOUNTS: [Amount; 4] = [Amount::count(128), Amount::count(129), Amount::tib(8), Amount::tib(13)];

/// Days before, within and after the lives of the releases.
const DAYS: [&str; 8] =
    ["0000-01-01", "2017-12-12", "2017-12-13", "2020-12-13", "2023-07-25", "2026-08-20", "2030-03-05", "9999-12-31"];

#[test]
fn what_is_granted_on_a_day_is_what_the_answer_in_parts_says() {
    for statement in Statement::all() {
        for (feature, status) in statement {
            for day in DAYS.map(day) {
                let answer = statement.security_support_on(feature, day);
                let release = statement.release();
                let (first, last) = (release.initial_release.date, release.security_support_until.date);
                let is_alive = first.is_some_and(|first| first <= day) && last.is_some_and(|last| day <= last);
                assert_eq!(answer.life.is_current(), is_alive, "{statement:?} {day}");
                assert_eq!(answer.security(), if is_alive { status.security() } else { Security::No });
                let granted = |requirement| statement.satisfies_on(feature, requirement, day);
                let has_no_limit = answer.limit.is_none();
                assert_eq!(granted(SECURE), answer.security() == Security::Yes && has_no_limit, "{feature}");
                assert_eq!(statement.is_security_supported_on(feature, day), granted(SECURE));
                let conditional = matches!(answer.security(), Security::Yes | Security::Conditional);
                assert_eq!(granted(SECURE.with_caveats()), conditional && has_no_limit, "{feature}");
                let external = matches!(answer.security(), Security::Yes | Security::External);
                assert_eq!(granted(SECURE.by_anyone()), external && has_no_limit, "{feature}");
                let is_alone = statement.beside(feature).is_empty();
                assert_eq!(granted(SECURE.unconditionally()), granted(SECURE) && is_alone, "{feature}");
                let page = statement.satisfies_on(feature, SECURE.regardless_of_dates(), day);
                assert_eq!(page, status.security() == Security::Yes && has_no_limit);
                if let Some(limit) = answer.limit {
                    for amount in AMOUNTS {
                        let secure = is_alive && limit.security_supports(amount);
                        assert_eq!(granted(SECURE.up_to(amount)), secure, "{feature} {amount}");
                        assert_eq!(granted(SUPPORTED.up_to(amount)), limit.supports(amount), "{feature} {amount}");
                    }
                }
            }
        }
    }
}

#[test]
fn without_a_day_the_answer_is_as_of_the_day_on_which_the_pages_were_taken() {
    for statement in Statement::all() {
        assert_eq!(statement.life(), statement.life_on(Statement::AS_OF));
        for feature in Feature::all() {
            assert_eq!(statement.security_support(feature), statement.security_support_on(feature, Statement::AS_OF));
            let amounts = AMOUNTS.map(|amount| SECURE.through(day("2027-12-12")).up_to(amount));
            for requirement in requirements().into_iter().chain(amounts) {
                let on_the_day = statement.satisfies_on(feature, requirement, Statement::AS_OF);
                assert_eq!(
                    statement.satisfies(feature, requirement),
                    on_the_day,
                    "{statement:?} {feature} {requirement}"
                );
            }
        }
    }
}

#[test]
fn a_clause_that_narrows_never_grants_more_and_one_that_widens_never_less() {
    // Each pair has the narrower requirement first. The clause is added to requirements of every kind that take it.
    let (early, late) = (day("2027-12-12"), day("2030-06-01"));
    let amounts = [SECURE].into_iter().chain(AMOUNTS.map(|amount| SECURE.up_to(amount)));
    let mut pairs = vec![];
    for base in amounts {
        let dates =
            |terms: Requirement| [terms, terms.through(early), terms.through(late), terms.regardless_of_dates()];
        for [plain, caveats, anyone, alone] in [0, 1, 2, 3].map(|at| {
            [base, base.with_caveats(), base.by_anyone(), base.unconditionally()].map(|terms| dates(terms)[at])
        }) {
            pairs.extend([(plain, caveats), (plain, anyone), (alone, plain)]);
        }
        for terms in [base, base.with_caveats(), base.by_anyone(), base.unconditionally()] {
            let [now, through_early, through_late, regardless] = dates(terms);
            pairs.extend([(through_early, now), (through_late, now), (now, regardless)]);
        }
    }
    pairs.extend([(SECURE, SUPPORTED), (SUPPORTED, Requirement::TECH_PREVIEW)]);
    pairs.push((Requirement::TECH_PREVIEW, Requirement::EXPERIMENTAL));
    for statement in Statement::all() {
        for (feature, on) in Feature::all().flat_map(|feature| DAYS.map(|text| (feature, day(text)))) {
            let granted = |requirement| statement.satisfies_on(feature, requirement, on);
            for (narrower, wider) in &pairs {
                assert!(
                    !granted(*narrower) || granted(*wider),
                    "{statement:?} {feature}, on {on}: {narrower}, and not {wider}"
                );
            }
        }
    }
}

#[test]
fn a_release_that_has_not_begun_or_has_ended_grants_no_security_support() {
    for statement in [XEN_4_18_UNSTABLE, XEN_4_10, XEN_4_14] {
        assert!(!statement.life().is_current());
        assert!(Feature::all().all(|feature| !statement.is_security_supported(feature)));
    }
    assert_eq!(XEN_4_10.life().to_string(), "ended 2020-12-13");
    assert!(XEN_4_10.is_security_supported_on(features::x86_pvh::DOMU, day("2020-12-13")));
    assert_eq!(XEN_4_22.security_support(features::x86_pvh::DOMU).to_string(), "yes, through 2031-07-30");
}

/// A set of which one page is that of an unstable branch, and will stay so.
#[allow(dead_code, reason = "the emitted constants are not all used")]
mod appliance {
    include!("generated/tables.rs");
}

/// Nothing in this statement, which is not of a release, is security supported on any day.
fn check_that_nothing_is_security_supported<S: Set>(statement: xen_support::data::Statement<S>) {
    assert_eq!(statement.life().to_string(), "not released");
    let terms = [SECURE, SECURE.with_caveats(), SECURE.by_anyone(), SECURE.through(Date::MIN)];
    for feature in xen_support::data::Feature::all() {
        assert!(terms.iter().all(|requirement| !statement.satisfies(feature, *requirement)), "{feature}");
        for on in DAYS.map(day) {
            assert!(terms.iter().all(|requirement| !statement.satisfies_on(feature, *requirement, on)), "{feature}");
            assert_eq!(statement.security_support_on(feature, on).security(), Security::No, "{feature}");
        }
    }
}

#[test]
fn a_hypercall_number_of_a_release_that_is_not_out_grants_no_security_support_and_says_why() {
    let statement = appliance::Statement::for_running(RunningXen::from_number(0x0004_0014)).unwrap();
    assert_eq!(statement, appliance::XEN_4_20_UNSTABLE);
    check_that_nothing_is_security_supported(statement);
    for statement in Statement::all().iter().filter(|statement| statement.version().stage != Stage::Release) {
        check_that_nothing_is_security_supported(statement);
    }
}

#[test]
fn a_larger_amount_of_the_same_unit_is_never_granted_where_a_smaller_one_is_not() {
    let amounts = [0, 1, 128, 129, 1 << 30, 1 << 40, 8 << 40, 16 << 40, u64::MAX];
    for (statement, feature) in Statement::all().iter().flat_map(|one| Feature::all().map(move |row| (one, row))) {
        for requirement in [Requirement::EXPERIMENTAL, SUPPORTED, SECURE, SECURE.with_caveats()] {
            for of in [Amount::bytes, Amount::count] {
                let granted = amounts.map(|amount| statement.satisfies(feature, requirement.up_to(of(amount))));
                assert!(granted.is_sorted_by_key(|granted| !granted), "{statement:?} {feature} {requirement}");
            }
        }
    }
}

#[test]
fn what_stands_beside_a_status_is_what_can_be_read() {
    for statement in Statement::all() {
        for feature in Feature::all() {
            let beside = statement.beside(feature);
            let is_listed = statement.status(feature).is_some();
            let has_exceptions = statement.exceptions(feature).next().is_some();
            assert_eq!(beside.has_caveats(), is_listed && !statement.caveats(feature).is_empty(), "{feature}");
            assert_eq!(beside.has_exceptions(), has_exceptions, "{statement:?} {feature}");
            let speaks_of_security = statement.description(feature).contains("security");
            assert_eq!(beside.has_security_above(), is_listed && speaks_of_security, "{feature}");
            assert_eq!(
                beside.has_section_prose(),
                is_listed && !statement.section_prose(feature).is_empty(),
                "{feature}"
            );
        }
    }
    let exceptions: Vec<_> = XEN_4_22.exceptions(features::X86_64).map(|(feature, _)| feature.to_string()).collect();
    assert_eq!(exceptions, ["x86-64, Xeon Phi"]);
    assert!(XEN_4_22.exceptions(features::x86_64::XEON_PHI).next().is_none());
    assert!(XEN_4_22.beside(features::XL).has_section_prose());
    assert!(XEN_4_22.beside(features::SHADOW_PAGING).has_security_above());
    // The section Kconfig has no features, so its prose is about all.
    let sections: Vec<&str> = XEN_4_22.sections_with_prose().iter().map(|section| section.title).collect();
    assert_eq!(sections, ["Kconfig", "Toolstack", "Virtual device support, host side"]);
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
        for requirement in requirements() {
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
    const DOMU: bool = XEN_4_17.through(XEN_4_22).satisfies(features::x86_pvh::DOMU, Requirement::SECURITY_SUPPORTED);
    const DOM0: bool = XEN_4_14.satisfies(features::x86_pvh::DOM0, Requirement::SUPPORTED);
    const BETTER: bool = XEN_4_20.is_no_worse(features::x86_pvh::DOM0, XEN_4_14);
    const LASTS: bool = XEN_4_22.release().security_supported_on(Date::literal("2031-07-30"));
    assert_eq!((DOMU, DOM0, BETTER, LASTS), (true, false, true, true));
}

#[test]
fn answers_have_words() {
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
