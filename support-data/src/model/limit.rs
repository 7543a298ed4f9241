//! How much of a thing is supported.

use super::amount::{Amount, Unit};
use crate::text::Phrase;
use core::fmt;

/// How far something is granted: up to a number, or below it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct Bound {
    /// The number, in the limit's [`Unit`]: bytes or things.
    pub number: u64,
    /// Whether the number itself is granted: it is for "up to 12 TiB", and is not for "less than 16 TiB".
    pub inclusive: bool,
}

impl Bound {
    /// Up to that number, which is granted too; for the compiler and generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn up_to(number: u64) -> Self {
        Self { number, inclusive: true }
    }

    /// Less than that number; for the compiler and generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn below(number: u64) -> Self {
        Self { number, inclusive: false }
    }

    /// Whether this number, in the limit's unit, is within the bound.
    #[inline]
    #[must_use]
    pub const fn allows(self, number: u64) -> bool {
        number < self.number || (self.inclusive && number == self.number)
    }

    /// The largest number that is granted. "Less than 0" counts as up to 0.
    #[must_use]
    pub const fn largest(self) -> u64 {
        if self.inclusive { self.number } else { self.number.saturating_sub(1) }
    }

    /// Whether this bound allows every number that `other` allows.
    const fn covers(self, other: Self) -> bool {
        other.number < self.number || (other.number == self.number && (self.inclusive || !other.inclusive))
    }

    const fn in_words(self, unit: Unit) -> Phrase {
        let amount = Amount { number: self.number, unit };
        Phrase::new().push(if self.inclusive { "up to " } else { "below " }).push(amount.in_words().as_str())
    }
}

/// How much of a thing is supported, as in "Supported up to 8 TiB. Guests with more memory, but less than 16 TiB, are
/// supported, but not security supported."
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct Limit {
    /// What the bounds count.
    pub unit: Unit,
    /// How much is security supported.
    pub security_supported: Bound,
    /// How much is supported; `None` if any amount is.
    pub supported: Option<Bound>,
}

impl Limit {
    /// The limit with these bounds; for the compiler and generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(unit: Unit, security_supported: Bound, supported: Option<Bound>) -> Self {
        Self { unit, security_supported, supported }
    }

    /// Whether this amount is supported. An amount in another unit is not.
    #[inline]
    #[must_use]
    pub const fn supports(self, amount: Amount) -> bool {
        self.is_of(amount.unit)
            && match self.supported {
                Some(bound) => bound.allows(amount.number),
                None => true,
            }
    }

    /// Whether this amount is security supported. An amount in another unit is not.
    #[inline]
    #[must_use]
    pub const fn security_supports(self, amount: Amount) -> bool {
        self.is_of(amount.unit) && self.security_supported.allows(amount.number)
    }

    /// Whether the limit counts in this unit.
    #[inline]
    pub(crate) const fn is_of(self, unit: Unit) -> bool {
        self.unit as u8 == unit as u8
    }

    /// Whether this limit grants every amount that `other` grants.
    pub(crate) const fn covers(self, other: Self) -> bool {
        self.is_of(other.unit)
            && self.security_supported.covers(other.security_supported)
            && match (self.supported, other.supported) {
                (None, _) => true,
                (Some(_), None) => false,
                (Some(ours), Some(theirs)) => ours.covers(theirs),
            }
    }

    /// An amount that is granted: as much as is security supported.
    pub(crate) const fn example(self) -> Amount {
        Amount { number: self.security_supported.largest(), unit: self.unit }
    }

    /// How much is security supported: `up to 12 TiB`.
    pub(crate) const fn security_supported_in_words(self) -> Phrase {
        self.security_supported.in_words(self.unit)
    }

    /// How much is supported: `below 16 TiB`.
    pub(crate) const fn supported_in_words(self) -> Phrase {
        match self.supported {
            Some(bound) => bound.in_words(self.unit),
            None => Phrase::new().push("without a limit"),
        }
    }
}

/// How much is security supported: `up to 12 TiB`.
impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.security_supported_in_words().as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{Amount, Bound, Limit, Unit};

    const TIB: u64 = 1 << 40;

    const MEMORY: Limit = Limit::new(Unit::Bytes, Bound::up_to(8 * TIB), Some(Bound::below(16 * TIB)));

    #[test]
    fn an_inclusive_bound_allows_its_own_number_and_an_exclusive_one_does_not() {
        assert!(MEMORY.security_supports(Amount::tib(8)) && !MEMORY.security_supports(Amount::bytes(8 * TIB + 1)));
        assert!(MEMORY.supports(Amount::bytes(16 * TIB - 1)) && !MEMORY.supports(Amount::tib(16)));
        assert!(Limit { supported: None, ..MEMORY }.supports(Amount::tib(u64::MAX)));
    }

    #[test]
    fn an_amount_of_another_unit_is_not_granted() {
        assert!(!MEMORY.supports(Amount::count(1)) && !MEMORY.security_supports(Amount::count(1)));
        let cpus = Limit::new(Unit::Count, Bound::up_to(128), None);
        assert!(cpus.supports(Amount::count(128)) && !cpus.supports(Amount::bytes(1)));
        assert!(!cpus.covers(MEMORY) && !MEMORY.covers(cpus));
    }

    #[test]
    fn a_limit_covers_one_that_grants_no_more() {
        let open = Limit { supported: None, ..MEMORY };
        let wider = Limit { supported: Some(Bound::up_to(16 * TIB)), ..MEMORY };
        let lower = Limit { security_supported: Bound::up_to(4 * TIB), ..MEMORY };
        assert!(MEMORY.covers(MEMORY) && open.covers(MEMORY) && wider.covers(MEMORY) && MEMORY.covers(lower));
        assert!(!MEMORY.covers(open) && !MEMORY.covers(wider) && !lower.covers(MEMORY));
    }

    #[test]
    fn limits_are_written_in_words() {
        assert_eq!(MEMORY.to_string(), "up to 8 TiB");
        assert_eq!(MEMORY.supported_in_words().as_str(), "below 16 TiB");
    }
}
