//! Requirements: as texts, and asked of the bundled statements.
//!
//! What a statement answers is compared with what its page says, which is read anew here and judged without the
//! library's tables.

use arbitrary::{Result, Unstructured};
use std::sync::LazyLock;
use xen_support::{Amount, DOCUMENTS, Date, Feature, Level, Requirement, Security, Statement};
use xen_support_compiler::{ParsedFeature, ParsedStatement, Source};

/// Checks that a text is a requirement or an error that can be shown, and that what is accepted prints as a text that
/// is read as the same. Returns it if it is accepted.
pub(crate) fn check_text(text: &str) -> Option<Requirement> {
    let requirement = match Requirement::parse(text) {
        Ok(requirement) => requirement,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return None;
        }
    };
    let printed = requirement.to_string();
    assert_eq!(Requirement::parse(&printed), Ok(requirement), "{text:?} prints as {printed:?}");
    Some(requirement)
}

/// Words of the grammar, so that what is made of them is often nearly a requirement.
const WORDS: [&str; 24] = [
    "experimental",
    "tech_preview",
    "supported",
    "security_supported",
    "up",
    "to",
    "8",
    "18446744073709551615",
    "bytes",
    "KiB",
    "TiB",
    "GB",
    "with",
    "caveats",
    "by",
    "anyone",
    "unconditionally",
    "through",
    "2028-11-16",
    "2028-02-30",
    "regardless",
    "of",
    "dates",
    "\t",
];

/// A text of the grammar's words, in any order.
pub(crate) fn words(u: &mut Unstructured<'_>) -> Result<String> {
    let words: Vec<&str> = (0..u.int_in_range(0..=10)?).map(|_| u.choose(&WORDS).copied()).collect::<Result<_>>()?;
    Ok(words.join(" "))
}

/// What is asked of a status.
#[derive(Clone, Copy)]
enum Asked {
    Level(Level),
    Security(Terms, Dates),
}

#[derive(Clone, Copy, PartialEq)]
enum Terms {
    Plain,
    WithCaveats,
    ByAnyone,
    Unconditionally,
}

#[derive(Clone, Copy, PartialEq)]
enum Dates {
    Now,
    Through,
    Regardless,
}

impl Asked {
    fn any(u: &mut Unstructured<'_>) -> Result<Self> {
        Ok(if u.ratio(1, 4)? {
            Self::Level(*u.choose(&[Level::Experimental, Level::TechPreview, Level::Supported])?)
        } else {
            let terms = [Terms::Plain, Terms::WithCaveats, Terms::ByAnyone, Terms::Unconditionally];
            Self::Security(*u.choose(&terms)?, *u.choose(&[Dates::Now, Dates::Through, Dates::Regardless])?)
        })
    }
}

/// The pages of the bundled statements, in the same order, each read by itself.
static PAGES: LazyLock<Vec<(Statement, ParsedStatement)>> = LazyLock::new(|| {
    let page = |statement: Statement| {
        let (name, text) = DOCUMENTS.iter().find(|(name, _)| *name == statement.file()).expect("its document");
        let (page, _) = ParsedStatement::parse(&Source::new(*name, *text));
        (statement, page.expect("a bundled page has no errors"))
    };
    Statement::all().iter().map(page).collect()
});

/// A statement, asked for a feature on a day, and the answer that its page gives.
pub(crate) fn check_answer(u: &mut Unstructured<'_>) -> Result<()> {
    let (statement, page) = u.choose(&PAGES)?;
    let feature = Feature::all().nth(u.choose_index(Feature::COUNT)?).expect("within their number");
    let listed = page.features.iter().find(|listed| *listed.key == *feature.key());
    let asked = Asked::any(u)?;
    let amount = amount(listed, u)?;
    let day = if u.ratio(1, 4)? { Statement::AS_OF } else { some_day(u)? };
    let last = match asked {
        Asked::Security(_, Dates::Through) => some_day(u)?,
        Asked::Security(_, Dates::Now | Dates::Regardless) | Asked::Level(_) => day,
    };

    let text = text(asked, amount, last);
    let requirement = check_text(&text).expect("it is in the grammar");
    let answer = statement.satisfies_on(feature, requirement, day);
    let expected = listed.is_some_and(|listed| grants(page, listed, asked, amount, [day, last]));
    assert_eq!(answer, expected, "{statement:?}: {feature} is {text}, on {day}");
    if day == Statement::AS_OF {
        assert_eq!(statement.satisfies(feature, requirement), answer);
    }
    // Whatever is asked of security support, what the page does not security support is not granted.
    let support = statement.security_support_on(feature, day);
    let is_security = matches!(asked, Asked::Security(..));
    assert!(!(answer && is_security && support.status == Security::No), "{statement:?}: {feature} is {text}");
    let is_regardless = matches!(asked, Asked::Security(_, Dates::Regardless));
    assert!(!(answer && is_security && !is_regardless && support.security() == Security::No), "{feature} on {day}");
    Ok(())
}

