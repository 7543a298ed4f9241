//! No function of the model panics at run time, whatever it is given, unless its documentation says when.
//!
//! `every_function_is_called` keeps the list: a function that is added must be called here, or document its panics.

use std::fmt::{Debug, Display};
use std::fs;
use std::path::Path;
use xen_support::data::{Named, Statements, distance, is_invisible};
use xen_support::{
    Amount, Beside, Bound, Date, Feature, Label, Level, Life, Limit, Need, Needs, Release, Requirement, RunningXen,
    Security, SecuritySupport, Stage, Statement, Status, Tags, Unit, Version, XEN_4_14, XEN_4_18, XEN_4_23_UNSTABLE,
};

const NUMBERS: [u64; 10] = [0, 1, 9, 1023, 1 << 31, u32::MAX as u64, 1 << 40, (1 << 63) - 1, u64::MAX - 1, u64::MAX];

/// Texts that are nearly what functions read, or nothing of the kind.
fn texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "",
        " ",
        "\0",
        "é",
        "e\u{301}",
        "名",
        "😀",
        "\u{10ffff}",
        "x86/PVH",
        "x86/pvh",
        "domU",
        "4.18",
        "4.18.3-pre",
        "4.",
        ".18",
        "4.65535",
        "4.65536",
        "65535.65535",
        "4.18-é",
        "4.18 (",
        "4.18 ()",
        "2024-02-29",
        "2023-02-29",
        "9999-12-31",
        "0000-00-00",
        "20é4-02-29",
        "2024é02-29",
        "2024-02-2é",
        "8 TiB",
        "16777216 TiB",
        "18446744073709551615 bytes",
        "18446744073709551616",
        "supported up to 18446744073709551615 TiB",
        "supported up to",
        "security_supported through 9999-12-31",
        "security_supported with",
        "security_supported é",
        "security_supported up to 18446744073709551615 bytes with caveats through 9999-12-31",
        "x86pvh--domu",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.extend(["é", "x", " ", "-", "9", "0", "a.", "\u{1f600} "].map(|part| part.repeat(40_000)));
    texts.extend((94..98).flat_map(|length| [format!("x{}y", "a".repeat(length)), "é".repeat(length)]));
    texts
}

fn days() -> Vec<Date> {
    let moments =
        [i64::MIN, i64::MIN + 1, -62_167_219_201, -62_167_219_200, -1, 0, 1_700_092_800, 253_402_300_800, i64::MAX];
    let days = moments.map(Date::from_unix_seconds).into_iter().chain([Date::MIN, Date::MAX]);
    let parts = [0, 1, 2, 12, 13, 29, 31, 32, u8::MAX];
    let parts = parts.into_iter().flat_map(|month| parts.map(|day| (month, day)));
    let years = [0, 1900, 2000, 2024, 9999, 10_000, u16::MAX];
    days.chain(parts.flat_map(|(month, day)| years.map(|year| Date::new(year, month, day))).flatten()).collect()
}

fn amounts() -> Vec<Amount> {
    let units = [Amount::count, Amount::bytes, Amount::kib, Amount::mib, Amount::gib, Amount::tib];
    NUMBERS.into_iter().flat_map(|number| units.map(|unit| unit(number))).collect()
}

fn requirements() -> Vec<Requirement> {
    let levels = [Requirement::EXPERIMENTAL, Requirement::TECH_PREVIEW, Requirement::SUPPORTED];
    let secure = Requirement::SECURITY_SUPPORTED;
    let plain = [secure, secure.with_caveats(), secure.by_anyone(), secure.unconditionally()];
    let dated = plain.into_iter().flat_map(|requirement| {
        [Date::MIN, Date::MAX]
            .map(|day| requirement.through(day))
            .into_iter()
            .chain([requirement.regardless_of_dates()])
    });
    let all: Vec<Requirement> = levels.into_iter().chain(plain).chain(dated).collect();
    let amounts = [Amount::count(0), Amount::bytes(u64::MAX), Amount::tib(u64::MAX)];
    all.iter().flat_map(|requirement| amounts.map(|amount| requirement.up_to(amount))).chain(all.clone()).collect()
}

/// Writes a value in ways that pad it and cut it.
fn show(value: impl Display + Debug) {
    for text in [format!("{value}"), format!("{value:?}"), format!("{value:#?}"), format!("{value:é^70.3}")] {
        assert!(text.len() < 1 << 20);
    }
    assert_eq!(format!("{value:.0}"), "");
}

