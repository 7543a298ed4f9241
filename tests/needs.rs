//! Needs: what a program relies on, asked at run time. `tests/ui/needs.rs` has what the compiler says of the same.

use std::fs;
use xen_support::{
    Date, Need, Needs, Requirement, Statement, Statements, XEN_4_14, XEN_4_17, XEN_4_18, XEN_4_20, XEN_4_22, features,
    needs, require,
};

const REASON: &str = concat!("guests are ", "not trusted");

needs! {
    /// What a host must have.
    pub const HOST: Needs {
        /// The scheduler that is tuned.
        features::CREDIT2_SCHEDULER is supported;
        "Physical Memory", "x86" is security_supported up to 1 TiB
    }

    /// What guests rely on, and their host.
    const GUESTS: Needs {
        "x86/PVH", "domU" is security_supported because REASON;
        all of HOST;
        all of HOST;
        "Blkback", "Linux (xen-blkback)" is security_supported through 2028-01-01;
    }

    const NOTHING: Needs {}
    const NOTHING_OF_OTHERS: Needs { all of NOTHING; }

    // As in tests/ui/needs.rs.
    const UNMET: Needs {
        "x86/PVH", "dom0" is security_supported because "dom0 is small";
        "x86/PVH", "domU" is security_supported;
        features::ARM_GICV3_ITS is supported;
    }
}

require!(XEN_4_20..=XEN_4_22: GUESTS);
require!(XEN_4_20: NOTHING);
require!([XEN_4_18, XEN_4_22]: self::HOST);

#[test]
fn a_list_has_its_needs_and_those_of_other_lists_in_the_order_in_which_they_are_written() {
    let written: Vec<String> = GUESTS.iter().map(|need| need.to_string()).collect();
    let host = ["Credit2 Scheduler is supported", "Physical Memory, x86 is security_supported up to 1 TiB"];
    let first = "x86/PVH, domU is security_supported";
    let last = "Blkback, Linux (xen-blkback) is security_supported through 2028-01-01";
    assert_eq!(written, [first, host[0], host[1], host[0], host[1], last]);
    assert_eq!((GUESTS.len(), HOST.len()), (6, 2));
    assert!(NOTHING.is_empty() && NOTHING_OF_OTHERS.is_empty() && !HOST.is_empty());
    let reasons: Vec<&str> = GUESTS.into_iter().map(Need::reason).collect();
    assert_eq!(reasons, ["guests are not trusted", "", "", "", "", ""]);
}

#[test]
fn each_need_knows_the_line_on_which_it_is_written() {
    let source = fs::read_to_string(file!()).unwrap();
    for need in GUESTS {
        assert_eq!(need.location().file(), file!());
        let line = source.lines().nth(need.location().line() as usize - 1).unwrap();
        let feature = need.feature();
        let is_named = line.contains(&format!("{:?}", feature.title())) || line.contains("features::CREDIT2_SCHEDULER");
        assert!(is_named && line.contains(" is "), "{need}: {line}");
    }
}

#[test]
fn what_is_not_met_is_what_the_statement_does_not_satisfy_on_the_day() {
    let days = ["2020-01-01", "2024-08-01", "2026-08-20", "2031-12-31"].map(Date::literal);
    for statement in Statement::all() {
        for day in days {
            let unmet: Vec<usize> =
                GUESTS.unmet_by_on(statement, day).map(|unmet| unmet.need.location().line() as usize).collect();
            let expected: Vec<usize> = GUESTS
                .iter()
                .filter(|need| !statement.satisfies_on(need.feature(), need.requirement(), day))
                .map(|need| need.location().line() as usize)
                .collect();
            assert_eq!(unmet, expected);
            assert_eq!(GUESTS.are_met_by_on(statement, day), expected.is_empty());
        }
        assert_eq!(GUESTS.are_met_by(statement), GUESTS.unmet_by(statement).next().is_none());
        assert_eq!(GUESTS.are_met_by(statement), Statements::of(&[statement]).meet(GUESTS));
    }
    assert!(XEN_4_20.through(XEN_4_22).meet(GUESTS) && !XEN_4_14.through(XEN_4_22).meet(GUESTS));
}

#[test]
fn why_a_need_is_not_met_is_said_as_the_compiler_says_it() {
    let errors = fs::read_to_string("tests/ui/needs.stderr").unwrap();
    // The compiler indents what follows the first line.
    let errors: Vec<&str> = errors.lines().map(str::trim_start).collect();
    let unmet: Vec<_> = UNMET.unmet_by(XEN_4_17).collect();
    assert_eq!(unmet.len(), 2);
    for unmet in unmet {
        let text = unmet.to_string();
        let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
        let said = errors.windows(lines.len()).any(|window| {
            let first = window[0].split_once(".rs:").and_then(|(_, rest)| rest.split_once(": "));
            first.is_some_and(|(_, first)| first == lines[0]) && window[1..] == lines[1..]
        });
        assert!(said, "{text}");
    }
}

