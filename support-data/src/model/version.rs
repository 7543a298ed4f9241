//! The version of Xen that a statement is for.

use crate::text::{Phrase, has_word, leading_small_number, pad};
use core::fmt;
use core::str::FromStr;

/// How far a branch of Xen has come, in the order of time: `4.18-unstable`, `4.18-rc`, `4.18`.
///
/// The enum is closed on purpose: a further stage is a breaking change, so match it without a wildcard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Stage {
    /// The development branch, before the release's branch is made.
    Unstable,
    /// A release candidate.
    Candidate,
    /// A release, and every point release after it.
    Release,
}

/// The version of Xen that a statement is for: the two numbers of a branch and how far it has come.
///
/// Point releases (`4.18.3`) share their branch's SUPPORT.md, so they are the same version here. Versions are ordered
/// as they appear in time: `4.18-unstable < 4.18-rc < 4.18 < 4.19-unstable`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub struct Version {
    /// The first number, `XEN_VERSION` in Xen's Makefile.
    pub major: u16,
    /// The second number, `XEN_SUBVERSION` in Xen's Makefile.
    pub minor: u16,
    /// How far the branch has come.
    pub stage: Stage,
}

impl Version {
    /// The release `major.minor`.
    #[must_use]
    pub const fn new(major: u16, minor: u16) -> Self {
        Self { major, minor, stage: Stage::Release }
    }

    /// The same branch at another stage.
    #[must_use]
    pub const fn at(self, stage: Stage) -> Self {
        Self { stage, ..self }
    }

    /// The version that the hypercall `xen_version`, command `XENVER_version`, gives:
    /// `major << 16 | minor` (Xen's `public/version.h`).
    ///
    /// The number is the same before and after the release, so the stage is always [`Stage::Release`].
    /// [`Statement::for_hypercall_version`](crate::Statement::for_hypercall_version) looks for the other stages too.
    #[must_use]
    pub const fn from_hypercall(number: u32) -> Self {
        let [major_high, major_low, minor_high, minor_low] = number.to_be_bytes();
        Self::new(u16::from_be_bytes([major_high, major_low]), u16::from_be_bytes([minor_high, minor_low]))
    }

    /// Reads a version as Xen writes it: `4.18`, `4.18-unstable`, `4.18-rc`, `4.18.3-pre`, `4.17.7 (Debian …)`.
    ///
    /// A word after the two numbers that begins with "unstable" means [`Stage::Unstable`], and one that begins with "rc"
    /// means [`Stage::Candidate`], in any case. Without either, it is a release if nothing follows the numbers except
    /// further numbers after dots, and then nothing, or what packagers write: text in parentheses, or text that begins with
    /// `+`, or with `_` or `-` and a digit; and after a point release, with `_`, `-` or `~` and anything, as `-pre`.
    ///
    /// `None` for anything else, such as `4.18.beta` or `4.18 EOL`; where a word says that it is no release (`4.18 (dev)`);
    /// and if `text` does not begin with two numbers of at most 65535, without a 0 before another digit.
    #[must_use]
    pub const fn parse(text: &str) -> Option<Self> {
        let Some((major, [b'.', rest @ ..])) = version_number(text.as_bytes()) else {
            return None;
        };
        let Some((minor, mut rest)) = version_number(rest) else {
            return None;
        };
        let mut is_point_release = false;
        while let [b'.', digits @ ..] = rest {
            let Some((_, after)) = version_number(digits) else {
                return None;
            };
            (rest, is_point_release) = (after, true);
        }
        let stage = match rest {
            _ if has_word(rest, b"unstable") => Stage::Unstable,
            _ if has_word(rest, b"rc") => Stage::Candidate,
            _ if says_that_it_is_no_release(rest) => return None,
            [] | [b' ', b'(', .., b')'] | [b'+', ..] | [b'_' | b'-', b'0'..=b'9', ..] => Stage::Release,
            [b'_' | b'-' | b'~', ..] if is_point_release => Stage::Release,
            _ => return None,
        };
        Some(Self { major, minor, stage })
    }

    /// A number that is greater for a later version.
    const fn rank(self) -> u64 {
        (self.major as u64) << 24 | (self.minor as u64) << 8 | self.stage as u64
    }

    /// Whether both are the same version: what `==` says, as a `const fn`.
    #[must_use]
    pub const fn equals(self, other: Self) -> bool {
        self.rank() == other.rank()
    }
}

