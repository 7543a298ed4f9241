//! Why a page does not grant a requirement: chooses the refusal that fits, and fills in the facts.

use super::refusal::{self, Refusal};
use crate::model::{Date, Level, Life, Limit, Requirement, Ruling, Security};
use crate::text::{Message, Phrase, pad};
use core::fmt;

/// Why something is not granted, and what to do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refused {
    reason: Message,
    help: Message,
}

/// The message of a requirement that a page does not grant: a line with the requirement, then the reason, the place and
/// what to do.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct NotGranted {
    reason: Message,
    message: Message,
}

impl NotGranted {
    /// The reason alone: `its page says "Experimental": Experimental is not security supported`.
    #[must_use]
    pub const fn reason(&self) -> &str {
        self.reason.as_str()
    }
}

/// The whole message.
impl fmt::Display for NotGranted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &[self.message.as_str()])
    }
}

impl Refused {
    pub(crate) const fn new(refusal: &Refusal, facts: &[(&str, &str)]) -> Self {
        Self { reason: Message::new().fill(refusal.reason, facts), help: Message::new().fill(refusal.help, facts) }
    }

    /// The same, where the reason is about a status.
    pub(crate) const fn of_status(status: &str, refusal: &Refusal, facts: &[(&str, &str)]) -> Self {
        let Self { reason, help } = Self::new(refusal, facts);
        let says = Message::new().fill(refusal::SAYS, &[("status", status)]);
        Self { reason: says.push(reason.as_str()), help }
    }

    /// Appends the reason, the place that it is about, and what to do. Nothing is in the whole message that a terminal would
    /// obey.
    pub(crate) const fn append_to(&self, head: &Message, place: &str) -> Message {
        let mut message = head.push("\n  ").push(self.reason.as_str());
        if !place.is_empty() {
            message = message.push("\n  ").push(place);
        }
        message.push("\n  help: ").push(self.help.as_str()).printable()
    }
}

