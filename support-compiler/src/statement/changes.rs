//! What changed between two statements.

use super::features::{ParsedFeature, ParsedStatement};
use super::label::{ParsedLabel, ParsedSecurityContact};
use super::prose::Prose;
use super::prose_changes::{self, ProseChange};
use super::renames::{self, Likeness};
use crate::official::Row;
use std::collections::{HashMap, HashSet};
use xen_support_data::{Beside, Bound, Level, Limit, Loss, Security};

/// What changed between two statements.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Comparison<'s> {
    /// The rows of Xen's matrix that differ and are no features: those of the Release Support, and of definitions below a
    /// feature.
    pub rows: Vec<RowChange<'s>>,
    /// The features about which they differ: in the order of the newer statement, then those that were dropped in the
    /// order of the older one.
    pub features: Vec<Change<'s>>,
    /// The prose in which they differ, by kind, about the features that both list. What stands beside a feature that
    /// came or went is not in it.
    pub prose: Vec<ProseChange<'s>>,
    /// The labels that they define differently: the old definition, if there was one, and the new one, if there is one.
    pub labels: Vec<[Option<&'s ParsedLabel>; 2]>,
    /// The projects of the external security support that came, went or have another address: old and new.
    pub contacts: Vec<[Option<&'s ParsedSecurityContact>; 2]>,
}

/// A row of Xen's matrix that is no feature, and has another value, or is in one matrix only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct RowChange<'s> {
    /// The key of the row: `release-support--xen-version`.
    pub key: &'s str,
    /// Its name: `Xen-Version`.
    pub name: &'s str,
    /// The old value; `None` if only the newer matrix has the row. Where only the address of the release notes differs, the
    /// address.
    pub old: Option<&'s str>,
    /// The new value; `None` if only the older matrix has the row.
    pub new: Option<&'s str>,
}

impl RowChange<'_> {
    /// Whether it is a row of the Release Support.
    #[must_use]
    pub fn is_of_the_release(&self) -> bool {
        self.key.starts_with("release-support--")
    }

    /// Whether the row may take security support away: it is new or has another value, and speaks of support.
    #[must_use]
    pub fn may_withhold_security(&self) -> bool {
        let says = |text: &str| Prose::whole(text).speaks_of_support();
        !self.is_of_the_release() && self.new.is_some_and(|value| says(value) || says(self.name))
    }
}

/// How a feature changed between two statements.
///
/// The enum is closed on purpose: a further kind is a breaking change, so match it without a wildcard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ChangeKind {
    /// Only the newer statement lists it, with security support.
    Added,
    /// Only the newer statement lists it, and rules that it is not security supported, or only under conditions: by its
    /// status, up to a limit, or with caveats that speak of support.
    NewlyRuled,
    /// Only the older statement lists it.
    Dropped,
    /// It has another name. If its key is another one, too, that is a guess: one feature went, and one that is like it
    /// came.
    Renamed,
    /// Its status grants more, and nothing less.
    Raised,
    /// Its status no longer grants something that it granted, whatever it grants instead.
    Lowered,
    /// Its status has another text, which grants the same.
    Reworded,
    /// Its status is the same, but caveats, exceptions or prose of its section stand beside it now and did not before, or
    /// the other way round.
    Beside,
}

/// A feature about which two statements differ.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Change<'s> {
    /// How it changed.
    pub kind: ChangeKind,
    /// The feature in the older statement; `None` if it was added or newly ruled.
    pub old: Option<&'s ParsedFeature>,
    /// The feature in the newer statement; `None` if it was dropped.
    pub new: Option<&'s ParsedFeature>,
    /// What it lost; `None` unless it was lowered, or renamed and lowered. Of several losses, the most basic.
    pub loss: Option<Loss>,
    /// What stands beside its status in the older statement; nothing if it was added.
    pub old_beside: Beside,
    /// What stands beside its status in the newer statement; nothing if it was dropped.
    pub new_beside: Beside,
    /// Whether the names differ in more than how they are spelt.
    has_another_name: bool,
}

