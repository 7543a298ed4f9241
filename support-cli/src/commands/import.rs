//! `xen-support import`

use crate::changes::Changes;
use crate::error::Error;
use crate::import::{AsOf, Before, Branch, Imported, find_other_pages, import_pages, is_release_branch, read_branches};
use crate::style;
use clap::Args;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use xen_support_data::Date;

/// Bring a folder of pages up to date from a clone of Xen
///
/// The SUPPORT.md of master and of each branch stable-4.* is read from the clone, checked, and written to a file that
/// is named after its release, such as 4.18.md. The output says what changed in each page. Nothing is checked out, and
/// nothing is written to the clone. If any page has errors, no file is written at all.
///
/// The file `AS_OF` beside the pages gets the day, in UTC, of the newest commit that a page was read from, unless it has
/// a newer one. Security support is judged on that day where nobody gives another.
///
/// The branches of the remote are read, as they were last fetched. A local branch is read only if the remote has none
/// of that name, as in a mirror.
///
/// Example: git -C xen fetch && xen-support import xen --facts
#[derive(Args)]
pub(crate) struct Import {
    /// The clone, bare or with a work tree
    #[arg(value_name = "XEN_GIT")]
    clone: PathBuf,
    /// The folder to write the pages to
    #[arg(long, value_name = "FOLDER", default_value = "data")]
    out: PathBuf,
    /// Write only headings, machine-readable fragments and links, and one line in place of a heading's caveats, or of a section's prose
    #[arg(long)]
    facts: bool,
    /// Read this branch instead of stable-4.* and master; may be given several times
    #[arg(long, value_name = "NAME")]
    branch: Vec<String>,
    /// The remote that the branches are fetched from
    #[arg(long, value_name = "NAME", default_value = "origin")]
    remote: String,
    /// Say what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result<ExitCode, Error> {
        let wants = |name: &str| match self.branch.as_slice() {
            [] => is_release_branch(name),
            names => names.iter().any(|wanted| wanted == name),
        };
        let branches = read_branches(&self.clone, &self.remote, &wants)?;
        self.check_branches(&branches)?;
        let as_of = AsOf::of_branches(&branches, &self.out)?;
        let imports = import_pages(&branches, self.facts)?;
        let before = imports.iter().map(|import| import.read_before(&self.out)).collect::<Result<Vec<_>, _>>()?;
        // Before the output, whose reader may stop early.
        if !self.dry_run {
            self.write(imports.iter().zip(&before))?;
            // Last, so that the day is never newer than the pages.
            as_of.iter().try_for_each(|as_of| as_of.write(&self.out))?;
        }
        let on = as_of.as_ref().map_or(Date::MIN, AsOf::day);
        for (import, before) in imports.iter().zip(&before) {
            write_changes(out, import, before, on)?;
        }
        as_of.iter().try_for_each(|as_of| as_of.write_change(out))?;
        let without = branches.iter().filter(|branch| branch.page.is_none());
        write_names(out, "No SUPPORT.md", &without.map(|branch| branch.reference.clone()).collect::<Vec<_>>())?;
        if self.branch.is_empty() {
            write_names(out, "Left alone, since no branch has it", &find_other_pages(&self.out, &imports))?;
        }
        Ok(ExitCode::SUCCESS)
    }

    /// Writes the files that change.
    fn write<'i>(&self, mut imports: impl Iterator<Item = (&'i Imported, &'i Before)>) -> Result<(), Error> {
        fs::create_dir_all(&self.out)
            .map_err(|error| Error::Argument(format!("cannot create {}: {error}", self.out.display())))?;
        imports.try_for_each(|(import, before)| match before {
            Before::Same => Ok(()),
            Before::Nothing | Before::Other(_) => import.write(&self.out),
        })
    }

    /// Refuses a clone that lacks a branch that was named, or has no page in any branch.
    fn check_branches(&self, branches: &[Branch]) -> Result<(), Error> {
        let clone = self.clone.display();
        if let Some(missing) = self.branch.iter().find(|name| branches.iter().all(|branch| branch.name != **name)) {
            return Err(Error::Argument(format!("{clone} has no branch {missing}, local or of {}", self.remote)));
        }
        if branches.iter().all(|branch| branch.page.is_none()) {
            let message =
                format!("{clone} has no branch stable-4.* or master with a SUPPORT.md: is it a clone of Xen?");
            return Err(Error::Argument(message));
        }
        Ok(())
    }
}

/// Writes where a page comes from, and what changed in it, as of a day.
fn write_changes(out: &mut dyn Write, import: &Imported, before: &Before, on: Date) -> Result<(), Error> {
    let heading = style::HEADING;
    write!(out, "{heading}{}{heading:#} from {}: ", import.file_name(), import.reference)?;
    let warnings = match import.warnings {
        0 => String::new(),
        1 => ", with a warning".to_owned(),
        warnings => format!(", with {warnings} warnings"),
    };
    match before {
        Before::Same => writeln!(out, "unchanged{warnings}")?,
        Before::Nothing => writeln!(out, "new{warnings}")?,
        Before::Other(None) => writeln!(out, "replaces a file that was no page{warnings}")?,
        Before::Other(Some(old)) => {
            let changes = Changes::new(old, &import.statement, on);
            let what = if changes.is_empty() { "changed in its wording only" } else { "changed" };
            writeln!(out, "{what}{warnings}")?;
            changes.write_text(out)?;
        }
    }
    Ok(())
}

/// Writes names on one line; writes nothing if there are none.
fn write_names(out: &mut dyn Write, caption: &str, names: &[String]) -> Result<(), Error> {
    if !names.is_empty() {
        writeln!(out, "{caption}: {}", names.join(", "))?;
    }
    Ok(())
}