/// A day from 2013 to 2035, so that some are before a release, and some after its end.
fn some_day(u: &mut Unstructured<'_>) -> Result<Date> {
    Ok(Date::from_unix_seconds(86_400 * u.int_in_range(16_000..=24_000)?))
}

/// An amount at the bounds of the status, if it has some, or any.
fn amount(listed: Option<&ParsedFeature>, u: &mut Unstructured<'_>) -> Result<Option<Amount>> {
    let mut amounts = vec![None, Some(Amount::bytes(u.arbitrary()?)), Some(Amount::count(u.arbitrary()?))];
    if let Some(limit) = listed.and_then(|listed| listed.status.limit) {
        for bound in [Some(limit.security_supported), limit.supported].into_iter().flatten() {
            let near = [bound.number.saturating_sub(1), bound.number, bound.number.saturating_add(1)];
            amounts.extend(near.map(|number| Some(Amount { number, unit: limit.unit })));
        }
    }
    u.choose(&amounts).copied()
}

/// The requirement as the grammar writes it.
fn text(asked: Asked, amount: Option<Amount>, last: Date) -> String {
    let amount = amount.map(|amount| format!(" up to {amount}")).unwrap_or_default();
    match asked {
        Asked::Level(Level::None) => unreachable!("no requirement asks for it"),
        Asked::Level(Level::Experimental) => format!("experimental{amount}"),
        Asked::Level(Level::TechPreview) => format!("tech_preview{amount}"),
        Asked::Level(Level::Supported) => format!("supported{amount}"),
        Asked::Security(terms, dates) => {
            let terms = match terms {
                Terms::Plain => "",
                Terms::WithCaveats => " with caveats",
                Terms::ByAnyone => " by anyone",
                Terms::Unconditionally => " unconditionally",
            };
            let dates = match dates {
                Dates::Now => String::new(),
                Dates::Through => format!(" through {last}"),
                Dates::Regardless => " regardless of dates".to_owned(),
            };
            format!("security_supported{amount}{terms}{dates}")
        }
    }
}

/// Whether a page grants what is asked on these days.
fn grants(
    page: &ParsedStatement,
    listed: &ParsedFeature,
    asked: Asked,
    amount: Option<Amount>,
    days: [Date; 2],
) -> bool {
    let status = &*listed.status;
    match asked {
        Asked::Level(least) => {
            let is_within = status.limit.is_none_or(|limit| match amount {
                Some(amount) => limit.supports(amount),
                None => limit.supported.is_none(),
            });
            status.level >= least && is_within
        }
        Asked::Security(terms, dates) => {
            let is_by = match status.security {
                Security::No => false,
                Security::Conditional => terms == Terms::WithCaveats,
                Security::External => terms == Terms::ByAnyone,
                Security::Yes => terms != Terms::Unconditionally || !has_words_beside(page, listed),
            };
            let is_within =
                status.limit.is_none_or(|limit| amount.is_some_and(|amount| limit.security_supports(amount)));
            let life = page.release.initial_release.date.zip(page.release.security_support_until.date);
            let is_alive = |day: Date| life.is_some_and(|(first, last)| (first..=last).contains(&day));
            is_by && is_within && (dates == Dates::Regardless || days.into_iter().all(is_alive))
        }
    }
}

/// Whether the page has caveats of the feature, less for another implementation of its heading, prose of its section, or
/// a description that speaks of security.
fn has_words_beside(page: &ParsedStatement, listed: &ParsedFeature) -> bool {
    let heading = &listed.heading;
    let has_exceptions = page.features.iter().filter(|other| other.heading.anchor == heading.anchor).any(|other| {
        other.status.level < listed.status.level
            || other.status.security != listed.status.security && other.status.security != Security::Yes
    });
    let speaks_of_security = heading.description.to_lowercase().contains("secur");
    has_exceptions || !heading.caveats.is_empty() || !heading.section_prose.is_empty() || speaks_of_security
}
