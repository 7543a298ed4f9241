//! How much of a thing is supported.

use crate::message::Words;
use core::fmt;

/// What an amount counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Unit {
    /// Memory, in bytes.
    Bytes,
    /// Things, such as CPUs.
    Count,
}

/// So much memory, or so many things.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Amount {
    /// How many.
    pub number: u64,
    /// Of what.
    pub unit: Unit,
}

impl Amount {
    /// So many things, such as CPUs.
    #[must_use]
    pub const fn count(number: u64) -> Self {
        Self { number, unit: Unit::Count }
    }

    /// So many bytes.
    #[must_use]
    pub const fn bytes(number: u64) -> Self {
        Self { number, unit: Unit::Bytes }
    }

    /// So many KiB; as many as fit, where that is more than 2⁶⁴ - 1 bytes. So for the larger units.
    #[must_use]
    pub const fn kib(number: u64) -> Self {
        Self::bytes(number.saturating_mul(1 << 10))
    }

    /// So many MiB.
    #[must_use]
    pub const fn mib(number: u64) -> Self {
        Self::bytes(number.saturating_mul(1 << 20))
    }

    /// So many GiB.
    #[must_use]
    pub const fn gib(number: u64) -> Self {
        Self::bytes(number.saturating_mul(1 << 30))
    }

    /// So many TiB.
    #[must_use]
    pub const fn tib(number: u64) -> Self {
        Self::bytes(number.saturating_mul(1 << 40))
    }

    /// As SUPPORT.md writes it: `12 TiB`, `4096`; in the largest unit that leaves no fraction.
    pub(crate) const fn in_words(self) -> Words {
        let (shift, unit) = match self.unit {
            Unit::Count => (0, ""),
            Unit::Bytes => match self.number.trailing_zeros() {
                64 | 0..=9 => (0, " bytes"),
                10..=19 => (10, " KiB"),
                20..=29 => (20, " MiB"),
                30..=39 => (30, " GiB"),
                _ => (40, " TiB"),
            },
        };
        Words::new().number(self.number >> shift).text(unit)
    }
}

/// As SUPPORT.md writes it: `12 TiB`, `4096`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.in_words().as_str())
    }
}

/// One end of what is granted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Bound {
    /// How much, in the limit's [`Unit`].
    pub number: u64,
    /// Whether the number itself is still granted: "up to 12 TiB" is, "less than 16 TiB" is not.
    pub inclusive: bool,
}

impl Bound {
    /// Whether this much is within the bound.
    #[inline]
    #[must_use]
    pub const fn allows(self, number: u64) -> bool {
        number < self.number || (self.inclusive && number == self.number)
    }

    /// Whether all that `other` allows is allowed.
    const fn covers(self, other: Self) -> bool {
        other.number < self.number || (other.number == self.number && (self.inclusive || !other.inclusive))
    }

    const fn in_words(self, unit: Unit) -> Words {
        let amount = Amount { number: self.number, unit };
        Words::new().text(if self.inclusive { "up to " } else { "below " }).text(amount.in_words().as_str())
    }
}

/// How much of a thing is supported: "Supported up to 8 TiB. Guests with more memory, but less than 16 TiB,
/// are supported, but not security supported."
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Limit {
    /// What the bounds count.
    pub unit: Unit,
    /// Up to where it is security supported.
    pub security_supported: Bound,
    /// Up to where it is supported; `None`: without an end.
    pub supported: Option<Bound>,
}

impl Limit {
    /// Whether this much is supported. An amount of another unit is not.
    #[inline]
    #[must_use]
    pub const fn supports(self, amount: Amount) -> bool {
        self.is_of(amount.unit)
            && match self.supported {
                Some(bound) => bound.allows(amount.number),
                None => true,
            }
    }

    /// Whether this much is security supported. An amount of another unit is not.
    #[inline]
    #[must_use]
    pub const fn security_supports(self, amount: Amount) -> bool {
        self.is_of(amount.unit) && self.security_supported.allows(amount.number)
    }

