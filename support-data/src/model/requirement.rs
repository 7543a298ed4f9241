//! How much of a feature code relies on.

use super::amount::Amount;
use super::date::Date;
use super::level::{Level, Security};
use super::life::Lifetime;
use super::limit::Limit;
use crate::text::{Sentence, pad};
use core::fmt;

/// How much of a feature code relies on, in a release.
///
/// A requirement is made of a constant, which says how far the feature has come or that it is security supported, and of
/// what is added to it:
///
/// ```
/// use xen_support_data::{Amount, Date, Requirement};
///
/// const SMALL: Requirement = Requirement::SUPPORTED.up_to(Amount::gib(16));
/// const LARGE: Requirement = Requirement::SECURITY_SUPPORTED
///     .up_to(Amount::tib(8))
///     .with_caveats()
///     .through(Date::literal("2030-01-01"));
///
/// assert_eq!(LARGE.to_string(), "security_supported up to 8 TiB with caveats through 2030-01-01");
/// assert_eq!(LARGE.to_string().parse(), Ok(LARGE));
/// ```
///
/// Its text, in `Display`, in `FromStr`, in messages and in `xen_support::require!`, has one grammar:
///
/// ```text
/// experimental | tech_preview | supported  [up to AMOUNT]
/// security_supported  [up to AMOUNT]  [with caveats | by anyone | unconditionally]
///                     [through DAY | regardless of dates]
/// ```
///
/// The words are those of SUPPORT.md, "Definition of Status labels".
///
/// A status with a limit ("Supported up to 12 TiB") grants only so much, so it does not meet a requirement without an
/// amount. Only where the status says that more than the limit is supported, too, though not security supported, it meets
/// `experimental`, `tech_preview` and `supported` without one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Requirement {
    pub(super) grade: Grade,
    amount: Option<Amount>,
    pub(super) dates: Dates,
}

/// What is asked of the status. Each is a bit, so that a table has in one byte all that a status meets.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(u8)]
pub(super) enum Grade {
    Experimental = 1,
    TechPreview = 1 << 1,
    Supported = 1 << 2,
    /// By the Xen Project, without conditions in the status. This and what follows is about security support.
    SecuritySupported = 1 << 3,
    WithCaveats = 1 << 4,
    ByAnyone = 1 << 5,
    /// And nothing stands beside the status.
    Unconditionally = 1 << 6,
}

/// What a status of this level and security support meets: the bits of each [`Grade`].
pub(super) const fn grades_of(level: Level, security: Security) -> u8 {
    const UNCONDITIONAL: u8 = Grade::SecuritySupported as u8 | Grade::Unconditionally as u8;
    let levels = match level {
        Level::None => 0,
        Level::Experimental => Grade::Experimental as u8,
        Level::TechPreview => Grade::Experimental as u8 | Grade::TechPreview as u8,
        Level::Supported => Grade::Experimental as u8 | Grade::TechPreview as u8 | Grade::Supported as u8,
    };
    levels
        | match security {
            Security::No => 0,
            Security::Conditional => Grade::WithCaveats as u8,
            Security::External => Grade::ByAnyone as u8,
            Security::Yes => UNCONDITIONAL | Grade::WithCaveats as u8 | Grade::ByAnyone as u8,
        }
}

/// When.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Dates {
    /// On the day in question.
    Now,
    /// On the day in question, and through this one.
    Through(Date),
    Regardless,
}

/// What can be added to a requirement.
#[derive(Clone, Copy)]
pub(crate) enum Clause {
    UpTo(Amount),
    WithCaveats,
    ByAnyone,
    Unconditionally,
    Through(Date),
    RegardlessOfDates,
}

/// Why a clause cannot be added.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Clash {
    /// It says how, or until when, security fixes are issued, and the requirement does not ask for them.
    NotAboutSecurity,
    /// The requirement says such a thing already.
    SaidAlready,
}

impl Clash {
    pub(crate) const fn reason(self) -> &'static str {
        match self {
            Self::NotAboutSecurity => "it goes with `security_supported` only",
            Self::SaidAlready => "the requirement says so already, or says otherwise",
        }
    }
}

impl Requirement {
    /// The feature exists at least as an experiment: its label is Experimental or better.
    pub const EXPERIMENTAL: Self = Self::of(Grade::Experimental);

    /// The feature is functionally complete: its label is Tech Preview or better.
    pub const TECH_PREVIEW: Self = Self::of(Grade::TechPreview);

    /// The definition of the feature's label says `Security supported: Yes`. A modifier does not change that:
    /// "Supported, not security supported" is supported. Nor do the release's dates.
    pub const SUPPORTED: Self = Self::of(Grade::Supported);

    /// The Xen Project issues security fixes for the feature, without conditions, on the day in question.
    ///
    /// The day is the caller's, in `…_on(day)`; where the caller gives none, it is
    /// [`Statement::AS_OF`](crate::Statement::AS_OF).
    pub const SECURITY_SUPPORTED: Self = Self::of(Grade::SecuritySupported);

    /// What each status is compared by, without amounts and dates: how far the feature has come, then who issues
    /// security fixes for it.
    pub(super) const OF_A_STATUS: [Self; 6] = [
        Self::EXPERIMENTAL,
        Self::TECH_PREVIEW,
        Self::SUPPORTED,
        Self::SECURITY_SUPPORTED,
        Self::of(Grade::WithCaveats),
        Self::of(Grade::ByAnyone),
    ];

