//! An amount of memory, or a number of things.

use crate::text::Phrase;
use core::cmp::Ordering;
use core::fmt;

/// What an amount counts. The enum is closed on purpose: a further unit is a breaking change, so match it without a
/// wildcard.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Unit {
    /// Memory, in bytes.
    Bytes,
    /// Things, such as CPUs.
    Count,
}

impl Unit {
    pub(crate) const fn in_words(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Count => "count",
        }
    }
}

/// `bytes`, `count`.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.in_words())
    }
}

/// An amount of memory, or a number of things: what a limit is compared with.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Amount {
    /// How many bytes or things.
    pub number: u64,
    /// What is counted.
    pub unit: Unit,
}

impl Amount {
    /// A number of things, such as CPUs.
    #[must_use]
    pub const fn count(number: u64) -> Self {
        Self { number, unit: Unit::Count }
    }

    /// A number of bytes.
    #[must_use]
    pub const fn bytes(number: u64) -> Self {
        Self { number, unit: Unit::Bytes }
    }

    /// A number of KiB (1024 bytes). More than 2⁶⁴ - 1 bytes count as 2⁶⁴ - 1 bytes; the same goes for the larger
    /// units.
    #[must_use]
    pub const fn kib(number: u64) -> Self {
        Self::bytes(number.saturating_mul(1 << 10))
    }

    /// A number of MiB (1024 KiB).
    #[must_use]
    pub const fn mib(number: u64) -> Self {
        Self::bytes(number.saturating_mul(1 << 20))
    }

    /// A number of GiB (1024 MiB).
    #[must_use]
    pub const fn gib(number: u64) -> Self {
        Self::bytes(number.saturating_mul(1 << 30))
    }

    /// A number of TiB (1024 GiB).
    #[must_use]
    pub const fn tib(number: u64) -> Self {
        Self::bytes(number.saturating_mul(1 << 40))
    }

    /// As SUPPORT.md writes it, in the largest unit that leaves no fraction: `12 TiB`, `4096`.
    pub(crate) const fn in_words(self) -> Phrase {
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
        Phrase::new().number(self.number >> shift).push(unit)
    }
}

/// As SUPPORT.md writes it: `12 TiB`, `4096`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.in_words().as_str())
    }
}

/// Amounts of one unit are ordered by their numbers; those of different units have no order.
impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        if self.unit == other.unit { Some(self.number.cmp(&other.number)) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::Amount;

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
    }
}
