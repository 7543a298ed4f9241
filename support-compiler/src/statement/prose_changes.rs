//! What changed in the prose between two statements.

use super::features::{FeatureHeading, ParsedFeature, ParsedStatement};
use super::prose::{self, Difference, Digest, Prose};
use super::section::{self, ParsedSectionProse};
use std::collections::{HashMap, HashSet};
use xen_support_data::Security;

/// Where prose stands.
///
/// The enum is closed on purpose: a further kind is a breaking change, so match it without a wildcard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ProseKind {
    /// Below the statuses of a heading.
    Caveats,
    /// Above the statuses of a heading.
    Description,
    /// Below a heading without a status, about the features below it or about all.
    Section,
    /// In the definitions of labels and words, or in the Release Support.
    Definitions,
}

/// Prose that two statements have otherwise, or only one of them has.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ProseChange<'s> {
    /// Where it stands.
    pub kind: ProseKind,
    /// The text of the heading that it stands below, in the newer statement if that has the heading.
    pub title: &'s str,
    /// The sentences that only the older statement has. Empty where one of the pages has a digest alone, so that only
    /// the fact of a change is known.
    pub removed: Vec<String>,
    /// The sentences that only the newer statement has. Empty where one of the pages has a digest alone.
    pub added: Vec<String>,
    /// Whether the change may take security support from a feature that had some: a sentence that speaks of support came,
    /// or a promise went, and was not just worded anew. If only digests are there, whether anything changed in the
    /// sentences that speak of support.
    pub may_withhold_security: bool,
}

/// Compares the prose of two statements. `renamed` has the old headings of those that were renamed, by the new anchors.
pub(super) fn compare<'s>(
    old: &'s ParsedStatement,
    new: &'s ParsedStatement,
    renamed: &HashMap<&'s str, &'s str>,
) -> Vec<ProseChange<'s>> {
    let sides = Sides { old, new, renamed, secured: secured(old, new) };
    let mut changes = sides.headings();
    changes.extend(sides.sections());
    changes.extend(sides.definitions());
    changes.sort_by_key(|change| change.kind);
    changes
}

/// The anchors of the headings that have, or stand above, a feature that had security support by the older statement.
fn secured<'s>(old: &'s ParsedStatement, new: &'s ParsedStatement) -> HashSet<&'s str> {
    let is_secured = |feature: &&ParsedFeature| feature.status.security != Security::No;
    let keys: HashSet<&str> = old.features.iter().filter(is_secured).map(|feature| &*feature.key).collect();
    let features = old.features.iter().chain(&new.features).filter(|feature| keys.contains(&*feature.key));
    let anchors = |heading: &'s FeatureHeading| heading.above.iter().chain([&heading.anchor]).map(|anchor| &**anchor);
    features.flat_map(|feature| anchors(&feature.heading)).collect()
}

struct Sides<'s, 'r> {
    old: &'s ParsedStatement,
    new: &'s ParsedStatement,
    renamed: &'r HashMap<&'s str, &'s str>,
    secured: HashSet<&'s str>,
}