    const fn of(grade: Grade) -> Self {
        Self { grade, amount: None, dates: Dates::Now }
    }

    /// The requirement with this clause added.
    #[inline]
    pub(crate) const fn with(self, clause: Clause) -> Result<Self, Clash> {
        let has_no_terms = matches!(self.grade, Grade::SecuritySupported);
        match (clause, self.amount, self.dates) {
            (Clause::UpTo(amount), None, _) => Ok(Self { amount: Some(amount), ..self }),
            (Clause::UpTo(_), Some(_), _) => Err(Clash::SaidAlready),
            _ if !self.asks_for_security() => Err(Clash::NotAboutSecurity),
            (Clause::WithCaveats, ..) if has_no_terms => Ok(Self { grade: Grade::WithCaveats, ..self }),
            (Clause::ByAnyone, ..) if has_no_terms => Ok(Self { grade: Grade::ByAnyone, ..self }),
            (Clause::Unconditionally, ..) if has_no_terms => Ok(Self { grade: Grade::Unconditionally, ..self }),
            (Clause::Through(day), _, Dates::Now) => Ok(Self { dates: Dates::Through(day), ..self }),
            (Clause::RegardlessOfDates, _, Dates::Now) => Ok(Self { dates: Dates::Regardless, ..self }),
            (
                Clause::WithCaveats
                | Clause::ByAnyone
                | Clause::Unconditionally
                | Clause::Through(_)
                | Clause::RegardlessOfDates,
                ..,
            ) => Err(Clash::SaidAlready),
        }
    }

    /// The same with another amount.
    pub(crate) const fn with_amount(self, amount: Amount) -> Self {
        Self { amount: Some(amount), ..self }
    }

    /// Whether a status of this level and security support meets it, as far as that goes.
    pub(crate) const fn is_met_by(self, level: Level, security: Security) -> bool {
        grades_of(level, security) & self.grade as u8 != 0
    }

    /// Whether a status with this limit grants the amount. Without an amount, it does so only if more than the limit is
    /// granted, too.
    #[inline]
    pub(crate) const fn is_within(self, limit: Limit) -> bool {
        match (self.amount, self.asks_for_security()) {
            (Some(amount), true) => limit.security_supports(amount),
            (Some(amount), false) => limit.supports(amount),
            (None, true) => false,
            (None, false) => limit.supported.is_none(),
        }
    }

    /// The level that it asks for, in words; empty if it is about security support.
    pub(crate) const fn level_in_words(self) -> &'static str {
        match self.grade {
            Grade::Experimental => "Experimental",
            Grade::TechPreview => "Tech Preview",
            Grade::Supported => "Supported",
            Grade::SecuritySupported | Grade::WithCaveats | Grade::ByAnyone | Grade::Unconditionally => "",
        }
    }

    /// The amount that must be within the limit; `None` if the requirement names none.
    #[inline]
    pub(crate) const fn amount(self) -> Option<Amount> {
        self.amount
    }

    /// Whether the requirement is about security fixes.
    #[inline]
    pub(crate) const fn asks_for_security(self) -> bool {
        self.grade as u8 >= Grade::SecuritySupported as u8
    }

    /// Whether the release has to be security supported on the day in question.
    #[inline]
    pub(crate) const fn depends_on_dates(self) -> bool {
        self.asks_for_security() && !matches!(self.dates, Dates::Regardless)
    }

    /// The day through which the release has to be security supported; `None` if that makes no difference.
    #[inline]
    pub(crate) const fn last_day(self) -> Option<Date> {
        match self.dates {
            Dates::Through(day) => Some(day),
            Dates::Now | Dates::Regardless => None,
        }
    }

    /// Whether a release of this lifetime lives on the days that it is about: on `day`, and through the last one.
    #[inline]
    pub(crate) const fn is_covered_by(self, lifetime: Lifetime, day: Date) -> bool {
        match self.dates {
            Dates::Now => lifetime.covers(day) || !self.asks_for_security(),
            Dates::Through(last) => lifetime.covers(day) && lifetime.covers(last),
            Dates::Regardless => true,
        }
    }

    /// Whether it asks that nothing stands beside the status; for the compiler.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn is_unconditional(self) -> bool {
        matches!(self.grade, Grade::Unconditionally)
    }

    /// The requirement as its grammar writes it.
    pub(crate) const fn in_words(self) -> Sentence {
        let words = Sentence::new().push(match self.grade {
            Grade::Experimental => "experimental",
            Grade::TechPreview => "tech_preview",
            Grade::Supported => "supported",
            Grade::SecuritySupported | Grade::WithCaveats | Grade::ByAnyone | Grade::Unconditionally => {
                "security_supported"
            }
        });
        let words = match self.amount {
            Some(amount) => words.push(" up to ").push(amount.in_words().as_str()),
            None => words,
        };
        let words = words.push(match self.grade {
            Grade::Experimental | Grade::TechPreview | Grade::Supported | Grade::SecuritySupported => "",
            Grade::WithCaveats => " with caveats",
            Grade::ByAnyone => " by anyone",
            Grade::Unconditionally => " unconditionally",
        });
        match self.dates {
            Dates::Now => words,
            Dates::Through(day) => words.push(" through ").push(day.in_words().as_str()),
            Dates::Regardless => words.push(" regardless of dates"),
        }
    }
}

/// The requirement as its grammar writes it: `security_supported up to 8 TiB with caveats`.
impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &[self.in_words().as_str()])
    }
}
