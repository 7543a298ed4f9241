//! `xen-support diff`

use crate::beside::marked;
use crate::changes::{Changes, feature_name};
use crate::day::Day;
use crate::error::Error;
use crate::format;
use crate::matrix::level_name;
use crate::origin::{Origin, PAGE_HELP};
use crate::page::Page;
use crate::style;
use crate::table::printable;
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::Write;
use std::process::ExitCode;
use xen_support_compiler::{Change, ChangeKind, ParsedFeature};
use xen_support_data::Beside;

/// Show what changed between two pages
///
/// A feature is raised if the new page grants more and nothing less, and lowered if it lost anything: a level, security
/// support, a part of its limit, or the promise that its interfaces stay. A label means what each page defines.
/// Features are matched by their keys, as in Xen's own matrix, so a feature whose heading was reworded is dropped and
/// added.
///
/// That compares what the pages say. If the newer release has no security support on the day, since it has ended or is
/// not out, and the older one has, then all features lose it.
///
/// Example, for CI: xen-support diff 4.22 SUPPORT.md --deny lowered,dropped
#[derive(Args)]
#[command(after_long_help = "The exit code is 1 if there is a change that --deny refuses.")]
pub(crate) struct Diff {
    #[arg(help = PAGE_HELP)]
    old: Origin,
    #[arg(help = PAGE_HELP)]
    new: Origin,
    /// Refuse changes of this kind; may be given several times, or as a list with commas
    #[arg(long, value_enum, value_delimiter = ',')]
    deny: Vec<Deny>,
    #[command(flatten)]
    day: Day,
    /// How to show the changes
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Deny {
    /// A feature that the new page no longer lists
    Dropped,
    /// A feature that lost anything
    Lowered,
    /// A feature, dropped or not, that lost security support, or has it under conditions only; also if the release has
    /// none on the day
    Security,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people, by kind of change
    Text,
    /// An object with the changes of the Release Support and of the features
    Json,
    /// One line per feature that changed
    Csv,
    /// A table
    Markdown,
}

/// The changes as JSON.
#[derive(Serialize)]
struct Comparison<'s> {
    old: &'s str,
    new: &'s str,
    /// The release's security support on the day, in words: `through 2031-07-30`.
    old_security_support: String,
    new_security_support: String,
    /// How many features lose security support just because the newer release has none on the day.
    lost_with_the_release: usize,
    release: Vec<ReleaseChange<'s>>,
    features: Vec<FeatureChange<'s>>,
}

/// A value of the Release Support that changed.
#[derive(Serialize)]
struct ReleaseChange<'s> {
    key: &'s str,
    old: &'s str,
    new: &'s str,
}

/// A feature that changed.
#[derive(Serialize)]
struct FeatureChange<'s> {
    change: &'static str,
    section: &'s str,
    title: &'s str,
    implementation: &'s str,
    key: &'s str,
    old: Option<PageStatus<'s>>,
    new: Option<PageStatus<'s>>,
    /// What the feature lost: ``no longer meets `supported` ``.
    lost: Option<String>,
    loses_security: bool,
}

/// What one page says of a feature.
#[derive(Serialize)]
struct PageStatus<'s> {
    status: &'s str,
    understood: bool,
    level: &'static str,
    security: String,
    beside: String,
    caveats: &'s str,
    line: u32,
}

impl Diff {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result<ExitCode, Error> {
        let pages = Page::load_all(&[self.old.clone(), self.new.clone()])?;
        let statements = pages.iter().map(Page::statement).collect::<Result<Vec<_>, _>>()?;
        let [old, new] = statements.as_slice() else { return Ok(ExitCode::SUCCESS) };
        let changes = Changes::new(old, new, self.day.or_today());
        let [old, new] = [old, new].map(|statement| statement.release.version_text.as_str());
        match self.format {
            Format::Text => {
                let heading = style::HEADING;
                writeln!(out, "{heading}Xen {} -> Xen {}{heading:#}", printable(old), printable(new))?;
                if changes.is_empty() {
                    writeln!(out, "Nothing changed.")?;
                }
                changes.write_text(out)?;
            }
            Format::Json => format::write_json(out, &Comparison::new(old, new, &changes))?,
            Format::Csv => write_csv(out, &changes)?,
            Format::Markdown => write_markdown(out, old, new, &changes)?,
        }
        let refused = self.deny.iter().any(|deny| deny.refuses(&changes));
        Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}

impl Deny {
    fn refuses(self, changes: &Changes<'_>) -> bool {
        let mut features = changes.features.iter();
        match self {
            Self::Dropped => features.any(|change| change.kind == ChangeKind::Dropped),
            Self::Lowered => features.any(|change| change.kind == ChangeKind::Lowered),
            Self::Security => changes.lost_with_the_release() > 0 || features.any(Change::loses_security),
        }
    }
}

fn kind_name(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Added => "added",
        ChangeKind::Dropped => "dropped",
        ChangeKind::Raised => "raised",
        ChangeKind::Lowered => "lowered",
        ChangeKind::Reworded => "reworded",
        ChangeKind::Beside => "beside",
    }
}

