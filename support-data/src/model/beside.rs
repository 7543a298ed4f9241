//! What stands beside a status, which no program can read.

use super::feature::Feature;
use super::set::{SectionProse, Set};
use super::statement::Statement;
use super::status::Status;
use crate::lookup::equal;
use crate::text::{Sentence, pad};
use core::fmt;

/// What a page says beside a feature's status. It does not change the answer, since no program can read it; whoever
/// relies on the feature has to.
///
/// The caveats are [`Statement::caveats`](crate::Statement::caveats), the exceptions
/// [`Statement::exceptions`](crate::Statement::exceptions), the section's own prose is
/// [`Statement::section_prose`](crate::Statement::section_prose), and the description
/// [`Statement::description`](crate::Statement::description).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Beside(u8);

impl Beside {
    const CAVEATS: u8 = 1;
    const EXCEPTIONS: u8 = 2;
    const SECTION_PROSE: u8 = 4;
    const SECURITY_ABOVE: u8 = 8;

    /// All there can be: of a feature beyond the end of a table, which generated tables do not have.
    const ANYTHING: Self = Self::new(true, true, true, true);

    /// What is there; for the compiler.
    #[doc(hidden)]
    #[must_use]
    #[expect(clippy::fn_params_excessive_bools, reason = "each is a bit")]
    pub const fn new(caveats: bool, exceptions: bool, section_prose: bool, security_above: bool) -> Self {
        Self(
            (caveats as u8 * Self::CAVEATS)
                | (exceptions as u8 * Self::EXCEPTIONS)
                | (section_prose as u8 * Self::SECTION_PROSE)
                | (security_above as u8 * Self::SECURITY_ABOVE),
        )
    }

    /// The byte of a table; for the compiler.
    #[doc(hidden)]
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// What the byte of a table says; for the compiler.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// Whether there is nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether prose stands below the status (SUPPORT.md, "Format and definitions").
    #[must_use]
    pub const fn has_caveats(self) -> bool {
        self.0 & Self::CAVEATS != 0
    }

    /// Whether the heading grants less to another of its implementations: `x86-64` is "Supported", but
    /// `x86-64, Xeon Phi` is "Not supported".
    #[must_use]
    pub const fn has_exceptions(self) -> bool {
        self.0 & Self::EXCEPTIONS != 0
    }

    /// Whether the section has prose of its own, above its first feature.
    #[must_use]
    pub const fn has_section_prose(self) -> bool {
        self.0 & Self::SECTION_PROSE != 0
    }

    /// Whether the description, which stands above the status, speaks of security: it has the letters "secur" in it. A
    /// description says what the feature is, and need not be read; this one may say that it is not security supported.
    #[must_use]
    pub const fn has_security_above(self) -> bool {
        self.0 & Self::SECURITY_ABOVE != 0
    }

    pub(crate) const fn in_words(self) -> Sentence {
        let mut words = Sentence::new();
        if self.has_caveats() {
            words = words.push("caveats");
        }
        if self.has_exceptions() {
            words = words.separate(", ").push("exceptions");
        }
        if self.has_section_prose() {
            words = words.separate(", ").push("prose of the section");
        }
        if self.has_security_above() {
            words = words.separate(", ").push("a description that speaks of security");
        }
        words
    }
}

/// `caveats, exceptions, prose of the section`; empty if there is nothing.
impl fmt::Display for Beside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &[self.in_words().as_str()])
    }
}

impl<S: Set> Statement<S> {
    /// What stands beside the feature's status; nothing if the document does not list the feature. Cost: one load.
    #[inline]
    #[must_use]
    pub const fn beside(self, feature: Feature<S>) -> Beside {
        let bits = S::BESIDE[self.number()];
        if feature.index() < bits.len() { Beside::from_bits(bits[feature.index()]) } else { Beside::ANYTHING }
    }

    /// The caveats of the feature's status, as the document's Markdown; empty if there are none. In the bundled
    /// documents, one line says that the page has some.
    ///
    /// They are what stands below the status (SUPPORT.md, "Format and definitions"), and belong to all implementations
    /// of the heading.
    #[must_use]
    pub const fn caveats(self, feature: Feature<S>) -> &'static str {
        self.prose(feature, 1)
    }

    /// The prose of the sections that the feature is in, as the document's Markdown: what stands below the headings above
    /// it, and the caveats of those that have a status; empty if there is none. In the bundled documents, one line says
    /// that the page has some.
    #[must_use]
    pub const fn section_prose(self, feature: Feature<S>) -> &'static str {
        self.prose(feature, 2)
    }

    /// The prose of all sections of the document, in its order. Some are about no feature in particular, and so about
    /// all: Xen's section Kconfig says which options are not security supported.
    #[must_use]
    pub const fn sections_with_prose(self) -> &'static [SectionProse] {
        self.details().sections
    }

    /// The other implementations of the feature's heading that are granted less: a lower level, or security support by
    /// others, under conditions or not at all. Cost: a walk over all features.
    pub fn exceptions(self, feature: Feature<S>) -> impl Iterator<Item = (Feature<S>, Status<S>)> {
        self.iter().filter(move |(other, _)| self.is_exception(*other, feature))
    }

    /// Whether `other` is one of the exceptions from the feature.
    pub(crate) const fn is_exception(self, other: Feature<S>, feature: Feature<S>) -> bool {
        match (self.status(other), self.status(feature)) {
            (Some(less), Some(status)) => {
                equal(other.anchor().as_bytes(), feature.anchor().as_bytes())
                    && less.grant().is_less_than(&status.grant())
            }
            (None, _) | (_, None) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Beside;

    #[test]
    fn each_part_is_told_apart_and_has_words() {
        for (parts, words) in [
            ([false; 4], ""),
            ([true, false, false, false], "caveats"),
            ([false, true, false, false], "exceptions"),
            ([false, false, true, false], "prose of the section"),
            ([false, false, false, true], "a description that speaks of security"),
            ([true; 4], "caveats, exceptions, prose of the section, a description that speaks of security"),
        ] {
            let [caveats, exceptions, section_prose, security_above] = parts;
            let beside = Beside::new(caveats, exceptions, section_prose, security_above);
            let has = [
                beside.has_caveats(),
                beside.has_exceptions(),
                beside.has_section_prose(),
                beside.has_security_above(),
            ];
            assert_eq!(has, parts);
            assert_eq!((beside.is_empty(), beside.to_string().as_str()), (words.is_empty(), words));
            assert_eq!(Beside::from_bits(beside.bits()), beside);
        }
    }
}
