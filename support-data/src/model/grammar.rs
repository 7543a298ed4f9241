//! Reads amounts and requirements as people write them.

use super::amount::Amount;
use super::date::Date;
use super::requirement::{Clash, Clause, Requirement};
use crate::lookup::equal;
use crate::text::{Phrase, leading_number, pad};
use core::fmt;
use core::str::FromStr;

/// The words of a text, which blanks separate.
#[derive(Clone, Copy)]
struct Words<'t> {
    rest: &'t [u8],
}

impl<'t> Words<'t> {
    const fn of(text: &'t str) -> Self {
        Self { rest: text.as_bytes() }.without_blanks()
    }

    const fn without_blanks(mut self) -> Self {
        while let [b' ' | b'\t', rest @ ..] = self.rest {
            self.rest = rest;
        }
        self
    }

    /// The first word, empty at the end, and the words after it.
    const fn split_first(self) -> (&'t [u8], Self) {
        let mut length = 0;
        while length < self.rest.len() && !matches!(self.rest[length], b' ' | b'\t') {
            length += 1;
        }
        let (word, rest) = self.rest.split_at(length);
        (word, Self { rest }.without_blanks())
    }

    /// The words after these, if the text begins with them.
    const fn after(self, mut expected: &[&str]) -> Option<Self> {
        let mut words = self;
        while let [first, others @ ..] = expected {
            let (word, rest) = words.split_first();
            if !equal(word, first.as_bytes()) {
                return None;
            }
            (words, expected) = (rest, others);
        }
        Some(words)
    }

    const fn is_empty(self) -> bool {
        self.rest.is_empty()
    }

    /// The amount that the text begins with, and the words after it. A unit belongs to it.
    const fn split_amount(self) -> Option<(Amount, Self)> {
        let (number, rest) = self.split_first();
        let Some((number, [])) = leading_number(number) else {
            return None;
        };
        let (unit, after_unit) = rest.split_first();
        let shift = match unit {
            b"bytes" => 0,
            b"KiB" => 10,
            b"MiB" => 20,
            b"GiB" => 30,
            b"TiB" => 40,
            _ => return Some((Amount::count(number), rest)),
        };
        match number.checked_mul(1 << shift) {
            Some(number) => Some((Amount::bytes(number), after_unit)),
            None => None,
        }
    }

    /// The day that the text begins with, and the words after it.
    const fn split_day(self) -> Option<(Date, Self)> {
        let (word, rest) = self.split_first();
        match Date::of(word) {
            Some(day) => Some((day, rest)),
            None => None,
        }
    }
}

impl Amount {
    /// Reads an amount as its `Display` writes it: `8 TiB`, `512 GiB`, `1023 bytes`, and `128` for a number of things.
    /// The units are bytes, KiB, MiB, GiB and TiB, in this case. `None` for anything else, and for 2⁶⁴ bytes and more.
    #[must_use]
    pub const fn parse(text: &str) -> Option<Self> {
        match Words::of(text).split_amount() {
            Some((amount, rest)) if rest.is_empty() => Some(amount),
            Some(_) | None => None,
        }
    }
}

impl Requirement {
    /// Reads a requirement, in the grammar that [`Requirement`] gives. Blanks may stand around and between words.
    ///
    /// # Errors
    ///
    /// If the text is not in the grammar. The error names the first word that is out of place.
    pub const fn parse(text: &str) -> Result<Self, ParseRequirementError> {
        let (grade, mut words) = Words::of(text).split_first();
        let mut requirement = match grade {
            b"experimental" => Self::EXPERIMENTAL,
            b"tech_preview" => Self::TECH_PREVIEW,
            b"supported" => Self::SUPPORTED,
            b"security_supported" => Self::SECURITY_SUPPORTED,
            _ => return Err(ParseRequirementError::at(grade, Fault::Grade)),
        };
        let mut last_place = 0;
        while !words.is_empty() {
            let (word, _) = words.split_first();
            let (place, clause, rest) = match clause(words) {
                Ok(clause) => clause,
                Err(error) => return Err(error),
            };
            if place < last_place {
                return Err(ParseRequirementError::at(word, Fault::Order));
            }
            requirement = match requirement.with(clause) {
                Ok(requirement) => requirement,
                Err(clash) => return Err(ParseRequirementError::at(word, Fault::Clash(clash))),
            };
            (last_place, words) = (place, rest);
        }
        Ok(requirement)
    }
}

/// The clause that the words begin with, its place in a requirement, and the words after it.
const fn clause(words: Words<'_>) -> Result<(u8, Clause, Words<'_>), ParseRequirementError> {
    let (word, rest) = words.split_first();
    let (place, clause, rest) = match word {
        b"up" => match rest.after(&["to"]) {
            Some(rest) => match rest.split_amount() {
                Some((amount, rest)) => (1, Clause::UpTo(amount), Some(rest)),
                None => return Err(ParseRequirementError::at(rest.split_first().0, Fault::Amount)),
            },
            None => return Err(ParseRequirementError::at(word, Fault::Word)),
        },
        b"with" => (2, Clause::WithCaveats, rest.after(&["caveats"])),
        b"by" => (2, Clause::ByAnyone, rest.after(&["anyone"])),
        b"unconditionally" => (2, Clause::Unconditionally, Some(rest)),
        b"through" => match rest.split_day() {
            Some((day, rest)) => (3, Clause::Through(day), Some(rest)),
            None => return Err(ParseRequirementError::at(rest.split_first().0, Fault::Day)),
        },
        b"regardless" => (3, Clause::RegardlessOfDates, rest.after(&["of", "dates"])),
        _ => return Err(ParseRequirementError::at(word, Fault::Word)),
    };
    match rest {
        Some(rest) => Ok((place, clause, rest)),
        None => Err(ParseRequirementError::at(word, Fault::Word)),
    }
}

