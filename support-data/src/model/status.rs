//! The status of a feature.

use super::grant::Grant;
use super::label::Label;
use super::level::{Level, Security};
use super::limit::Limit;
use super::set::Set;
use crate::text::pad;
use core::fmt;
use core::marker::PhantomData;
use core::num::NonZeroU8;

/// The status of a feature in a release: a handle of one byte into the tables of the set `S`.
///
/// Two statuses are equal if both their text and their meaning are.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Status<S: Set> {
    /// The number of the status, counted from 1.
    number: NonZeroU8,
    set: PhantomData<S>,
}

impl<S: Set> Status<S> {
    /// The status for a byte of a statement's table; `None` for 0, which means "not listed".
    pub(crate) const fn from_byte(byte: u8) -> Option<Self> {
        match NonZeroU8::new(byte) {
            Some(number) => Some(Self { number, set: PhantomData }),
            None => None,
        }
    }

    /// Where the status stands in the set's tables of statuses.
    pub(crate) const fn index(self) -> usize {
        self.number.get() as usize - 1
    }

    /// The status as the document writes it: `Supported, with caveats`. If the line lists formats instead of a status,
    /// this is the list ([`formats`](Self::formats)).
    #[must_use]
    pub const fn text(self) -> &'static str {
        S::STATUS_TEXTS[self.index()]
    }

    /// How far the feature has come.
    #[must_use]
    pub const fn level(self) -> Level {
        S::MEANINGS[self.index()].level
    }

    /// Who issues security fixes for the feature, as long as the release is security supported.
    ///
    /// A status does not know its release. [`Statement::security_support`](crate::Statement::security_support) has the
    /// whole answer, and [`Statement::satisfies`](crate::Statement::satisfies) asks a requirement.
    #[must_use]
    pub const fn security(self) -> Security {
        S::MEANINGS[self.index()].security
    }

    /// The label, with its definition; `None` if the status has no label ("No security support, not recommended") or is
    /// not understood.
    #[must_use]
    pub const fn label(self) -> Option<&'static Label> {
        match S::MEANINGS[self.index()].label {
            Some(label) => Some(&S::LABELS[label as usize]),
            None => None,
        }
    }

    /// How much is supported ("up to 12 TiB"); `None` if the status does not say.
    ///
    /// Cost: a load, and one more if there is a limit.
    #[inline]
    #[must_use]
    pub const fn limit(self) -> Option<Limit> {
        match S::MEANINGS[self.index()].limit {
            Some(number) => Some(S::LIMITS[number as usize]),
            None => None,
        }
    }

    /// The formats, if the line lists them (`Supported, x86: bzImage, ELF`); `None` if it does not.
    #[must_use]
    pub const fn formats(self) -> Option<&'static str> {
        if S::MEANINGS[self.index()].formats { Some(self.text()) } else { None }
    }

    /// Whether the compiler understood the text. A status that it did not understand grants nothing.
    #[must_use]
    pub const fn is_understood(self) -> bool {
        S::MEANINGS[self.index()].understood
    }

    /// What the status grants, to compare it with another.
    pub(crate) const fn grant(self) -> Grant {
        let interfaces_stay = match self.label() {
            Some(Label { tags: Some(tags), .. }) => tags.is_interface_stable(),
            Some(Label { tags: None, .. }) | None => false,
        };
        Grant::new(self.level(), self.security(), self.limit(), interfaces_stay)
    }

    /// For each status of the set, by its [`index`](Self::index), whether it grants less than this one.
    pub(crate) const fn are_less(self) -> [bool; 255] {
        let mut are_less = [false; 255];
        let grant = self.grant();
        let mut number: u8 = 1;
        while (number as usize) <= S::MEANINGS.len() {
            if let Some(other) = Self::from_byte(number) {
                are_less[other.index()] = other.grant().is_less_than(&grant);
            }
            match number.checked_add(1) {
                Some(next) => number = next,
                None => break,
            }
        }
        are_less
    }
}

impl<S: Set> fmt::Debug for Status<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Status").field(&self.text()).finish()
    }
}

/// The text of the status; `Supported: bzImage, ELF` if the line lists formats.
impl<S: Set> fmt::Display for Status<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &[if self.formats().is_some() { "Supported: " } else { "" }, self.text()])
    }
}
