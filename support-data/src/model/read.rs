//! `FromStr` for days, amounts and features, and what is wrong with a text that is none.

use super::amount::Amount;
use super::date::Date;
use super::feature::Feature;
use super::set::Set;
use crate::text::pad;
use core::fmt;
use core::str::FromStr;

/// The error of reading a day from a text that is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ParseDateError;

impl fmt::Display for ParseDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("not a day of the calendar, such as 2026-08-20")
    }
}

impl core::error::Error for ParseDateError {}

/// As [`Date::parse`].
impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text).ok_or(ParseDateError)
    }
}

/// The error of reading an amount from a text that is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ParseAmountError;

impl fmt::Display for ParseAmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("not an amount, such as 128, 1023 bytes or 8 TiB")
    }
}

impl core::error::Error for ParseAmountError {}

/// As [`Amount::parse`].
impl FromStr for Amount {
    type Err = ParseAmountError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text).ok_or(ParseAmountError)
    }
}

/// The error of reading a feature from a text that names none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ParseFeatureError<S: Set> {
    /// The feature whose name is nearest; `None` if none is near.
    pub nearest: Option<Feature<S>>,
}

impl<S: Set> fmt::Display for ParseFeatureError<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = "no page has a feature of this name or key";
        match self.nearest {
            None => f.pad(text),
            Some(nearest) => {
                let (title, implementation) = (nearest.title(), nearest.implementation());
                let separator = if implementation.is_empty() { "" } else { ", " };
                pad(f, &[text, "; the nearest is ", title, separator, implementation])
            }
        }
    }
}

impl<S: Set> core::error::Error for ParseFeatureError<S> {}

/// Reads a feature by its name as `Display` writes it (`x86/PVH, domU`), or else by its key (`x86pvh--domu`).
///
/// A comma and a blank may also belong to the title or to the implementation: each is taken for what separates them, the first
/// one first.
impl<S: Set> FromStr for Feature<S> {
    type Err = ParseFeatureError<S>;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parted = || text.match_indices(", ").map(|(at, separator)| (&text[..at], &text[at + separator.len()..]));
        let mut names = [(text, "")].into_iter().chain(parted());
        let found = names.find_map(|(title, implementation)| Self::find(title, implementation));
        found.or_else(|| Self::find_by_key(text)).ok_or_else(|| {
            let (title, implementation) = parted().next().unwrap_or((text, ""));
            ParseFeatureError { nearest: Self::nearest(title, implementation) }
        })
    }
}
