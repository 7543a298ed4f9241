//! Changes between two statements, as people read them.

use crate::beside::{legend, marked};
use crate::error::Error;
use crate::names;
use crate::style;
use crate::table::{Line, column_widths};
use std::collections::BTreeSet;
use std::io::Write;
use xen_support_compiler::{Change, ChangeKind, ParsedFeature, ParsedRelease, ParsedStatement, compare};
use xen_support_data::{Beside, Date, Life, Security};

/// What changed between two statements, in the order in which it is shown.
pub(crate) struct Changes<'s> {
    /// The values of the Release Support that differ, each as its key, the old value and the new one.
    pub(crate) release: Vec<[&'s str; 3]>,
    pub(crate) features: Vec<Change<'s>>,
    /// Where the day lies in the life of each release.
    pub(crate) lives: [Life; 2],
    /// How many features have security support by the older page, and lose none by the newer one.
    secured: usize,
}

/// What stands above the changes of a kind. The kinds are shown in the order of the enum.
fn heading(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Added => "Added",
        ChangeKind::Dropped => "Dropped",
        ChangeKind::Raised => "Raised",
        ChangeKind::Lowered => "Lowered",
        ChangeKind::Reworded => "Reworded, granting the same",
        ChangeKind::Beside => "Beside the status",
    }
}

impl<'s> Changes<'s> {
    pub(crate) fn new(old: &'s ParsedStatement, new: &'s ParsedStatement, on: Date) -> Self {
        let (before, after) = (release_values(&old.release), release_values(&new.release));
        let release = before.into_iter().zip(after).filter(|((_, old), (_, new))| old != new);
        let features = compare(old, new);
        let secured = old.features.iter().filter(|feature| feature.status.security != Security::No).count();
        let lost = features.iter().filter(|change| change.loses_security()).count();
        Self {
            release: release.map(|((key, old), (_, new))| [key, old, new]).collect(),
            features,
            lives: [old, new].map(|statement| statement.release.life_on(on)),
            secured: secured.saturating_sub(lost),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.release.is_empty() && self.features.is_empty()
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

    /// Writes the changes by kind, then the features that lost security support, then what the marks mean.
    pub(crate) fn write_text(&self, out: &mut dyn Write) -> Result<(), Error> {
        let plain = anstyle::Style::new();
        let life_change = self.life_change();
        let life = life_change.iter().map(|[old, new]| ["Security support", old, new]);
        let release = self.release.iter().copied().chain(life);
        let release = release.map(|[key, old, new]| Line::new([key, &format!("{old} -> {new}")], plain));
        write_group(out, "Release Support", &release.collect::<Vec<_>>())?;
        let kinds: BTreeSet<ChangeKind> = self.features.iter().map(|change| change.kind).collect();
        for kind in kinds {
            let changes = self.features.iter().filter(|change| change.kind == kind);
            write_group(out, heading(kind), &changes.map(change_line).collect::<Vec<_>>())?;
        }
        let losses = self.features.iter().filter(|change| change.loses_security());
        let losses = losses.map(|change| Line::new([&feature_name(change), &security_change(change)], style::ERROR));
        let mut losses: Vec<Line<2>> = losses.collect();
        let lost = self.lost_with_the_release();
        let all = losses.len() + lost;
        if let (Some([old, new]), 1..) = (&life_change, lost) {
            losses.push(Line::new([&format!("{lost} others"), &format!("{old} -> {new}")], style::ERROR));
        }
        write_counted_group(out, "Lost security support, or have it under conditions only", all, &losses)?;
        let shown = self.features.iter().flat_map(|change| [change.old_beside, change.new_beside]);
        legend(&shown).iter().try_for_each(|legend| Ok(writeln!(out, "{legend}")?))
    }
}

/// The keys of the Release Support, each with its value.
fn release_values(release: &ParsedRelease) -> [(&'static str, &str); 4] {
    [
        ("Xen-Version", &release.version_text),
        ("Initial-Release", &release.initial_release.text),
        ("Supported-Until", &release.supported_until.text),
        ("Security-Support-Until", &release.security_support_until.text),
    ]
}

/// Writes lines below a heading with their number; writes nothing if there are no lines.
fn write_group(out: &mut dyn Write, heading: &str, lines: &[Line<2>]) -> Result<(), Error> {
    write_counted_group(out, heading, lines.len(), lines)
}

/// Writes lines below a heading with this number; writes nothing if there are no lines.
fn write_counted_group(out: &mut dyn Write, heading: &str, count: usize, lines: &[Line<2>]) -> Result<(), Error> {
    if lines.is_empty() {
        return Ok(());
    }
    let style = style::HEADING;
    writeln!(out, "{style}{heading} ({count}){style:#}")?;
    let widths = column_widths(lines);
    lines.iter().try_for_each(|line| line.write(out, widths, 2))
}

/// The name of the feature that changed: `x86/PVH, domU`, or the title alone.
pub(crate) fn feature_name(change: &Change<'_>) -> String {
    change
        .new
        .or(change.old)
        .map_or(String::new(), |feature| names::feature_name(&feature.heading.title, &feature.implementation))
}

/// Old and new security support: `yes -> no`.
fn security_change(change: &Change<'_>) -> String {
    let word = |feature: Option<&ParsedFeature>| match feature {
        Some(feature) => feature.status.security.to_string(),
        None => "not listed".to_owned(),
    };
    format!("{} -> {}", word(change.old), word(change.new))
}

/// A change as a line: the feature's name, and what changed.
fn change_line(change: &Change<'_>) -> Line<2> {
    let text = |feature: Option<&ParsedFeature>, beside| {
        feature.map_or(String::new(), |feature| marked(&feature.status.text, feature.status.understood, beside))
    };
    let (old, new) = (text(change.old, change.old_beside), text(change.new, change.new_beside));
    let difference = match change.kind {
        ChangeKind::Added => new,
        ChangeKind::Dropped => old,
        ChangeKind::Raised | ChangeKind::Reworded => format!("{old} -> {new}"),
        ChangeKind::Lowered => match change.loss {
            Some(loss) => format!("{old} -> {new} ({loss})"),
            None => format!("{old} -> {new}"),
        },
        ChangeKind::Beside => {
            let words = |beside: Beside| if beside.is_empty() { "nothing".to_owned() } else { beside.to_string() };
            let status = change.new.map_or("", |feature| feature.status.text.as_str());
            format!("{status}, beside it: {} -> {}", words(change.old_beside), words(change.new_beside))
        }
    };
    let style = match change.new.or(change.old) {
        Some(feature) => style::of_status(feature.status.level, feature.status.security),
        None => anstyle::Style::new(),
    };
    Line::new([&feature_name(change), &difference], style)
}
