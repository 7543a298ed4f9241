//! Which Xen is this? What each of a running Xen's interfaces tells of its version.

use super::set::Set;
use super::statement::Statement;
use super::version::{Stage, Version};
use crate::lookup::equal;

/// The Xen that runs, as far as one of its interfaces tells: its branch, and its version if that is told, too.
///
/// Each function reads what one interface gives, and is `None` for what that interface does not give: nothing is guessed.
/// The names of functions and files are Xen's and Linux's.
///
/// ```
/// use xen_support_data::RunningXen;
///
/// let xen = RunningXen::from_sysfs("4\n", "17\n", ".3-pre\n").unwrap();
/// assert_eq!(xen.version().unwrap().to_string(), "4.17.3-pre");
/// assert_eq!(xen.branch().to_string(), "4.17");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct RunningXen {
    /// The release of the branch.
    branch: Version,
    version: Option<Version>,
}

impl RunningXen {
    /// Of the number that the hypercall `xen_version`, command `XENVER_version`, gives: `major << 16 | minor` (Xen's
    /// `public/version.h`). CPUID gives the same in EAX of Xen's second leaf, `0x4000_0001` plus the offset at which the first
    /// was found (`public/arch-x86/cpuid.h`).
    ///
    /// It does not say whether the branch is released, so there is no [`version`](Self::version).
    #[must_use]
    pub const fn from_number(number: u32) -> Self {
        let [major_high, major_low, minor_high, minor_low] = number.to_be_bytes();
        let major = u16::from_be_bytes([major_high, major_low]);
        Self { branch: Version::new(major, u16::from_be_bytes([minor_high, minor_low])), version: None }
    }

    /// Of that number and the text that the command `XENVER_extraversion` gives, without the bytes from the first zero on:
    /// `.3`, `-unstable`.
    ///
    /// A Xen whose security policy keeps the text from a guest gives `<denied>` (`xen_deny` in Xen's `common/version.c`): then
    /// this is [`from_number`](Self::from_number).
    #[must_use]
    pub const fn from_hypercalls(number: u32, extra: &str) -> Option<Self> {
        Self::from_number(number).branch.running(extra.as_bytes())
    }

    /// Of what Linux has in the files `major`, `minor` and `extra` of `/sys/hypervisor/version/`. Each may end in a line break.
    #[must_use]
    pub const fn from_sysfs(major: &str, minor: &str, extra: &str) -> Option<Self> {
        Self::from_texts(line(major.as_bytes()), line(minor.as_bytes()), line(extra.as_bytes()))
    }

    /// Of the property `compatible` of a device tree that Xen or its toolstack made, at the root of a guest's or at the node
    /// `hypervisor`: strings with a zero byte behind each, of which one is `xen,xen-4.17` or `xen,xenvm-4.17`.
    ///
    /// It does not say whether the branch is released, so there is no [`version`](Self::version).
    #[must_use]
    pub const fn from_device_tree(compatible: &[u8]) -> Option<Self> {
        let mut found = None;
        let mut rest = compatible;
        while !rest.is_empty() {
            let (string, after) = split(rest, 0);
            rest = after;
            let numbers = match string {
                [b'x', b'e', b'n', b',', b'x', b'e', b'n', b'-', numbers @ ..]
                | [b'x', b'e', b'n', b',', b'x', b'e', b'n', b'v', b'm', b'-', numbers @ ..] => numbers,
                _ => continue,
            };
            let Some((branch, [])) = Version::leading_branch(numbers) else {
                return None;
            };
            match found {
                Some(Self { branch: other, .. }) if !branch.equals(other) => return None,
                Some(_) | None => found = Some(Self { branch, version: None }),
            }
        }
        found
    }

    /// Of what `xl info` prints: its lines `xen_major`, `xen_minor` and `xen_extra`; or, without these, `xen_version`.
    ///
    /// `None` if one of them stands there twice, or if they contradict each other.
    #[must_use]
    pub const fn from_xl_info(text: &str) -> Option<Self> {
        let (Ok(version), Ok(major), Ok(minor), Ok(extra)) = (
            value_of(text.as_bytes(), b"xen_version"),
            value_of(text.as_bytes(), b"xen_major"),
            value_of(text.as_bytes(), b"xen_minor"),
            value_of(text.as_bytes(), b"xen_extra"),
        ) else {
            return None;
        };
        let whole = match version {
            Some(version) => match Version::leading_branch(version) {
                Some((branch, extra)) => branch.running(extra),
                None => return None,
            },
            None => None,
        };
        match (major, minor, extra) {
            (None, None, None) => whole,
            (Some(major), Some(minor), Some(extra)) => match (Self::from_texts(major, minor, extra), whole) {
                (Some(parts), Some(whole)) if !parts.equals(whole) => None,
                (Some(_), None) if version.is_some() => None,
                (parts, _) => parts,
            },
            _ => None,
        }
    }