impl<'s> Sides<'s, '_> {
    /// The caveats and descriptions of the headings that both have, in the order of the newer statement.
    fn headings(&self) -> Vec<ProseChange<'s>> {
        let before: HashMap<&str, &FeatureHeading> =
            self.old.features.iter().map(|feature| (&*feature.heading.anchor, &*feature.heading)).collect();
        let mut changes = Vec::new();
        let mut last = "";
        for feature in &self.new.features {
            let new = &*feature.heading;
            if *last == *new.anchor {
                continue;
            }
            last = &new.anchor;
            let anchor = self.renamed.get(last).copied().unwrap_or(last);
            let Some(old) = before.get(anchor) else { continue };
            let caveats = [old, new].map(FeatureHeading::prose_of_caveats);
            let descriptions = [old, new].map(FeatureHeading::prose_of_description);
            let kinds = [(ProseKind::Caveats, caveats, descriptions), (ProseKind::Description, descriptions, caveats)];
            for (kind, [old, new], elsewhere) in kinds {
                let difference = prose::compare(old, new, elsewhere.map(|prose| prose.text));
                let change =
                    |difference| change(kind, &feature.heading.title, difference, self.secured.contains(anchor));
                changes.extend(difference.map(change));
            }
        }
        changes
    }

    /// The prose of sections.
    fn sections(&self) -> Vec<ProseChange<'s>> {
        let [old, new] = [self.old, self.new].map(|statement| statement.section_prose.as_slice());
        let digests = |sections: &'s [ParsedSectionProse]| -> HashSet<Option<Digest>> {
            sections.iter().map(|section| as_prose(section).digest()).collect()
        };
        let (before, now) = (digests(old), digests(new));
        let is_kept = |pair: &[Option<&ParsedSectionProse>; 2]| match pair {
            // Its heading may have been reworded.
            [None, Some(section)] => before.contains(&as_prose(section).digest()),
            [Some(section), None] => now.contains(&as_prose(section).digest()),
            [_, _] => false,
        };
        let is_secured = |section: &ParsedSectionProse| {
            if section.has_features { self.secured.contains(&*section.anchor) } else { !self.secured.is_empty() }
        };
        let pairs = pairs(old.iter(), new.iter()).into_iter().filter(|pair| !is_kept(pair));
        pairs.filter_map(|pair| section_change(ProseKind::Section, pair, is_secured)).collect()
    }

    /// The prose that is about no feature: that of the Release Support, and that of the definitions: by heading, or all
    /// together where one of the pages has a digest alone.
    fn definitions(&self) -> Vec<ProseChange<'s>> {
        let [old, new] = [self.old, self.new].map(|statement| statement.other_prose.as_slice());
        let is_secured = !self.secured.is_empty();
        let release = [old, new].map(section::release_support);
        let of_section = |pair| section_change(ProseKind::Definitions, pair, |_| is_secured);
        let mut changes: Vec<_> = of_section(release).into_iter().collect();
        let definitions = [old, new].map(section::definitions);
        if definitions.iter().flatten().all(|section| section.recorded.is_none()) {
            let [old, new] = &definitions;
            changes.extend(pairs(old.iter().copied(), new.iter().copied()).into_iter().filter_map(of_section));
            return changes;
        }
        let [old, new] = definitions.map(|sections| Prose { text: "", recorded: section::digest_of_all(&sections) });
        let title = "Format and definitions";
        let difference = prose::compare(old, new, ["", ""]);
        changes.extend(difference.map(|difference| change(ProseKind::Definitions, title, difference, is_secured)));
        changes
    }
}

/// The sections of two statements by their anchors, in the order of the newer one, and then what only the older one has.
fn pairs<'s>(
    old: impl Iterator<Item = &'s ParsedSectionProse> + Clone,
    new: impl Iterator<Item = &'s ParsedSectionProse>,
) -> Vec<[Option<&'s ParsedSectionProse>; 2]> {
    let mut before: HashMap<&str, &ParsedSectionProse> =
        old.clone().map(|section| (&*section.anchor, section)).collect();
    let mut pairs: Vec<_> = new.map(|section| [before.remove(&*section.anchor), Some(section)]).collect();
    pairs.extend(old.filter(|section| before.contains_key(&*section.anchor)).map(|section| [Some(section), None]));
    pairs
}

/// What changed in a section; `None` if nothing did.
fn section_change(
    kind: ProseKind,
    pair: [Option<&ParsedSectionProse>; 2],
    is_secured: impl Fn(&ParsedSectionProse) -> bool,
) -> Option<ProseChange<'_>> {
    let [old, new] = pair.map(|section| section.map_or(Prose::whole(""), as_prose));
    let difference = prose::compare(old, new, ["", ""])?;
    let is_secured = pair.into_iter().flatten().any(is_secured);
    let [old, new] = pair;
    Some(change(kind, &new.or(old)?.title, difference, is_secured))
}

fn as_prose(section: &ParsedSectionProse) -> Prose<'_> {
    Prose { text: &section.prose, recorded: section.recorded }
}

/// A change of prose about features of which some had security support, or none.
fn change(kind: ProseKind, title: &str, difference: Difference, is_secured: bool) -> ProseChange<'_> {
    let Difference { removed, added, may_withhold } = difference;
    ProseChange { kind, title, removed, added, may_withhold_security: may_withhold && is_secured }
}
