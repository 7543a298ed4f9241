//! `xen-support diff`

use crate::beside::marked;
use crate::changes::{Changes, Class, OtherChange, feature_name, loss_in_words};
use crate::day::Day;
use crate::error::Error;
use crate::format;
use crate::matrix::level_name;
use crate::names;
use crate::origin::{Origin, PAGE_HELP};
use crate::page::Page;
use crate::style;
use crate::table::printable;
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::Write;
use std::process::ExitCode;
use xen_support_compiler::{Change, ChangeKind, ParsedFeature, ParsedStatement};
use xen_support_data::Beside;

/// Show what changed between two pages
///
/// A feature is raised if the new page grants more and nothing less, and lowered if it lost anything: a level, security
/// support, a part of its limit, or the promise that its interfaces stay. A label means what each page defines. A feature
/// that the old page does not list, and that is not security supported, or only under conditions, is newly ruled.
///
/// Features are matched by their keys, as in Xen's own matrix. Where one went and one with a like name came, it is guessed
/// that it was renamed.
///
/// Caveats, descriptions, other prose and the definitions of labels are compared by their words, whatever the lines. No
/// program can tell what they mean, so where a sentence that speaks of support came, or one that promises it went, that
/// counts as lost security support, unless it is just worded anew. Where a page holds facts alone, it has digests of the
/// prose, and what changed is not shown.
///
/// That compares what the pages say. If the newer release has no security support on the day, since it has ended or is
/// not out, and the older one has, then all features lose it.
///
/// Example, for CI: xen-support diff 4.22 SUPPORT.md --deny security,lowered,dropped
#[derive(Args)]
#[command(after_long_help = "The exit code is 1 if there is a change that --deny refuses.")]
pub(crate) struct Diff {
    #[arg(help = PAGE_HELP)]
    old: Origin,
    #[arg(help = PAGE_HELP)]
    new: Origin,
    /// Refuse changes of this class; may be given several times, or as a list with commas
    #[arg(long, value_enum, value_delimiter = ',', value_name = "CLASS")]
    deny: Vec<Class>,
    #[command(flatten)]
    day: Day,
    /// How to show the changes
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people, by kind of change
    Text,
    /// An object with the changes of the Release Support, the features, and all else
    Json,
    /// One line per change
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
    /// The file that a page was read from; null if it is built in.
    old_file: Option<&'s str>,
    new_file: Option<&'s str>,
    release: Vec<ReleaseChange<'s>>,
    features: Vec<FeatureChange<'s>>,
    /// What changed in prose, labels and the external security support.
    others: Vec<Other>,
}

/// A change that is not of one feature.
#[derive(Serialize)]
struct Other {
    /// `rows`, `caveats`, `descriptions`, `prose`, `definitions`, `labels` or `contacts`.
    change: &'static str,
    name: String,
    /// What only one page says. Both are empty if a page has only a digest of the prose.
    old: Vec<String>,
    new: Vec<String>,
    loses_security: bool,
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
    /// The name in the old page, if it has another one there.
    renamed_from: Option<String>,
    /// Whether that it was renamed is a guess.
    guess: bool,
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
        if self.old == Origin::StandardInput && self.new == Origin::StandardInput {
            return Err(Error::Argument("standard input (-) can be read only once".to_owned()));
        }
        let [old_page, new_page] = [Page::load(&self.old)?, Page::load(&self.new)?];
        let [old, new] = [old_page.statement()?, new_page.statement()?];
        let changes = Changes::new(&old, &new, self.day.or_today());
        let sides = [Side::new(&old_page, &old), Side::new(&new_page, &new)];
        match self.format {
            Format::Text => {
                let heading = style::HEADING;
                let [old, new] = sides.map(Side::name);
                writeln!(out, "{heading}{} -> {}{heading:#}", printable(&old), printable(&new))?;
                if changes.is_empty() {
                    writeln!(out, "Nothing changed.")?;
                }
                changes.write_text(out)?;
            }
            Format::Json => format::write_json(out, &Comparison::new(sides, &changes))?,
            Format::Csv => write_csv(out, &changes)?,
            Format::Markdown => write_markdown(out, sides, &changes)?,
        }
        let refused = self.deny.iter().any(|class| class.is_among(&changes));
        Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}

/// One of the pages that are compared.
#[derive(Clone, Copy)]
struct Side<'p> {
    version: &'p str,
    /// The file that it was read from; `None` if it is built in.
    file: Option<&'p str>,
}

impl<'p> Side<'p> {
    fn new(page: &'p Page, statement: &'p ParsedStatement) -> Self {
        let file = Some(page.name.as_str()).filter(|_| !page.official);
        Self { version: &statement.release.version_text, file }
    }

    /// The release, and the file if there is one: `old.md (Xen 4.19)`.
    fn name(self) -> String {
        match self.file {
            Some(file) => format!("{file} (Xen {})", self.version),
            None => format!("Xen {}", self.version),
        }
    }
}

fn kind_name(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Added => "added",
        ChangeKind::NewlyRuled => "newly-ruled",
        ChangeKind::Renamed => "renamed",
        ChangeKind::Dropped => "dropped",
        ChangeKind::Raised => "raised",
        ChangeKind::Lowered => "lowered",
        ChangeKind::Reworded => "reworded",
        ChangeKind::Beside => "beside",
    }
}

