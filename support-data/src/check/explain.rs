//! Puts the messages of failed checks together: chooses the refusal that fits, and fills in the facts.

use super::nearest::nearest_rows;
use super::refusal::{self, Refusal};
use crate::lookup::equal;
use crate::model::{Date, Feature, Level, Release, Requirement, Security, Set, Statement, Status};
use crate::text::{Message, Phrase};

/// The message for a requirement that one release does not grant.
pub(crate) const fn not_granted<S: Set>(
    statement: Statement<S>,
    feature: Feature<S>,
    requirement: Requirement,
) -> Message {
    not_granted_in(statement, 1, 1, feature, requirement)
}

/// The message for a requirement that `failing` of `all` releases do not grant, `first` being the first of these.
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

/// The message for a status that does not meet a requirement.
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
    let amount = match requirement.amount() {
        Some(amount) => amount.in_words(),
        None => Phrase::new(),
    };
    let required = requirement.in_words();
    let facts = [
        ("status", status.text()),
        ("label", label),
        ("requirement", required.as_str()),
        ("granted", requirement_met_by(status.level())),
        ("limit", limit.as_str()),
        ("amount", amount.as_str()),
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
    // Only a status with security support has a limit, so an amount fails because of the limit if there is one.
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

/// The most that a status of this level meets, as `require!` writes it.
const fn requirement_met_by(level: Level) -> &'static str {
    match level {
        Level::None => "",
        Level::Experimental => "experimental",
        Level::TechPreview => "tech_preview",
        Level::Supported => "supported",
    }
}

/// The message for a feature that the statement does not list.
const fn not_listed<S: Set>(head: &Message, statement: Statement<S>, feature: Feature<S>) -> Message {
    let implementations = implementations_in(Some(statement), feature.title());
    let releases = releases_that_list(feature);
    let facts = [("implementations", implementations.as_str()), ("releases", releases.as_str())];
    let refusal = if implementations.is_empty() { &refusal::LISTED_ELSEWHERE } else { &refusal::OTHER_IMPLEMENTATIONS };
    refuse(head, refusal, &document(statement), &facts)
}

/// The message for a feature that is worse than in an earlier release.
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
            let facts = [("status", status.text()), ("before", before.text()), ("loss", loss.as_str())];
            refuse_status(&head, statement, feature, status, &refusal::WAS_BETTER, &facts)
        }
        None => refuse(&head, &refusal::NO_LONGER_LISTED, &document(statement), &[("before", before.text())]),
    }
}

/// The message for a release that is not supported through a day; or not security supported, if the requirement is
/// about that.
pub(crate) const fn not_supported_through(release: &Release, requirement: Requirement, day: Date) -> Message {
    let (until_key, until) = if requirement.asks_for_security() {
        ("Security-Support-Until", release.security_support_until)
    } else {
        ("Supported-Until", release.supported_until)
    };
    let (refusal, key, value) = match (release.initial_release.date, until.date) {
        (None, _) => (&refusal::NO_DATE, "Initial-Release", release.initial_release.text),
        (_, None) => (&refusal::NO_DATE, until_key, until.text),
        (Some(first), _) if first.is_after(day) => {
            (&refusal::NOT_RELEASED_BY, "Initial-Release", release.initial_release.text)
        }
        (Some(_), Some(_)) => (&refusal::ENDS_BEFORE, until_key, until.text),
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
    refuse(&head, refusal, &place, &[("key", key), ("value", value)])
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
    let facts = [("first", first.release().version_text), ("last", last.release().version_text)];
    Message::new().fill(refusal::EMPTY_RANGE, &facts)
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

/// The name of a document, and its address if it has one.
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

/// The names of all features with that title: of those that the statement lists, or of the whole set if there is none.
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

/// The releases that list a feature. Releases that follow each other are written as `4.19 to 4.22`.
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
    use super::not_supported_through;
    use crate::model::{Date, Release, Requirement, Version};

    #[test]
    fn a_date_that_is_no_day_is_quoted() {
        let undecided = Release::new(Version::new(4, 18), "4.18", ["2023-11-16", "TBD", "TBD"]);
        let message = not_supported_through(&undecided, Requirement::Supported, Date::parse("2024-01-01").unwrap());
        assert!(
            message.as_str().contains("\n  its Supported-Until is \"TBD\", which is not a day\n"),
            "{}",
            message.as_str()
        );
    }
}