impl<'s> Comparison<'s> {
    fn new(old: &'s str, new: &'s str, changes: &Changes<'s>) -> Self {
        let release = changes.release.iter().map(|[key, old, new]| ReleaseChange { key, old, new });
        let [old_security_support, new_security_support] = changes.lives.map(|life| life.to_string());
        Self {
            old,
            new,
            old_security_support,
            new_security_support,
            lost_with_the_release: changes.lost_with_the_release(),
            release: release.collect(),
            features: changes.features.iter().filter_map(FeatureChange::new).collect(),
        }
    }
}

impl<'s> FeatureChange<'s> {
    fn new(change: &Change<'s>) -> Option<Self> {
        let feature = change.new.or(change.old)?;
        Some(Self {
            change: kind_name(change.kind),
            section: &feature.heading.section,
            title: &feature.heading.title,
            implementation: &feature.implementation,
            key: &feature.key,
            old: change.old.map(|old| PageStatus::new(old, change.old_beside)),
            new: change.new.map(|new| PageStatus::new(new, change.new_beside)),
            lost: change.loss.map(|loss| loss.to_string()),
            loses_security: change.loses_security(),
        })
    }
}

impl<'s> PageStatus<'s> {
    fn new(feature: &'s ParsedFeature, beside: Beside) -> Self {
        Self {
            status: &feature.status.text,
            understood: feature.status.understood,
            level: level_name(feature.status.level),
            security: feature.status.security.to_string(),
            beside: beside.to_string(),
            caveats: &feature.heading.caveats,
            line: feature.line,
        }
    }
}

fn write_csv(out: &mut dyn Write, changes: &Changes<'_>) -> Result<(), Error> {
    let head = [
        "change",
        "section",
        "title",
        "implementation",
        "key",
        "old",
        "new",
        "lost",
        "loses_security",
        "old_beside",
        "new_beside",
    ];
    let lost = changes.lost_with_the_release();
    let life = changes.life_change().map(|[old, new]| {
        let names = ["release", "Release Support", "Security support", "", ""].map(str::to_owned);
        let lost_features = if lost > 0 { format!("{lost} features") } else { String::new() };
        let [change, section, title, implementation, key] = names;
        let nothing = String::new;
        let lost = (lost > 0).to_string();
        [change, section, title, implementation, key, old, new, lost_features, lost, nothing(), nothing()]
    });
    let status = |side: Option<PageStatus<'_>>| {
        side.map_or([const { String::new() }; 2], |side| [side.status.to_owned(), side.beside])
    };
    let rows = changes.features.iter().filter_map(FeatureChange::new).map(|row| {
        let [change, section, title, implementation, key] =
            [row.change, row.section, row.title, row.implementation, row.key].map(str::to_owned);
        let ([old, old_beside], [new, new_beside]) = (status(row.old), status(row.new));
        let (lost, loses_security) = (row.lost.unwrap_or_default(), row.loses_security.to_string());
        [change, section, title, implementation, key, old, new, lost, loses_security, old_beside, new_beside]
    });
    format::write_csv_rows(out, head, life.into_iter().chain(rows))
}

fn write_markdown(out: &mut dyn Write, old: &str, new: &str, changes: &Changes<'_>) -> Result<(), Error> {
    format::write_markdown_row(out, ["Change", "Feature", &format!("Xen {old}"), &format!("Xen {new}"), "Lost"])?;
    writeln!(out, "| --- | --- | --- | --- | --- |")?;
    for [key, old, new] in &changes.release {
        format::write_markdown_row(out, ["release", key, old, new, ""])?;
    }
    if let Some([before, after]) = changes.life_change() {
        let lost = match changes.lost_with_the_release() {
            0 => String::new(),
            lost => format!("{lost} features lose security support"),
        };
        format::write_markdown_row(out, ["release", "Security support", &before, &after, &lost])?;
    }
    for change in &changes.features {
        let status = |feature: Option<&ParsedFeature>, beside| {
            feature.map_or("-".to_owned(), |feature| marked(&feature.status.text, feature.status.understood, beside))
        };
        let lost = change.loss.map_or(String::new(), |loss| loss.to_string());
        let (old, new) = (status(change.old, change.old_beside), status(change.new, change.new_beside));
        format::write_markdown_row(out, [kind_name(change.kind), &feature_name(change), &old, &new, &lost])?;
    }
    Ok(())
}
