//! So much memory, or so many things.

use crate::text::Phrase;
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