    /// Of the version of a package of Xen, as Debian, Fedora and their like write it: `4.17.3+10-g091466ba55-1~deb12u1`,
    /// `4.18.3-2.fc40`, `4.18.0~rc3-1`. An epoch before it (`1:`) is left out.
    #[must_use]
    pub const fn from_package(version: &str) -> Option<Self> {
        let version = match split(version.as_bytes(), b':') {
            (epoch, rest) if epoch.len() < version.len() && all_digits(epoch) => rest,
            (epoch, _) if epoch.len() < version.len() => return None,
            (version, _) => version,
        };
        match Version::leading_branch(version) {
            Some((branch, extra)) => branch.running(extra),
            None => None,
        }
    }

    const fn from_texts(major: &[u8], minor: &[u8], extra: &[u8]) -> Option<Self> {
        match (Version::whole_number(major), Version::whole_number(minor)) {
            (Some(major), Some(minor)) => Version::new(major, minor).running(extra),
            _ => None,
        }
    }

    /// The branch, as its release: `4.17`. Whether it is released is another matter, see [`version`](Self::version).
    #[must_use]
    pub const fn branch(self) -> Version {
        self.branch
    }

    /// The version, with its stage and point release: `4.17.3-pre`; `None` if the interface does not tell it.
    #[must_use]
    pub const fn version(self) -> Option<Version> {
        self.version
    }

    const fn equals(self, other: Self) -> bool {
        match (self.version, other.version) {
            (Some(one), Some(other)) => one.equals(other),
            (None, None) => self.branch.equals(other.branch),
            _ => false,
        }
    }
}

impl Version {
    /// The running Xen of this branch whose two numbers are followed by this text.
    const fn running(self, extra: &[u8]) -> Option<RunningXen> {
        // It would be a digit of the second number.
        if let [b'0'..=b'9', ..] = extra {
            return None;
        }
        // `xen_deny` in Xen's `common/version.c`.
        if equal(extra, b"<denied>") {
            return Some(RunningXen { branch: self, version: None });
        }
        match self.with_extra(extra) {
            Some(version) => Some(RunningXen { branch: self, version: Some(version) }),
            None => None,
        }
    }
}

impl<S: Set> Statement<S> {
    /// The statement for the Xen that runs: that of its version, if the interface tells it; `None` if the set has none.
    ///
    /// If the interface does not tell the version, nobody knows whether that Xen is released. So this is the release's statement
    /// if the set has it; if not, the release candidate's; if not, the unstable branch's. A statement that is not the
    /// release's says nothing of what the release will support: it grants no security support, and its
    /// [`life`](Self::life) says why.
    #[must_use]
    pub const fn for_running(xen: RunningXen) -> Option<Self> {
        if let Some(version) = xen.version {
            return Self::for_version(version);
        }
        if let Some(statement) = Self::for_version(xen.branch) {
            return Some(statement);
        }
        if let Some(statement) = Self::for_version(xen.branch.at(Stage::Candidate)) {
            return Some(statement);
        }
        Self::for_version(xen.branch.at(Stage::Unstable))
    }
}

/// The text up to the first byte of this kind, and what follows that byte.
const fn split(text: &[u8], byte: u8) -> (&[u8], &[u8]) {
    let mut at = 0;
    while at < text.len() {
        if text[at] == byte {
            let (before, after) = text.split_at(at);
            return (before, after.split_at(1).1);
        }
        at += 1;
    }
    (text, &[])
}

/// The text without a line break at its end.
const fn line(text: &[u8]) -> &[u8] {
    match text {
        [line @ .., b'\r', b'\n'] | [line @ .., b'\n'] => line,
        _ => text,
    }
}

const fn all_digits(text: &[u8]) -> bool {
    let mut rest = text;
    while let [byte, others @ ..] = rest {
        if !byte.is_ascii_digit() {
            return false;
        }
        rest = others;
    }
    !text.is_empty()
}

/// The value in the line `NAME : VALUE` of this name; `None` if there is no such line.
///
/// # Errors
///
/// If there are two.
const fn value_of<'t>(mut text: &'t [u8], name: &[u8]) -> Result<Option<&'t [u8]>, ()> {
    let mut found = None;
    while !text.is_empty() {
        let (line, rest) = split(text, b'\n');
        text = rest;
        let (its_name, value) = split(line, b':');
        if equal(its_name.trim_ascii(), name) && its_name.len() < line.len() {
            if found.is_some() {
                return Err(());
            }
            found = Some(value.trim_ascii());
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests;
