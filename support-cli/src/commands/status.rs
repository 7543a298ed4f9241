//! `xen-support status`

use crate::console::Console;
use crate::day::Day;
use crate::error::Error;
use crate::exit::Exit;
use crate::format::{self, Fields};
use crate::listing::{ListedFeature, Listing};
use crate::matrix::{Cell, Matrix};
use crate::names::{no_such_name, note_on_other_releases, suggestions};
use crate::origin::{Origin, PAGE_HELP};
use crate::page::{Merged, Page};
use crate::running::Running;
use clap::{Args, ValueEnum};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use xen_support_data::{Requirement, Security};

const AFTER_HELP: &str = "\
A REQUIREMENT is one of
  experimental | tech_preview | supported  [up to AMOUNT]
  security_supported  [up to AMOUNT]  [with caveats | by anyone | unconditionally]
                      [through DAY | regardless of dates]

The exit code is 1 if a feature that is shown is not granted what --require asks for, or if no
feature is shown.";

const USAGE: &str = "\
xen-support status [OPTIONS] <PAGE> [TITLE] [IMPLEMENTATION]
       xen-support status [OPTIONS] --running [TITLE] [IMPLEMENTATION]";

/// Show what a page says of its features, or of one
///
/// Without a title, all features of the page are shown, by section. With a title, which is a heading of the page, all
/// implementations below that heading are shown, or the one that is named, with the page's description and caveats.
///
/// Whether a feature is security supported depends on the day, too: a release that is not out, or whose security support
/// has ended, has none.
///
/// Green: security supported. Yellow: security supported under conditions, or by another project. Cyan: supported, but
/// not security supported. Blue: tech preview. Magenta: experimental. Red: none of these. Behind a status, [*] says that
/// there are caveats, [!] that less is granted to other implementations of the heading, [#] that its section has prose,
/// and [+] that its description speaks of security.
///
/// Examples: xen-support status 4.18 x86/PVH domU --on 2028-01-01; xen-support status SUPPORT.md;
/// xen-support status --running x86/PVH domU
#[derive(Args)]
#[command(after_long_help = AFTER_HELP, override_usage = USAGE)]
#[expect(clippy::doc_markdown, reason = "the help shows the words as they are typed")]
pub(crate) struct Status {
    #[arg(help = PAGE_HELP, required_unless_present = "running")]
    page: Option<OsString>,
    /// The heading of a feature, as the page writes it
    title: Option<String>,
    /// One of the heading's implementations, as the page writes it
    implementation: Option<String>,
    /// Show the page of the Xen that runs here, on a host or in a guest. /sys/hypervisor/version and the device tree's
    /// "compatible" tell which one that is; all of them that are there must agree
    #[arg(long)]
    running: bool,
    /// With --running, read these files below this folder instead of /, such as below the one where a container has the
    /// files of its host
    #[arg(long, value_name = "FOLDER", requires = "running")]
    root: Option<PathBuf>,
    /// With --running, read what `xl info` printed, from this file or - for standard input, instead of what this machine
    /// tells
    #[arg(long, value_name = "FILE", requires = "running", conflicts_with = "root")]
    xl_info: Option<PathBuf>,
    #[command(flatten)]
    day: Day,
    /// Show only features with this security support on the day; may be given several times, or as a list with commas
    #[arg(long, value_enum, value_delimiter = ',')]
    security: Vec<SecurityFilter>,
    /// Show only features with this label, such as "Tech Preview"; may be given several times
    #[arg(long)]
    label: Vec<String>,
    /// Require this of each feature that is shown, in the grammar of the library's `require!`, such as
    /// "security_supported up to 8 TiB with caveats"
    #[arg(long, value_name = "REQUIREMENT", value_parser = Requirement::parse)]
    require: Option<Requirement>,
    /// How to show the features
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Who issues security fixes: [`Security`] as an argument.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum SecurityFilter {
    /// By the Xen Project, up to the limit if the status has one
    Yes,
    /// By the Xen Project, under conditions
    Conditional,
    /// By another project
    External,
    /// By nobody
    No,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// An object with the release and its features
    Json,
    /// One line per feature; ' stands before a field that a spreadsheet would run
    Csv,
    /// The same, with each field as it is
    RawCsv,
    /// A table
    Markdown,
}

/// What is asked about.
struct Asked {
    running: Option<Running>,
    page: Page,
    title: Option<String>,
    implementation: Option<String>,
}

impl Status {
    pub(super) fn run(&self, console: &mut Console<'_>) -> Result<Exit, Error> {
        let Asked { running, page, title, implementation } = self.asked(console)?;
        let pages = [page];
        let merged = Merged::read(&pages, console)?;
        let matrix = Matrix::new(&merged, self.day.or_today());
        let (Some(mut listing), [statement], [page]) =
            (Listing::new(&matrix), merged.statements.as_slice(), merged.pages.as_slice())
        else {
            return Err(Error::Page("the page says nothing".to_owned()));
        };
        self.check_labels(&listing.features)?;
        listing.running = running.as_ref().map(Running::as_data);
        if let Some(title) = &title {
            select_by_name(&mut listing, title, implementation.as_deref())?;
        }
        listing.features.retain(|entry| self.passes_filters(entry.cell));
        if let Some(requirement) = self.require {
            listing.require(requirement, statement, page, self.day.or_today());
        }
        match self.format {
            Format::Text if title.is_none() => listing.write_all(&mut console.text())?,
            Format::Text => listing.write_heading(&mut console.text())?,
            Format::Json => format::write_json(&mut console.json(), &listing)?,
            Format::Csv => listing.write_csv(&mut console.data(), Fields::Defused)?,
            Format::RawCsv => listing.write_csv(&mut console.data(), Fields::Raw)?,
            Format::Markdown => listing.write_markdown(&mut console.data())?,
        }
        console.flush()?;
        if self.require.is_some() { listing.report_refusals(console) } else { Ok(Exit::Success) }
    }

