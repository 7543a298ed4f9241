//! Writes a file in one step.
//!
//! The crate tempfile does most of this. Each user of xen-support would build it with what it depends on, since the tables
//! are written by a build script: 5.4 s for a clean build in place of 4.0 s. That the file is synced costs 8 ms, once, if
//! it changes. `scripts/faults` kills this and fills its disk.

use super::read::read_beginning;
use std::fs::{self, File, Metadata};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes a file, so that whoever reads it finds what it held before or all of the new content, whenever this is killed,
/// whether or not the disk is full, and however many runs write it at once. If it holds this content already, it stays as
/// it is.
///
/// The content goes into a new file in the same folder, `.xen-support-….tmp`, which then takes the place of the old one and
/// has its permissions. If something fails, that file is removed; if this is killed, it stays.
///
/// # Errors
///
/// If the file cannot be written; or if the path is that of a link, a folder, or a device. A link would be replaced, and
/// what it points to would stay as it is, which is not what whoever made the link has in mind.
pub fn write_file(path: &Path, content: &[u8]) -> io::Result<()> {
    let before = match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => Some(metadata),
        Ok(metadata) => return Err(io::Error::other(why_not_replaced(&metadata))),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if before.is_some() && holds(path, content).unwrap_or(false) {
        return Ok(());
    }
    let (new, file) = create_beside(path, || RandomState::new().hash_one(()))?;
    let replaced = fill(file, content, before.as_ref()).and_then(|()| fs::rename(&new, path));
    if replaced.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&new);
    }
    replaced
}

fn why_not_replaced(metadata: &Metadata) -> &'static str {
    if metadata.is_symlink() {
        "it is a symbolic link; name the file that it points to, or remove it"
    } else if metadata.is_dir() {
        "it is a folder"
    } else {
        "it is no regular file"
    }
}

/// Creates a file in the folder of this one, under a name that nothing has, not even a link. `number` gives the part of the
/// name by which runs differ.
fn create_beside(path: &Path, mut number: impl FnMut() -> u64) -> io::Result<(PathBuf, File)> {
    loop {
        let new = path.with_file_name(format!(".xen-support-{:016x}.tmp", number()));
        match File::create_new(&new) {
            Ok(file) => return Ok((new, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
}

/// Writes the whole content to the disk, with the permissions of the file that this one replaces.
fn fill(mut file: File, content: &[u8], before: Option<&Metadata>) -> io::Result<()> {
    // First, since not everybody may read it.
    if let Some(before) = before {
        file.set_permissions(before.permissions())?;
    }
    file.write_all(content)?;
    file.sync_all()
}

/// Whether a file has this content. Of a longer one, no more is read than that shows it.
///
/// # Errors
///
/// If it cannot be read, or is no regular file.
pub fn holds(path: &Path, content: &[u8]) -> io::Result<bool> {
    Ok(read_beginning(path, content.len() + 1)? == content)
}

#[cfg(test)]
mod tests {
    use super::{create_beside, holds, write_file};
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::thread::{self, ScopedJoinHandle};

    /// An empty folder of this test's own.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xen-support-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left_in_its_folder() {
        let folder = folder("replaced");
        let path = folder.join("page.md");
        for content in ["first", "second, longer", ""] {
            write_file(&path, content.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), content);
            assert_eq!(names(&folder), ["page.md"]);
        }
        assert!(write_file(&folder.join("absent").join("page.md"), b"").is_err());
        assert_eq!(write_file(&folder, b"").unwrap_err().to_string(), "it is a folder");
        assert_eq!(names(&folder), ["page.md"]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_file_that_has_the_content_stays_as_it_is() {
        let folder = folder("same");
        let path = folder.join("page.md");
        write_file(&path, b"content").unwrap();
        let written = || fs::metadata(&path).unwrap().modified().unwrap();
        let first = written();
        write_file(&path, b"content").unwrap();
        assert_eq!(written(), first);
        for other in ["conten", "content.", "Content", ""] {
            assert!(!holds(&path, other.as_bytes()).unwrap(), "{other}");
        }
        assert!(holds(&path, b"content").unwrap());
        assert!(holds(&folder.join("absent"), b"").is_err());
        assert_eq!(holds(&folder, b"").unwrap_err().to_string(), "it is no regular file");
        fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_planted_link_is_not_followed() {
        use std::os::unix::fs::symlink;

        let folder = folder("links");
        let victim = folder.join("victim");
        fs::write(&victim, "precious").unwrap();
        symlink("victim", folder.join(".xen-support-0000000000000007.tmp")).unwrap();
        symlink("absent", folder.join(".xen-support-0000000000000008.tmp")).unwrap();
        let mut numbers = 7..;
        let (new, _) = create_beside(&folder.join("page.md"), || numbers.next().unwrap()).unwrap();
        assert_eq!(new, folder.join(".xen-support-0000000000000009.tmp"));

        symlink("victim", folder.join("page.md")).unwrap();
        let error = write_file(&folder.join("page.md"), b"page").unwrap_err().to_string();
        assert_eq!(error, "it is a symbolic link; name the file that it points to, or remove it");
        assert_eq!(fs::read_to_string(victim).unwrap(), "precious");
        assert!(!folder.join("absent").exists());
        assert_eq!(write_file(Path::new("/dev/null"), b"").unwrap_err().to_string(), "it is no regular file");
        fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn the_permissions_of_the_file_before_are_kept() {
        use std::os::unix::fs::PermissionsExt;

        let folder = folder("permissions");
        let path = folder.join("page.md");
        let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        fs::write(&path, "old").unwrap();
        let new = mode();
        for kept in [0o600, 0o755, 0o444] {
            fs::set_permissions(&path, fs::Permissions::from_mode(kept)).unwrap();
            write_file(&path, format!("{kept}").as_bytes()).unwrap();
            assert_eq!(mode(), kept);
        }
        fs::remove_file(&path).unwrap();
        write_file(&path, b"new").unwrap();
        assert_eq!(mode(), new);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn whoever_reads_while_several_write_finds_the_whole_of_one_content() {
        let folder = folder("at_once");
        let path = folder.join("page.md");
        let contents = [1, 2, 3].map(|number| format!("{number}").repeat(100_000 * number));
        write_file(&path, contents[0].as_bytes()).unwrap();
        thread::scope(|scope| {
            let writers = contents
                .each_ref()
                .map(|content| scope.spawn(|| (0..20).for_each(|_| write_file(&path, content.as_bytes()).unwrap())));
            while !writers.iter().all(ScopedJoinHandle::is_finished) {
                let read = fs::read_to_string(&path).unwrap();
                assert!(contents.contains(&read), "{} bytes", read.len());
            }
        });
        assert_eq!(names(&folder), ["page.md"]);
        fs::remove_dir_all(folder).unwrap();
    }
}
