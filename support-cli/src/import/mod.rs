//! Copies pages from a clone of Xen to files that are named after the pages' releases.

mod as_of;
mod git;

pub(crate) use as_of::AsOf;
pub(crate) use git::{Branch, read_branches};

use crate::error::Error;
use crate::page::show_errors;
use crate::write::write_file;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use xen_support_compiler::{ParsedStatement, Source, extract_facts};
use xen_support_data::{Stage, Version};

/// Whether a branch is that of a release, such as `stable-4.18`, or that of development, `master`.
pub(crate) fn is_release_branch(name: &str) -> bool {
    let version = name.strip_prefix("stable-").and_then(Version::parse);
    name == "master" || version.is_some_and(|version| version.stage == Stage::Release)
}

/// The page of a branch, ready to be written.
pub(crate) struct Imported {
    /// The branch's reference that the page was read from: `origin/stable-4.18`.
    pub(crate) reference: String,
    pub(crate) version: Version,
    pub(crate) statement: ParsedStatement,
    pub(crate) warnings: usize,
    content: Vec<u8>,
}

/// Checks the pages of all branches, and returns what to write, by version. If a page has errors, they are shown, and
/// the result is an error, so that nothing is written.
pub(crate) fn import_pages(branches: &[Branch], only_facts: bool) -> Result<Vec<Imported>, Error> {
    let mut imports: BTreeMap<Version, Imported> = BTreeMap::new();
    let mut broken = Vec::new();
    for Branch { reference, page, .. } in branches {
        let Some(page) = page else { continue };
        let Some(import) = import_page(reference, page, only_facts)? else {
            broken.push(reference.as_str());
            continue;
        };
        let version = import.version;
        if let Some(first) = imports.insert(version, import) {
            let both = format!("{} and {reference}", first.reference);
            return Err(Error::Page(format!("{both} both have a page of Xen {version}; choose branches by --branch")));
        }
    }
    if broken.is_empty() {
        Ok(imports.into_values().collect())
    } else {
        let broken = broken.join(", ");
        Err(Error::Page(format!("nothing was written, since there are errors in {broken}; choose others by --branch")))
    }
}

/// Checks one page; `None` if it has errors, which are shown.
fn import_page(reference: &str, page: &[u8], only_facts: bool) -> Result<Option<Imported>, Error> {
    // As git names the file of a revision.
    let name = format!("{reference}:SUPPORT.md");
    let source = match Source::from_bytes(&name, page.to_vec()) {
        Ok(source) => source,
        Err(diagnostic) => {
            show_errors(&[*diagnostic]);
            return Ok(None);
        }
    };
    let (statement, diagnostics) = ParsedStatement::parse(&source);
    show_errors(&diagnostics);
    let version = statement.as_ref().and_then(|statement| statement.release.version);
    let Some((statement, version)) = statement.zip(version) else { return Ok(None) };
    let import = Imported {
        reference: reference.to_owned(),
        version,
        statement,
        warnings: diagnostics.len(),
        content: page.to_vec(),
    };
    if only_facts { import.reduce_to_facts(&source).map(Some) } else { Ok(Some(import)) }
}

impl Imported {
    /// The same page reduced to its facts. An error if its rows would then differ.
    fn reduce_to_facts(self, page: &Source) -> Result<Self, Error> {
        let text = extract_facts(page, &self.statement.release);
        match ParsedStatement::parse(&Source::new(page.name(), text.as_str())).0 {
            Some(statement) if statement.rows() == self.statement.rows() => {
                Ok(Self { statement, content: text.into_bytes(), ..self })
            }
            _ => Err(Error::Page(format!(
                "without its prose, {} would say something else: import it whole",
                page.name()
            ))),
        }
    }

    /// The name of the file to write.
    pub(crate) fn file_name(&self) -> String {
        format!("{}.md", self.version)
    }

    /// Reads what the file holds now.
    pub(crate) fn read_before(&self, folder: &Path) -> Result<Before, Error> {
        let path = folder.join(self.file_name());
        match fs::read(&path) {
            Ok(bytes) if bytes == self.content => Ok(Before::Same),
            Ok(bytes) => {
                let source = Source::from_bytes(self.file_name(), bytes);
                Ok(Before::Other(source.ok().and_then(|source| ParsedStatement::parse(&source).0).map(Box::new)))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Before::Nothing),
            Err(error) => Err(Error::Argument(format!("cannot read {}: {error}", path.display()))),
        }
    }

    /// Writes the file in one step, so that a reader sees either the old page or the new one.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Error> {
        write_file(&folder.join(self.file_name()), &self.content)
    }
}

/// Finds the pages in the folder that are not among the imports, by version.
pub(crate) fn find_other_pages(folder: &Path, imports: &[Imported]) -> Vec<String> {
    let is_imported = |name: &String| imports.iter().any(|import| import.file_name() == *name);
    let mut others = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        if let Some(version) = name.strip_suffix(".md").and_then(Version::parse) {
            others.insert(version, name);
        }
    }
    others.into_values().filter(|name| !is_imported(name)).collect()
}

/// What a file holds before the import.
pub(crate) enum Before {
    /// There was no file.
    Nothing,
    /// The same page.
    Same,
    /// Something else: its statement, if it was a page.
    Other(Option<Box<ParsedStatement>>),
}

#[cfg(test)]
mod tests {
    use super::is_release_branch;

    #[test]
    fn release_branches_are_told_by_their_names() {
        for name in ["stable-4.9", "stable-4.18", "stable-5.0", "master"] {
            assert!(is_release_branch(name), "{name}");
        }
        for name in
            ["staging", "staging-4.18", "stable-4.18-rc", "stable-", "stable", "main", "4.18", "x/master", "HEAD"]
        {
            assert!(!is_release_branch(name), "{name}");
        }
    }
}
