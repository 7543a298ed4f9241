//! Changes as text for people, by kind.

use super::{Changes, OtherChange, feature_name, loss_in_words};
use crate::beside::{legend, marked};
use crate::console::Output;
use crate::error::Error;
use crate::style;
use crate::table::{Line, column_widths};
use std::collections::BTreeSet;
use std::io::Write;
use xen_support_compiler::{Change, ChangeKind, ParsedFeature};
use xen_support_data::Beside;

/// What stands above the changes of a kind. The kinds are shown in the order of the enum.
fn heading(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Added => "Added",
        ChangeKind::NewlyRuled => "Newly ruled, without security support or under conditions",
        ChangeKind::Dropped => "Dropped",
        ChangeKind::Renamed => "Renamed",
        ChangeKind::Raised => "Raised",
        ChangeKind::Lowered => "Lowered",
        ChangeKind::Reworded => "Reworded, granting the same",
        ChangeKind::Beside => "Beside the status",
    }
}

impl Changes<'_> {
    /// Writes the changes by kind, then where security support was lost, then what the marks mean.
    pub(crate) fn write_text(&self, out: &mut Output<'_>) -> Result<(), Error> {
        let plain = anstyle::Style::new();
        let life_change = self.life_change();
        let life = life_change.iter().map(|[old, new]| ["Security support", old, new]);
        let release = self.release().chain(life);
        let release = release.map(|[key, old, new]| Line::new([key, &format!("{old} -> {new}")], plain));
        write_group(out, "Release Support", &release.collect::<Vec<_>>())?;
        let features = &self.compared.features;
        let kinds: BTreeSet<ChangeKind> = features.iter().map(|change| change.kind).collect();
        for kind in kinds {
            let changes = features.iter().filter(|change| change.kind == kind);
            write_group(out, heading(kind), &changes.map(change_line).collect::<Vec<_>>())?;
        }
        let others: Vec<OtherChange> = self.others().collect();
        for group in others.chunk_by(|one, other| one.heading == other.heading) {
            write_others(out, group)?;
        }
        self.write_losses(out, &others)?;
        let shown = features.iter().flat_map(|change| [change.old_beside, change.new_beside]);
        legend(&shown).iter().try_for_each(|legend| Ok(writeln!(out, "{legend}")?))
    }

    /// Writes which features lose security support, or may.
    fn write_losses(&self, out: &mut Output<'_>, others: &[OtherChange]) -> Result<(), Error> {
        let features = self.compared.features.iter().filter(|change| change.loses_security());
        let mut losses: Vec<Line<2>> = features
            .map(|change| Line::new([&feature_name(change), &security_change(change)], style::ERROR))
            .chain(others.iter().filter_map(|other| Some(Line::new([&other.name, other.may_withhold?], style::ERROR))))
            .collect();
        let lost = self.lost_with_the_release();
        let all = losses.len() + lost;
        if let (Some([old, new]), 1..) = (&self.life_change(), lost) {
            losses.push(Line::new([&format!("{lost} others"), &format!("{old} -> {new}")], style::ERROR));
        }
        write_counted_group(out, "Security support lost, under new conditions, or in doubt", all, &losses)
    }
}

/// Writes lines below a heading with their number; writes nothing if there are no lines.
fn write_group(out: &mut Output<'_>, heading: &str, lines: &[Line<2>]) -> Result<(), Error> {
    write_counted_group(out, heading, lines.len(), lines)
}

/// Writes lines below a heading with this number; writes nothing if there are no lines.
fn write_counted_group(out: &mut Output<'_>, heading: &str, count: usize, lines: &[Line<2>]) -> Result<(), Error> {
    if lines.is_empty() {
        return Ok(());
    }
    out.styled_line(style::HEADING, format_args!("{heading} ({count})"))?;
    let widths = column_widths(lines);
    lines.iter().try_for_each(|line| line.write(out, widths, 2))
}

/// Writes the changes of one class that are not of one feature: below each name, what went and what came.
fn write_others(out: &mut Output<'_>, changes: &[OtherChange]) -> Result<(), Error> {
    let Some(first) = changes.first() else { return Ok(()) };
    out.styled_line(style::HEADING, format_args!("{} ({})", first.heading, changes.len()))?;
    for change in changes {
        let note = if change.is_known_by_digest() { ": changed; what it says is not in a page of facts" } else { "" };
        writeln!(out, "  {}{note}", change.name)?;
        let removed = change.old.iter().map(|text| ('-', text));
        let added = change.new.iter().map(|text| ('+', text));
        removed.chain(added).try_for_each(|(sign, text)| writeln!(out, "    {sign} {text}"))?;
    }
    Ok(())
}

/// Old and new security support: `yes -> no`. Where that is the same word, what else is different.
fn security_change(change: &Change<'_>) -> String {
    let word = |feature: Option<&ParsedFeature>| match feature {
        Some(feature) => feature.status.security.to_string(),
        None => "not listed".to_owned(),
    };
    let (old, new) = (word(change.old), word(change.new));
    match (change.old, change.new) {
        (Some(_), Some(_)) if old == new && change.is_guess() => format!("{old} -> {new}, if it is the same feature"),
        (Some(before), Some(now)) if old == new => format!("{} -> {}", before.status.text, now.status.text),
        (None, Some(now)) if now.status.limit.is_some() => format!("{old} -> {}", now.status.text),
        (None, Some(_)) if change.new_beside.has_caveats() && new == "yes" => format!("{old} -> {new}, with caveats"),
        (_, _) => format!("{old} -> {new}"),
    }
}

/// A change as a line: the feature's name, and what changed.
fn change_line(change: &Change<'_>) -> Line<2> {
    let text = |feature: Option<&ParsedFeature>, beside| {
        feature.map_or(String::new(), |feature| marked(&feature.status.text, feature.status.understood, beside))
    };
    let (old, new) = (text(change.old, change.old_beside), text(change.new, change.new_beside));
    let arrow = || if old == new { new.clone() } else { format!("{old} -> {new}") };
    let loss = || loss_in_words(change).map_or(String::new(), |loss| format!(" ({loss})"));
    let difference = match change.kind {
        ChangeKind::Added | ChangeKind::NewlyRuled => new,
        ChangeKind::Dropped => old,
        ChangeKind::Raised | ChangeKind::Reworded => format!("{old} -> {new}"),
        ChangeKind::Lowered => format!("{old} -> {new}{}", loss()),
        ChangeKind::Renamed if change.is_guess() => format!("a guess: {}{}", arrow(), loss()),
        ChangeKind::Renamed => arrow(),
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
