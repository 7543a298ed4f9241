//! What the section Release Support says about a release.

use super::date::Date;
use super::life::Life;
use super::version::Version;
use core::fmt;

/// A date of the section Release Support: a day, or the words in its place.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct ReleaseDate {
    /// The value as the document writes it: `2023-11-16`, `n/a`, `TBD`, or a sentence.
    pub text: &'static str,
    /// The day; `None` if the value is words.
    pub date: Option<Date>,
}

impl ReleaseDate {
    /// The date that a document writes as `text`; for generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self { text, date: Date::parse(text) }
    }
}

/// What a document's section Release Support says: the version, and how long it is supported.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
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
    /// The link under `Release Notes`; empty if there is none.
    pub release_notes: &'static str,
    /// The address of this release's SUPPORT.md on the Xen Project's website, as Xen's `docs/support-matrix-generate`
    /// names it: `https://xenbits.xen.org/docs/4.18-testing/SUPPORT.html`, and `…/docs/unstable/SUPPORT.html` for the
    /// newest version, if that is unstable. `None` for an earlier unstable version, whose page is no longer there, and
    /// for documents that are not the Xen Project's own.
    pub url: Option<&'static str>,
}

impl Release {
    /// The release with this version and these dates (initial release, supported until, security support until); for
    /// generated code, which adds the rest.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        version: Version,
        version_text: &'static str,
        [initial_release, supported_until, security_support_until]: [&'static str; 3],
    ) -> Self {
        Self {
            version,
            version_text,
            initial_release: ReleaseDate::new(initial_release),
            supported_until: ReleaseDate::new(supported_until),
            security_support_until: ReleaseDate::new(security_support_until),
            release_notes: "",
            url: None,
        }
    }

    /// The same with this link under `Release Notes`; for generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_release_notes(self, release_notes: &'static str) -> Self {
        Self { release_notes, ..self }
    }

    /// The same with this address of its page; for generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_url(self, url: &'static str) -> Self {
        Self { url: Some(url), ..self }
    }

    /// Whether the release is supported (bugs are fixed) on that day: from `Initial-Release` to `Supported-Until`, both
    /// included. It is not if either of them is words instead of a day.
    #[inline]
    #[must_use]
    pub const fn supported_on(&self, day: Date) -> bool {
        covers(self.initial_release, self.supported_until, day)
    }

    /// Whether the release is security supported (security fixes are issued) on that day: from `Initial-Release` to
    /// `Security-Support-Until`, both included. It is not if either of them is words instead of a day.
    #[inline]
    #[must_use]
    pub const fn security_supported_on(&self, day: Date) -> bool {
        self.life_on(day).is_current()
    }

    /// Where a day lies in the release's life: whether security fixes are issued on that day, and the date that decides.
    #[inline]
    #[must_use]
    pub const fn life_on(&self, day: Date) -> Life {
        Life::new(self.initial_release.date, self.security_support_until.date, day)
    }
}

/// The version as the document writes it: `4.18`.
impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.version_text)
    }
}

/// The date as the document writes it.
impl fmt::Display for ReleaseDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text)
    }
}

/// Whether `day` lies between the two dates, both included.
const fn covers(from: ReleaseDate, until: ReleaseDate, day: Date) -> bool {
    match (from.date, until.date) {
        (Some(from), Some(until)) => !from.is_after(day) && !day.is_after(until),
        (None, _) | (_, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Release, Version};

    const fn release(dates: [&'static str; 3]) -> Release {
        Release::new(Version::new(4, 18), "4.18", dates)
    }

    fn on(day: &str) -> Date {
        Date::parse(day).unwrap()
    }

    #[test]
    fn support_lasts_through_the_last_day() {
        const RELEASE: Release = release(["2023-11-16", "2025-05-16", "2028-11-16"]);
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
        let day = on("2024-01-01");
        for release in [release(["n/a", "2025-05-16", "2028-11-16"]), release(["2023-11-16", "TBD", "TBD"])] {
            assert!(!release.supported_on(day) && !release.security_supported_on(day));
        }
    }
}
