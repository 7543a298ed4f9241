//! Asks every bundled statement for every feature, in every way: by constant, by name, by key and by iteration; each
//! requirement at compile time, at run time, and on a day. All ways must give the same answer, and the checksum of all
//! answers must be the same on every machine.
#![no_std]
#![forbid(unsafe_code)]

use core::fmt::{self, Write};
use crc::{CRC_32_ISO_HDLC, Crc, Digest};
use xen_support::{Amount, Beside, Date, Feature, Requirement, Statement, Status, Version};

/// A feature by its title, implementation, key and constant.
struct Named(&'static str, &'static str, &'static str, Feature);

/// A release by its version, its statement, and what the compiler found of each feature.
struct Compiled(&'static str, Statement, [Answer; Feature::COUNT]);

include!(concat!(env!("OUT_DIR"), "/features.rs"));

const SECURE: Requirement = Requirement::SECURITY_SUPPORTED;

/// Requirements of every kind, each as text and as the value that the text stands for.
const REQUIREMENTS: [(&str, Requirement); 16] = [
    ("experimental", Requirement::EXPERIMENTAL),
    ("tech_preview", Requirement::TECH_PREVIEW),
    ("supported", Requirement::SUPPORTED),
    ("supported up to 15 TiB", Requirement::SUPPORTED.up_to(Amount::tib(15))),
    ("supported up to 18446744073709551615 bytes", Requirement::SUPPORTED.up_to(Amount::bytes(u64::MAX))),
    ("security_supported", SECURE),
    ("security_supported up to 8 TiB", SECURE.up_to(Amount::tib(8))),
    ("security_supported up to 8796093022209 bytes", SECURE.up_to(Amount::bytes((8 << 40) + 1))),
    ("security_supported up to 128", SECURE.up_to(Amount::count(128))),
    ("security_supported with caveats", SECURE.with_caveats()),
    ("security_supported by anyone", SECURE.by_anyone()),
    ("security_supported unconditionally", SECURE.unconditionally()),
    ("security_supported through 2028-11-16", SECURE.through(Date::literal("2028-11-16"))),
    ("security_supported regardless of dates", SECURE.regardless_of_dates()),
    ("security_supported with caveats regardless of dates", SECURE.with_caveats().regardless_of_dates()),
    (
        "security_supported up to 4 GiB by anyone through 2030-01-01",
        SECURE.up_to(Amount::gib(4)).by_anyone().through(Date::literal("2030-01-01")),
    ),
];

/// What a statement says of a feature, in a few bytes.
#[derive(Clone, Copy, PartialEq)]
struct Answer {
    status: Option<Status>,
    beside: Beside,
    /// The requirements that are granted, a bit each.
    granted: u16,
}

impl Answer {
    const fn of(statement: Statement, feature: Feature) -> Self {
        let (mut granted, mut number) = (0, 0);
        while number < REQUIREMENTS.len() {
            granted |= (statement.satisfies(feature, REQUIREMENTS[number].1) as u16) << number;
            number += 1;
        }
        Self { status: statement.status(feature), beside: statement.beside(feature), granted }
    }

    fn on(statement: Statement, feature: Feature, day: Date) -> Self {
        let granted = (0..).zip(REQUIREMENTS).fold(0, |granted, (number, (_, requirement))| {
            granted | u16::from(statement.satisfies_on(feature, requirement, day)) << number
        });
        Self { status: statement.status(feature), beside: statement.beside(feature), granted }
    }

    fn grants(self, requirement: Requirement) -> bool {
        (0..).zip(REQUIREMENTS).any(|(number, (_, asked))| asked == requirement && self.granted >> number & 1 == 1)
    }
}

impl Compiled {
    const fn of(version: &'static str) -> Self {
        let Some(parsed) = Version::parse(version) else { panic!("not a version") };
        let Some(statement) = Statement::for_version(parsed) else { panic!("no statement for a version") };
        let mut answers = [Answer::of(statement, FEATURES[0].3); Feature::COUNT];
        let mut row = 1;
        while row < Feature::COUNT {
            answers[row] = Answer::of(statement, FEATURES[row].3);
            row += 1;
        }
        Self(version, statement, answers)
    }
}

/// The result of a walk. Its `Display` is one line, to compare with that of another machine.
pub struct Walk {
    releases: usize,
    answers: usize,
    checksum: u32,
}

/// Two ways to ask did not give the same answer.
pub enum Difference {
    /// The constants are not the catalog's features, or the releases are not the set's.
    Count,
    /// A requirement's text is not read as its value.
    Requirement(&'static str),
    /// The statement's own version leads to another statement.
    Version(Statement),
    /// The statement does not give one status of the feature, whichever way it is asked.
    Status(Statement, Feature),
    /// The statement does not grant the same of the feature at compile time, at run time, and on a day.
    Answer(Statement, Feature),
}

/// Asks for everything, and computes the checksum of the answers.
///
/// # Errors
///
/// The first difference between two ways to ask.
pub fn walk() -> Result<Walk, Difference> {
    if FEATURES.len() != Feature::COUNT
        || !FEATURES.iter().map(|named| named.3).eq(Feature::all())
        || !RELEASES.iter().map(|release| release.1).eq(Statement::all())
    {
        return Err(Difference::Count);
    }
    let crc = Crc::<u32>::new(&CRC_32_ISO_HDLC);
    let mut checksum = Checksum(crc.digest());
    for (text, requirement) in REQUIREMENTS {
        if text.parse() != Ok(requirement) {
            return Err(Difference::Requirement(text));
        }
        checksum.add(format_args!("{requirement}, "));
    }
    let mut answers = 0;
    for &Compiled(version, statement, ref compiled) in &RELEASES {
        if Version::parse(version).and_then(Statement::for_version) != Some(statement) {
            return Err(Difference::Version(statement));
        }
        checksum.add(format_args!("{:?}, {}", statement.release(), statement.life()));
        let mut listed = statement.iter().peekable();
        for (&Named(title, implementation, key, feature), compiled) in FEATURES.iter().zip(compiled) {
            let status = statement.status(feature);
            let iterated = listed.next_if(|(next, _)| *next == feature).map(|(_, status)| status);
            let answered = [statement.get(title, implementation), statement.get_by_key(key), iterated];
            if answered.iter().any(|answer| *answer != status) {
                return Err(Difference::Status(statement, feature));
            }
            checksum.add_answer(statement, feature, *compiled)?;
            if let Some(status) = status {
                answers += 1;
                checksum.add(format_args!("{feature}, {key}, {}, {:?}", feature.section(), statement.link(feature)));
                checksum.add(format_args!("{status}, {:?}, {:?}", status.level(), status.security()));
                checksum.add(format_args!("{:?}, {:?}", status.label(), status.limit()));
                checksum.add(format_args!("{:?}, ", statement.line(feature)));
                checksum.add(format_args!("{}, {}", statement.description(feature), statement.caveats(feature)));
            }
        }
    }
    Ok(Walk { releases: Statement::COUNT, answers, checksum: checksum.0.finalize() })
}

/// The checksum of all answers, each written as text.
struct Checksum<'a>(Digest<'a, u32>);

impl Checksum<'_> {
    fn add(&mut self, text: fmt::Arguments) {
        // Cannot fail: neither the checksum nor any `Display` or `Debug` here returns an error.
        let _ = self.write_fmt(text);
    }

    /// Compares the answer with what the compiler found and with the other ways to ask, and adds it; then what is
    /// granted on other days.
    fn add_answer(&mut self, statement: Statement, feature: Feature, compiled: Answer) -> Result<(), Difference> {
        let answer = Answer::of(statement, feature);
        let (beside, support) = (answer.beside, statement.security_support(feature));
        let prose = [statement.caveats(feature), statement.section_prose(feature)].map(|prose| !prose.is_empty());
        let has_exceptions = statement.exceptions(feature).next().is_some();
        if answer != compiled
            || answer != Answer::on(statement, feature, Statement::AS_OF)
            || support != statement.security_support_on(feature, Statement::AS_OF)
            || answer.grants(SECURE) != statement.is_security_supported(feature)
            || prose != [beside.has_caveats(), beside.has_section_prose()]
            || has_exceptions != beside.has_exceptions()
        {
            return Err(Difference::Answer(statement, feature));
        }
        self.add(format_args!("{support}, {beside}, {:x}, ", answer.granted));
        for (other, status) in statement.exceptions(feature) {
            self.add(format_args!("{other}: {status}, "));
        }
        let release = statement.release();
        let days = [release.initial_release.date, release.security_support_until.date].into_iter().flatten();
        for day in days.chain([Date::MIN, Date::MAX, Date::from_unix_seconds(4_102_444_800)]) {
            let (support, answer) = (statement.security_support_on(feature, day), Answer::on(statement, feature, day));
            self.add(format_args!("{day}: {support}, {:x}, ", answer.granted));
        }
        Ok(())
    }
}

impl Write for Checksum<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}

impl fmt::Display for Walk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { releases, answers, checksum } = self;
        write!(f, "{} features, {releases} releases, {answers} statuses, CRC-32 {checksum:08x}", Feature::COUNT)
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count => f.write_str("the constants are not the set's features and releases, in their order"),
            Self::Requirement(text) => write!(f, "\"{text}\" is not read as the requirement that it stands for"),
            Self::Version(statement) => write!(f, "{statement:?} is not the statement for its own version"),
            Self::Status(statement, feature) => {
                write!(f, "{statement:?} does not say the same of \"{feature}\" by constant, name, key and iteration")
            }
            Self::Answer(statement, feature) => {
                write!(
                    f,
                    "{statement:?} does not grant the same of \"{feature}\" at compile time, run time and on a day"
                )
            }
        }
    }
}
