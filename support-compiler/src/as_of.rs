//! The file `AS_OF` of a folder of documents: one line with the day on which they were taken, as in `2026-08-20`.

use crate::build_error::BuildError;
use crate::diagnostic::document_name;
use crate::files::read_beginning;
use std::io::ErrorKind;
use std::path::Path;
use xen_support_data::Date;

/// The name of the file.
pub const AS_OF_FILE: &str = "AS_OF";

/// Reads the file of a folder; `None` if the folder has none.
///
/// # Errors
///
/// If the file cannot be read, is no regular file, or is anything but one line with a day. How the line ends makes no difference, since git
/// may have changed that.
pub fn read_as_of(folder: &Path) -> Result<Option<Date>, BuildError> {
    let path = folder.join(AS_OF_FILE);
    // A day has 10 bytes.
    let bytes = match read_beginning(&path, 100) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(BuildError::file("read", &path, &error)),
    };
    let text = String::from_utf8_lossy(&bytes);
    let refuse = |line: u8, text: &str, why: &str| {
        let path = document_name(&path);
        let text = text.escape_debug();
        let way_out = "write the day on which the documents were taken, alone, as in 2026-08-20";
        BuildError::new(format!("{path}:{line}: `{text}` {why}; {way_out}"))
    };
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let day = Date::parse(first).ok_or_else(|| refuse(1, first, "is not a day of the calendar"))?;
    match lines.next() {
        None => Ok(Some(day)),
        Some(second) => Err(refuse(2, second, "is a second line")),
    }
}
