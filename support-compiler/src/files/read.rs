//! Reads pages, no further than a page may be long.

use crate::diagnostic::Source;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Reads the beginning of a file, with at most so many bytes. Anything but a regular file is an error: a pipe may have no
/// end.
pub(crate) fn read_beginning(path: &Path, at_most: usize) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    read(File::open(path)?, at_most)
}

/// Reads a page from a file. Of a page that is too long, it reads one byte more than a page may have, so that
/// [`Source::from_bytes`] refuses what it gives.
///
/// # Errors
///
/// If it cannot be read, or is no regular file: a pipe may have no end.
pub fn read_page(path: &Path) -> io::Result<Vec<u8>> {
    read_beginning(path, Source::MAX_LEN + 1)
}

/// The same from what is open, such as a pipe, which is read until its writer closes it.
///
/// # Errors
///
/// If it cannot be read.
pub fn read_page_from(page: impl Read) -> io::Result<Vec<u8>> {
    read(page, Source::MAX_LEN + 1)
}

fn read(file: impl Read, at_most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(at_most as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}