    /// Whether the limit counts in this unit.
    #[inline]
    pub(crate) const fn is_of(self, unit: Unit) -> bool {
        matches!((self.unit, unit), (Unit::Bytes, Unit::Bytes) | (Unit::Count, Unit::Count))
    }

    /// Whether all that `other` grants is granted.
    pub(crate) const fn covers(self, other: Self) -> bool {
        self.is_of(other.unit)
            && self.security_supported.covers(other.security_supported)
            && match (self.supported, other.supported) {
                (None, _) => true,
                (Some(_), None) => false,
                (Some(ours), Some(theirs)) => ours.covers(theirs),
            }
    }

    /// Up to where it is security supported: `up to 12 TiB`.
    pub(crate) const fn security_supported_in_words(self) -> Words {
        self.security_supported.in_words(self.unit)
    }

    /// Up to where it is supported: `below 16 TiB`.
    pub(crate) const fn supported_in_words(self) -> Words {
        match self.supported {
            Some(bound) => bound.in_words(self.unit),
            None => Words::new().text("without an end"),
        }
    }
}

/// Up to where it is security supported: `up to 12 TiB`.
impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.security_supported_in_words().as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{Amount, Bound, Limit, Unit};

    const TIB: u64 = 1 << 40;

    const fn up_to(number: u64) -> Bound {
        Bound { number, inclusive: true }
    }

    const fn below(number: u64) -> Bound {
        Bound { number, inclusive: false }
    }

    const MEMORY: Limit =
        Limit { unit: Unit::Bytes, security_supported: up_to(8 * TIB), supported: Some(below(16 * TIB)) };

    #[test]
    fn an_inclusive_bound_allows_its_own_number_and_an_exclusive_one_does_not() {
        assert!(MEMORY.security_supports(Amount::tib(8)) && !MEMORY.security_supports(Amount::bytes(8 * TIB + 1)));
        assert!(MEMORY.supports(Amount::bytes(16 * TIB - 1)) && !MEMORY.supports(Amount::tib(16)));
        assert!(Limit { supported: None, ..MEMORY }.supports(Amount::tib(u64::MAX)));
    }

    #[test]
    fn an_amount_of_another_unit_is_not_granted() {
        assert!(!MEMORY.supports(Amount::count(1)) && !MEMORY.security_supports(Amount::count(1)));
        let cpus = Limit { unit: Unit::Count, security_supported: up_to(128), supported: None };
        assert!(cpus.supports(Amount::count(128)) && !cpus.supports(Amount::bytes(1)));
        assert!(!cpus.covers(MEMORY) && !MEMORY.covers(cpus));
    }

    #[test]
    fn a_limit_covers_one_that_grants_no_more() {
        let open = Limit { supported: None, ..MEMORY };
        let wider = Limit { supported: Some(up_to(16 * TIB)), ..MEMORY };
        let lower = Limit { security_supported: up_to(4 * TIB), ..MEMORY };
        assert!(MEMORY.covers(MEMORY) && open.covers(MEMORY) && wider.covers(MEMORY) && MEMORY.covers(lower));
        assert!(!MEMORY.covers(open) && !MEMORY.covers(wider) && !lower.covers(MEMORY));
    }

    #[test]
    fn amounts_are_written_as_the_page_writes_them() {
        for (amount, words) in [
            (Amount::tib(12), "12 TiB"),
            (Amount::gib(12), "12 GiB"),
            (Amount::mib(1025), "1025 MiB"),
            (Amount::kib(1), "1 KiB"),
            (Amount::bytes(0), "0 bytes"),
            (Amount::bytes(1023), "1023 bytes"),
            (Amount::count(4096), "4096"),
            (Amount::tib(u64::MAX), "18446744073709551615 bytes"),
        ] {
            assert_eq!(amount.to_string(), words);
        }
        assert_eq!(MEMORY.to_string(), "up to 8 TiB");
        assert_eq!(MEMORY.supported_in_words().as_str(), "below 16 TiB");
    }
}
