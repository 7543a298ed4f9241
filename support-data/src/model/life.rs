//! A release's life: from `Initial-Release` to `Security-Support-Until`.

use super::date::Date;
use crate::text::{Phrase, pad};
use core::fmt;

/// Where a day lies in a release's life: whether Xen issues security fixes for the release on that day, and the date
/// that decides (SUPPORT.md, "Release Support").
///
/// The enum is closed on purpose: a further stage is a breaking change, so match it without a wildcard.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Life {
    /// The release is not out: `Initial-Release` is this later day, or no day at all, as on the pages of unstable
    /// branches.
    Unreleased(Option<Date>),
    /// The release is out, but `Security-Support-Until` is no day. So nobody promised security fixes.
    Undated,
    /// Security fixes are issued through this day, `Security-Support-Until`.
    Current(Date),
    /// Security support ended with this day, `Security-Support-Until`.
    Ended(Date),
}

impl Life {
    /// Where `day` lies between these two dates of a page, both included; `None` stands for a date that is no day.
    #[must_use]
    pub const fn new(initial_release: Option<Date>, security_support_until: Option<Date>, day: Date) -> Self {
        match (initial_release, security_support_until) {
            (None, _) => Self::Unreleased(None),
            (Some(first), _) if first.is_after(day) => Self::Unreleased(Some(first)),
            (Some(_), None) => Self::Undated,
            (Some(_), Some(last)) if day.is_after(last) => Self::Ended(last),
            (Some(_), Some(last)) => Self::Current(last),
        }
    }

    /// Whether security fixes are issued on that day.
    #[must_use]
    pub const fn is_current(self) -> bool {
        matches!(self, Self::Current(_))
    }

    pub(crate) const fn in_words(self) -> Phrase {
        let phrase = Phrase::new();
        match self {
            Self::Unreleased(None) => phrase.push("not released"),
            Self::Unreleased(Some(first)) => phrase.push("not released before ").push(first.in_words().as_str()),
            Self::Undated => phrase.push("no day is named until which it lasts"),
            Self::Current(last) => phrase.push("through ").push(last.in_words().as_str()),
            Self::Ended(last) => phrase.push("ended ").push(last.in_words().as_str()),
        }
    }
}

/// `through 2028-11-16`, `ended 2023-07-24`, `not released`, `not released before 2026-07-30`.
impl fmt::Display for Life {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &[self.in_words().as_str()])
    }
}

/// The days of a release's life, in a few bytes, to compare a day with; for generated code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[doc(hidden)]
pub struct Lifetime {
    first: Date,
    last: Date,
}

impl Lifetime {
    /// The life between these two dates of a page. It has no day at all if one of them is no day.
    #[must_use]
    pub const fn new(initial_release: &str, security_support_until: &str) -> Self {
        match (Date::parse(initial_release), Date::parse(security_support_until)) {
            (Some(first), Some(last)) => Self { first, last },
            (None, _) | (_, None) => Self { first: Date::MAX, last: Date::MIN },
        }
    }

    /// Whether the day is one of it.
    #[inline]
    #[must_use]
    pub(crate) const fn covers(self, day: Date) -> bool {
        !self.first.is_after(day) && !day.is_after(self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Life, Lifetime};

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn each_day_of_a_release_lies_before_in_or_after_its_life() {
        let (first, last) = ("2020-07-24", "2023-07-24");
        for (on, life, words) in [
            ("2020-07-23", Life::Unreleased(Some(day(first))), "not released before 2020-07-24"),
            (first, Life::Current(day(last)), "through 2023-07-24"),
            (last, Life::Current(day(last)), "through 2023-07-24"),
            ("2023-07-25", Life::Ended(day(last)), "ended 2023-07-24"),
        ] {
            assert_eq!(Life::new(Some(day(first)), Some(day(last)), day(on)), life);
            assert_eq!(Lifetime::new(first, last).covers(day(on)), life.is_current());
            assert_eq!(life.to_string(), words);
        }
    }

    #[test]
    fn a_date_that_is_no_day_leaves_no_day_on_which_fixes_are_issued() {
        let on = day("2022-01-01");
        for (dates, life) in [
            (["n/a", "2023-07-24"], Life::Unreleased(None)),
            (["n/a", "TBD"], Life::Unreleased(None)),
            (["2020-07-24", "TBD"], Life::Undated),
            (["2022-01-02", "TBD"], Life::Unreleased(Some(day("2022-01-02")))),
        ] {
            let [first, last] = dates.map(Date::parse);
            assert_eq!(Life::new(first, last, on), life);
            let lifetime = Lifetime::new(dates[0], dates[1]);
            assert!(![on, Date::MIN, Date::MAX].map(|day| lifetime.covers(day)).contains(&true));
        }
        assert_eq!(Life::Unreleased(None).to_string(), "not released");
        assert_eq!(Life::Undated.to_string(), "no day is named until which it lasts");
    }
}
