//! The day on which the pages of a folder were taken, in its file `AS_OF`.

use crate::error::{Error, write_file};
use std::io::{self, Write};
use std::path::Path;
use xen_support_compiler::{AS_OF_FILE, read_as_of};
use xen_support_data::Date;

/// The day of the newest commit that pages are read from, and the day that the folder has.
pub(crate) struct AsOf {
    newest_commit: Date,
    before: Option<Date>,
}

impl AsOf {
    /// Of pages from commits of these days; `None` if there are none. It is an error if the folder's file is not a day.
    pub(crate) fn of_commits(days: impl Iterator<Item = Date>, folder: &Path) -> Result<Option<Self>, Error> {
        let before = read_as_of(folder)?;
        Ok(days.max().map(|newest_commit| Self { newest_commit, before }))
    }

    /// The day on which the folder's pages were taken. It never goes back, since only some branches may be imported,
    /// and other pages may be newer.
    pub(crate) fn day(&self) -> Date {
        self.before.map_or(self.newest_commit, |before| before.max(self.newest_commit))
    }

    /// Writes the file, if the day is another one.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Error> {
        let day = self.day();
        if self.before == Some(day) {
            return Ok(());
        }
        write_file(&folder.join(AS_OF_FILE), format!("{day}\n").as_bytes())
    }

    /// Writes which day it is, and what it was.
    pub(crate) fn write_change(&self, out: &mut dyn Write) -> io::Result<()> {
        let (day, newest_commit) = (self.day(), self.newest_commit);
        write!(out, "{AS_OF_FILE}: {day}")?;
        match self.before {
            Some(before) if before != day => writeln!(out, ", was {before}"),
            Some(before) if before != newest_commit => {
                writeln!(out, ", kept: the newest commit that was read is of {newest_commit}")
            }
            Some(_) | None => writeln!(out),
        }
    }
}