#[test]
fn a_message_begins_with_the_number_of_needs_that_are_not_met() {
    needs! {
        const ONLY: Needs { features::ARM_GICV3_ITS is supported; }
        const ONE: Needs { all of ONLY; "x86/PVH", "domU" is supported; }
    }
    for (needs, first) in
        [(ONLY, "the only need is not met"), (ONE, "one of 2 needs is not met"), (UNMET, "2 of 3 needs are not met")]
    {
        let panic = std::panic::catch_unwind(|| XEN_4_17.require_needs(needs)).unwrap_err();
        let message = panic.downcast::<String>().unwrap();
        assert_eq!(message.lines().next(), Some(first));
    }
}

#[test]
fn a_message_explains_eight_needs_and_counts_the_rest() {
    needs! {
        const FIVE: Needs { all of UNMET; all of UNMET; features::ARM_GICV3_ITS is supported; }
        const EIGHT: Needs { all of UNMET; all of UNMET; all of UNMET; all of UNMET; }
        const TEN: Needs { all of FIVE; all of FIVE; }
    }
    for (needs, explained, last) in [(FIVE, 5, "  help"), (EIGHT, 8, "  help"), (TEN, 8, "and 2 more")] {
        let panic = std::panic::catch_unwind(|| XEN_4_17.require_needs(needs)).unwrap_err();
        let message = panic.downcast::<String>().unwrap();
        assert_eq!(message.matches(": not granted by ").count(), explained);
        assert!(message.lines().next_back().unwrap().starts_with(last), "{message}");
    }
}

#[test]
fn why_a_need_is_not_met_depends_on_the_day() {
    let ended = HOST.unmet_by_on(XEN_4_18, Date::literal("2030-01-01")).next().unwrap();
    assert_eq!(
        ended.to_string(),
        "not granted by Xen 4.18: \"Physical Memory\", \"x86\" is security_supported up to 1 TiB
  its Security-Support-Until is 2028-11-16, and this is judged as of 2030-01-01
  data/4.18.md:48, https://xenbits.xen.org/docs/4.18-testing/SUPPORT.html#physical-memory
  help: move to a release that is still supported, or ask the page alone by `regardless of dates`"
    );
}

#[test]
fn the_releases_that_meet_all_needs_are_found_and_the_oldest_is_their_first() {
    let met: Vec<Statement> = GUESTS.met_by().collect();
    let expected: Vec<Statement> = Statement::all().iter().filter(|statement| GUESTS.are_met_by(*statement)).collect();
    assert_eq!(met, expected);
    assert_eq!(GUESTS.met_by().rev().collect::<Vec<_>>(), expected.into_iter().rev().collect::<Vec<_>>());
    assert_eq!(const { GUESTS.oldest() }, met.first().copied());
    let late = Date::literal("2030-01-01");
    assert_eq!(HOST.oldest_on(late), HOST.met_by_on(late).next());
    assert!(HOST.oldest_on(late) > HOST.oldest());
    assert_eq!(HOST.oldest_on(Date::literal("2099-01-01")), None);
    assert_eq!(NOTHING.oldest(), Statement::all().iter().next());
}

#[test]
fn a_change_of_release_takes_away_what_the_first_grants_and_the_second_does_not() {
    needs! {
        const SMMU: Needs {
            "IOMMU", "ARM SMMUv1" is security_supported;
            features::ARM_GICV3_ITS is security_supported;
            "x86/PVH", "domU" is security_supported;
        }
    }
    let lost = |from, to| -> Vec<String> { SMMU.lost_from(from, to).map(|unmet| unmet.need.to_string()).collect() };
    let oldest = Statement::all().iter().next().unwrap();
    // Whether the first release is security supported still makes no difference.
    assert_eq!(lost(oldest, XEN_4_22), ["IOMMU, ARM SMMUv1 is security_supported"]);
    assert_eq!(lost(XEN_4_22, XEN_4_22), [""; 0]);
    let domu = "x86/PVH, domU is security_supported";
    assert_eq!(lost(XEN_4_22, XEN_4_14), [domu], "ended");
    let after = SMMU.lost_from_on(XEN_4_17, XEN_4_18, Date::literal("2029-01-01"));
    assert!(after.map(|unmet| unmet.need.requirement()).eq([Requirement::SECURITY_SUPPORTED]));
}
