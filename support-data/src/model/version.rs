//! The version of Xen that a statement is for.

use crate::text::{Phrase, has_word, leading_small_number, pad};
use core::fmt;

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

impl Stage {
    pub(crate) const fn in_words(self) -> &'static str {
        match self {
            Self::Unstable => "unstable",
            Self::Candidate => "candidate",
            Self::Release => "release",
        }
    }
}

/// `unstable`, `candidate`, `release`.
impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.in_words())
    }
}

/// A version of Xen: the two numbers of a branch, the point release if one is named, and how far it has come.
///
/// Point releases (`4.18.3`) share their branch's SUPPORT.md: [`branch`](Self::branch) leaves the point release out. Versions
/// are ordered as they appear in time, and a branch stands before its point releases:
/// `4.18-unstable < 4.18-rc < 4.18 < 4.18.0 < 4.18.1-pre < 4.18.1-rc < 4.18.1 < 4.19-unstable`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub struct Version {
    /// The first number, `XEN_VERSION` in Xen's Makefile.
    pub major: u16,
    /// The second number, `XEN_SUBVERSION` in Xen's Makefile.
    pub minor: u16,
    /// The number of the point release: 3 of `4.18.3`; `None` if none is named. Before a branch's release it is `None`.
    pub point: Option<u16>,
    /// How far the branch has come, or the point release if one is named: `4.18.3-pre` is [`Stage::Unstable`], and its branch
    /// is released.
    pub stage: Stage,
}

impl Version {
    /// The release `major.minor`.
    #[must_use]
    pub const fn new(major: u16, minor: u16) -> Self {
        Self { major, minor, point: None, stage: Stage::Release }
    }

    /// The point release of this number on the same branch.
    #[must_use]
    pub const fn with_point(self, point: u16) -> Self {
        Self { point: Some(point), stage: Stage::Release, ..self }
    }

    /// The same without the point release: the branch, whose page is the point release's, too.
    #[must_use]
    pub const fn branch(self) -> Self {
        match self.point {
            Some(_) => Self::new(self.major, self.minor),
            None => self,
        }
    }

    /// The same branch at another stage.
    #[must_use]
    pub const fn at(self, stage: Stage) -> Self {
        Self { stage, ..self }
    }

    /// Reads a version as Xen writes it: `4.18`, `4.18-unstable`, `4.18-rc`, `4.18.3-pre`, `4.17.7 (Debian …)`.
    ///
    /// The number after a second dot is the point release. A word after the numbers that begins with "unstable" means
    /// [`Stage::Unstable`], and one that begins with "rc" means [`Stage::Candidate`], in any case; so does one that
    /// begins with "pre" behind a point release mean [`Stage::Unstable`]. Without any, it is a release if nothing follows the numbers except
    /// further numbers after dots, and then nothing, or what packagers write: text in parentheses, or text that begins with
    /// `+`, or with `_` or `-` and a digit; and after a point release, with `_`, `-` or `~` and anything.
    ///
    /// What is before point release 0 is before the branch's release: `4.18.0-rc2` is `4.18-rc`.
    ///
    /// `None` for anything else, such as `4.18.beta` or `4.18 EOL`; where a word says that it is no release (`4.18 (dev)`);
    /// and if `text` does not begin with two numbers of at most 65535, without a 0 before another digit.
    #[must_use]
    pub const fn parse(text: &str) -> Option<Self> {
        match Self::leading_branch(text.as_bytes()) {
            Some((branch, extra)) => branch.with_extra(extra),
            None => None,
        }
    }

    /// Reads the two numbers that `text` begins with, and returns what follows them.
    pub(super) const fn leading_branch(text: &[u8]) -> Option<(Self, &[u8])> {
        match version_number(text) {
            Some((major, [b'.', rest @ ..])) => match version_number(rest) {
                Some((minor, extra)) => Some((Self::new(major, minor), extra)),
                None => None,
            },
            Some(_) | None => None,
        }
    }

    /// A number of a version that stands alone; `None` if it is anything else.
    pub(super) const fn whole_number(text: &[u8]) -> Option<u16> {
        match version_number(text) {
            Some((number, [])) => Some(number),
            Some(_) | None => None,
        }
    }

    /// The version of this branch whose two numbers are followed by `extra`, `XEN_EXTRAVERSION` in Xen's Makefile, and by what
    /// packagers add.
    pub(super) const fn with_extra(self, extra: &[u8]) -> Option<Self> {
        let (mut point, mut rest) = (None, extra);
        while let [b'.', digits @ ..] = rest {
            let Some((number, after)) = version_number(digits) else {
                return None;
            };
            if point.is_none() {
                point = Some(number);
            }
            rest = after;
        }
        let stage = match rest {
            _ if has_word(rest, b"unstable") => return Some(self.at(Stage::Unstable)),
            _ if has_word(rest, b"rc") => Stage::Candidate,
            _ if says_that_it_is_no_release(rest) => return None,
            _ if has_word(rest, b"pre") => match point {
                Some(_) => Stage::Unstable,
                None => return None,
            },
            [] | [b' ', b'(', .., b')'] | [b'+', ..] | [b'_' | b'-', b'0'..=b'9', ..] => Stage::Release,
            [b'_' | b'-' | b'~', ..] if point.is_some() => Stage::Release,
            _ => return None,
        };
        match (point, stage) {
            (Some(0), Stage::Unstable | Stage::Candidate) => Some(self.at(stage)),
            _ => Some(Self { point, stage, ..self }),
        }
    }

