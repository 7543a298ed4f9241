//! A day, as the section Release Support writes it.

use crate::text::{Phrase, leading_small_number};
use core::fmt;

const SECONDS_IN_DAY: i64 = 86_400;
/// 0000-01-01 and 9999-12-31, in days since 1970-01-01.
const FIRST_DAY: i64 = -719_528;
const LAST_DAY: i64 = 2_932_896;
const DAYS_IN_400_YEARS: u32 = 146_097;
const DAYS_IN_100_YEARS: u32 = 36_524;
const DAYS_IN_4_YEARS: u32 = 1_461;
/// The days of January and February of the year 0.
const DAYS_BEFORE_MARCH: u32 = 60;

/// A day of the Gregorian calendar, from 0000-01-01 to 9999-12-31. An earlier day is less than a later one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day: 0000-01-01.
    pub const MIN: Self = Self { year: 0, month: 1, day: 1 };

    /// The last day: 9999-12-31.
    pub const MAX: Self = Self { year: 9999, month: 12, day: 31 };

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
        Self::of(text.as_bytes())
    }

    /// The same, of bytes.
    pub(super) const fn of(text: &[u8]) -> Option<Self> {
        if text.len() != "YYYY-MM-DD".len() || text[4] != b'-' || text[7] != b'-' {
            return None;
        }
        let Some((year, [_, rest @ ..])) = leading_small_number(text) else {
            return None;
        };
        let Some((month, [_, rest @ ..])) = leading_small_number(rest) else {
            return None;
        };
        let Some((day, [])) = leading_small_number(rest) else {
            return None;
        };
        #[expect(clippy::cast_possible_truncation, reason = "there is room for two digits")]
        Self::new(year, month as u8, day as u8)
    }

    /// The day, in UTC, of a moment that is given in seconds since 1970-01-01T00:00:00Z, as clocks count them (POSIX's
    /// `time()`, Xen's `wc_sec`; leap seconds are not counted).
    ///
    /// A moment before the year 0 is on 0000-01-01, and one after the year 9999 on 9999-12-31. No release is supported
    /// on these days, so a clock that is this wrong grants nothing.
    ///
    /// ```
    /// use xen_support_data::Date;
    ///
    /// assert_eq!(Date::from_unix_seconds(1_700_092_800), Date::literal("2023-11-16"));
    /// ```
    #[must_use]
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        let days = seconds.div_euclid(SECONDS_IN_DAY);
        if days < FIRST_DAY {
            return Self { year: 0, month: 1, day: 1 };
        }
        if days > LAST_DAY {
            return Self { year: 9999, month: 12, day: 31 };
        }
        #[expect(clippy::cast_sign_loss, clippy::cast_possible_truncation, reason = "0 to 3,652,424")]
        let days = (days - FIRST_DAY) as u32 + DAYS_IN_400_YEARS - DAYS_BEFORE_MARCH;
        Self::from_days_since_march(days)
    }

    /// The day that is so many days after 1 March of the year -400.
    ///
    /// The calendar repeats every 400 years. When years begin in March, a leap day is the last day of its year, of its
    /// four years and of its 400 years; and the months, of 31, 30, 31, 30 and 31 days twice over, have 153 days in
    /// five. So each part is a division (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
    /// `civil_from_days`).
    const fn from_days_since_march(days: u32) -> Self {
        let (cycles, days) = (days / DAYS_IN_400_YEARS, days % DAYS_IN_400_YEARS);
        // The last century of the 400 years, and the last year of four, may be a day longer than the others.
        let centuries = at_most_3(days / DAYS_IN_100_YEARS);
        let days = days - centuries * DAYS_IN_100_YEARS;
        let (fours, days) = (days / DAYS_IN_4_YEARS, days % DAYS_IN_4_YEARS);
        let years = at_most_3(days / 365);
        let days = days - years * 365;
        let months = (5 * days + 2) / 153;
        let day = days - (153 * months + 2) / 5 + 1;
        let (year, month) = if months < 10 { (0, months + 3) } else { (1, months - 9) };
        let year = year + 400 * cycles + 100 * centuries + 4 * fours + years - 400;
        #[expect(clippy::cast_possible_truncation, reason = "a year to 9999, a month and a day")]
        Self { year: year as u16, month: month as u8, day: day as u8 }
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

const fn at_most_3(number: u32) -> u32 {
    if number > 3 { 3 } else { number }
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
    fn each_second_is_in_its_day() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (86_399, "1970-01-01"),
            (86_400, "1970-01-02"),
            (-86_400, "1969-12-31"),
            (-86_401, "1969-12-30"),
            (951_782_399, "2000-02-28"),
            (951_782_400, "2000-02-29"),
            (951_868_800, "2000-03-01"),
            (1_709_164_800, "2024-02-29"),
            (4_107_542_399, "2100-02-28"),
            (4_107_542_400, "2100-03-01"),
            (253_402_300_799, "9999-12-31"),
            (-62_167_219_200, "0000-01-01"),
        ] {
            assert_eq!(Date::from_unix_seconds(seconds).to_string(), day, "{seconds}");
        }
    }

    #[test]
    fn a_moment_out_of_range_is_on_the_first_or_the_last_day() {
        for (seconds, day) in [
            (253_402_300_800, "9999-12-31"),
            (i64::MAX, "9999-12-31"),
            (-62_167_219_201, "0000-01-01"),
            (i64::MIN, "0000-01-01"),
        ] {
            assert_eq!(Date::from_unix_seconds(seconds).to_string(), day, "{seconds}");
        }
    }

    #[test]
    fn every_day_of_the_calendar_follows_the_one_before() {
        // Miri takes a hundred times as long, so it gets the years around two leap days.
        let (years, [mut seconds, end]) = if cfg!(miri) {
            (1999..=2004, [915_148_800, 1_104_537_600])
        } else {
            (0..=9999, [-62_167_219_200, 253_402_300_800])
        };
        for year in years {
            for month in 1..=12 {
                for day in (1..=31).map_while(|day| Date::new(year, month, day)) {
                    assert_eq!(Date::from_unix_seconds(seconds), day);
                    seconds += 86_400;
                }
            }
        }
        assert_eq!(seconds, end);
    }

    #[test]
    fn days_are_ordered_in_time() {
        let days = ["2022-12-31", "2023-01-01", "2023-01-31", "2023-02-01"].map(|text| Date::parse(text).unwrap());
        assert!(days.is_sorted());
        assert!(days[1].is_after(days[0]) && !days[0].is_after(days[0]) && !days[2].is_after(days[3]));
    }
}