impl Ruling<'_> {
    /// Why the page does not grant the requirement on the day, as a failed check of this release says it; `None` if it
    /// grants it.
    #[must_use]
    pub const fn refusal(&self, requirement: Requirement) -> Option<NotGranted> {
        if self.satisfies(requirement) {
            return None;
        }
        let asked = Message::new().fill(
            refusal::A_REQUIREMENT,
            &[
                ("feature", Message::new().name(self.title, self.implementation).as_str()),
                ("requirement", requirement.in_words().as_str()),
            ],
        );
        let head =
            Message::new().fill(refusal::BY_ONE_RELEASE, &[("release", self.release), ("asked", asked.as_str())]);
        let refused = self.refused(requirement);
        Some(NotGranted { reason: refused.reason, message: refused.append_to(&head, self.place) })
    }

    /// Why the page does not grant a requirement that it does not [grant](Self::satisfies).
    pub(crate) const fn refused(&self, requirement: Requirement) -> Refused {
        if let Some(refusal) = self.refusal_of_status(requirement) {
            let label = match self.label {
                Some(label) => label,
                None => self.status,
            };
            let facts = [("label", label), ("level", requirement.level_in_words()), ("granted", self.level.in_words())];
            return Refused::of_status(self.status, refusal, &facts);
        }
        if let Some(limit) = self.limit {
            if !requirement.is_within(limit) {
                return self.beyond_limit(requirement, limit);
            }
        }
        if requirement.depends_on_dates() && !self.lasts(requirement) {
            let until = ("Security-Support-Until", self.security_support_until);
            let why = NotAlive::new(self.initial_release, until, self.day, requirement.last_day());
            return why.refused(self.day, refusal::ASK_THE_PAGE_ALONE);
        }
        let words = self.beside.in_words();
        let facts = [("beside", words.as_str()), ("exceptions", self.exceptions)];
        let refusal = if self.beside.has_exceptions() { &refusal::HAS_EXCEPTIONS } else { &refusal::STANDS_BESIDE };
        Refused::of_status(self.status, refusal, &facts)
    }

    /// Why the status does not meet the requirement, whatever its limit; `None` if it does.
    const fn refusal_of_status(&self, requirement: Requirement) -> Option<&'static Refusal> {
        if !self.is_understood {
            return Some(&refusal::NOT_UNDERSTOOD);
        }
        if matches!(self.level, Level::None) {
            return Some(&refusal::ABSENT);
        }
        if requirement.is_met_by(self.level, self.security) {
            return None;
        }
        if !requirement.asks_for_security() {
            return Some(&refusal::LABEL_IS_TOO_LOW);
        }
        Some(match (self.security, self.level) {
            (Security::Conditional, _) => &refusal::CONDITIONAL,
            (Security::External, _) => &refusal::EXTERNAL,
            (Security::No | Security::Yes, Level::Supported) => &refusal::WITHOUT_SECURITY,
            (Security::No | Security::Yes, Level::None | Level::Experimental | Level::TechPreview) => {
                &refusal::LABEL_LACKS_SECURITY
            }
        })
    }

    /// Why an amount is not granted that is beyond the limit, or is not named.
    const fn beyond_limit(&self, requirement: Requirement, limit: Limit) -> Refused {
        let granted = if requirement.asks_for_security() {
            limit.security_supported_in_words()
        } else {
            limit.supported_in_words()
        };
        let (refusal, granted, amount) = match requirement.amount() {
            None => (&refusal::NAMES_NO_AMOUNT, granted, Phrase::new()),
            Some(amount) if !limit.is_of(amount.unit) => {
                (&refusal::ANOTHER_UNIT, limit.security_supported_in_words(), amount.in_words())
            }
            Some(amount) if limit.supports(amount) => (&refusal::ABOVE_SECURITY_LIMIT, granted, amount.in_words()),
            Some(amount) => (&refusal::ABOVE_LIMIT, granted, amount.in_words()),
        };
        let example = requirement.with_amount(limit.example()).in_words();
        let facts = [("limit", granted.as_str()), ("amount", amount.as_str()), ("example", example.as_str())];
        Refused::of_status(self.status, refusal, &facts)
    }
}

/// Why a release is not alive: the kind of refusal, and the date that decides, by its key and its value.
pub(crate) struct NotAlive<'p> {
    refusal: &'static Refusal,
    key: &'static str,
    value: &'p str,
}

impl<'p> NotAlive<'p> {
    /// Why support that lasts until this date, given by its key and its text, does not last from `as_of` on, through the
    /// other day if there is one.
    pub(crate) const fn new(
        initial_release: &'p str,
        (until_key, until): (&'static str, &'p str),
        as_of: Date,
        day: Option<Date>,
    ) -> Self {
        let first = Date::parse(initial_release);
        let (refusal, begins) = match (Life::new(first, Date::parse(until), as_of), first, day) {
            (Life::Unreleased(None), _, _) => (&refusal::NOT_RELEASED, true),
            (Life::Unreleased(Some(_)), _, _) => (&refusal::NOT_RELEASED_YET, true),
            (Life::Current(_), Some(first), Some(day)) if first.is_after(day) => (&refusal::NOT_RELEASED_BY, true),
            (Life::Undated, _, _) => (&refusal::NO_DATE, false),
            (Life::Ended(_), _, _) => (&refusal::ENDED, false),
            (Life::Current(_), _, _) => (&refusal::ENDS_BEFORE, false),
        };
        if begins {
            Self { refusal, key: "Initial-Release", value: initial_release }
        } else {
            Self { refusal, key: until_key, value: until }
        }
    }

    /// The same in words. `alone` is added to the help.
    pub(crate) const fn refused(&self, as_of: Date, alone: &str) -> Refused {
        let as_of = as_of.in_words();
        let facts = [("key", self.key), ("value", self.value), ("as_of", as_of.as_str()), ("alone", alone)];
        Refused::new(self.refusal, &facts)
    }
}
