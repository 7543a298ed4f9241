//! `xen-support import`

use crate::changes::Changes;
use crate::console::{Console, Output};
use crate::error::Error;
use crate::exit::Exit;
use crate::import::{
    AsOf, Before, Branch, BranchPage, Imported, Importer, find_other_pages, is_release_branch, read_branches,
};
use crate::style;
use clap::Args;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use xen_support_data::Date;

/// Bring a folder of pages up to date from a clone of Xen
///
/// The SUPPORT.md of master and of each branch stable-4.* is read from the clone, checked, and written to a file that
/// is named after its release, such as 4.18.md. The output says what changed in each page. Nothing is checked out, and
/// nothing is written to the clone. A page is read as far as it can be, and what is left out is told. If any page cannot
/// be read or written at all, no file is written.
///
/// The file `AS_OF` beside the pages gets the day, in UTC, of the newest commit that a page was read from, unless it has
/// a newer one. Security support is judged on that day where nobody gives another.
///
/// The branches of the remote are read, as they were last fetched. A local branch is read only if the remote has none
/// of that name, as in a mirror.
///
/// Example: git -C xen fetch && xen-support import xen --facts
#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
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
    /// Leave this branch out; may be given several times
    #[arg(long, value_name = "NAME")]
    except: Vec<String>,
    /// If some pages cannot be read or written, write the others; the exit code is 1 all the same
    #[arg(long)]
    keep_going: bool,
    /// Let facts replace whole pages, whose prose is lost
    #[arg(long, requires = "facts")]
    replace_whole_pages: bool,
    /// The remote that the branches are fetched from
    #[arg(long, value_name = "NAME", default_value = "origin")]
    remote: String,
    /// Say what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    pub(super) fn run(&self, console: &mut Console<'_>) -> Result<Exit, Error> {
        let wants = |name: &str| match self.branch.as_slice() {
            [] => is_release_branch(name),
            names => names.iter().any(|wanted| wanted == name),
        };
        let mut branches = read_branches(&self.clone, &self.remote, &wants)?;
        self.check_branches(&branches)?;
        branches.retain(|branch| !self.except.contains(&branch.name));
        let importer =
            Importer { folder: &self.out, only_facts: self.facts, replace_whole_pages: self.replace_whole_pages };
        let (imports, failures) = importer.import(&branches, console)?;
        if imports.is_empty() && failures.is_empty() {
            return Err(Error::Argument("no page is left: --except leaves out each branch that has one".to_owned()));
        }
        self.report(&imports, &failures, console)?;
        let as_of = AsOf::of_commits(imports.iter().map(|import| import.committed), &self.out)?;
        // Before the output, whose reader may stop early.
        if !self.dry_run {
            self.write(&imports)?;
            // Last, so that the day is never newer than the pages.
            as_of.iter().try_for_each(|as_of| as_of.write(&self.out))?;
        }
        let on = as_of.as_ref().map_or(Date::MIN, AsOf::day);
        let out = &mut console.text();
        imports.iter().try_for_each(|import| write_changes(out, import, on))?;
        as_of.iter().try_for_each(|as_of| as_of.write_change(out))?;
        let without = branches.iter().filter(|branch| matches!(branch.page, BranchPage::None));
        write_names(out, "No SUPPORT.md", &without.map(|branch| branch.reference.clone()).collect::<Vec<_>>())?;
        // Else, a branch that has it may have been left out.
        if self.branch.is_empty() && self.except.is_empty() && failures.is_empty() {
            write_names(out, "Left alone, since no branch has it", &find_other_pages(&self.out, &imports))?;
        }
        Ok(if failures.is_empty() { Exit::Success } else { Exit::Failure })
    }

    /// Shows which pages are odd, and which cannot be imported. The latter is an error, unless the others are wanted.
    fn report(&self, imports: &[Imported], failures: &[String], console: &mut Console<'_>) -> Result<(), Error> {
        for note in imports.iter().filter_map(Imported::note_on_version) {
            console.warning(&note);
        }
        for failure in failures {
            console.error(failure);
        }
        if failures.is_empty() || (self.keep_going && !imports.is_empty()) {
            return Ok(());
        }
        let advice = "leave branches out by --except, or write what can be written by --keep-going";
        Err(Error::Page(format!("nothing was written; {advice}")))
    }

    /// Writes the files that change.
    fn write(&self, imports: &[Imported]) -> Result<(), Error> {
        fs::create_dir_all(&self.out)
            .map_err(|error| Error::Write(format!("cannot create {}: {error}", self.out.display())))?;
        imports.iter().try_for_each(|import| match import.before {
            Before::Same => Ok(()),
            Before::Nothing | Before::Other(_) => import.write(&self.out),
        })
    }

    /// Refuses a clone that lacks a branch that was named, or has no page in any branch.
    fn check_branches(&self, branches: &[Branch]) -> Result<(), Error> {
        let clone = self.clone.display();
        if let Some(missing) =
            self.branch.iter().chain(&self.except).find(|name| branches.iter().all(|branch| branch.name != **name))
        {
            return Err(Error::Argument(format!("{clone} has no branch {missing}, local or of {}", self.remote)));
        }
        if branches.iter().all(|branch| matches!(branch.page, BranchPage::None)) {
            let message =
                format!("{clone} has no branch stable-4.* or master with a SUPPORT.md: is it a clone of Xen?");
            return Err(Error::Argument(message));
        }
        Ok(())
    }
}

/// Writes where a page comes from, and what changed in it, as of a day.
fn write_changes(out: &mut Output<'_>, import: &Imported, on: Date) -> Result<(), Error> {
    out.styled(style::HEADING, import.file_name())?;
    write!(out, " from {}: ", import.reference)?;
    let problems = match import.problems {
        [0, 0] => String::new(),
        [0, 1] => ", with a warning".to_owned(),
        [0, warnings] => format!(", with {warnings} warnings"),
        [1, _] => ", without what is in error, which grants nothing".to_owned(),
        [errors, _] => format!(", without what is in error in {errors} places, which grants nothing"),
    };
    match &import.before {
        Before::Same => writeln!(out, "unchanged{problems}")?,
        Before::Nothing => writeln!(out, "new{problems}")?,
        Before::Other(None) => writeln!(out, "replaces a file that was no page{problems}")?,
        Before::Other(Some(old)) => {
            let changes = Changes::new(old, &import.statement, on);
            let what = if changes.is_empty() { "written anew, and says the same" } else { "changed" };
            writeln!(out, "{what}{problems}")?;
            changes.write_text(out)?;
        }
    }
    Ok(())
}

/// Writes names on one line; writes nothing if there are none.
fn write_names(out: &mut Output<'_>, caption: &str, names: &[String]) -> Result<(), Error> {
    if !names.is_empty() {
        writeln!(out, "{caption}: {}", names.join(", "))?;
    }
    Ok(())
}
