//! Puts the messages of failed checks together: what was asked of which releases, and why it is refused.

use super::asked::{Asked, Failing};
use super::facts::{document, exceptions_from, implementations_in, name, place, release_name, releases_that_list};
use super::nearest::nearest_names;
use super::refusal;
use super::refused::{NotAlive, Refused};
use crate::model::{Date, Feature, Need, ReleaseDate, Requirement, Ruling, Set, Statement, Status};
use crate::text::{Message, Phrase};

/// The message for what is not granted by these releases.
pub(crate) const fn not_granted<S: Set>(by: Failing<S>, asked: Asked<S>) -> Message {
    append_why(&head(&by, asked), &by, asked, S::AS_OF)
}

/// The message for a need that is not met by these releases on a day.
pub(crate) const fn unmet<S: Set>(by: &Failing<S>, need: Need<S>, day: Date) -> Message {
    let asked = Asked::Requirement(need.feature(), need.requirement());
    let head = head(by, asked);
    let head = if need.reason().is_empty() { head } else { head.fill(refusal::BECAUSE, &[("reason", need.reason())]) };
    append_why(&head, by, asked, day)
}

/// The first line of a message: what was asked, of which releases.
const fn head<S: Set>(by: &Failing<S>, asked: Asked<S>) -> Message {
    let Failing { first, count, all } = *by;
    let template = match (count, all) {
        (_, 1) => refusal::BY_ONE_RELEASE,
        (1, _) => refusal::BY_ONE_OF_SEVERAL_RELEASES,
        (_, _) => refusal::BY_SEVERAL_RELEASES,
    };
    Message::new().fill(
        template,
        &[
            ("release", release_name(first).as_str()),
            ("failing", Phrase::new().number(count).as_str()),
            ("all", Phrase::new().number(all).as_str()),
            ("asked", in_words(asked).as_str()),
        ],
    )
}

/// Appends why it is not granted on the day, and what to do.
const fn append_why<S: Set>(head: &Message, by: &Failing<S>, asked: Asked<S>, day: Date) -> Message {
    let Failing { first, count, all } = *by;
    match asked {
        Asked::Requirement(feature, requirement) => match first.status(feature) {
            Some(status) => not_met(head, first, feature, status, requirement, day),
            None => not_listed(head, first, count == all, feature),
        },
        Asked::NoWorse(feature, earlier) => worse(head, first, feature, earlier),
        Asked::SupportedThrough(day) => {
            not_alive(head, first, ("Supported-Until", first.release().supported_until), day)
        }
        Asked::SecuritySupportedThrough(day) => {
            not_alive(head, first, ("Security-Support-Until", first.release().security_support_until), day)
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
    day: Date,
) -> Message {
    let exceptions = if requirement.is_unconditional() { exceptions_from(statement, feature) } else { Message::new() };
    let (release, place) = (statement.release(), place(statement, feature));
    let ruling = Ruling {
        release: "",
        title: feature.title(),
        implementation: feature.implementation(),
        status: status.text(),
        label: match status.label() {
            Some(label) => Some(label.name),
            None => None,
        },
        is_understood: status.is_understood(),
        level: status.level(),
        security: status.security(),
        limit: status.limit(),
        beside: statement.beside(feature),
        exceptions: exceptions.as_str(),
        initial_release: release.initial_release.text,
        security_support_until: release.security_support_until.text,
        day,
        place: place.as_str(),
    };
    ruling.refused(requirement).append_to(head, ruling.place)
}

/// The message for a release that is not alive until this date, through the day.
const fn not_alive<S: Set>(
    head: &Message,
    statement: Statement<S>,
    (key, until): (&'static str, ReleaseDate),
    day: Date,
) -> Message {
    let why = NotAlive::new(statement.release().initial_release.text, (key, until.text), S::AS_OF, Some(day));
    why.refused(S::AS_OF, "").append_to(head, document(statement).as_str())
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
    Refused::new(refusal, &facts).append_to(head, document(statement).as_str())
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
            let refused = Refused::of_status(status.text(), &refusal::WAS_BETTER, &facts);
            refused.append_to(head, place(statement, feature).as_str())
        }
        None => {
            let refused = Refused::new(&refusal::NO_LONGER_LISTED, &[("before", before.text())]);
            refused.append_to(head, document(statement).as_str())
        }
    }
}

/// The message for a name that no document of the set lists.
pub(crate) const fn unknown_feature<S: Set>(title: &str, implementation: &str) -> Message {
    let head = Message::new()
        .fill(refusal::UNKNOWN_FEATURE, &[("feature", Message::new().name(title, implementation).as_str())]);
    let nearest = nearest_names(S::NAMES, title, implementation);
    let all = S::NAMES.len();
    let implementations =
        if nearest.has_title || nearest.searched < all { implementations_in::<S>(None, title) } else { Message::new() };
    let mut names = Message::new();
    let mut rows: &[Option<usize>] = &nearest.rows;
    while let Some((Some(row), rest)) = rows.split_first() {
        names = names.separate("; ").name(S::NAMES.title(*row), S::NAMES.implementation(*row));
        rows = rest;
    }
    let refusal = if !implementations.is_empty() {
        &refusal::NO_SUCH_IMPLEMENTATION
    } else if names.is_empty() {
        &refusal::NOTHING_NEAR
    } else {
        &refusal::NEAREST
    };
    let searched = if nearest.searched < all {
        Phrase::new().push(" among the first ").number(nearest.searched as u64).push(" of ").number(all as u64)
    } else {
        Phrase::new()
    };
    let facts =
        [("implementations", implementations.as_str()), ("nearest", names.as_str()), ("searched", searched.as_str())];
    Refused::new(refusal, &facts).append_to(&head, "")
}

/// The message for a range that ends before it begins.
pub(crate) const fn empty_range<S: Set>(first: Statement<S>, last: Statement<S>) -> Message {
    let (first, last) = (release_name(first), release_name(last));
    Message::new().fill(refusal::EMPTY_RANGE, &[("first", first.as_str()), ("last", last.as_str())]).printable()
}
