//! Puts the messages of failed checks together: chooses the refusal that fits, and fills in the facts.

use super::asked::Asked;
use super::facts::{document, exceptions_from, implementations_in, name, place, release_name, releases_that_list};
use super::nearest::nearest_rows;
use super::refusal::{self, Refusal};
use crate::model::{
    Date, Feature, Level, Life, Limit, Release, ReleaseDate, Requirement, Security, Set, Statement, Status,
};
use crate::text::{Message, Phrase};

/// The message for what `failing` of `all` releases do not grant, `first` being the first of these.
pub(crate) const fn not_granted<S: Set>(first: Statement<S>, failing: u64, all: u64, asked: Asked<S>) -> Message {
    let template = match (failing, all) {
        (_, 1) => refusal::BY_ONE_RELEASE,
        (1, _) => refusal::BY_ONE_OF_SEVERAL_RELEASES,
        (_, _) => refusal::BY_SEVERAL_RELEASES,
    };
    let head = Message::new().fill(
        template,
        &[
            ("release", release_name(first).as_str()),
            ("failing", Phrase::new().number(failing).as_str()),
            ("all", Phrase::new().number(all).as_str()),
            ("asked", in_words(asked).as_str()),
        ],
    );
    match asked {
        Asked::Requirement(feature, requirement) => match first.status(feature) {
            Some(status) => not_met(&head, first, feature, status, requirement),
            None => not_listed(&head, first, failing == all, feature),
        },
        Asked::NoWorse(feature, earlier) => worse(&head, first, feature, earlier),
        Asked::SupportedThrough(day) => {
            let Release { supported_until, .. } = first.release();
            let why = why_not_alive(first, ("Supported-Until", *supported_until), Some(day));
            refuse_dates::<S>(&head, &why, &document(first), "")
        }
        Asked::SecuritySupportedThrough(day) => {
            let why = why_not_alive(first, security_support_until(first), Some(day));
            refuse_dates::<S>(&head, &why, &document(first), "")
        }
    }
}

/// The question, as `require!` writes it.
const fn in_words<S: Set>(asked: Asked<S>) -> Message {
    let words = Message::new();
    match asked {
        Asked::Requirement(feature, requirement) => words.fill(
            refusal::A_REQUIREMENT,
            &[("feature", name(feature).as_str()), ("requirement", requirement.in_words().as_str())],
        ),
        Asked::NoWorse(feature, earlier) => words.fill(
            refusal::NO_WORSE,
            &[("feature", name(feature).as_str()), ("earlier", release_name(earlier).as_str())],
        ),
        Asked::SupportedThrough(day) => words.fill(refusal::SUPPORTED_THROUGH, &[("day", day.in_words().as_str())]),
        Asked::SecuritySupportedThrough(day) => {
            words.fill(refusal::SECURITY_SUPPORTED_THROUGH, &[("day", day.in_words().as_str())])
        }
    }
}

/// The message for a status that does not meet a requirement.
const fn not_met<S: Set>(
    head: &Message,
    statement: Statement<S>,
    feature: Feature<S>,
    status: Status<S>,
    requirement: Requirement,
) -> Message {
    if let Some(refusal) = refusal_of_status(status, requirement) {
        let label = match status.label() {
            Some(label) => label.name,
            None => status.text(),
        };
        let facts = [("label", label), ("level", requirement.level_in_words()), ("granted", status.level().in_words())];
        return refuse_status(head, statement, feature, status, refusal, &facts);
    }
    if let Some(limit) = status.limit() {
        if !requirement.is_within(limit) {
            return beyond_limit(head, statement, feature, status, requirement, limit);
        }
    }
    if requirement.depends_on_dates() && !statement.lasts_through(requirement.last_day()) {
        let why = why_not_alive(statement, security_support_until(statement), requirement.last_day());
        return refuse_dates::<S>(head, &why, &place(statement, feature), refusal::ASK_THE_PAGE_ALONE);
    }
    let beside = statement.beside(feature);
    let (words, exceptions) = (beside.in_words(), exceptions_from(statement, feature));
    let facts = [("beside", words.as_str()), ("exceptions", exceptions.as_str())];
    let refusal = if beside.has_exceptions() { &refusal::HAS_EXCEPTIONS } else { &refusal::STANDS_BESIDE };
    refuse_status(head, statement, feature, status, refusal, &facts)
}

