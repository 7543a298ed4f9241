//! What changed between two statements.

use super::features::{ParsedFeature, ParsedStatement};
use std::collections::HashMap;
use xen_support_data::{Grant, Level, Loss, Security};

/// How a feature changed between two statements.
///
/// The enum is closed on purpose: a further kind is a breaking change, so match it without a wildcard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ChangeKind {
    /// Only the newer statement lists it.
    Added,
    /// Only the older statement lists it.
    Dropped,
    /// Its status grants more, and nothing less.
    Raised,
    /// Its status no longer grants something that it granted, whatever it grants instead.
    Lowered,
    /// Its status has another text, which grants the same.
    Reworded,
    /// Its status is the same, but it has caveats now and had none before, or the other way round.
    Caveats,
}

/// A feature about which two statements differ.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Change<'s> {
    /// How it changed.
    pub kind: ChangeKind,
    /// The feature in the older statement; `None` if it was added.
    pub old: Option<&'s ParsedFeature>,
    /// The feature in the newer statement; `None` if it was dropped.
    pub new: Option<&'s ParsedFeature>,
    /// What it lost; `None` unless it was lowered. Of several losses, the most basic.
    pub loss: Option<Loss>,
}

impl Change<'_> {
    /// Whether the feature lost security support: by the Xen Project or others, without conditions or under some. A
    /// dropped feature lost what it had.
    #[must_use]
    pub fn loses_security(&self) -> bool {
        let Some(old) = self.old else { return false };
        let nothing = Grant::new(Level::None, Security::No, None, false);
        self.new.map_or(nothing, |new| new.status.grant()).loses_security_since(&old.status.grant())
    }
}

/// Compares two statements: the changes in the order of the newer statement, then the dropped features in the order of
/// the older one. Features are matched by their keys, as in Xen's own matrix, so a feature whose heading was reworded
/// counts as dropped and added.
///
/// A label means what each document defines, so a status may be raised or lowered without being reworded.
///
/// Cost: linear in the number of features.
#[must_use]
pub fn compare<'s>(old: &'s ParsedStatement, new: &'s ParsedStatement) -> Vec<Change<'s>> {
    let mut before: HashMap<&str, &ParsedFeature> =
        old.features.iter().map(|feature| (&*feature.key, feature)).collect();
    let mut changes = Vec::new();
    for feature in &new.features {
        match before.remove(&*feature.key) {
            None => changes.push(Change { kind: ChangeKind::Added, old: None, new: Some(feature), loss: None }),
            Some(old) => changes.extend(compare_features(old, feature)),
        }
    }
    let dropped = old.features.iter().filter(|feature| before.contains_key(&*feature.key));
    changes.extend(dropped.map(|old| Change { kind: ChangeKind::Dropped, old: Some(old), new: None, loss: None }));
    changes
}

/// The change of a feature that both statements list; `None` if nothing changed.
fn compare_features<'s>(old: &'s ParsedFeature, new: &'s ParsedFeature) -> Option<Change<'s>> {
    let (before, now) = (old.status.grant(), new.status.grant());
    let loss = now.loss_since(&before);
    let kind = if loss.is_some() {
        ChangeKind::Lowered
    } else if before.loss_since(&now).is_some() {
        ChangeKind::Raised
    } else if old.status.text != new.status.text {
        ChangeKind::Reworded
    } else if old.heading.caveats.is_empty() != new.heading.caveats.is_empty() {
        ChangeKind::Caveats
    } else {
        return None;
    };
    Some(Change { kind, old: Some(old), new: Some(new), loss })
}

#[cfg(test)]
mod tests {
    use super::{ChangeKind, compare};
    use crate::diagnostic::Source;
    use crate::statement::ParsedStatement;

    const LABELS: &str = include_str!("../../tests/diagnostics/fragment_indent.md");

    fn statement(features: &str) -> ParsedStatement {
        let text = LABELS.replace("      Status: Supported\n", features);
        ParsedStatement::parse(&Source::new("SUPPORT.md", text)).0.unwrap()
    }

    fn kinds(old: &str, new: &str) -> Vec<(ChangeKind, Option<String>, bool)> {
        let (old, new) = (statement(old), statement(new));
        let changes = compare(&old, &new);
        changes
            .iter()
            .map(|change| (change.kind, change.loss.map(|loss| loss.to_string()), change.loses_security()))
            .collect()
    }

    fn status(old: &str, new: &str) -> Vec<(ChangeKind, Option<String>, bool)> {
        let line = |text| format!("    Status: {text}\n");
        kinds(&line(old), &line(new))
    }

    fn lowered(loss: &str, security: bool) -> Vec<(ChangeKind, Option<String>, bool)> {
        vec![(ChangeKind::Lowered, Some(loss.to_owned()), security)]
    }

    #[test]
    fn a_feature_is_raised_only_if_nothing_is_lost() {
        assert_eq!(status("Experimental", "Supported"), [(ChangeKind::Raised, None, false)]);
        assert_eq!(status("Supported up to 4", "Supported up to 8"), [(ChangeKind::Raised, None, false)]);
        assert_eq!(status("Supported, with caveats", "Supported"), [(ChangeKind::Raised, None, false)]);
        let external = "is no longer security_supported by anyone";
        assert_eq!(status("Supported, security support external", "Supported, with caveats"), lowered(external, true));
    }

    #[test]
    fn a_lowered_feature_names_its_loss() {
        assert_eq!(status("Supported", "Experimental"), lowered("is no longer tech_preview", true));
        let security = "is no longer security_supported";
        assert_eq!(status("Supported", "Supported, not security supported"), lowered(security, true));
        assert_eq!(status("Supported", "Supported, with caveats"), lowered(security, true));
        assert_eq!(status("Supported up to 8", "Supported up to 4"), lowered("has a lower limit", false));
        assert_eq!(status("Supported", "Supported up to 4"), lowered("now has a limit", false));
    }

    #[test]
    fn reworded_statuses_and_changed_caveats_are_distinguished() {
        assert_eq!(status("Supported", "Supported"), []);
        assert_eq!(status("Supported", "Security supported"), [(ChangeKind::Reworded, None, false)]);
        assert_eq!(status("Supported", "Supported\n\nBut beware."), [(ChangeKind::Caveats, None, false)]);
        assert_eq!(status("Supported\n\nBut", "Supported\n\nHowever"), []);
    }

    #[test]
    fn dropped_features_come_last_and_may_lose_security_support() {
        let old = "    Status, a: Supported\n    Status, b: Experimental\n    Status, c: Supported\n";
        let new = "    Status, c: Supported\n    Status, d: Supported\n";
        let expected =
            [(ChangeKind::Added, None, false), (ChangeKind::Dropped, None, true), (ChangeKind::Dropped, None, false)];
        assert_eq!(kinds(old, new), expected);
    }
}
