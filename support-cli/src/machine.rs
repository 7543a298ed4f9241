//! What programs read in JSON and CSV, where people read words: limits as numbers, and a release's life with its days.

use serde::Serialize;
use xen_support_compiler::ParsedRelease;
use xen_support_data::{Date, Life, Limit, Unit};

/// A release's life, and where a day lies in it. Days are written as in `2028-11-16`.
#[derive(Serialize)]
pub(crate) struct LifeDays {
    /// `unreleased`, `undated`, `current` or `ended`.
    state: &'static str,
    /// The day that decides, if there is one.
    date: Option<String>,
    /// `Initial-Release`, if it is a day.
    first_day: Option<String>,
    /// `Supported-Until`, if it is a day.
    last_supported_day: Option<String>,
    /// `Security-Support-Until`, if it is a day.
    last_security_supported_day: Option<String>,
}

impl LifeDays {
    /// The life of a release, as of a day.
    pub(crate) fn new(release: &ParsedRelease, on: Date) -> Self {
        let (state, date) = match release.life_on(on) {
            Life::Unreleased(date) => ("unreleased", date),
            Life::Undated => ("undated", None),
            Life::Current(date) => ("current", Some(date)),
            Life::Ended(date) => ("ended", Some(date)),
        };
        let words = |date: Option<Date>| date.map(|date| date.to_string());
        Self {
            state,
            date: words(date),
            first_day: words(release.initial_release.date),
            last_supported_day: words(release.supported_until.date),
            last_security_supported_day: words(release.security_support_until.date),
        }
    }

    /// The names of [`columns`](Self::columns).
    pub(crate) const COLUMNS: [&'static str; 5] =
        ["life_state", "life_date", "first_day", "last_supported_day", "last_security_supported_day"];

    /// The same for CSV. A field is empty where there is no day.
    pub(crate) fn columns(&self) -> [String; 5] {
        let Self { state, date, first_day, last_supported_day, last_security_supported_day } = self;
        let day = |day: &Option<String>| day.clone().unwrap_or_default();
        [(*state).to_owned(), day(date), day(first_day), day(last_supported_day), day(last_security_supported_day)]
    }
}

/// A status's limit in numbers.
#[derive(Serialize)]
pub(crate) struct LimitNumbers {
    /// `bytes` or `count`.
    unit: &'static str,
    /// The largest amount that is security supported, as far as the status says.
    security_supported: u64,
    /// The largest amount that is supported; `None` if any amount is.
    supported: Option<u64>,
}

impl LimitNumbers {
    pub(crate) fn new(limit: Limit) -> Self {
        Self {
            unit: match limit.unit {
                Unit::Bytes => "bytes",
                Unit::Count => "count",
            },
            security_supported: limit.security_supported.largest(),
            supported: limit.supported.map(xen_support_data::Bound::largest),
        }
    }

    /// The names of [`columns`](Self::columns).
    pub(crate) const COLUMNS: [&'static str; 3] = ["limit_unit", "limit_security_supported", "limit_supported"];

    /// A limit for CSV. All fields are empty if there is none, and the last one is if any amount is supported.
    pub(crate) fn columns(limit: Option<&Self>) -> [String; 3] {
        limit.map_or([const { String::new() }; 3], |Self { unit, security_supported, supported }| {
            let supported = supported.map_or(String::new(), |number| number.to_string());
            [(*unit).to_owned(), security_supported.to_string(), supported]
        })
    }
}