/// What is wrong with a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fault {
    Grade,
    Word,
    Order,
    Amount,
    Day,
    Clash(Clash),
}

impl Fault {
    const fn reason(self) -> &'static str {
        match self {
            Self::Grade => {
                "a requirement begins with `experimental`, `tech_preview`, `supported` or `security_supported`"
            }
            Self::Word => {
                "what may follow is `up to AMOUNT`; after `security_supported` also one of `with caveats`, `by anyone` \
                 and `unconditionally`, and `through DAY` or `regardless of dates`"
            }
            Self::Order => "`up to AMOUNT` comes first, and `through DAY` or `regardless of dates` last",
            Self::Amount => "an amount is written as in `8 TiB`, `512 GiB` or `128`",
            Self::Day => "a day is written as in `2028-11-16`",
            Self::Clash(clash) => clash.reason(),
        }
    }
}

/// The error of reading a requirement from a text that is none. Its `Display` names the word that is out of place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ParseRequirementError {
    word: Phrase,
    fault: Fault,
}

impl ParseRequirementError {
    const fn at(word: &[u8], fault: Fault) -> Self {
        Self { word: Phrase::new().append(word), fault }
    }
}

impl fmt::Display for ParseRequirementError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = self.fault.reason();
        match self.word.as_str() {
            "" => pad(f, &["the requirement ends too early: ", reason]),
            word => pad(f, &["`", word, "` is out of place: ", reason]),
        }
    }
}

impl core::error::Error for ParseRequirementError {}

impl FromStr for Requirement {
    type Err = ParseRequirementError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{Amount, Date, Requirement};

    #[test]
    fn what_amounts_print_is_read_and_nothing_else() {
        for text in ["8 TiB", "512 GiB", "1 MiB", "3 KiB", "1023 bytes", "0 bytes", "0", "128", "18446744073709551615"]
        {
            assert_eq!(Amount::parse(text).unwrap().to_string(), text);
        }
        for text in
            ["", "TiB", "8TiB", "8 TB", "8 tib", "-1", "+1", "8 TiB x", "1 2", "1.5 TiB", "18446744073709551616"]
        {
            assert_eq!(Amount::parse(text), None, "{text}");
        }
        assert_eq!((Amount::parse("16777216 TiB"), Amount::parse("16777215 TiB").is_some()), (None, true));
    }

    #[test]
    fn what_requirements_print_is_read_as_the_same_requirement() {
        let terms = ["", " with caveats", " by anyone", " unconditionally"];
        let dates = ["", " through 2030-01-01", " regardless of dates"];
        let mut texts: Vec<String> = Vec::new();
        for amount in ["", " up to 8 TiB", " up to 18446744073709551615 bytes"] {
            texts.extend(["experimental", "tech_preview", "supported"].map(|grade| format!("{grade}{amount}")));
            for (terms, dates) in terms.iter().flat_map(|terms| dates.map(|dates| (terms, dates))) {
                texts.push(format!("security_supported{amount}{terms}{dates}"));
            }
        }
        for text in &texts {
            assert_eq!(text.parse::<Requirement>().unwrap().to_string(), *text);
            assert_eq!(Requirement::parse(&format!(" {}\t", text.replace(' ', "  "))), Requirement::parse(text));
        }
        let day = Date::parse("2030-01-01").unwrap();
        let built = Requirement::SECURITY_SUPPORTED.through(day).by_anyone().up_to(Amount::tib(8));
        assert_eq!(Requirement::parse("security_supported up to 8 TiB by anyone through 2030-01-01"), Ok(built));
    }

    #[test]
    fn the_word_that_is_out_of_place_is_named() {
        for (text, message) in [
            ("", "the requirement ends too early: a requirement begins with"),
            ("secure", "`secure` is out of place: a requirement begins with"),
            ("supported up", "`up` is out of place: what may follow"),
            ("supported up to", "the requirement ends too early: an amount is written"),
            ("supported up to many", "`many` is out of place: an amount"),
            ("supported up to 8 TB", "`TB` is out of place: what may follow"),
            ("supported with caveats", "`with` is out of place: it goes with `security_supported` only"),
            ("experimental through 2030-01-01", "`through` is out of place: it goes with"),
            ("security_supported conditionally", "`conditionally` is out of place: what may follow"),
            ("security_supported with caveats by anyone", "`by` is out of place: the requirement"),
            ("security_supported up to 1 up to 2", "`up` is out of place: the requirement"),
            ("security_supported through 2030-02-30", "`2030-02-30` is out of place: a day"),
            ("security_supported through 2030-01-01 regardless of dates", "`regardless` is out of place: the req"),
            ("security_supported regardless of dates by anyone", "`by` is out of place: `up to AMOUNT` comes"),
            ("security_supported with caveats up to 8", "`up` is out of place: `up to AMOUNT` comes first"),
        ] {
            let error = text.parse::<Requirement>().unwrap_err().to_string();
            assert!(error.starts_with(message), "{error}");
        }
    }
}
