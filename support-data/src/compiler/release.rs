//! The Release Support of a document.

use super::diagnostic::Diagnostic;
use super::document::{Document, ReleaseSupport};
use super::fragment::{RELEASE_KEYS, Spanned};
use super::key::feature_key;
use super::problem;
use super::source::Source;
use crate::{Date, Stage, Version};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// What a document's Release Support says.
#[derive(Clone, Debug)]
pub struct Release {
    /// `Xen-Version`.
    pub version: Version,
    /// `Xen-Version` as the document writes it.
    pub version_text: String,
    /// `Initial-Release`.
    pub initial_release: ReleaseDate,
    /// `Supported-Until`.
    pub supported_until: ReleaseDate,
    /// `Security-Support-Until`.
    pub security_support_until: ReleaseDate,
    /// The link under `Release Notes`.
    pub release_notes: Option<String>,
    /// Where the version stands.
    pub(super) version_span: Range<usize>,
    /// Every line of the section, and the definitions below it: key, name and value.
    pub(super) rows: Vec<[String; 3]>,
}

/// A date, or the words in its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReleaseDate {
    /// The value as the document writes it.
    pub text: String,
    /// The day, where the value is one.
    pub date: Option<Date>,
}

/// Reads a document's Release Support; `None` where it is not there or not well formed.
pub(super) fn release(source: &Source, document: &Document<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Release> {
    let Some(ReleaseSupport { heading, lines, incomplete }) = &document.release else {
        let heading = document.headings.iter().find(|heading| &*heading.title == "Release Support");
        let place = match heading {
            Some(heading) => source.place(heading.span.clone(), "no such block below"),
            None => source.place(0..0, "nowhere in this document"),
        };
        diagnostics.push(Diagnostic::new(&problem::NO_RELEASE_SUPPORT, place));
        return None;
    };
    let heading = &document.headings[*heading];
    let mut fields = Fields { source, lines, diagnostics };
    fields.check_keys(*incomplete);
    let version = fields.version();
    let [_, dates @ ..] = RELEASE_KEYS;
    let dates = dates.map(|key| fields.date(key));
    let mut notes = None;
    let mut rows: Vec<[String; 3]> = lines.iter().map(|[key, value]| row(&heading.id, key.text, value.text)).collect();
    for (term, definitions) in &heading.definitions {
        if let Some(definition) = definitions.last() {
            rows.push(row(&heading.id, &term.plain, &definition.plain));
            if term.plain == "Release Notes" {
                notes.clone_from(&definition.link);
            }
        }
    }
    let (version, version_value) = version?;
    let [initial_release, supported_until, security_support_until] = dates;
    Some(Release {
        version,
        version_text: version_value.text.to_owned(),
        version_span: version_value.span.clone(),
        initial_release: initial_release?,
        supported_until: supported_until?,
        security_support_until: security_support_until?,
        release_notes: notes,
        rows,
    })
}

fn row(heading_id: &Arc<str>, name: &str, value: &str) -> [String; 3] {
    [feature_key(heading_id, name).to_string(), name.to_owned(), value.to_owned()]
}

impl Release {
    /// The official page of this version's SUPPORT.md, as Xen's `docs/support-matrix-generate` names it. There is one for
    /// the Xen Project's own documents only.
    #[must_use]
    pub fn official_page(&self) -> String {
        let branch = match self.version.stage {
            Stage::Unstable => "unstable".to_owned(),
            Stage::Candidate | Stage::Release => format!("{}.{}-testing", self.version.major, self.version.minor),
        };
        format!("https://xenbits.xen.org/docs/{branch}/SUPPORT.html")
    }
}

struct Fields<'f, 's> {
    source: &'f Source,
    lines: &'f [[Spanned<'s>; 2]],
    diagnostics: &'f mut Vec<Diagnostic>,
}

impl<'f, 's> Fields<'f, 's> {
    /// Reports the keys that are given twice and, unless malformed lines may give them, those that are missing.
    fn check_keys(&mut self, incomplete: bool) {
        let mut seen = HashMap::new();
        for [key, _] in self.lines {
            if matches!(key.text, "Status" | "Supported") {
                let place = self.source.place(key.span.clone(), "a status does not belong here");
                self.diagnostics.push(Diagnostic::new(&problem::RELEASE_LINE, place));
            }
            let first = seen.entry(key.text).or_insert(key);
            if first.span != key.span {
                let first = self.source.place(first.span.clone(), "first given here");
                let again = self.source.place(key.span.clone(), "given again");
                let diagnostic = Diagnostic::new(&problem::RELEASE_KEY_TWICE, again).with_related(first);
                self.diagnostics.push(diagnostic);
            }
        }
        let missing: Vec<String> =
            RELEASE_KEYS.iter().filter(|key| !seen.contains_key(*key)).map(|key| format!("`{key}`")).collect();
        match self.lines.first() {
            Some([first, _]) if !missing.is_empty() && !incomplete => {
                let label = format!("no {} from here on", missing.join(", "));
                let place = self.source.place(first.span.clone(), label);
                self.diagnostics.push(Diagnostic::new(&problem::RELEASE_KEY_MISSING, place));
            }
            Some([first, _]) if first.text != RELEASE_KEYS[0] && !incomplete => {
                let place = self.source.place(first.span.clone(), "stands before `Xen-Version`");
                self.diagnostics.push(Diagnostic::new(&problem::RELEASE_LINE, place));
            }
            _ => {}
        }
    }

    fn value(&self, key: &str) -> Option<&'f Spanned<'s>> {
        self.lines.iter().find(|[name, _]| name.text == key).map(|[_, value]| value)
    }

    fn version(&mut self) -> Option<(Version, &'f Spanned<'s>)> {
        let value = self.value("Xen-Version")?;
        match Version::parse(value.text) {
            Some(version) => Some((version, value)),
            None => self.refuse(&problem::NO_VERSION, value, "not a version"),
        }
    }

    fn date(&mut self, key: &str) -> Option<ReleaseDate> {
        let value = self.value(key)?;
        let date = Date::parse(value.text);
        if date.is_none() && value.text.contains(|c: char| c.is_numeric()) {
            return self.refuse(&problem::NO_DATE, value, "not a day of the calendar");
        }
        Some(ReleaseDate { text: value.text.to_owned(), date })
    }

    fn refuse<T>(&mut self, problem: &'static problem::Problem, value: &Spanned<'_>, label: &str) -> Option<T> {
        self.diagnostics.push(Diagnostic::new(problem, self.source.place(value.span.clone(), label)));
        None
    }
}