/// Reads the number that `text` starts with, and what follows it. Several digits do not begin with 0.
const fn version_number(text: &[u8]) -> Option<(u16, &[u8])> {
    match text {
        [b'0', b'0'..=b'9', ..] => None,
        _ => leading_small_number(text),
    }
}

/// Whether a word of `text` says that this is not, or no longer, a release.
const fn says_that_it_is_no_release(text: &[u8]) -> bool {
    const WORDS: [&[u8]; 10] =
        [b"alpha", b"beta", b"dev", b"eol", b"end", b"master", b"next", b"not", b"preview", b"staging"];
    let mut words = WORDS.as_slice();
    while let [word, rest @ ..] = words {
        if has_word(text, word) {
            return true;
        }
        words = rest;
    }
    false
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let suffix = match self.stage {
            Stage::Unstable => "-unstable",
            Stage::Candidate => "-rc",
            Stage::Release => "",
        };
        let numbers = Phrase::new().number(self.major.into()).push(".").number(self.minor.into());
        pad(f, &[numbers.as_str(), suffix])
    }
}

/// The error of reading a version from a text that is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ParseVersionError;

impl fmt::Display for ParseVersionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("not a version of Xen, such as 4.18, 4.18.3-pre or 4.18-unstable")
    }
}

impl core::error::Error for ParseVersionError {}

impl FromStr for Version {
    type Err = ParseVersionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text).ok_or(ParseVersionError)
    }
}

#[cfg(test)]
mod tests {
    use super::{Stage, Version};

    #[test]
    fn versions_are_read_as_xen_writes_them() {
        let release = Some(Version::new(4, 18));
        for text in [
            "4.18",
            "4.18.3-pre",
            "4.18.0",
            "4.18 (Debian 4.18.1-2)",
            "4.18.1 (arch)",
            "4.18.3_02-5.fc40",
            "4.18+dfsg",
            "4.18.5-1",
            "4.18.5-xs9",
            "4.18.5.1",
        ] {
            assert_eq!(Version::parse(text), release, "{text}");
        }
        for (text, stage) in [
            ("4.18-unstable", Stage::Unstable),
            ("4.18.0-unstable", Stage::Unstable),
            ("4.14-rc", Stage::Candidate),
            ("4.18.0-rc2", Stage::Candidate),
            ("4.18.0~rc1-1", Stage::Candidate),
            ("4.18 RC1", Stage::Candidate),
            ("4.18 Unstable", Stage::Unstable),
        ] {
            assert_eq!(Version::parse(text).unwrap().stage, stage, "{text}");
        }
    }

    #[test]
    fn what_is_no_version_is_none() {
        for text in ["", "4", "4.", ".18", "x4.18", "4.18x", "4.18-unstabl", "4.18-foo", "4.99999", "v4.18", "4 .18"] {
            assert_eq!(Version::parse(text), None, "{text}");
        }
        for text in [
            "4.018",
            "04.18",
            "4.18.beta",
            "4.18 not released",
            "4.18 EOL",
            "4.18 (EOL)",
            "4.18+dev",
            "4.18 4.19",
            "4.18.",
            "4.18 ",
            "4.18 (x",
            "4.18_x",
            "4.18.x",
            "4.18.RC1",
            "4.18.0~beta",
            "4.18-x",
        ] {
            assert_eq!(Version::parse(text), None, "{text}");
        }
        let error = "Xen".parse::<Version>().unwrap_err().to_string();
        assert_eq!(error, "not a version of Xen, such as 4.18, 4.18.3-pre or 4.18-unstable");
    }

    #[test]
    fn a_hypercall_number_holds_major_and_minor() {
        assert_eq!(Version::from_hypercall(0x0004_0011), Version::new(4, 17));
        assert_eq!(Version::from_hypercall(u32::MAX), Version::new(u16::MAX, u16::MAX));
    }

    #[test]
    fn versions_are_ordered_in_time_and_print_what_parses() {
        let texts = ["4.9", "4.18-unstable", "4.18-rc", "4.18", "4.19-unstable", "5.0"];
        let versions = texts.map(|text| Version::parse(text).unwrap());
        assert!(versions.is_sorted());
        assert!(versions.map(Version::rank).is_sorted());
        assert_eq!(versions.map(|version| version.to_string()), texts);
    }
}