/// Why a status does not meet a requirement, whatever its limit; `None` if it does.
const fn refusal_of_status<S: Set>(status: Status<S>, requirement: Requirement) -> Option<&'static Refusal> {
    if !status.is_understood() {
        return Some(&refusal::NOT_UNDERSTOOD);
    }
    if matches!(status.level(), Level::None) {
        return Some(&refusal::ABSENT);
    }
    if requirement.is_met_by(status.level(), status.security()) {
        return None;
    }
    if !requirement.asks_for_security() {
        return Some(&refusal::LABEL_IS_TOO_LOW);
    }
    Some(match (status.security(), status.level()) {
        (Security::Conditional, _) => &refusal::CONDITIONAL,
        (Security::External, _) => &refusal::EXTERNAL,
        (Security::No | Security::Yes, Level::Supported) => &refusal::WITHOUT_SECURITY,
        (Security::No | Security::Yes, Level::None | Level::Experimental | Level::TechPreview) => {
            &refusal::LABEL_LACKS_SECURITY
        }
    })
}

/// The message for an amount that is beyond a limit, or that is missing.
const fn beyond_limit<S: Set>(
    head: &Message,
    statement: Statement<S>,
    feature: Feature<S>,
    status: Status<S>,
    requirement: Requirement,
    limit: Limit,
) -> Message {
    let granted =
        if requirement.asks_for_security() { limit.security_supported_in_words() } else { limit.supported_in_words() };
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
    refuse_status(head, statement, feature, status, refusal, &facts)
}

/// Why a release is not alive: the kind of refusal, and the date that decides, by its key and its value.
struct NotAlive {
    refusal: &'static Refusal,
    key: &'static str,
    value: &'static str,
}

/// The key and the value of the date with which security support ends.
const fn security_support_until<S: Set>(statement: Statement<S>) -> (&'static str, ReleaseDate) {
    ("Security-Support-Until", statement.release().security_support_until)
}

