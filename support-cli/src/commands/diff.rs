//! `xen-support diff`

use crate::beside::marked;
use crate::changes::{Changes, ChangesData, Class, feature_name, kind_name, loss_in_words};
use crate::console::Console;
use crate::day::Day;
use crate::error::Error;
use crate::exit::Exit;
use crate::format::{self, Fields};
use crate::origin::{Origin, PAGE_HELP};
use crate::page::Page;
use crate::style;
use clap::{Args, ValueEnum};
use std::io::Write;
use xen_support_compiler::{ChangeKind, ParsedFeature, ParsedStatement};

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
    /// One line per change; ' stands before a field that a spreadsheet would run
    Csv,
    /// The same, with each field as it is
    RawCsv,
    /// A table
    Markdown,
}

impl Diff {
    pub(super) fn run(&self, console: &mut Console<'_>) -> Result<Exit, Error> {
        if self.old == Origin::StandardInput && self.new == Origin::StandardInput {
            return Err(Error::Argument("standard input (-) can be read only once".to_owned()));
        }
        let [old_page, new_page] = [Page::load(&self.old, console)?, Page::load(&self.new, console)?];
        let [old, new] = [old_page.statement(console)?, new_page.statement(console)?];
        let changes = Changes::new(&old, &new, self.day.or_today());
        let sides = [Side::new(&old_page, &old), Side::new(&new_page, &new)];
        let data = || ChangesData::new(&changes, sides.map(|side| side.file));
        match self.format {
            Format::Text => {
                let out = &mut console.text();
                let [old, new] = sides.map(Side::name);
                out.styled_line(style::HEADING, format_args!("{old} -> {new}"))?;
                if changes.is_empty() {
                    writeln!(out, "Nothing changed.")?;
                }
                changes.write_text(out)?;
            }
            Format::Json => data().write_json(&mut console.json())?,
            Format::Csv => data().write_csv(&mut console.data(), Fields::Defused)?,
            Format::RawCsv => data().write_csv(&mut console.data(), Fields::Raw)?,
            Format::Markdown => write_markdown(&mut console.data(), sides, &changes)?,
        }
        let refused = self.deny.iter().any(|class| class.is_among(&changes));
        Ok(if refused { Exit::Failure } else { Exit::Success })
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