    /// A number that is greater for a later version.
    const fn rank(self) -> u64 {
        let point = match self.point {
            None => 0,
            Some(point) => point as u64 + 1,
        };
        (self.major as u64) << 48 | (self.minor as u64) << 32 | point << 8 | self.stage as u64
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
    const WORDS: [&[u8]; 9] = [b"alpha", b"beta", b"dev", b"eol", b"end", b"master", b"next", b"not", b"staging"];
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
        let suffix = match (self.stage, self.point) {
            (Stage::Unstable, None) => "-unstable",
            (Stage::Unstable, Some(_)) => "-pre",
            (Stage::Candidate, _) => "-rc",
            (Stage::Release, _) => "",
        };
        let mut numbers = Phrase::new().number(self.major.into()).push(".").number(self.minor.into());
        if let Some(point) = self.point {
            numbers = numbers.push(".").number(point.into());
        }
        pad(f, &[numbers.as_str(), suffix])
    }
}

#[cfg(test)]
mod tests {
    use super::{Stage, Version};

    #[test]
    fn versions_are_read_as_xen_and_packagers_write_them() {
        for text in ["4.18", "4.18 (Debian 4.18.1-2)", "4.18+dfsg", "4.18_02"] {
            assert_eq!(Version::parse(text), Some(Version::new(4, 18)), "{text}");
        }
        for (text, point) in [
            ("4.18.0", 0),
            ("4.18.1 (arch)", 1),
            ("4.18.3_02-5.fc40", 3),
            ("4.18.5-1", 5),
            ("4.18.5-xs9", 5),
            ("4.18.5.1", 5),
            ("4.18.65535", 65535),
        ] {
            let version = Version::parse(text).unwrap();
            assert_eq!(version, Version::new(4, 18).with_point(point), "{text}");
            assert_eq!(version.branch(), Version::new(4, 18), "{text}");
        }
        for (text, read) in [
            ("4.18-unstable", "4.18-unstable"),
            ("4.18.0-unstable", "4.18-unstable"),
            ("4.18.2-unstable", "4.18-unstable"),
            ("4.18 Unstable", "4.18-unstable"),
            ("4.18.0-pre", "4.18-unstable"),
            ("4.14-rc", "4.14-rc"),
            ("4.18.0-rc2", "4.18-rc"),
            ("4.18.0~rc1-1", "4.18-rc"),
            ("4.18 RC1", "4.18-rc"),
            ("4.18.1-rc2", "4.18.1-rc"),
            ("4.18.3-pre", "4.18.3-pre"),
            ("4.18.3~pre1-2", "4.18.3-pre"),
            ("4.18.0-1rc2", "4.18-rc"),
            ("4.18.0_rc2", "4.18-rc"),
            ("4.18.0_pre1", "4.18-unstable"),
            ("4.18.1+pre", "4.18.1-pre"),
            ("4.18.3-preview2", "4.18.3-pre"),
        ] {
            assert_eq!(Version::parse(text).unwrap().to_string(), read, "{text}");
        }
    }

    #[test]
    fn the_branch_of_what_comes_after_its_release_is_released() {
        for (text, stage) in [
            ("4.18-unstable", Stage::Unstable),
            ("4.18.0-rc1", Stage::Candidate),
            ("4.18.0", Stage::Release),
            ("4.18.1-rc1", Stage::Release),
            ("4.18.1-pre", Stage::Release),
        ] {
            let branch = Version::parse(text).unwrap().branch();
            assert_eq!(branch, Version::new(4, 18).at(stage), "{text}");
            assert_eq!(branch.branch(), branch);
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
            "4.18-pre",
            "4.18 (pre)",
            "4.18.RC1",
            "4.18.0~beta",
            "4.18.65536",
            "4.18.01",
            "4.18-x",
        ] {
            assert_eq!(Version::parse(text), None, "{text}");
        }
        let error = "Xen".parse::<Version>().unwrap_err().to_string();
        assert_eq!(error, "not a version of Xen, such as 4.18, 4.18.3-pre or 4.18-unstable");
    }

    #[test]
    fn versions_are_ordered_in_time_and_print_what_parses() {
        let texts = [
            "4.9",
            "4.9.65535",
            "4.18-unstable",
            "4.18-rc",
            "4.18",
            "4.18.0",
            "4.18.1-pre",
            "4.18.1-rc",
            "4.18.1",
            "4.18.10",
            "4.19-unstable",
            "5.0",
        ];
        let versions = texts.map(|text| Version::parse(text).unwrap());
        assert!(versions.is_sorted());
        assert!(versions.map(Version::rank).is_sorted());
        assert_eq!(versions.map(|version| version.to_string()), texts);
    }
}
