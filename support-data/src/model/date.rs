//! A day, as the section Release Support writes it.

use crate::text::{Phrase, leading_number};
use core::fmt;

/// A day of the Gregorian calendar, from 0000-01-01 to 9999-12-31. An earlier day is less than a later one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day with this year (0 to 9999), month (1 to 12) and day of the month; `None` if the calendar has no such
    /// day.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        if year > 9999 || day == 0 || day > days { None } else { Some(Self { year, month, day }) }
    }

    /// Reads a day in the form `2023-11-16` (ISO 8601); `None` for anything else, blanks around it included.
    #[must_use]
    pub const fn parse(text: &str) -> Option<Self> {
        let text = text.as_bytes();
        if text.len() != "YYYY-MM-DD".len() || text[4] != b'-' || text[7] != b'-' {
            return None;
        }
        let Some((year, [_, rest @ ..])) = leading_number(text) else {
            return None;
        };
        let Some((month, [_, rest @ ..])) = leading_number(rest) else {
            return None;
        };
        let Some((day, [])) = leading_number(rest) else {
            return None;
        };
        #[expect(clippy::cast_possible_truncation, reason = "there is room for two digits")]
        Self::new(year, month as u8, day as u8)
    }

    /// The year, 0 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Whether this day comes after `other`: what `>` says, as a `const fn`.
    #[inline]
    #[must_use]
    pub const fn is_after(self, other: Self) -> bool {
        self.rank() > other.rank()
    }

    /// The day as ISO 8601 writes it.
    pub(crate) const fn in_words(self) -> Phrase {
        Phrase::new()
            .digits(self.year as u64, 4)
            .push("-")
            .digits(self.month as u64, 2)
            .push("-")
            .digits(self.day as u64, 2)
    }

    /// A number that is greater for a later day.
    const fn rank(self) -> u32 {
        (self.year as u32) << 16 | (self.month as u32) << 8 | self.day as u32
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.in_words().as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn iso_days_are_read_and_printed() {
        let day = Date::parse("2023-11-16").unwrap();
        assert_eq!((day.year(), day.month(), day.day()), (2023, 11, 16));
        for text in ["2023-11-16", "2024-02-29", "0000-01-01", "9999-12-31", "2000-02-29"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "n/a",
            "2023-02-29",
            "1900-02-29",
            "2023-13-01",
            "2023-00-01",
            "2023-01-00",
            "2023-04-31",
            "2023-1-01",
            "2023-01-1",
            "23-01-01",
            "2023/01/01",
            "2023/01-01",
            "2023-01/01",
            "2023-99-01",
            "2023-01-99",
            "2023-1x-01",
            "1-234-5-67",
            "2023-01-01 ",
            "2023-01-0x",
            "20x3-01-01",
            "202--01-01",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_ordered_in_time() {
        let days = ["2022-12-31", "2023-01-01", "2023-01-31", "2023-02-01"].map(|text| Date::parse(text).unwrap());
        assert!(days.is_sorted());
        assert!(days[1].is_after(days[0]) && !days[0].is_after(days[0]) && !days[2].is_after(days[3]));
    }
}
