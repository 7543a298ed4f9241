//! Reads the pages that a command's arguments name.

use crate::console::Console;
use crate::error::Error;
use crate::origin::{NamedOrigin, Origin, cannot_read};
use crate::page::Page;
use std::fs::File;
use std::path::Path;
use xen_support_compiler::{Diagnostic, Source, check_name, pages_in, read_page_from};

impl Page {
    /// Reads pages, in the order of the arguments; those of a folder in the order of their names. There is at least one.
    pub(crate) fn load_all(origins: &[Origin], console: &mut Console<'_>) -> Result<Vec<Self>, Error> {
        let unnamed = |origin: &Origin| NamedOrigin { column: None, origin: origin.clone() };
        Self::load_all_named(&origins.iter().map(unnamed).collect::<Vec<_>>(), console)
    }

    /// The same, with the names of their columns.
    pub(crate) fn load_all_named(named: &[NamedOrigin], console: &mut Console<'_>) -> Result<Vec<Self>, Error> {
        if named.iter().filter(|named| named.origin == Origin::StandardInput).count() > 1 {
            return Err(Error::Argument("standard input (-) can be read only once".to_owned()));
        }
        let mut pages = Vec::new();
        let mut length = 0;
        for NamedOrigin { column, origin } in named {
            for origin in page_origins(column.as_deref(), origin)? {
                let mut page = Self::load(&origin, console)?;
                page.column.clone_from(column);
                length += page.len();
                if length > Source::MAX_SET_LEN {
                    let most = Source::MAX_SET_LEN;
                    return Err(Error::Page(format!("the pages have more than {most} bytes together: name fewer")));
                }
                pages.push(page);
            }
        }
        Ok(pages)
    }

    /// Reads a page.
    pub(crate) fn load(origin: &Origin, console: &mut Console<'_>) -> Result<Self, Error> {
        match origin {
            Origin::Release(release) => Self::of_release(release, console),
            Origin::File(path) => {
                check_name(path)?;
                if path.is_dir() {
                    let message = format!("{} is a folder: name one of the pages in it", path.display());
                    return Err(Error::Argument(message));
                }
                let bytes = File::open(path).and_then(read_page_from);
                let bytes = bytes.map_err(|error| Error::Argument(cannot_read(path, &error)))?;
                Ok(Self::new(path.display().to_string(), bytes))
            }
            Origin::StandardInput => {
                let bytes = read_page_from(console.input());
                let bytes = bytes.map_err(|error| Error::Argument(format!("cannot read <stdin>: {error}")))?;
                Ok(Self::new("<stdin>".to_owned(), bytes))
            }
        }
    }

    /// Says what may have been meant, if one of the pages is a README.md and has an error like those of any text that is no
    /// SUPPORT.md: a shell makes it of `data/*.md`.
    pub(crate) fn note_on_readme(pages: &[Self], diagnostics: &[Diagnostic], console: &mut Console<'_>) {
        let is_no_page = |page: &Self| {
            let of_page = diagnostics.iter().filter(|diagnostic| diagnostic.place().file == page.name);
            of_page
                .into_iter()
                .any(|diagnostic| ["no-release-support", "not-a-page"].contains(&diagnostic.problem().code))
        };
        for page in pages {
            let path = Path::new(&page.name);
            if path.ends_with("README.md") && is_no_page(page) {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
                let (name, folder) = (&page.name, folder.display());
                let way_out = "a command that takes several pages reads those beside it if you name the folder";
                console.note(&format!("{name} is no SUPPORT.md; {way_out}: {folder}"));
            }
        }
    }
}

/// Where the pages come from that an argument names: it itself, or the files of a folder.
fn page_origins(column: Option<&str>, origin: &Origin) -> Result<Vec<Origin>, Error> {
    let Some(folder) = origin.folder() else { return Ok(vec![origin.clone()]) };
    let name = folder.display();
    if let Some(column) = column {
        return Err(Error::Argument(format!("{column:?} is for one page, and {name} is a folder: name a page in it")));
    }
    let pages = pages_in(folder)?;
    if pages.is_empty() {
        let message = format!("there is no page in {name}: a file whose name ends in .md, other than README.md");
        return Err(Error::Argument(message));
    }
    Ok(pages.into_iter().map(Origin::File).collect())
}