/// Why support that lasts until this date does not last from the day `AS_OF` on, through the other day if there is one.
const fn why_not_alive<S: Set>(
    statement: Statement<S>,
    (until_key, until): (&'static str, ReleaseDate),
    day: Option<Date>,
) -> NotAlive {
    let first = statement.release().initial_release;
    let (refusal, begins) = match (Life::new(first.date, until.date, S::AS_OF), first.date, day) {
        (Life::Unreleased(None), _, _) => (&refusal::NOT_RELEASED, true),
        (Life::Unreleased(Some(_)), _, _) => (&refusal::NOT_RELEASED_YET, true),
        (Life::Current(_), Some(first), Some(day)) if first.is_after(day) => (&refusal::NOT_RELEASED_BY, true),
        (Life::Undated, _, _) => (&refusal::NO_DATE, false),
        (Life::Ended(_), _, _) => (&refusal::ENDED, false),
        (Life::Current(_), _, _) => (&refusal::ENDS_BEFORE, false),
    };
    if begins {
        NotAlive { refusal, key: "Initial-Release", value: first.text }
    } else {
        NotAlive { refusal, key: until_key, value: until.text }
    }
}

/// Appends why the release is not alive. `alone` is added to the help.
const fn refuse_dates<S: Set>(head: &Message, why: &NotAlive, place: &Message, alone: &str) -> Message {
    let as_of = S::AS_OF.in_words();
    let facts = [("key", why.key), ("value", why.value), ("as_of", as_of.as_str()), ("alone", alone)];
    refuse(head, why.refusal, place, &facts)
}

/// The message for a feature that the statement, the first of those that do not grant it, does not list. If others do
/// grant it, the releases that do not list it can be left out.
const fn not_listed<S: Set>(head: &Message, statement: Statement<S>, all_fail: bool, feature: Feature<S>) -> Message {
    let implementations = implementations_in(Some(statement), feature.title());
    let (release, releases) = (release_name(statement), releases_that_list(feature));
    let facts =
        [("release", release.as_str()), ("implementations", implementations.as_str()), ("releases", releases.as_str())];
    let refusal = match (all_fail, implementations.is_empty()) {
        (true, false) => &refusal::OTHER_IMPLEMENTATIONS,
        (true, true) => &refusal::LISTED_ELSEWHERE,
        (false, _) => &refusal::LISTED_IN_SOME,
    };
    refuse(head, refusal, &document(statement), &facts)
}

/// The message for a feature that is worse than in an earlier release.
const fn worse<S: Set>(head: &Message, statement: Statement<S>, feature: Feature<S>, earlier: Statement<S>) -> Message {
    let Some(before) = earlier.status(feature) else {
        return Message::new();
    };
    match statement.status(feature) {
        Some(status) => {
            let loss = match status.grant().loss_since(&before.grant()) {
                Some(loss) => loss.in_words(),
                None => Phrase::new(),
            };
            let facts = [("before", before.text()), ("loss", loss.as_str())];
            refuse_status(head, statement, feature, status, &refusal::WAS_BETTER, &facts)
        }
        None => refuse(head, &refusal::NO_LONGER_LISTED, &document(statement), &[("before", before.text())]),
    }
}

/// The message for a name that no document of the set lists.
pub(crate) const fn unknown_feature<S: Set>(title: &str, implementation: &str) -> Message {
    let head = Message::new()
        .fill(refusal::UNKNOWN_FEATURE, &[("feature", Message::new().name(title, implementation).as_str())]);
    let implementations = implementations_in::<S>(None, title);
    let mut nearest_names = Message::new();
    let mut rows: &[Option<usize>] = &nearest_rows(S::NAMES, title, implementation);
    while let Some((Some(row), rest)) = rows.split_first() {
        nearest_names = nearest_names.separate("; ").name(S::NAMES.title(*row), S::NAMES.implementation(*row));
        rows = rest;
    }
    let refusal = if !implementations.is_empty() {
        &refusal::NO_SUCH_IMPLEMENTATION
    } else if nearest_names.is_empty() {
        &refusal::NOTHING_NEAR
    } else {
        &refusal::NEAREST
    };
    let facts = [("implementations", implementations.as_str()), ("nearest", nearest_names.as_str())];
    refuse(&head, refusal, &Message::new(), &facts)
}

/// The message for a range that ends before it begins.
pub(crate) const fn empty_range<S: Set>(first: Statement<S>, last: Statement<S>) -> Message {
    let (first, last) = (release_name(first), release_name(last));
    Message::new().fill(refusal::EMPTY_RANGE, &[("first", first.as_str()), ("last", last.as_str())])
}

/// Appends the feature's status, why it is refused, where it stands, and what to do.
const fn refuse_status<S: Set>(
    head: &Message,
    statement: Statement<S>,
    feature: Feature<S>,
    status: Status<S>,
    refusal: &Refusal,
    facts: &[(&str, &str)],
) -> Message {
    let reason = Message::new().fill(refusal.reason, facts);
    let says = Message::new().fill(refusal::SAYS, &[("status", status.text()), ("reason", reason.as_str())]);
    finish(head, &says, &place(statement, feature), &Message::new().fill(refusal.help, facts))
}

/// Appends the reason, the place that it is about, and what to do.
const fn refuse(head: &Message, refusal: &Refusal, place: &Message, facts: &[(&str, &str)]) -> Message {
    finish(head, &Message::new().fill(refusal.reason, facts), place, &Message::new().fill(refusal.help, facts))
}

const fn finish(head: &Message, reason: &Message, place: &Message, help: &Message) -> Message {
    let mut message = head.push("\n  ").push(reason.as_str());
    if !place.is_empty() {
        message = message.push("\n  ").push(place.as_str());
    }
    message.push("\n  help: ").push(help.as_str())
}
