//! Requirements in code: what is added to a requirement's constant.

use super::refusal;
use crate::model::{Amount, Clash, Clause, Date, Requirement};
use crate::text::Message;

impl Requirement {
    /// The same, for this amount: it must be within the limit, if the status has one ("Supported up to 12 TiB").
    ///
    /// # Panics
    ///
    /// If the requirement has an amount already; in const evaluation that is a compile error.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn up_to(self, amount: Amount) -> Self {
        self.and(Clause::UpTo(amount), "up to")
    }

    /// The same, or security supported under conditions ("with caveats") that the caller has read and meets.
    ///
    /// # Panics
    ///
    /// If the requirement is not about security support, or names its terms already; in const evaluation that is a
    /// compile error.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn with_caveats(self) -> Self {
        self.and(Clause::WithCaveats, "with caveats")
    }

    /// The same, or security supported by the project that the feature belongs to ("security support external").
    ///
    /// # Panics
    ///
    /// As [`with_caveats`](Self::with_caveats).
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn by_anyone(self) -> Self {
        self.and(Clause::ByAnyone, "by anyone")
    }

    /// The same, where nothing stands beside the status either: no caveats, no exceptions, no prose of the section
    /// and no description that speaks of security ([`Beside`](crate::Beside)).
    ///
    /// # Panics
    ///
    /// As [`with_caveats`](Self::with_caveats).
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn unconditionally(self) -> Self {
        self.and(Clause::Unconditionally, "unconditionally")
    }

    /// The same, from the day in question through this day.
    ///
    /// # Panics
    ///
    /// If the requirement is not about security support, or speaks of dates already; in const evaluation that is a
    /// compile error.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn through(self, day: Date) -> Self {
        self.and(Clause::Through(day), "through")
    }

    /// The same, whether the release is security supported at the time or not: for those who develop on an unstable
    /// branch, or maintain one that has ended. The page alone is asked.
    ///
    /// # Panics
    ///
    /// As [`through`](Self::through).
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn regardless_of_dates(self) -> Self {
        self.and(Clause::RegardlessOfDates, "regardless of dates")
    }

    #[inline]
    #[track_caller]
    const fn and(self, clause: Clause, words: &str) -> Self {
        match self.with(clause) {
            Ok(requirement) => requirement,
            Err(clash) => self.refuse(words, clash),
        }
    }

    #[cold]
    #[track_caller]
    const fn refuse(self, words: &str, clash: Clash) -> ! {
        let requirement = self.in_words();
        let facts = [("words", words), ("requirement", requirement.as_str()), ("reason", clash.reason())];
        panic!("{}", Message::new().fill(refusal::OUT_OF_PLACE, &facts).as_str())
    }
}
