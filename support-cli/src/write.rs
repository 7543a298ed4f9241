//! Writes a file in one step.

use crate::error::Error;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

/// Writes a file, so that a reader sees either what it held before or all of the new content.
pub(crate) fn write_file(path: &Path, content: &[u8]) -> Result<(), Error> {
    write(path, content).map_err(|error| Error::Argument(format!("cannot write {}: {error}", path.display())))
}

fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let (new, mut file) = create_beside(path)?;
    let written = file.write_all(content).and_then(|()| file.sync_all()).and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&new);
    }
    written
}

/// Creates a file with a name of its own in the folder of this one: no other run has it, and it is no link.
fn create_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    let no_name = || io::Error::new(io::ErrorKind::InvalidInput, "this names no file");
    let name = path.file_name().ok_or_else(no_name)?.to_string_lossy().into_owned();
    let mut number = 0;
    loop {
        let new = path.with_file_name(format!(".{name}.{}-{number}.new", process::id()));
        match File::create_new(&new) {
            Ok(file) => return Ok((new, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 1000 => number += 1,
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::write_file;
    use std::fs;

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left_in_its_folder() {
        let folder = std::env::temp_dir().join(format!("xen-support-write-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("page.md");
        // What an interrupted run left.
        fs::write(folder.join(format!(".page.md.{}-0.new", std::process::id())), "half").unwrap();
        for content in ["first", "second, longer", ""] {
            write_file(&path, content.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), content);
            assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
        }
        assert!(write_file(&folder.join("absent").join("page.md"), b"").is_err());
        assert!(write_file(&folder, b"").is_err());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
        fs::remove_dir_all(folder).unwrap();
    }
}
