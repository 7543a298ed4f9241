//! `FromStr` for versions, days, amounts and features, and what is wrong with a text that is none.

use super::amount::Amount;
use super::date::Date;
use super::feature::Feature;
use super::set::Set;
use super::version::Version;
use crate::text::pad;
use core::fmt;
use core::str::FromStr;

/// `FromStr` as the function `parse` of the type, with an error that says what is expected.
macro_rules! from_str {
    ($($type:ty, $error:ident: $what:literal, $message:literal;)+) => {$(
        #[doc = concat!("The error of reading ", $what, " from a text that is none.")]
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[non_exhaustive]
        pub struct $error;

        impl fmt::Display for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad($message)
            }
        }

        impl core::error::Error for $error {}

        impl FromStr for $type {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text).ok_or($error)
            }
        }
    )+};
}

from_str! {
    Version, ParseVersionError: "a version", "not a version of Xen, such as 4.18, 4.18.3-pre or 4.18-unstable";
    Date, ParseDateError: "a day", "not a day of the calendar, such as 2026-08-20";
    Amount, ParseAmountError: "an amount", "not an amount, such as 128, 1023 bytes or 8 TiB";
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
                let [title, separator, implementation] = nearest.name_parts();
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
