//! Asks every bundled statement for every feature, in every way: by constant, by name, by key and by iteration. All
//! ways must give the same answer, and the checksum of all answers must be the same on every machine.
#![no_std]
#![forbid(unsafe_code)]

use core::fmt::{self, Write};
use crc::{CRC_32_ISO_HDLC, Crc, Digest};
use xen_support::{Feature, Statement, Version};

/// A feature by its title, implementation, key and constant.
struct Named(&'static str, &'static str, &'static str, Feature);

include!(concat!(env!("OUT_DIR"), "/features.rs"));

/// The result of a walk. Its `Display` is one line, to compare with that of another machine.
pub struct Walk {
    releases: usize,
    answers: usize,
    checksum: u32,
}

/// Two ways to ask did not give the same answer.
pub enum Difference {
    /// The constants are not the catalog's features.
    Count,
    /// The statement's own version leads to another statement.
    Version(Statement),
    /// The statement does not give one status of the feature, whichever way it is asked.
    Status(Statement, Feature),
}

/// Asks for everything, and computes the checksum of the answers.
///
/// # Errors
///
/// The first difference between two ways to ask.
pub fn walk() -> Result<Walk, Difference> {
    if FEATURES.len() != Feature::COUNT || !FEATURES.iter().map(|named| named.3).eq(Feature::all()) {
        return Err(Difference::Count);
    }
    let crc = Crc::<u32>::new(&CRC_32_ISO_HDLC);
    let mut checksum = Checksum(crc.digest());
    let mut answers = 0;
    for statement in Statement::all() {
        let version = Version::parse(statement.release().version_text);
        if version.and_then(Statement::for_version) != Some(statement) {
            return Err(Difference::Version(statement));
        }
        checksum.add(format_args!("{:?}", statement.release()));
        let mut listed = statement.iter().peekable();
        for &Named(title, implementation, key, feature) in &FEATURES {
            let status = statement.status(feature);
            let iterated = listed.next_if(|(next, _)| *next == feature).map(|(_, status)| status);
            let answered = [statement.get(title, implementation), statement.get_by_key(key), iterated];
            if answered.iter().any(|answer| *answer != status) {
                return Err(Difference::Status(statement, feature));
            }
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
            Self::Count => f.write_str("the constants are not the features of the catalog, in its order"),
            Self::Version(statement) => write!(f, "{statement:?} is not the statement for its own version"),
            Self::Status(statement, feature) => {
                write!(f, "{statement:?} does not say the same of \"{feature}\" by constant, name, key and iteration")
            }
        }
    }
}
