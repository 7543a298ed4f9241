//! Reads the Release Support of a document.

use crate::diagnostic::{Report, problem};
use crate::parse::document::{Document, ReleaseSupport};
use crate::parse::fragment::{RELEASE_KEYS, Spanned};
use crate::parse::markdown::Definition;
use std::collections::HashMap;
use std::ops::Range;
use xen_support_data::{Date, Life, Stage, Version};

/// What a document's Release Support says.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ParsedRelease {
    /// `Xen-Version`, or the version that the user gave the document; `None` if it is no version, such as `unstable`.
    pub version: Option<Version>,
    /// `Xen-Version` as the document writes it, or the version that the user gave the document; empty if there is none.
    pub version_text: String,
    /// `Initial-Release`; empty if the document does not say, as the next two.
    pub initial_release: ParsedReleaseDate,
    /// `Supported-Until`.
    pub supported_until: ParsedReleaseDate,
    /// `Security-Support-Until`.
    pub security_support_until: ParsedReleaseDate,
    /// The link under `Release Notes`; `None` if there is none.
    pub release_notes: Option<String>,
    /// The span of the version.
    pub(crate) version_span: Range<usize>,
}

/// A date, or the words in its place.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
#[non_exhaustive]
pub struct ParsedReleaseDate {
    /// The value as the document writes it.
    pub text: String,
    /// The day; `None` if the value is words, is no day of the calendar, or is given twice.
    pub date: Option<Date>,
}

/// Reads a document's Release Support; `None` if it is missing, which is reported, as is whatever is not well formed.
pub(crate) fn parse(document: &Document<'_>, report: &mut Report<'_>) -> Option<ParsedRelease> {
    let Some(ReleaseSupport { heading, lines, incomplete }) = &document.release else {
        let heading = document.headings.iter().find(|heading| &*heading.title == "Release Support");
        let (span, label) = match heading {
            Some(heading) => (heading.span.clone(), "no line `Xen-Version: …` in a block below"),
            None => (0..0, "no heading `# Release Support` in this document"),
        };
        report.add(&problem::NO_RELEASE_SUPPORT, span, label);
        return None;
    };
    let heading = &document.headings[*heading];
    let mut fields = Fields { lines, report };
    fields.check_keys(*incomplete);
    let version = fields.version();
    let version_span = fields.value("Xen-Version").map_or(heading.span.clone(), |value| value.span.clone());
    let version_text = match fields.report.source().version() {
        Some(version) => version.to_string(),
        None => fields.value("Xen-Version").map_or(String::new(), |value| value.text.to_owned()),
    };
    let [_, dates @ ..] = RELEASE_KEYS;
    fields.check_order(&dates);
    let dates = dates.map(|key| fields.date(key));
    let mut notes = None;
    for Definition { term, bodies, .. } in &heading.definitions {
        if let Some(definition) = bodies.last() {
            if term.plain == "Release Notes" {
                notes.clone_from(&definition.text.link);
            }
        }
    }
    let [initial_release, supported_until, security_support_until] = dates;
    Some(ParsedRelease {
        version,
        version_text,
        version_span,
        initial_release,
        supported_until,
        security_support_until,
        release_notes: notes,
    })
}

impl ParsedRelease {
    /// Where a day lies in the release's life: whether security fixes are issued on that day, and the date that decides.
    #[must_use]
    pub fn life_on(&self, day: Date) -> Life {
        Life::new(self.initial_release.date, self.security_support_until.date, day)
    }

    /// The address of this version's SUPPORT.md on the Xen Project's website, as Xen's `docs/support-matrix-generate`
    /// names it; `None` if the document says no version. Only the Xen Project's own documents have a page there, and of the
    /// unstable ones only the newest: there is one page for them all.
    #[must_use]
    pub fn url(&self) -> Option<String> {
        let version = self.version?;
        let branch = match version.stage {
            Stage::Unstable => "unstable".to_owned(),
            Stage::Candidate | Stage::Release => format!("{}.{}-testing", version.major, version.minor),
        };
        Some(format!("https://xenbits.xen.org/docs/{branch}/SUPPORT.html"))
    }
}