impl<'s> Comparison<'s> {
    fn new([old, new]: [Side<'s>; 2], changes: &Changes<'s>) -> Self {
        let release = changes.release().map(|[key, old, new]| ReleaseChange { key, old, new });
        let [old_security_support, new_security_support] = changes.lives.map(|life| life.to_string());
        Self {
            old: old.version,
            new: new.version,
            old_security_support,
            new_security_support,
            lost_with_the_release: changes.lost_with_the_release(),
            old_file: old.file,
            new_file: new.file,
            release: release.collect(),
            features: changes.compared.features.iter().filter_map(FeatureChange::new).collect(),
            others: changes.others().map(Other::new).collect(),
        }
    }
}

impl Other {
    fn new(change: OtherChange) -> Self {
        let loses_security = change.may_withhold_security();
        let OtherChange { class, name, old, new, .. } = change;
        Self { change: class, name, old, new, loses_security }
    }
}

impl<'s> FeatureChange<'s> {
    fn new(change: &Change<'s>) -> Option<Self> {
        let feature = change.new.or(change.old)?;
        let name = |feature: &ParsedFeature| names::feature_name(&feature.heading.title, &feature.implementation);
        let renamed_from = change.old.map(name).filter(|old| *old != name(feature));
        Some(Self {
            change: kind_name(change.kind),
            section: &feature.heading.section,
            title: &feature.heading.title,
            implementation: &feature.implementation,
            key: &feature.key,
            renamed_from,
            guess: change.is_guess(),
            old: change.old.map(|old| PageStatus::new(old, change.old_beside)),
            new: change.new.map(|new| PageStatus::new(new, change.new_beside)),
            lost: loss_in_words(change),
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
        "renamed_from",
    ];
    let nothing = String::new;
    let of_release = |key: &str, old: &str, new: &str, lost: usize| {
        let names = ["release", "Release Support", key, "", "", old, new].map(str::to_owned);
        let lost_features = if lost > 0 { format!("{lost} features") } else { String::new() };
        let [change, section, title, implementation, key, old, new] = names;
        let loses_security = (lost > 0).to_string();
        let beside = [nothing(), nothing()];
        let [old_beside, new_beside] = beside;
        [
            change,
            section,
            title,
            implementation,
            key,
            old,
            new,
            lost_features,
            loses_security,
            old_beside,
            new_beside,
            nothing(),
        ]
    };
    let release = changes.release().map(|[key, old, new]| of_release(key, old, new, 0));
    let lost = changes.lost_with_the_release();
    let life = changes.life_change().map(|[old, new]| of_release("Security support", &old, &new, lost));
    let status = |side: Option<PageStatus<'_>>| {
        side.map_or([const { String::new() }; 2], |side| [side.status.to_owned(), side.beside])
    };
    let features = changes.compared.features.iter().filter_map(FeatureChange::new).map(|row| {
        let [change, section, title, implementation, key] =
            [row.change, row.section, row.title, row.implementation, row.key].map(str::to_owned);
        let ([old, old_beside], [new, new_beside]) = (status(row.old), status(row.new));
        let (lost, loses_security) = (row.lost.unwrap_or_default(), row.loses_security.to_string());
        let renamed_from = row.renamed_from.unwrap_or_default();
        [
            change,
            section,
            title,
            implementation,
            key,
            old,
            new,
            lost,
            loses_security,
            old_beside,
            new_beside,
            renamed_from,
        ]
    });
    let others = changes.others().map(|change| {
        let [old, new] = change.sides();
        let (loses_security, class) = (change.may_withhold_security().to_string(), change.class.to_owned());
        let mut row = [const { String::new() }; 12];
        [row[0], row[2], row[5], row[6], row[8]] = [class, change.name, old, new, loses_security];
        row
    });
    format::write_csv_rows(out, head, release.chain(life).chain(features).chain(others))
}

fn write_markdown(out: &mut dyn Write, sides: [Side<'_>; 2], changes: &Changes<'_>) -> Result<(), Error> {
    let [old, new] = sides.map(Side::name);
    format::write_markdown_row(out, ["Change", "Feature", &old, &new, "Lost"])?;
    writeln!(out, "| --- | --- | --- | --- | --- |")?;
    for [key, old, new] in changes.release() {
        format::write_markdown_row(out, ["release", key, old, new, ""])?;
    }
    if let Some([before, after]) = changes.life_change() {
        let lost = match changes.lost_with_the_release() {
            0 => String::new(),
            lost => format!("{lost} features lose security support"),
        };
        format::write_markdown_row(out, ["release", "Security support", &before, &after, &lost])?;
    }
    for change in &changes.compared.features {
        let status = |feature: Option<&ParsedFeature>, beside| {
            feature.map_or("-".to_owned(), |feature| marked(&feature.status.text, feature.status.understood, beside))
        };
        let lost = loss_in_words(change).unwrap_or_else(|| {
            let lost = match (change.loses_security(), change.kind) {
                (false, _) => "",
                (true, ChangeKind::Dropped) => "security support",
                (true, _) => "security support, in part or in doubt",
            };
            lost.to_owned()
        });
        let (old, new) = (status(change.old, change.old_beside), status(change.new, change.new_beside));
        let kind = if change.is_guess() { "renamed (a guess)" } else { kind_name(change.kind) };
        format::write_markdown_row(out, [kind, &feature_name(change), &old, &new, &lost])?;
    }
    for change in changes.others() {
        let [old, new] = change.sides();
        let lost = if change.may_withhold_security() { "security support, in doubt" } else { "" };
        format::write_markdown_row(out, [change.class, &change.name, &old, &new, lost])?;
    }
    Ok(())
}
