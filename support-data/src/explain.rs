//! Puts the errors of compile-time checks together: which refusal it is, and the facts that it tells.

use crate::loss::lost;
use crate::message::{Message, Words};
use crate::refusal::{self, Refusal};
use crate::words::equal;
use crate::{Date, Feature, Level, Release, ReleaseDate, Requirement, Security, Set, Statement, Status, nearest};

pub(crate) use crate::refusal::{EMPTY_LIST, NO_SUCH_DAY};

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
            ("failing", Words::new().number(failing).as_str()),
            ("all", Words::new().number(all).as_str()),
        ],
    );
    match first.status(feature) {
        Some(status) => lacking(&head, first, feature, status, requirement),
        None => not_listed(&head, first, feature),
    }
}

/// Why a status does not meet a requirement.
const fn lacking<S: Set>(
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
        (None, _) => Words::new(),
    };
    let asked = match requirement {
        Requirement::SupportedUpTo(amount) | Requirement::SecuritySupportedUpTo(amount) => amount.in_words(),
        _ => Words::new(),
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
    said(head, statement, feature, status, why(status, requirement), &facts)
}

const fn why<S: Set>(status: Status<S>, requirement: Requirement) -> &'static Refusal {
    let (level, security, limit) = (status.level(), status.security(), status.limit());
    if !status.is_understood() {
        return &refusal::NOT_UNDERSTOOD;
    }
    if matches!(level, Level::None) {
        return &refusal::ABSENT;
    }
    match (requirement, limit) {
        // Only what is supported has a limit, and only what is security supported too.
        (Requirement::SupportedUpTo(amount) | Requirement::SecuritySupportedUpTo(amount), Some(limit))
            if !limit.is_of(amount.unit) =>
        {
            &refusal::ANOTHER_UNIT
        }
        (Requirement::SupportedUpTo(_), Some(_)) => &refusal::ABOVE_LIMIT,
        (Requirement::SecuritySupportedUpTo(_), Some(_)) => &refusal::ABOVE_SECURITY_LIMIT,
        (
            Requirement::Experimental
            | Requirement::TechPreview
            | Requirement::Supported
            | Requirement::SupportedUpTo(_),
            _,
        ) => &refusal::LABEL_IS_TOO_LOW,
        _ => match security {
            Security::Conditional => &refusal::CONDITIONAL,
            Security::External => &refusal::EXTERNAL,
            _ if matches!(level, Level::Supported) => &refusal::WITHOUT_SECURITY,
            _ => &refusal::LABEL_LACKS_SECURITY,
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
    let why = if implementations.is_empty() { &refusal::LISTED_ELSEWHERE } else { &refusal::OTHER_IMPLEMENTATIONS };
    told(head, why, &document(statement), &facts)
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
            let loss = match lost(status.grant(), before.grant()) {
                Some(loss) => loss.in_words(),
                None => Words::new(),
            };
            let facts = [("status", status.text()), ("before", before.text()), ("lost", loss.as_str())];
            said(&head, statement, feature, status, &refusal::WAS_BETTER, &facts)
        }
        None => told(&head, &refusal::NO_LONGER_LISTED, &document(statement), &[("before", before.text())]),
    }
}

/// A release does not last through a day.
pub(crate) const fn does_not_last(release: &Release, requirement: Requirement, day: Date) -> Message {
    let (until_field, until) = match requirement {
        Requirement::Supported => ("Supported-Until", release.supported_until),
        _ => ("Security-Support-Until", release.security_support_until),
    };
    let (why, field, until): (&Refusal, &str, ReleaseDate) = match (release.initial_release.date, until.date) {
        (None, _) => (&refusal::NO_DATE, "Initial-Release", release.initial_release),
        (_, None) => (&refusal::NO_DATE, until_field, until),
        (Some(first), _) if first.is_after(day) => {
            (&refusal::NOT_RELEASED_BY, "Initial-Release", release.initial_release)
        }
        _ => (&refusal::ENDS_BEFORE, until_field, until),
    };
    let head = Message::new().fill(
        refusal::RELEASE,
        &[
            ("release", release.version_text),
            ("requirement", requirement.in_words().as_str()),
            ("day", day.in_words().as_str()),
        ],
    );
    let facts = [("field", field), ("until", until.text)];
    let page = match release.page {
        Some(page) => Message::new().text(page),
        None => Message::new(),
    };
    told(&head, why, &page, &facts)
}

