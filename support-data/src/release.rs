//! What the Release Support section says of a release.

use crate::{Date, Requirement, Version, explain};

/// A date of the Release Support section: a day, or the words that stand in its place.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ReleaseDate {
    /// The value as the document writes it: `2023-11-16`, `n/a`, `TBD`, or a sentence.
    pub text: &'static str,
    /// The day, where the value is one.
    pub date: Option<Date>,
}

/// What a document's Release Support section says: the version and how long it is supported.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Release {
    /// `Xen-Version`.
    pub version: Version,
    /// `Xen-Version` as the document writes it.
    pub version_text: &'static str,
    /// `Initial-Release`.
    pub initial_release: ReleaseDate,
    /// `Supported-Until`: the last day on which bugs are fixed.
    pub supported_until: ReleaseDate,
    /// `Security-Support-Until`: the last day on which security fixes are issued.
    pub security_support_until: ReleaseDate,
    /// The link under `Release Notes`, or an empty string.
    pub release_notes: &'static str,
    /// The official page of this release's SUPPORT.md, as Xen's `docs/support-matrix-generate` names it:
    /// `https://xenbits.xen.org/docs/4.18-testing/SUPPORT.html`, and `…/docs/unstable/SUPPORT.html` for an
    /// unstable version. The latter follows the development branch, so it moves on. `None` for documents that are not
    /// the Xen Project's own.
    pub page: Option<&'static str>,
}

impl Release {
    /// Whether the release is supported (bugs are fixed) on that day: not before its initial release, and up
    /// to and including its `Supported-Until`. A date that is not given as a day grants nothing.
    #[inline]
    #[must_use]
    pub const fn supported_on(&self, day: Date) -> bool {
        covers(self.initial_release, self.supported_until, day)
    }

    /// Demands, in const evaluation, that the release is supported through that day: see
    /// [`supported_on`](Self::supported_on).
    ///
    /// # Panics
    ///
    /// When it is not; in const evaluation that is a compile error, and the message says why.
    #[track_caller]
    pub const fn require_supported_through(&self, day: Date) {
        if !self.supported_on(day) {
            panic!("{}", explain::does_not_last(self, Requirement::Supported, day).as_str())
        }
    }

    /// Demands, in const evaluation, that the release is security supported through that day: see
    /// [`security_supported_on`](Self::security_supported_on).
    ///
    /// # Panics
    ///
    /// When it is not; in const evaluation that is a compile error, and the message says why.
    #[track_caller]
    pub const fn require_security_supported_through(&self, day: Date) {
        if !self.security_supported_on(day) {
            panic!("{}", explain::does_not_last(self, Requirement::SecuritySupported, day).as_str())
        }
    }

    /// Whether the release is security supported (security fixes are issued) on that day: not before its
    /// initial release, and up to and including its `Security-Support-Until`. A date that is not given as a
    /// day grants nothing.
    #[inline]
    #[must_use]
    pub const fn security_supported_on(&self, day: Date) -> bool {
        covers(self.initial_release, self.security_support_until, day)
    }
}

/// Whether `day` lies between the two, both included.
const fn covers(from: ReleaseDate, until: ReleaseDate, day: Date) -> bool {
    match (from.date, until.date) {
        (Some(from), Some(until)) => !from.is_after(day) && !day.is_after(until),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Release, ReleaseDate};
    use crate::{Date, Requirement, Version, explain};

    const fn date(text: &'static str) -> ReleaseDate {
        ReleaseDate { text, date: Date::parse(text) }
    }

    const RELEASE: Release = Release {
        version: Version::new(4, 18),
        version_text: "4.18",
        initial_release: date("2023-11-16"),
        supported_until: date("2025-05-16"),
        security_support_until: date("2028-11-16"),
        release_notes: "",
        page: None,
    };

    #[test]
    fn support_lasts_through_the_last_day() {
        let on = |text| Date::parse(text).unwrap();
        assert!(!RELEASE.supported_on(on("2023-11-15")));
        assert!(RELEASE.supported_on(on("2023-11-16")));
        assert!(RELEASE.supported_on(on("2025-05-16")));
        assert!(!RELEASE.supported_on(on("2025-05-17")));
        assert!(RELEASE.security_supported_on(on("2025-05-17")));
        assert!(RELEASE.security_supported_on(on("2028-11-16")));
        assert!(!RELEASE.security_supported_on(on("2028-11-17")));
    }

    #[test]
    fn a_date_that_is_no_day_grants_nothing() {
        let day = Date::parse("2024-01-01").unwrap();
        let unreleased = Release { initial_release: date("n/a"), ..RELEASE };
        let undecided = Release { supported_until: date("TBD"), security_support_until: date("TBD"), ..RELEASE };
        for release in [unreleased, undecided] {
            assert!(!release.supported_on(day) && !release.security_supported_on(day));
        }
        let message = explain::does_not_last(&undecided, Requirement::Supported, day);
        assert!(message.as_str().contains("\n  Supported-Until is \"TBD\", which is no day\n"), "{}", message.as_str());
    }
}
