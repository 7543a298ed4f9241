//! Writes a file in one step.

use crate::error::Error;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes a file of a folder, so that a reader sees either what it held before or all of the new content.
pub(super) fn write_file(folder: &Path, name: &str, content: &[u8]) -> Result<(), Error> {
    let path = folder.join(name);
    let new = folder.join(format!(".{name}.new"));
    let written = write_all(&new, content).and_then(|()| fs::rename(&new, &path));
    written.map_err(|error| Error::Argument(format!("cannot write {}: {error}", path.display())))
}

fn write_all(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(content)?;
    file.sync_all()
}