impl Change<'_> {
    /// Whether security support is taken away: the feature lost it, by the Xen Project or others; has it under
    /// conditions, or up to a limit, that were not there; or is newly ruled to have none or less, and was not listed.
    ///
    /// A dropped feature lost what it had. One that was renamed did as well, if that is a guess by words that both names
    /// share: the new name may cover less. A new feature that is experimental or a tech preview takes nothing away, nor
    /// does one that the new statement says is not implemented or does not work.
    #[must_use]
    pub fn loses_security(&self) -> bool {
        match (self.old, self.new) {
            (None, None) => false,
            (None, Some(new)) => self.kind == ChangeKind::NewlyRuled && withholds(new),
            (Some(old), None) => old.status.security != Security::No,
            (Some(old), Some(new)) => {
                let is_secured = old.status.security != Security::No;
                new.status.grant().loses_security_since(&old.status.grant())
                    || (is_secured && has_lower_limit(old.status.limit, new.status.limit))
                    || (is_secured && self.has_another_name)
            }
        }
    }

    /// Whether that the feature was renamed is a guess: its key is another one.
    #[must_use]
    pub fn is_guess(&self) -> bool {
        matches!((self.old, self.new), (Some(old), Some(new)) if old.key != new.key)
    }

    /// Whether the feature has a status that is not understood, and that it did not have before.
    #[must_use]
    pub fn is_newly_unknown(&self) -> bool {
        self.new
            .is_some_and(|new| !new.status.understood && self.old.is_none_or(|old| old.status.text != new.status.text))
    }
}

/// Whether a feature that is newly ruled may have been taken for more than its status says. That of an experimental
/// feature, a tech preview, or one that is not there says no less than could be expected.
fn withholds(new: &ParsedFeature) -> bool {
    let label = new.status.label.as_ref().map(|label| label.name.as_str());
    match new.status.level {
        Level::Experimental | Level::TechPreview => false,
        Level::Supported => true,
        Level::None => !matches!(label, Some("Not functional" | "Not implemented")),
    }
}

/// Whether less is security supported than before.
fn has_lower_limit(old: Option<Limit>, new: Option<Limit>) -> bool {
    let covers = |new: Bound, old: Bound| match new.number.cmp(&old.number) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => new.inclusive || !old.inclusive,
        std::cmp::Ordering::Greater => true,
    };
    match (old, new) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(old), Some(new)) => old.unit != new.unit || !covers(new.security_supported, old.security_supported),
    }
}

/// Whether a feature that is listed for the first time is so with a restriction.
fn is_ruled(feature: &ParsedFeature) -> bool {
    let caveats = feature.heading.prose_of_caveats();
    feature.status.security != Security::Yes || feature.status.limit.is_some() || caveats.speaks_of_support()
}

/// Compares two statements. Features are matched by their keys, as in Xen's own matrix; where one went and a like one
/// came, it is guessed that it was renamed. A label means what each document defines, so a status may be raised or lowered
/// without being reworded. Prose is compared by its words; where one of the documents has only digests of it, by these.
///
/// Cost: linear in the number of features and the length of the prose, and a look at each pair of a dropped and an added
/// feature, as long as there are not too many of them.
#[must_use]
pub fn compare<'s>(old: &'s ParsedStatement, new: &'s ParsedStatement) -> Comparison<'s> {
    let features = compare_all_features(old, new);
    let mut renamed = HashMap::new();
    for change in &features {
        if let (Some(old), Some(new)) = (change.old, change.new) {
            if old.heading.anchor != new.heading.anchor {
                renamed.entry(&*new.heading.anchor).or_insert(&*old.heading.anchor);
            }
        }
    }
    let prose = prose_changes::compare(old, new, &renamed);
    let labels = |statement: &'s ParsedStatement| statement.labels.iter().map(|label| &**label);
    Comparison {
        rows: compare_rows(old, new),
        features,
        prose,
        labels: differing(labels(old), labels(new), |label| &label.name),
        contacts: differing(old.security_contacts.iter(), new.security_contacts.iter(), |contact| &contact.name),
    }
}

/// A feature of one of the statements, and what stands beside its status.
type Side<'s> = (&'s ParsedFeature, Beside);

