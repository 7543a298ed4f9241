//! `Serialize` and `Deserialize`.
//!
//! | type | form |
//! | --- | --- |
//! | [`Version`], [`Date`], [`Amount`], [`Requirement`] | a string, as `Display` writes it and `FromStr` reads it: `"4.18.3"`, `"8 TiB"` |
//! | [`Level`], [`Security`], [`Stage`], [`Unit`] | a string, as `Display` writes it: `"tech_preview"`, `"external"` |
//! | [`Feature`] | its key, as a string: `"x86pvh--domu"` |
//! | [`Life`], [`Limit`], [`Link`], [`Loss`], [`ReleaseDate`] | a string, as `Display` writes it |
//! | [`Need`], [`Unmet`], [`Status`], [`Statement`], [`Release`], [`Label`], [`Tags`], [`SecuritySupport`], [`Beside`], [`RunningXen`] | an object, with fields named as the methods and fields of the type |
//! | [`Needs`], [`Statements`] | an array |
//!
//! The first three lines can be deserialized as well; a text that is none of their values is an error, which says what
//! is expected. The forms are part of the interface: a change of one is a breaking change.

use crate::model::{
    Amount, Beside, Date, Feature, Label, Level, Life, Limit, Link, Loss, Need, Needs, Release, ReleaseDate,
    Requirement, RunningXen, Security, SecuritySupport, Set, Stage, Statement, Statements, Status, Tags, Unit, Unmet,
    Version,
};
use core::fmt;
use core::str::FromStr;
use serde_core::de::{Deserialize, Deserializer, Error, Visitor};
use serde_core::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

/// Serializes types as strings, as their `Display` writes them.
macro_rules! as_displayed {
    ($($type:ty),+ $(,)?) => {
        $(impl Serialize for $type {
            fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
                serializer.collect_str(self)
            }
        })+
    };
}

as_displayed!(Amount, Date, Level, Life, Limit, Link, Loss, ReleaseDate, Requirement, Security, Stage, Unit, Version,);

/// Serializes types as objects of these fields.
macro_rules! as_object {
    ($([$($set:tt)*] $type:ty as $name:literal: |$this:ident| { $($field:ident: $value:expr,)+ })+) => {
        $(impl<$($set)*> Serialize for $type {
            fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
                let $this = self;
                let mut object = serializer.serialize_struct($name, [$(stringify!($field)),+].len())?;
                $(object.serialize_field(stringify!($field), &$value)?;)+
                object.end()
            }
        })+
    };
}

as_object! {
    [] Release as "Release": |release| {
        version: release.version,
        version_text: release.version_text,
        initial_release: release.initial_release,
        supported_until: release.supported_until,
        security_support_until: release.security_support_until,
        release_notes: release.release_notes,
        url: release.url,
    }
    [] Label as "Label": |label| {
        name: label.name,
        tags: label.tags,
    }
    [] Tags as "Tags": |tags| {
        functional_completeness: tags.functional_completeness,
        functional_stability: tags.functional_stability,
        interface_stability: tags.interface_stability,
        security_supported: tags.security_supported,
    }
    [] SecuritySupport as "SecuritySupport": |support| {
        security: support.security(),
        status: support.status,
        limit: support.limit,
        life: support.life,
    }
    [] Beside as "Beside": |beside| {
        caveats: beside.has_caveats(),
        exceptions: beside.has_exceptions(),
        section_prose: beside.has_section_prose(),
        security_above: beside.has_security_above(),
    }
    [] RunningXen as "RunningXen": |xen| {
        branch: xen.branch(),
        version: xen.version(),
    }
    [S: Set] Status<S> as "Status": |status| {
        text: status.text(),
        label: status.label().map(|label| label.name),
        level: status.level(),
        security: status.security(),
        limit: status.limit(),
        formats: status.formats(),
        is_understood: status.is_understood(),
    }
    [S: Set] Statement<S> as "Statement": |statement| {
        release: *statement.release(),
        file: statement.file(),
        features: Listed(*statement),
    }
    [S: Set] Need<S> as "Need": |need| {
        feature: need.feature(),
        requirement: need.requirement(),
        reason: need.reason(),
    }
    [S: Set] Unmet<S> as "Unmet": |unmet| {
        need: unmet.need,
        version: unmet.statement.version(),
        day: unmet.day,
        message: Displayed(unmet),
    }
}

/// The features that a statement lists, by key, with their statuses.
struct Listed<S: Set>(Statement<S>);

impl<S: Set> Serialize for Listed<S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        let mut map = serializer.serialize_map(Some(self.0.iter().count()))?;
        for (feature, status) in self.0 {
            map.serialize_entry(&feature, &status)?;
        }
        map.end()
    }
}

/// What `Display` writes.
struct Displayed<T>(T);

impl<T: fmt::Display> Serialize for Displayed<T> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<S: Set> Serialize for Feature<S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.serialize_str(self.key())
    }
}

impl<S: Set> Serialize for Needs<S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.collect_seq(*self)
    }
}

impl<S: Set> Serialize for Statements<'_, S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.collect_seq(*self)
    }
}

/// Reads a string by a function, of whose error people are told.
struct Text<T, E> {
    expected: &'static str,
    read: fn(&str) -> Result<T, E>,
}

impl<T, E: fmt::Display> Visitor<'_> for Text<T, E> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<D: Error>(self, text: &str) -> Result<T, D> {
        (self.read)(text).map_err(|error| D::custom(format_args!("{text:?} is {error}")))
    }
}

/// Deserializes types from strings.
macro_rules! from_text {
    ($([$($set:tt)*] $type:ty: $expected:literal, $read:expr;)+) => {
        $(impl<'de, $($set)*> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Text { expected: $expected, read: $read })
            }
        })+
    };
}

from_text! {
    [] Version: "a version of Xen", Self::from_str;
    [] Date: "a day", Self::from_str;
    [] Amount: "an amount", Self::from_str;
    [] Requirement: "a requirement", Self::from_str;
    [] Level: "a level", |text| word(text, [Self::None, Self::Experimental, Self::TechPreview, Self::Supported], Self::in_words);
    [] Security: "an answer on security support", |text| word(text, [Self::No, Self::Conditional, Self::External, Self::Yes], Self::in_words);
    [] Stage: "a stage", |text| word(text, [Self::Unstable, Self::Candidate, Self::Release], Self::in_words);
    [] Unit: "a unit", |text| word(text, [Self::Bytes, Self::Count], Self::in_words);
    [S: Set] Feature<S>: "the key of a feature", |text| Self::find_by_key(text).ok_or("not the key of a feature of any page");
}

/// The value whose word this is.
fn word<T: Copy, const COUNT: usize>(
    text: &str,
    values: [T; COUNT],
    in_words: fn(T) -> &'static str,
) -> Result<T, NoneOf<T, COUNT>> {
    values.into_iter().find(|value| in_words(*value) == text).ok_or(NoneOf { values, in_words })
}

/// That a text is none of the words for these values.
struct NoneOf<T, const COUNT: usize> {
    values: [T; COUNT],
    in_words: fn(T) -> &'static str,
}

impl<T: Copy, const COUNT: usize> fmt::Display for NoneOf<T, COUNT> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("none of")?;
        self.values.iter().try_for_each(|value| write!(f, " {:?}", (self.in_words)(*value)))
    }
}
