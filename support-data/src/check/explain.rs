//! Puts the errors of compile-time checks together: which refusal it is, and the facts that it tells.

use super::nearest::nearest;
use super::refusal::{self, Refusal};
use crate::lookup::equal;
use crate::model::{Date, Feature, Level, Release, Requirement, Security, Set, Statement, Status};
use crate::text::{Message, Phrase};

/// A feature is not granted what is required, in one release.
pub(crate) const fn not_granted<S: Set>(
    statement: Statement<S>,
    feature: Feature<S>,
    requirement: Requirement,
) -> Message {
    not_granted_in(statement, 1, 1, feature, requirement)
}

/// The same in `failing` of `all` releases, of which `first` is the first.
pub(crate) const fn not_granted_in<S: Set>(
    first: Statement<S>,
    failing: u64,
    all: u64,
    feature: Feature<S>,
    requirement: Requirement,
) -> Message {
    let template = if all == 1 { refusal::IN_ONE_RELEASE } else { refusal::IN_SEVERAL_RELEASES };
    let head = Message::new().fill(
        template,
        &[
            ("feature", name(feature).as_str()),
            ("requirement", requirement.in_words().as_str()),
            ("release", first.release().version_text),
            ("failing", Phrase::new().number(failing).as_str()),
            ("all", Phrase::new().number(all).as_str()),
        ],
    );
    match first.status(feature) {
        Some(status) => not_met(&head, first, feature, status, requirement),
        None => not_listed(&head, first, feature),
    }
}

/// A status does not meet a requirement.
const fn not_met<S: Set>(
    head: &Message,
    statement: Statement<S>,
    feature: Feature<S>,
    status: Status<S>,
    requirement: Requirement,
) -> Message {
    let label = match status.label() {
        Some(label) => label.name,
        None => status.text(),
    };
    let limit = match (status.limit(), requirement) {
        (Some(limit), Requirement::SupportedUpTo(amount)) if limit.is_of(amount.unit) => limit.supported_in_words(),
        (Some(limit), _) => limit.security_supported_in_words(),
        (None, _) => Phrase::new(),
    };
    let asked = match requirement.amount() {
        Some(amount) => amount.in_words(),
        None => Phrase::new(),
    };
    let demanded = requirement.in_words();
    let facts = [
        ("status", status.text()),
        ("label", label),
        ("requirement", demanded.as_str()),
        ("granted", granted(status.level())),
        ("limit", limit.as_str()),
        ("asked", asked.as_str()),
    ];
    refuse_status(head, statement, feature, status, refusal_of(status, requirement), &facts)
}

/// Why a status does not meet a requirement.
const fn refusal_of<S: Set>(status: Status<S>, requirement: Requirement) -> &'static Refusal {
    if !status.is_understood() {
        return &refusal::NOT_UNDERSTOOD;
    }
    if matches!(status.level(), Level::None) {
        return &refusal::ABSENT;
    }
    // Only what is supported has a limit, and only what is security supported too.
    if let (Some(amount), Some(limit)) = (requirement.amount(), status.limit()) {
        if !limit.is_of(amount.unit) {
            return &refusal::ANOTHER_UNIT;
        }
    }
    match requirement {
        Requirement::SupportedUpTo(_) if status.limit().is_some() => &refusal::ABOVE_LIMIT,
        Requirement::SecuritySupportedUpTo(_) if status.limit().is_some() => &refusal::ABOVE_SECURITY_LIMIT,
        Requirement::Experimental
        | Requirement::TechPreview
        | Requirement::Supported
        | Requirement::SupportedUpTo(_) => &refusal::LABEL_IS_TOO_LOW,
        Requirement::SecuritySupported
        | Requirement::SecuritySupportedWithCaveats
        | Requirement::SecuritySupportedByAnyone
        | Requirement::SecuritySupportedUpTo(_) => match (status.security(), status.level()) {
            (Security::Conditional, _) => &refusal::CONDITIONAL,
            (Security::External, _) => &refusal::EXTERNAL,
            (Security::No | Security::Yes, Level::Supported) => &refusal::WITHOUT_SECURITY,
            (Security::No | Security::Yes, Level::None | Level::Experimental | Level::TechPreview) => {
                &refusal::LABEL_LACKS_SECURITY
            }
        },
    }
}

/// The requirement that a level meets.
const fn granted(level: Level) -> &'static str {
    match level {
        Level::None => "",
        Level::Experimental => "experimental",
        Level::TechPreview => "tech_preview",
        Level::Supported => "supported",
    }
}

/// The statement does not list the feature.
const fn not_listed<S: Set>(head: &Message, statement: Statement<S>, feature: Feature<S>) -> Message {
    let implementations = implementations_in(Some(statement), feature.title());
    let releases = releases_that_list(feature);
    let facts = [("implementations", implementations.as_str()), ("releases", releases.as_str())];
    let refusal = if implementations.is_empty() { &refusal::LISTED_ELSEWHERE } else { &refusal::OTHER_IMPLEMENTATIONS };
    refuse(head, refusal, &document(statement), &facts)
}

/// A feature is worse than in an earlier release.
pub(crate) const fn worse<S: Set>(statement: Statement<S>, feature: Feature<S>, earlier: Statement<S>) -> Message {
    let Some(before) = earlier.status(feature) else {
        return Message::new();
    };
    let head = Message::new().fill(
        refusal::WORSE,
        &[
            ("feature", name(feature).as_str()),
            ("release", statement.release().version_text),
            ("earlier", earlier.release().version_text),
        ],
    );
    match statement.status(feature) {
        Some(status) => {
            let loss = match status.grant().loss_since(&before.grant()) {
                Some(loss) => loss.in_words(),
                None => Phrase::new(),
            };
            let facts = [("status", status.text()), ("before", before.text()), ("lost", loss.as_str())];
            refuse_status(&head, statement, feature, status, &refusal::WAS_BETTER, &facts)
        }
        None => refuse(&head, &refusal::NO_LONGER_LISTED, &document(statement), &[("before", before.text())]),
    }
}