fn compare_all_features<'s>(old: &'s ParsedStatement, new: &'s ParsedStatement) -> Vec<Change<'s>> {
    let sides = |statement: &'s ParsedStatement| statement.features.iter().zip(statement.beside());
    let mut before: HashMap<&str, Side<'_>> = sides(old).map(|side| (&*side.0.key, side)).collect();
    let pairs: Vec<(Option<Side<'_>>, Side<'_>)> = sides(new).map(|new| (before.remove(&*new.0.key), new)).collect();
    let gone: Vec<Side<'_>> = sides(old).filter(|(feature, _)| before.contains_key(&*feature.key)).collect();
    let came: Vec<&ParsedFeature> = pairs.iter().filter(|(old, _)| old.is_none()).map(|(_, new)| new.0).collect();
    let gone_features: Vec<&ParsedFeature> = gone.iter().map(|side| side.0).collect();
    let guesses = renames::guess(&gone_features, &came);
    let renamed: HashMap<&str, (Side<'_>, Likeness)> =
        guesses.iter().map(|rename| (&*came[rename.new].key, (gone[rename.old], rename.likeness))).collect();
    let mut changes = Vec::new();
    for (old, new) in pairs {
        match (old, renamed.get(&*new.0.key)) {
            (Some(old), _) => changes.extend(compare_features(old, new)),
            (None, Some((old, likeness))) => {
                let loss = new.0.status.grant().loss_since(&old.0.status.grant());
                let change = Change::new(ChangeKind::Renamed, Some(*old), Some(new), loss);
                changes.push(Change { has_another_name: *likeness == Likeness::Words, ..change });
            }
            (None, None) => {
                let kind = if is_ruled(new.0) { ChangeKind::NewlyRuled } else { ChangeKind::Added };
                changes.push(Change::new(kind, None, Some(new), None));
            }
        }
    }
    let mut is_renamed = vec![false; gone.len()];
    for rename in &guesses {
        is_renamed[rename.old] = true;
    }
    let dropped = gone.into_iter().zip(is_renamed).filter(|(_, is_renamed)| !is_renamed);
    changes.extend(dropped.map(|(old, _)| Change::new(ChangeKind::Dropped, Some(old), None, None)));
    changes
}

impl<'s> Change<'s> {
    fn new(kind: ChangeKind, old: Option<Side<'s>>, new: Option<Side<'s>>, loss: Option<Loss>) -> Self {
        let [(old, old_beside), (new, new_beside)] = [old, new].map(|side| match side {
            Some((feature, beside)) => (Some(feature), beside),
            None => (None, Beside::default()),
        });
        Self { kind, old, new, loss, old_beside, new_beside, has_another_name: false }
    }
}

/// The change of a feature that both statements list; `None` if nothing changed.
fn compare_features<'s>(old: Side<'s>, new: Side<'s>) -> Option<Change<'s>> {
    let [before, now] = [old, new].map(|(feature, _)| feature.status.grant());
    let name = |(feature, _): Side<'s>| (&feature.heading.title, &feature.implementation);
    let loss = now.loss_since(&before);
    let kind = if loss.is_some() {
        ChangeKind::Lowered
    } else if before.loss_since(&now).is_some() {
        ChangeKind::Raised
    } else if old.0.status.text != new.0.status.text {
        ChangeKind::Reworded
    } else if old.1 != new.1 {
        ChangeKind::Beside
    } else if name(old) != name(new) {
        ChangeKind::Renamed
    } else {
        return None;
    };
    Some(Change::new(kind, Some(old), Some(new), loss))
}

/// The rows that differ and are no features.
fn compare_rows<'s>(old: &'s ParsedStatement, new: &'s ParsedStatement) -> Vec<RowChange<'s>> {
    let features = old.features.iter().chain(&new.features);
    let features: HashSet<&str> = features.map(|feature| &*feature.key).collect();
    let others = |statement: &'s ParsedStatement| statement.rows().iter().filter(|row| !features.contains(&*row.key));
    let mut before: HashMap<&str, &Row> = others(old).map(|row| (row.key.as_str(), row)).collect();
    let mut pairs: Vec<_> = others(new).map(|row| (row, [before.remove(row.key.as_str()), Some(row)])).collect();
    pairs.extend(others(old).filter(|row| before.contains_key(&*row.key)).map(|row| (row, [Some(row), None])));
    let links = [old, new].map(|statement| statement.release.release_notes.as_deref());
    let change = |(row, sides): (&'s Row, [Option<&'s Row>; 2])| {
        let [mut old, mut new] = sides.map(|side| side.map(|row| row.value.as_str()));
        if old == new && sides.iter().flatten().any(|row| row.name == RELEASE_NOTES) {
            [old, new] = links;
        }
        (old != new).then_some(RowChange { key: &row.key, name: &row.name, old, new })
    };
    pairs.into_iter().filter_map(change).collect()
}

/// The term of the Release Support whose definition is a link.
const RELEASE_NOTES: &str = "Release Notes";

/// What is not the same in two lists, by name: in the order of the newer list, then what only the older one has.
fn differing<'s, T: PartialEq + 's>(
    old: impl Iterator<Item = &'s T> + Clone,
    new: impl Iterator<Item = &'s T>,
    name: impl Fn(&'s T) -> &'s str,
) -> Vec<[Option<&'s T>; 2]> {
    let mut before: HashMap<&str, &T> = old.clone().map(|item| (name(item), item)).collect();
    let pairs = new.map(|item| [before.remove(name(item)), Some(item)]);
    let mut differing: Vec<_> = pairs.filter(|[old, new]| old != new).collect();
    differing.extend(old.filter(|item| before.contains_key(name(item))).map(|item| [Some(item), None]));
    differing
}

#[cfg(test)]
mod tests;