    /// The page, and the feature if one is named. With `--running`, no argument names a page, so the title comes first.
    fn asked(&self, console: &mut Console<'_>) -> Result<Asked, Error> {
        let Self { page, title, implementation, .. } = self;
        if !self.running {
            let page = Page::load(&Origin::from(page.clone().unwrap_or_default()), console)?;
            return Ok(Asked { running: None, page, title: title.clone(), implementation: implementation.clone() });
        }
        if let Some(third) = implementation {
            let message = "with --running, no PAGE is named: what comes first is the title of a feature";
            return Err(Error::Argument(format!("{third:?} is one argument too many; {message}")));
        }
        let running = match &self.xl_info {
            Some(path) => Running::by_xl_info(path, console)?,
            None => Running::below(self.root.as_deref().unwrap_or(Path::new("/")))?,
        };
        let page_of_it = running.page(console)?;
        let named = page.as_ref().map(|title| title.to_string_lossy().into_owned());
        Ok(Asked { running: Some(running), page: page_of_it, title: named, implementation: title.clone() })
    }

    /// Refuses a label that no feature of the page has, since it is most likely misspelt.
    fn check_labels(&self, features: &[ListedFeature<'_>]) -> Result<(), Error> {
        let known: BTreeSet<&str> = features.iter().filter_map(|entry| entry.cell.label).collect();
        let is_known = |label: &&String| known.iter().any(|known| known.eq_ignore_ascii_case(label));
        match self.label.iter().find(|label| !is_known(label)) {
            Some(label) => {
                let known: Vec<&str> = known.iter().copied().collect();
                Err(Error::Argument(format!("no feature has the label {label:?}, only {}", known.join(", "))))
            }
            None => Ok(()),
        }
    }

    /// Whether `--security` and `--label` let a feature pass.
    fn passes_filters(&self, cell: &Cell<'_>) -> bool {
        let filter = match cell.security {
            Security::Yes => SecurityFilter::Yes,
            Security::Conditional => SecurityFilter::Conditional,
            Security::External => SecurityFilter::External,
            Security::No => SecurityFilter::No,
        };
        let is_label = |label: &String| cell.label.is_some_and(|name| name.eq_ignore_ascii_case(label));
        (self.security.is_empty() || self.security.contains(&filter))
            && (self.label.is_empty() || self.label.iter().any(is_label))
    }
}

/// Leaves the features with this title, and with this implementation if one is given; an error with suggestions if there
/// are none.
fn select_by_name(listing: &mut Listing<'_>, title: &str, implementation: Option<&str>) -> Result<(), Error> {
    let Listing { release, features, .. } = listing;
    let release = release.version;
    let titles: Vec<&str> = features.iter().map(|entry| entry.title).collect();
    features.retain(|entry| entry.title == title);
    if features.is_empty() {
        let message = format!("no feature {title:?} in Xen {release}{}", note_on_other_releases(title));
        return Err(no_such_name(&message, &suggestions(title, titles)));
    }
    if let Some(implementation) = implementation {
        let known: Vec<&str> = features.iter().map(|entry| entry.implementation).collect();
        features.retain(|entry| entry.implementation == implementation);
        if features.is_empty() {
            let known: Vec<&str> = known.into_iter().filter(|known| !known.is_empty()).collect();
            let message = format!("{title:?} has no implementation {implementation:?} in Xen {release}");
            return Err(no_such_name(&message, &known));
        }
    }
    Ok(())
}
