//! The facts that messages name: releases, documents and features.

use crate::lookup::equal;
use crate::model::{Feature, Link, Set, Statement};
use crate::text::{LONGEST_FACT, Message};

/// Where a feature's status stands.
pub(super) const fn place<S: Set>(statement: Statement<S>, feature: Feature<S>) -> Message {
    let line = match statement.line(feature) {
        Some(line) => line,
        None => 0,
    };
    let at = Message::new().push(statement.file()).push(":").number(line as u64);
    match statement.link(feature) {
        Some(Link { page, anchor }) => at.push(", ").push(page).push("#").push(anchor),
        None => at,
    }
}

/// The name of a release: `Xen 4.18`, or the version alone on a page that is not the Xen Project's.
pub(super) const fn release_name<S: Set>(statement: Statement<S>) -> Message {
    let [xen, version] = statement.name_parts();
    Message::new().push(xen).push(version)
}

/// The name of a document, and its address if it has one.
pub(super) const fn document<S: Set>(statement: Statement<S>) -> Message {
    let file = Message::new().push(statement.file());
    match statement.release().url {
        Some(url) => file.push(", ").push(url),
        None => file,
    }
}

pub(super) const fn name<S: Set>(feature: Feature<S>) -> Message {
    Message::new().name(feature.title(), feature.implementation())
}

/// The names of all features with that title: of those that the statement lists, or of the whole set if there is none. As
/// many as a message shows.
pub(super) const fn implementations_in<S: Set>(statement: Option<Statement<S>>, title: &str) -> Message {
    let mut names = Message::new();
    let mut row = 0;
    while row < Feature::<S>::COUNT && names.len() < LONGEST_FACT {
        if S::NAMES.has_title(row, title) {
            let feature = Feature::<S>::at(row);
            let counts = match statement {
                Some(statement) => statement.status(feature).is_some(),
                None => true,
            };
            if counts {
                names = names.separate("; ").name(feature.title(), feature.implementation());
            }
        }
        row += 1;
    }
    names
}

/// The exceptions from a feature, by name. As many as a message shows.
pub(super) const fn exceptions_from<S: Set>(statement: Statement<S>, feature: Feature<S>) -> Message {
    let mut names = Message::new();
    let Some(status) = statement.status(feature) else {
        return names;
    };
    // By status, since there may be many more implementations than statuses.
    let is_less = status.are_less();
    let mut row = 0;
    while row < Feature::<S>::COUNT && names.len() < LONGEST_FACT {
        let other = Feature::<S>::at(row);
        if let Some(status) = statement.status(other) {
            if is_less[status.index()] && equal(other.anchor().as_bytes(), feature.anchor().as_bytes()) {
                names = names.separate("; ").name(other.title(), other.implementation());
            }
        }
        row += 1;
    }
    names
}

/// The releases that list a feature. Releases that follow each other are written as `4.19 to 4.22`.
pub(super) const fn releases_that_list<S: Set>(feature: Feature<S>) -> Message {
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
