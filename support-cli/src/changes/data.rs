//! The changes as programs read them: JSON and CSV.

use super::{Changes, OtherChange, loss_in_words};
use crate::error::Error;
use crate::format;
use crate::machine::{LifeDays, LimitNumbers};
use crate::matrix::level_name;
use crate::names;
use serde::Serialize;
use std::io::Write;
use xen_support_compiler::{Change, ChangeKind, ParsedFeature};
use xen_support_data::Beside;

/// The changes between two statements, for programs.
#[derive(Serialize)]
pub(crate) struct ChangesData<'s> {
    /// The day on which security support is judged.
    on: String,
    old: &'s str,
    new: &'s str,
    old_life: LifeDays,
    new_life: LifeDays,
    /// The release's security support on the day, in words: `through 2031-07-30`.
    old_security_support: String,
    new_security_support: String,
    /// The two if one release has security support on the day, and the other has none.
    #[serde(skip)]
    life_change: Option<[String; 2]>,
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
    label: Option<&'s str>,
    level: &'static str,
    security: String,
    limit: Option<LimitNumbers>,
    beside: String,
    caveats: &'s str,
    line: u32,
}

/// The word for a kind of change.
pub(crate) fn kind_name(kind: ChangeKind) -> &'static str {
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

impl<'s> ChangesData<'s> {
    /// The changes between pages that were read from these files, if they were.
    pub(crate) fn new(changes: &Changes<'s>, [old_file, new_file]: [Option<&'s str>; 2]) -> Self {
        let [old, new] = changes.releases;
        let [old_life, new_life] = [old, new].map(|release| LifeDays::new(release, changes.on));
        let release = changes.release().map(|[key, old, new]| ReleaseChange { key, old, new });
        let [old_security_support, new_security_support] = changes.lives.map(|life| life.to_string());
        Self {
            on: changes.on.to_string(),
            old: &old.version_text,
            new: &new.version_text,
            old_life,
            new_life,
            old_security_support,
            new_security_support,
            life_change: changes.life_change(),
            lost_with_the_release: changes.lost_with_the_release(),
            old_file,
            new_file,
            release: release.collect(),
            features: changes.compared.features.iter().filter_map(FeatureChange::new).collect(),
            others: changes.others().map(Other::new).collect(),
        }
    }

    /// Writes one object.
    pub(crate) fn write_json(&self, out: &mut dyn Write) -> Result<(), Error> {
        format::write_json(out, self)
    }

    /// Writes a line for each change.
    pub(crate) fn write_csv(&self, out: &mut dyn Write, fields: format::Fields) -> Result<(), Error> {
        let limits = ["old", "new"].map(|side| LimitNumbers::COLUMNS.map(|column| format!("{side}_{column}")));
        let head = COLUMNS.into_iter().chain(limits.as_flattened().iter().map(String::as_str));
        let release = self.release.iter().map(|ReleaseChange { key, old, new }| release_row(key, old, new));
        let lives = [&self.old_life, &self.new_life].map(LifeDays::columns);
        let support = self.life_change.as_ref().map(|[old, new]| {
            let mut row = release_row("Security support", old, new);
            if self.lost_with_the_release > 0 {
                row[LOST] = format!("{} features", self.lost_with_the_release);
                row[LOSES_SECURITY] = true.to_string();
            }
            row
        });
        // The days of a life are values of the Release Support, which have a line if they changed.
        let life = LifeDays::COLUMNS.iter().zip(lives[0].iter().zip(&lives[1])).take(2);
        let life = life.filter(|(_, (old, new))| old != new).map(|(key, (old, new))| release_row(key, old, new));
        let rows = release.chain(support).chain(life);
        let rows = rows.chain(self.features.iter().map(feature_row)).chain(self.others.iter().map(other_row));
        format::write_csv_rows(out, fields, head, rows)
    }
}

/// The columns in CSV, before those of the limits.
const COLUMNS: [&str; 15] = [
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
    "guess",
    "old_security",
    "new_security",
];

/// Where some of [`COLUMNS`] stand.
const CHANGE: usize = 0;
const TITLE: usize = 2;
const OLD: usize = 5;
const NEW: usize = 6;
const LOST: usize = 7;
const LOSES_SECURITY: usize = 8;

/// The fields of a line: [`COLUMNS`], then the limits.
type Fields = Vec<String>;

fn empty_row() -> Fields {
    vec![String::new(); COLUMNS.len() + 2 * LimitNumbers::COLUMNS.len()]
}

/// A change of the Release Support.
fn release_row(key: &str, old: &str, new: &str) -> Fields {
    let mut row = empty_row();
    let fields = ["release", "Release Support", key, "", "", old, new, "", "false"];
    for (field, value) in row.iter_mut().zip(fields) {
        value.clone_into(field);
    }
    row
}

fn feature_row(change: &FeatureChange<'_>) -> Fields {
    let FeatureChange { change: kind, section, title, implementation, key, old, new, loses_security, guess, .. } =
        change;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let of = |side: &Option<PageStatus<'_>>, field: fn(&PageStatus<'_>) -> String| {
        side.as_ref().map_or(String::new(), field)
    };
    let [status, beside, security]: [fn(&PageStatus<'_>) -> String; 3] =
        [|side| side.status.to_owned(), |side| side.beside.clone(), |side| side.security.clone()];
    let names = [*kind, section, title, implementation, key].map(str::to_owned);
    let rest = [
        of(old, status),
        of(new, status),
        text(&change.lost),
        loses_security.to_string(),
        of(old, beside),
        of(new, beside),
        text(&change.renamed_from),
        guess.to_string(),
        of(old, security),
        of(new, security),
    ];
    let limits = [old, new].map(|side| LimitNumbers::columns(side.as_ref().and_then(|side| side.limit.as_ref())));
    names.into_iter().chain(rest).chain(limits.into_iter().flatten()).collect()
}

fn other_row(change: &Other) -> Fields {
    let mut row = empty_row();
    change.change.clone_into(&mut row[CHANGE]);
    row[TITLE].clone_from(&change.name);
    [row[OLD], row[NEW]] = match [&change.old, &change.new] {
        // A page that has only a digest of the prose does not say what changed.
        [old, new] if old.is_empty() && new.is_empty() => [String::new(), "changed".to_owned()],
        sides => sides.map(|side| side.join(" ")),
    };
    row[LOSES_SECURITY] = change.loses_security.to_string();
    row
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
            label: feature.status.label.as_ref().map(|label| label.name.as_str()),
            level: level_name(feature.status.level),
            security: feature.status.security.to_string(),
            limit: feature.status.limit.map(LimitNumbers::new),
            beside: beside.to_string(),
            caveats: &feature.heading.caveats,
            line: feature.line,
        }
    }
}