#[test]
fn any_text_is_read_or_refused() {
    let texts = texts();
    for text in &texts {
        let _ = (Date::parse(text), Amount::parse(text), Version::parse(text));
        if let Err(error) = text.parse::<Version>() {
            show(error);
        }
        let _ = (RunningXen::from_device_tree(text.as_bytes()), RunningXen::from_xl_info(text));
        let _ = (RunningXen::from_package(text), RunningXen::from_hypercalls(u32::MAX, text));
        let _ = (RunningXen::from_sysfs(text, "17", ".1"), RunningXen::from_sysfs("4", text, text));
        match (Requirement::parse(text), text.parse::<Requirement>()) {
            (Ok(requirement), again) => assert_eq!(again, Ok(requirement)),
            (Err(error), _) => show(error),
        }
        let _ = (Feature::find_by_key(text), XEN_4_18.get_by_key(text), text.contains(is_invisible));
        for other in texts.iter().filter(|other| text.len().max(other.len()) < 1000 || text.len() == other.len()) {
            let _ = (Feature::find(text, other), XEN_4_18.get(text, other));
            let _ = (Feature::nearest(text, other), Feature::nearest("x86/PVH", other), Feature::nearest(text, "domU"));
            for limit in [0, 1, 95, 96, 97, usize::MAX - 1, usize::MAX] {
                assert!(distance(text, other, limit) <= limit.saturating_add(1));
            }
        }
    }
}

#[test]
fn any_number_is_a_day_a_version_and_an_amount() {
    for day in days() {
        show(day);
        assert!(day.year() <= 9999 && (1..=12).contains(&day.month()) && (1..=31).contains(&day.day()));
        let _ = (day.is_after(Date::MAX), day.is_after(Date::MIN));
        for (first, last) in [(None, None), (Some(day), None), (None, Some(day)), (Some(Date::MIN), Some(Date::MAX))] {
            let life = Life::new(first, last, day);
            show(life);
            for status in [Security::No, Security::Conditional, Security::External, Security::Yes] {
                show(status);
                let support = SecuritySupport::new(status, None, life);
                show(support);
                assert!(life.is_current() || support.security() == Security::No);
            }
        }
    }
    for number in [0, 1, 0x0004_0012, 0x0004_FFFF, u32::MAX] {
        let xen = RunningXen::from_number(number);
        let version = xen.branch();
        let _ = (Statement::for_running(xen), Statement::for_version(version.with_point(u16::MAX)));
        show(version.with_point(u16::MAX));
        for stage in [Stage::Unstable, Stage::Candidate, Stage::Release] {
            let other = version.at(stage);
            show(other);
            assert_eq!(other.equals(version), other == Version::new(version.major, version.minor));
        }
    }
    let limits: Vec<Limit> = Statement::all()
        .iter()
        .flat_map(|statement| statement.iter().filter_map(|(_, status)| status.limit()))
        .collect();
    for amount in amounts() {
        show(amount);
        for mut limit in limits.iter().copied() {
            for (number, inclusive, unit) in
                NUMBERS.into_iter().flat_map(|number| [(number, true, Unit::Bytes), (number, false, Unit::Count)])
            {
                let bound: &mut Bound = &mut limit.security_supported;
                (bound.number, bound.inclusive) = (number, inclusive);
                let _ = (bound.allows(amount.number), bound.largest());
                (limit.supported, limit.unit) = (Some(limit.security_supported), unit);
                let _ = (limit.supports(amount), limit.security_supports(amount));
            }
            show(limit);
        }
    }
}

#[test]
fn every_look_up_of_every_feature_in_every_statement_answers() {
    let days = [Date::MIN, Statement::AS_OF, Date::MAX];
    let requirements = requirements();
    requirements.iter().for_each(show);
    for statement in Statement::all() {
        let release: &Release = statement.release();
        let _ = (statement.version(), statement.file(), statement.security_contacts(), statement.life());
        let _ = (statement.sections_with_prose(), format!("{statement:?}"));
        for day in days {
            assert_eq!(release.life_on(day), statement.life_on(day));
            let _ = (release.supported_on(day), release.security_supported_on(day));
            let _ = (statement.is_supported_through(day), statement.is_security_supported_through(day));
        }
        for feature in Feature::all() {
            let _ = (statement.description(feature), statement.caveats(feature), statement.section_prose(feature));
            let _ = (statement.line(feature), statement.exceptions(feature).count());
            let beside: Beside = statement.beside(feature);
            show(beside);
            assert_eq!(
                beside.is_empty(),
                !(beside.has_caveats()
                    || beside.has_exceptions()
                    || beside.has_section_prose()
                    || beside.has_security_above())
            );
            if let Some(link) = statement.link(feature) {
                show(link);
            }
            if let Some(status) = statement.status(feature) {
                call_status(status);
            }
            show(statement.security_support(feature));
            let _ = statement.is_security_supported(feature);
            for day in days {
                show(statement.security_support_on(feature, day));
                let _ = statement.is_security_supported_on(feature, day);
                for requirement in &requirements {
                    let _ = statement.satisfies_on(feature, *requirement, day);
                }
            }
            for requirement in &requirements {
                let _ = statement.satisfies(feature, *requirement);
            }
            for other in Statement::all() {
                let _ = statement.is_no_worse(feature, other);
            }
        }
    }
}

fn call_status(status: Status) {
    show(status);
    assert!(status.is_understood() || (status.level(), status.security()) == (Level::None, Security::No));
    let _ = (status.text(), status.formats(), status.limit());
    let label: Option<&Label> = status.label();
    let tags: Option<&Tags> = label.and_then(|label| label.tags.as_ref());
    let _ = tags.map(Tags::is_interface_stable);
}

