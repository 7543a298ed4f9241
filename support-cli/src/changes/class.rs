//! The classes of changes that `xen-support diff --deny` can refuse.

use super::Changes;
use clap::ValueEnum;
use xen_support_compiler::{Change, ChangeKind, ProseKind, RowChange};

/// A class of changes. A change may be in several.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Class {
    /// Whatever takes security support away, or may: a feature that lost it, has it under conditions or up to a limit that were not there, or was dropped; one newly ruled to have none or less, unless it is experimental or a tech preview; prose that says something else of support, and is not just worded anew; also if the release has no security support on the day
    Security,
    /// A feature that lost anything: a level, security support, a part of its limit, or the promise that its interfaces stay
    Lowered,
    /// A feature that the new page no longer lists, under no like name
    Dropped,
    /// A feature that the old page does not list, and that has no security support, or has it only under conditions, up to a limit or with caveats that speak of support
    NewlyRuled,
    /// A status that is not understood, and so grants nothing
    Unknown,
    /// Caveats, the prose below a status
    Caveats,
    /// Descriptions, the prose above a status
    Descriptions,
    /// Prose of sections, below a heading without a status
    Prose,
    /// Prose of the Release Support, or of the definitions
    Definitions,
    /// What a label promises, or which labels there are
    Labels,
    /// The projects of the external security support, or their addresses
    Contacts,
    /// Whether caveats, exceptions, prose of the section, or a description that speaks of security stand beside a status
    Beside,
    /// A feature with another name, as far as can be guessed
    Renamed,
    /// A status with another text that grants the same
    Reworded,
    /// A feature that grants more, and nothing less
    Raised,
    /// A feature that the old page does not list, and that has security support
    Added,
    /// A row of Xen's matrix that is no feature, such as a definition below one
    Rows,
    /// A value of the Release Support
    Release,
    /// Any change
    Any,
}

impl Class {
    /// Whether there is a change of this class.
    pub(crate) fn is_among(self, changes: &Changes<'_>) -> bool {
        let compared = &changes.compared;
        let is = |kind: ChangeKind| compared.features.iter().any(|change| change.kind == kind);
        let is_in = |kind: ProseKind| compared.prose.iter().any(|change| change.kind == kind);
        match self {
            Self::Security => {
                changes.lost_with_the_release() > 0
                    || compared.features.iter().any(Change::loses_security)
                    || compared.prose.iter().any(|change| change.may_withhold_security)
                    || compared.rows.iter().any(RowChange::may_withhold_security)
            }
            Self::Lowered => compared.features.iter().any(|change| change.loss.is_some()),
            Self::Dropped => is(ChangeKind::Dropped),
            Self::NewlyRuled => is(ChangeKind::NewlyRuled),
            Self::Unknown => compared.features.iter().any(Change::is_newly_unknown),
            Self::Caveats => is_in(ProseKind::Caveats),
            Self::Descriptions => is_in(ProseKind::Description),
            Self::Prose => is_in(ProseKind::Section),
            Self::Definitions => is_in(ProseKind::Definitions),
            Self::Labels => !compared.labels.is_empty(),
            Self::Contacts => !compared.contacts.is_empty(),
            Self::Beside => compared.features.iter().any(|change| match (change.old, change.new) {
                (Some(_), Some(_)) => change.old_beside != change.new_beside,
                _ => false,
            }),
            Self::Renamed => is(ChangeKind::Renamed),
            Self::Reworded => is(ChangeKind::Reworded),
            Self::Raised => is(ChangeKind::Raised),
            Self::Added => is(ChangeKind::Added),
            Self::Rows => compared.rows.iter().any(|row| !row.is_of_the_release()),
            Self::Release => changes.release().next().is_some(),
            Self::Any => !changes.is_empty(),
        }
    }
}
