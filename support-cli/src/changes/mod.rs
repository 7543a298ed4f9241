//! Changes between two statements, as people read them.

mod class;
mod data;
mod other;
mod text;

pub(crate) use class::Class;
pub(crate) use data::{ChangesData, kind_name};
pub(crate) use other::OtherChange;

use crate::names;
use xen_support_compiler::{Change, Comparison, ParsedFeature, ParsedRelease, ParsedStatement, compare};
use xen_support_data::{Date, Life, Security};

/// What changed between two statements.
pub(crate) struct Changes<'s> {
    pub(crate) compared: Comparison<'s>,
    /// What each page says of its release.
    releases: [&'s ParsedRelease; 2],
    /// The day on which security support is judged.
    on: Date,
    /// Where the day lies in the life of each release.
    pub(crate) lives: [Life; 2],
    /// How many features have security support by the older page, and lose none by the newer one.
    secured: usize,
}

impl<'s> Changes<'s> {
    pub(crate) fn new(old: &'s ParsedStatement, new: &'s ParsedStatement, on: Date) -> Self {
        let compared = compare(old, new);
        let secured = old.features.iter().filter(|feature| feature.status.security != Security::No).count();
        let lost = compared.features.iter().filter(|change| change.old.is_some() && change.loses_security()).count();
        Self {
            compared,
            releases: [&old.release, &new.release],
            on,
            lives: [old, new].map(|statement| statement.release.life_on(on)),
            secured: secured.saturating_sub(lost),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        let Comparison { rows, features, prose, labels, contacts, .. } = &self.compared;
        [rows.len(), features.len(), prose.len(), labels.len(), contacts.len()].iter().all(|count| *count == 0)
    }

    /// The values of the Release Support that differ, each as its key, the old value and the new one.
    pub(crate) fn release(&self) -> impl Iterator<Item = [&'s str; 3]> {
        let rows = self.compared.rows.iter().filter(|row| row.is_of_the_release());
        rows.map(|row| [row.name, row.old.unwrap_or("-"), row.new.unwrap_or("-")])
    }

    /// Old and new security support of the release itself, in words, if one has some on the day and the other has none.
    pub(crate) fn life_change(&self) -> Option<[String; 2]> {
        let [old, new] = self.lives;
        (old.is_current() != new.is_current()).then(|| [old.to_string(), new.to_string()])
    }

    /// How many features lose security support just because the newer release, unlike the older one, has none on the
    /// day.
    pub(crate) fn lost_with_the_release(&self) -> usize {
        match self.lives {
            [old, new] if old.is_current() && !new.is_current() => self.secured,
            [_, _] => 0,
        }
    }
}

/// The name of the feature that changed: `x86/PVH, domU`, or the title alone. For one that was renamed, both names.
pub(crate) fn feature_name(change: &Change<'_>) -> String {
    let name = |feature: &ParsedFeature| names::feature_name(&feature.heading.title, &feature.implementation);
    match [change.old, change.new].map(|side| side.map(name)) {
        [Some(old), Some(new)] if old != new => format!("{old} -> {new}"),
        [old, new] => new.or(old).unwrap_or_default(),
    }
}

/// What the feature lost, in words: ``no longer meets `supported` ``. Where the new status is not understood, only that it
/// grants nothing is known.
pub(crate) fn loss_in_words(change: &Change<'_>) -> Option<String> {
    let loss = change.loss?;
    let is_understood = change.new.is_none_or(|new| new.status.understood);
    Some(if is_understood { loss.to_string() } else { "grants nothing".to_owned() })
}
