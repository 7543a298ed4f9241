//! What changed between two statements.

use super::features::{ParsedFeature, ParsedStatement};
use std::collections::HashMap;
use xen_support_data::{Beside, Grant, Level, Loss, Security};

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
    /// The feature in the older statement; `None` if it was added.
    pub old: Option<&'s ParsedFeature>,
    /// The feature in the newer statement; `None` if it was dropped.
    pub new: Option<&'s ParsedFeature>,
    /// What it lost; `None` unless it was lowered. Of several losses, the most basic.
    pub loss: Option<Loss>,
    /// What stands beside its status in the older statement; nothing if it was added.
    pub old_beside: Beside,
    /// What stands beside its status in the newer statement; nothing if it was dropped.
    pub new_beside: Beside,
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
    let sides = |statement: &'s ParsedStatement| statement.features.iter().zip(statement.beside());
    let mut before: HashMap<&str, Side<'_>> = sides(old).map(|side| (&*side.0.key, side)).collect();
    let mut changes = Vec::new();
    for new in sides(new) {
        match before.remove(&*new.0.key) {
            None => changes.push(Change::new(ChangeKind::Added, None, Some(new), None)),
            Some(old) => changes.extend(compare_features(old, new)),
        }
    }
    let dropped = sides(old).filter(|(feature, _)| before.contains_key(&*feature.key));
    changes.extend(dropped.map(|old| Change::new(ChangeKind::Dropped, Some(old), None, None)));
    changes
}

/// A feature of one of the statements, and what stands beside its status.
type Side<'s> = (&'s ParsedFeature, Beside);

impl<'s> Change<'s> {
    fn new(kind: ChangeKind, old: Option<Side<'s>>, new: Option<Side<'s>>, loss: Option<Loss>) -> Self {
        let [(old, old_beside), (new, new_beside)] = [old, new].map(|side| match side {
            Some((feature, beside)) => (Some(feature), beside),
            None => (None, Beside::default()),
        });
        Self { kind, old, new, loss, old_beside, new_beside }
    }
}

/// The change of a feature that both statements list; `None` if nothing changed.
fn compare_features<'s>(old: Side<'s>, new: Side<'s>) -> Option<Change<'s>> {
    let [before, now] = [old, new].map(|(feature, _)| feature.status.grant());
    let loss = now.loss_since(&before);
    let kind = if loss.is_some() {
        ChangeKind::Lowered
    } else if before.loss_since(&now).is_some() {
        ChangeKind::Raised
    } else if old.0.status.text != new.0.status.text {
        ChangeKind::Reworded
    } else if old.1 != new.1 {
        ChangeKind::Beside
    } else {
        return None;
    };
    Some(Change::new(kind, Some(old), Some(new), loss))
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
        let external = "no longer meets `security_supported by anyone`";
        assert_eq!(status("Supported, security support external", "Supported, with caveats"), lowered(external, true));
    }

    #[test]
    fn a_lowered_feature_names_its_loss() {
        assert_eq!(status("Supported", "Experimental"), lowered("no longer meets `tech_preview`", true));
        let security = "no longer meets `security_supported`";
        assert_eq!(status("Supported", "Supported, not security supported"), lowered(security, true));
        assert_eq!(status("Supported", "Supported, with caveats"), lowered(security, true));
        assert_eq!(status("Supported up to 8", "Supported up to 4"), lowered("has a lower limit", false));
        assert_eq!(status("Supported", "Supported up to 4"), lowered("now has a limit", false));
    }

    #[test]
    fn reworded_statuses_and_what_changed_beside_them_are_distinguished() {
        assert_eq!(status("Supported", "Supported"), []);
        assert_eq!(status("Supported", "Security supported"), [(ChangeKind::Reworded, None, false)]);
        assert_eq!(status("Supported", "Supported\n\nBut beware."), [(ChangeKind::Beside, None, false)]);
        assert_eq!(status("Supported\n\nBut", "Supported\n\nHowever"), []);
    }

    #[test]
    fn dropped_features_come_last_and_may_lose_security_support() {
        let old = "    Status, a: Supported\n    Status, b: Experimental\n    Status, c: Supported\n";
        let new = "    Status, c: Supported\n    Status, d: Supported\n";
        let expected = [
            // It has no exception any more.
            (ChangeKind::Beside, None, false),
            (ChangeKind::Added, None, false),
            (ChangeKind::Dropped, None, true),
            (ChangeKind::Dropped, None, false),
        ];
        assert_eq!(kinds(old, new), expected);
    }
}