/// A release is not supported through a day; or not security supported, where the requirement asks for that.
pub(crate) const fn does_not_last(release: &Release, requirement: Requirement, day: Date) -> Message {
    let (until_field, until) = if requirement.asks_for_security() {
        ("Security-Support-Until", release.security_support_until)
    } else {
        ("Supported-Until", release.supported_until)
    };
    let (refusal, field, value) = match (release.initial_release.date, until.date) {
        (None, _) => (&refusal::NO_DATE, "Initial-Release", release.initial_release.text),
        (_, None) => (&refusal::NO_DATE, until_field, until.text),
        (Some(first), _) if first.is_after(day) => {
            (&refusal::NOT_RELEASED_BY, "Initial-Release", release.initial_release.text)
        }
        (Some(_), Some(_)) => (&refusal::ENDS_BEFORE, until_field, until.text),
    };
    let head = Message::new().fill(
        refusal::RELEASE,
        &[
            ("release", release.version_text),
            ("requirement", requirement.in_words().as_str()),
            ("day", day.in_words().as_str()),
        ],
    );
    let place = match release.url {
        Some(url) => Message::new().push(url),
        None => Message::new(),
    };
    refuse(&head, refusal, &place, &[("field", field), ("until", value)])
}

/// No document of the set lists a feature of that name.
pub(crate) const fn unknown_feature<S: Set>(title: &str, implementation: &str) -> Message {
    let head = Message::new()
        .fill(refusal::UNKNOWN_FEATURE, &[("feature", Message::new().name(title, implementation).as_str())]);
    let implementations = implementations_in::<S>(None, title);
    let mut near = Message::new();
    let mut rows: &[Option<usize>] = &nearest(S::NAMES, title, implementation);
    while let Some((Some(row), rest)) = rows.split_first() {
        near = near.separate("; ").name(S::NAMES.title(*row), S::NAMES.implementation(*row));
        rows = rest;
    }
    let refusal = if !implementations.is_empty() {
        &refusal::NO_SUCH_IMPLEMENTATION
    } else if near.is_empty() {
        &refusal::NOTHING_NEAR
    } else {
        &refusal::NEAREST
    };
    let facts = [("implementations", implementations.as_str()), ("nearest", near.as_str())];
    refuse(&head, refusal, &Message::new(), &facts)
}

/// A range ends before it begins.
pub(crate) const fn empty_range<S: Set>(first: Statement<S>, last: Statement<S>) -> Message {
    let facts = [("first", first.release().version_text), ("last", last.release().version_text)];
    Message::new().fill(refusal::EMPTY_RANGE, &facts)
}

/// Appends what the document says of a feature, where, why that is not enough, and what to do.
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
    let line = match statement.line(feature) {
        Some(line) => line,
        None => 0,
    };
    let mut place = Message::new().push(statement.file()).push(":").number(line as u64);
    if let Some(link) = statement.link(feature) {
        place = place.push(", ").push(link.page).push("#").push(link.anchor);
    }
    finish(head, &says, &place, &Message::new().fill(refusal.help, facts))
}

/// Appends a reason, the place that it is about, and what to do.
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

/// Which document it is.
const fn document<S: Set>(statement: Statement<S>) -> Message {
    let file = Message::new().push(statement.file());
    match statement.release().url {
        Some(url) => file.push(", ").push(url),
        None => file,
    }
}

const fn name<S: Set>(feature: Feature<S>) -> Message {
    Message::new().name(feature.title(), feature.implementation())
}

/// The features of that title: those that the statement lists, or all that there are.
const fn implementations_in<S: Set>(statement: Option<Statement<S>>, title: &str) -> Message {
    let mut names = Message::new();
    let mut row = 0;
    while row < Feature::<S>::COUNT {
        let feature = Feature::<S>::at(row);
        let counts = match statement {
            Some(statement) => statement.status(feature).is_some(),
            None => true,
        };
        if counts && equal(feature.title().as_bytes(), title.as_bytes()) {
            names = names.separate("; ").name(feature.title(), feature.implementation());
        }
        row += 1;
    }
    names
}

/// The releases that list a feature, those in a row as `4.19 to 4.22`.
const fn releases_that_list<S: Set>(feature: Feature<S>) -> Message {
    let mut releases = Message::new();
    let mut first_of_run: Option<usize> = None;
    let mut number = 0;
    while number <= Statement::<S>::COUNT {
        let listed = number < Statement::<S>::COUNT && Statement::<S>::at(number).status(feature).is_some();
        match (first_of_run, listed) {
            (None, true) => first_of_run = Some(number),
            (Some(first), false) => {
                releases = releases.separate(", ").push(S::RELEASES[first].version_text);
                if first + 1 < number {
                    releases = releases.push(" to ").push(S::RELEASES[number - 1].version_text);
                }
                first_of_run = None;
            }
            (Some(_), true) | (None, false) => {}
        }
        number += 1;
    }
    releases
}

#[cfg(test)]
mod tests {
    use super::does_not_last;
    use crate::model::{Date, Release, Requirement, Version};

    #[test]
    fn a_date_that_is_no_day_is_quoted() {
        let undecided = Release::new(Version::new(4, 18), "4.18", ["2023-11-16", "TBD", "TBD"]);
        let message = does_not_last(&undecided, Requirement::Supported, Date::parse("2024-01-01").unwrap());
        assert!(message.as_str().contains("\n  Supported-Until is \"TBD\", which is no day\n"), "{}", message.as_str());
    }
}
