//! The pages of a folder.

use super::name::check_name;
use crate::build_error::BuildError;
use std::fs;
use std::path::{Path, PathBuf};

/// Lists the pages of a folder, in order: its files whose names end in `.md`, except README.md and hidden files, whose names
/// begin with a dot, such as `._4.18.md`, which macOS makes, and `.#4.18.md`, which an editor makes.
///
/// # Errors
///
/// If the folder cannot be read, if what would be a page is no regular file, such as a folder or a pipe, or if its name has
/// a control character in it.
pub fn pages_in(folder: &Path) -> Result<Vec<PathBuf>, BuildError> {
    check_name(folder)?;
    let cannot_read = |error| BuildError::file("read", folder, &error);
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot_read)? {
        let path = entry.map_err(cannot_read)?.path();
        if is_page(&path) {
            check_name(&path)?;
            let metadata = fs::metadata(&path).map_err(|error| BuildError::file("read", &path, &error))?;
            if !metadata.is_file() {
                return Err(BuildError::file("read", &path, &"it is no regular file"));
            }
            pages.push(path);
        }
    }
    pages.sort();
    Ok(pages)
}

/// Whether a path in a folder is that of a page, by its name.
fn is_page(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    name.ends_with(b".md") && !name.starts_with(b".") && name != b"README.md"
}

#[cfg(test)]
mod tests {
    use super::is_page;
    use std::path::Path;

    #[test]
    fn pages_are_told_by_their_names() {
        for name in ["4.18.md", "SUPPORT.md", "readme.md", "x.README.md", "~4.18.md"] {
            assert!(is_page(&Path::new(".hidden").join(name)), "{name}");
        }
        for name in [
            "README.md",
            "._4.18.md",
            ".#4.18.md",
            ".4.18.md",
            ".md",
            "4.18.md~",
            "#4.18.md#",
            "4.18.MD",
            "md",
            "AS_OF",
        ] {
            assert!(!is_page(Path::new(name)), "{name}");
        }
    }
}