struct Fields<'f, 's, 'r> {
    lines: &'f [[Spanned<'s>; 2]],
    report: &'f mut Report<'r>,
}

impl<'f, 's> Fields<'f, 's, '_> {
    /// Reports keys that are given twice, and keys that are missing. The latter are not reported if there are malformed
    /// lines, which may be meant to give them.
    fn check_keys(&mut self, incomplete: bool) {
        let mut seen = HashMap::new();
        for [key, _] in self.lines {
            if matches!(key.text, "Status" | "Supported") {
                self.report.add(&problem::RELEASE_LINE, key.span.clone(), "a status does not belong here");
            }
            let first = seen.entry(key.text).or_insert(key);
            if first.span != key.span {
                let first = (first.span.clone(), "first given here");
                self.report.add_with_related(&problem::RELEASE_KEY_TWICE, (key.span.clone(), "given again"), first);
            }
        }
        let missing: Vec<String> =
            RELEASE_KEYS.iter().filter(|key| !seen.contains_key(*key)).map(|key| format!("`{key}`")).collect();
        match self.lines.first() {
            Some([first, _]) if !missing.is_empty() && !incomplete => {
                let label = format!("no {} in this block", missing.join(", "));
                self.report.add(&problem::RELEASE_KEY_MISSING, first.span.clone(), label);
            }
            Some([first, _]) if first.text != RELEASE_KEYS[0] && !incomplete => {
                self.report.add(
                    &problem::RELEASE_LINE,
                    first.span.clone(),
                    "before `Xen-Version`, which must be first",
                );
            }
            Some(_) | None => {}
        }
    }

    fn value(&self, key: &str) -> Option<&'f Spanned<'s>> {
        self.values(key).next()
    }

    /// The values of all lines with this key.
    fn values(&self, key: &str) -> impl Iterator<Item = &'f Spanned<'s>> {
        self.lines.iter().filter(move |[name, _]| name.text == key).map(|[_, value]| value)
    }

    /// The version that the user gave, or that the document says.
    fn version(&mut self) -> Option<Version> {
        let given = self.report.source().version();
        if given.is_some() {
            return given.map(Version::branch);
        }
        let value = self.value("Xen-Version")?;
        let version = Version::parse(value.text);
        if version.is_none() {
            self.report.add(&problem::NO_VERSION, value.span.clone(), "not a version");
        }
        version.filter(|_| self.values("Xen-Version").count() == 1).map(Version::branch)
    }

    /// Reports days that come before one that should be earlier. Words in place of a day have no place in the order.
    fn check_order(&mut self, keys: &[&str]) {
        let mut latest: Option<(Date, &Spanned<'_>)> = None;
        for key in keys {
            let Some(value) = self.value(key) else { continue };
            let Some(day) = Date::parse(value.text) else { continue };
            match latest {
                Some((before, at)) if day < before => {
                    let first = (at.span.clone(), "this day comes first in a release's life");
                    let second = (value.span.clone(), "an earlier day");
                    self.report.add_with_related(&problem::DATES_ORDER, second, first);
                }
                _ => latest = Some((day, value)),
            }
        }
    }

    fn date(&mut self, key: &str) -> ParsedReleaseDate {
        let Some(value) = self.value(key) else { return ParsedReleaseDate::default() };
        let date = Date::parse(value.text);
        if date.is_none() && value.text.contains(|c: char| c.is_numeric()) {
            self.report.add(&problem::NO_DATE, value.span.clone(), "not a day of the calendar");
        }
        // If several lines give it, none is believed.
        let values: Vec<&str> = self.values(key).map(|value| value.text).collect();
        ParsedReleaseDate { text: values.join(" and "), date: date.filter(|_| values.len() == 1) }
    }
}