#[test]
fn needs_of_every_kind_are_met_or_told() {
    let needs: Vec<Need> = Feature::all()
        .flat_map(|feature| requirements().into_iter().map(move |requirement| (feature, requirement)))
        .step_by(7)
        .map(|(feature, requirement)| Need::new(feature, requirement).because("a reason\u{1b}[31m"))
        .collect();
    let needs = Needs::of(needs.leak());
    for need in needs {
        show(need);
        let _ = (need.feature(), need.requirement(), need.reason(), need.location());
        assert_eq!(need.is_met_by(XEN_4_18), need.is_met_by_on(XEN_4_18, Statement::AS_OF));
    }
    assert_eq!((needs.len(), needs.is_empty()), (needs.as_slice().len(), false));
    for day in days() {
        let _ = (needs.met_by_on(day).next_back(), needs.oldest_on(day));
        for statement in [XEN_4_14, XEN_4_18, XEN_4_23_UNSTABLE] {
            assert_eq!(needs.are_met_by_on(statement, day), needs.unmet_by_on(statement, day).next().is_none());
            let _ =
                (needs.lost_from_on(XEN_4_14, statement, day).count(), needs.lost_from(XEN_4_14, statement).count());
        }
    }
    needs.unmet_by(XEN_4_14).step_by(97).for_each(show);
    let _ = (needs.are_met_by(XEN_4_14), needs.met_by().count(), needs.oldest(), Needs::of(&[]).iter().next());
    assert!(!Statement::all().meet(needs));
}

#[test]
fn every_feature_has_its_names_and_several_statements_answer_at_once() {
    let several = [
        Statement::all(),
        XEN_4_14.through(XEN_4_14),
        XEN_4_14.through(XEN_4_23_UNSTABLE),
        Statements::of(&[XEN_4_18, XEN_4_14, XEN_4_18]),
    ];
    for feature in Feature::all().chain(Feature::all().rev()) {
        show(feature);
        let _ = (feature.section(), feature.anchor(), feature.index());
        assert_eq!(Named(feature).feature(), feature);
        assert_eq!(Feature::find(feature.title(), feature.implementation()), Some(feature));
        assert_eq!(Feature::find_by_key(feature.key()), Some(feature));
        for statements in several {
            let _ = statements.satisfies(feature, Requirement::SECURITY_SUPPORTED.unconditionally());
            let _ = statements.is_no_worse(feature, XEN_4_14);
        }
    }
    for statements in several {
        for day in days() {
            let _ = (statements.is_supported_through(day), statements.is_security_supported_through(day));
        }
        let mut iterator = statements.iter();
        let _ = (iterator.nth(usize::MAX), iterator.next(), iterator.next_back(), iterator.size_hint());
    }
    let mut features = Feature::all();
    let _ = (features.nth(usize::MAX), features.nth_back(usize::MAX), features.len(), features.next());
}

/// The names of the public functions in the model's source whose documentation speaks neither of panics nor of being
/// hidden.
fn functions(source: &str) -> Vec<String> {
    let mut functions = Vec::new();
    let mut is_exempt = false;
    for line in source.split("#[cfg(test)]").next().unwrap().lines().map(str::trim) {
        let declaration = line.strip_prefix("pub const fn ").or_else(|| line.strip_prefix("pub fn "));
        if line.starts_with("///") || line.starts_with("#[") {
            is_exempt |= line.contains("# Panics") || line.contains("doc(hidden)");
        } else {
            if let Some(declaration) = declaration.filter(|_| !is_exempt) {
                let end = declaration.find(|c: char| c != '_' && !c.is_ascii_alphanumeric()).unwrap();
                functions.push(declaration[..end].to_owned());
            }
            is_exempt = false;
        }
    }
    functions
}

#[test]
fn every_function_is_called() {
    let called = include_str!("any_input.rs");
    // What is in these is hidden as a whole, for generated code and for the other packages.
    let hidden = ["grant.rs", "ruling.rs", "refused.rs", "index.rs", "names.rs", "set.rs"];
    let mut count = 0;
    for room in ["model", "check", "text", "lookup"] {
        let room = Path::new(env!("CARGO_MANIFEST_DIR")).join("support-data/src").join(room);
        for file in fs::read_dir(room).unwrap().map(|file| file.unwrap().path()) {
            let name = file.file_name().unwrap().to_str().unwrap();
            if file.is_dir() || hidden.contains(&name) {
                continue;
            }
            for function in functions(&fs::read_to_string(&file).unwrap()) {
                let is_name = |c: char| c == '_' || c.is_ascii_alphanumeric();
                let is_called = called.match_indices(&function).any(|(at, _)| {
                    let (before, after) = (&called[..at], &called[at + function.len()..]);
                    !before.ends_with(is_name) && after.starts_with(['(', ')', ','])
                });
                assert!(is_called, "{name}: {function} is not called here");
                count += 1;
            }
        }
    }
    assert!(count > 80, "{count}");
}