/// No document of the set lists a feature of that name.
pub(crate) const fn unknown_feature<S: Set>(title: &str, implementation: &str) -> Message {
    let head = Message::new()
        .fill(refusal::UNKNOWN_FEATURE, &[("feature", Message::new().name(title, implementation).as_str())]);
    let implementations = implementations_in::<S>(None, title);
    let mut near = Message::new();
    let mut rows: &[Option<usize>] = &nearest::nearest(S::NAMES, title, implementation);
    while let Some((Some(row), rest)) = rows.split_first() {
        near = near.separate("; ").name(S::NAMES.title(*row), S::NAMES.implementation(*row));
        rows = rest;
    }
    let why = if !implementations.is_empty() {
        &refusal::NO_SUCH_IMPLEMENTATION
    } else if near.is_empty() {
        &refusal::NOTHING_NEAR
    } else {
        &refusal::NEAREST
    };
    let facts = [("implementations", implementations.as_str()), ("nearest", near.as_str())];
    told(&head, why, &Message::new(), &facts)
}

/// A range ends before it begins.
pub(crate) const fn empty_range<S: Set>(first: Statement<S>, last: Statement<S>) -> Message {
    let facts = [("first", first.release().version_text), ("last", last.release().version_text)];
    Message::new().fill(refusal::EMPTY_RANGE, &facts)
}

/// Appends what the document says of a feature, where, why that is not enough, and what to do.
const fn said<S: Set>(
    head: &Message,
    statement: Statement<S>,
    feature: Feature<S>,
    status: Status<S>,
    why: &Refusal,
    facts: &[(&str, &str)],
) -> Message {
    let reason = Message::new().fill(why.reason, facts);
    let says = Message::new().fill(refusal::SAYS, &[("status", status.text()), ("reason", reason.as_str())]);
    let number = match statement.line(feature) {
        Some(number) => number,
        None => 0,
    };
    let mut place = Message::new().text(statement.file()).text(":").number(number as u64);
    if let Some(link) = statement.link(feature) {
        place = place.text(", ").text(link.page).text("#").text(link.anchor);
    }
    finish(head, &says, &place, &Message::new().fill(why.help, facts))
}

/// Appends a reason, the place that it is about, and what to do.
const fn told(head: &Message, why: &Refusal, place: &Message, facts: &[(&str, &str)]) -> Message {
    finish(head, &Message::new().fill(why.reason, facts), place, &Message::new().fill(why.help, facts))
}

const fn finish(head: &Message, reason: &Message, place: &Message, help: &Message) -> Message {
    let mut message = head.text("\n  ").text(reason.as_str());
    if !place.is_empty() {
        message = message.text("\n  ").text(place.as_str());
    }
    message.text("\n  help: ").text(help.as_str())
}

/// Which document it is.
const fn document<S: Set>(statement: Statement<S>) -> Message {
    let file = Message::new().text(statement.file());
    match statement.release().page {
        Some(page) => file.text(", ").text(page),
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
    let mut run: Option<usize> = None;
    let mut place = 0;
    while place <= S::STATEMENTS.len() {
        let listed = place < S::STATEMENTS.len() && S::STATEMENTS[place].status(feature).is_some();
        match (run, listed) {
            (None, true) => run = Some(place),
            (Some(first), false) => {
                releases = releases.separate(", ").text(S::RELEASES[first].version_text);
                if first + 1 < place {
                    releases = releases.text(" to ").text(S::RELEASES[place - 1].version_text);
                }
                run = None;
            }
            _ => {}
        }
        place += 1;
    }
    releases
}
