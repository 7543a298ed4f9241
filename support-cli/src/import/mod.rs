//! Copies pages from a clone of Xen to files that are named after the pages' releases.

mod as_of;
mod git;

pub(crate) use as_of::AsOf;
pub(crate) use git::{Branch, BranchPage, read_branches};

use crate::console::Console;
use crate::error::{Error, write_file};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use xen_support_compiler::{
    LintLevel, ParsedRelease, ParsedStatement, Source, compare, extract_facts, is_facts, read_page,
};
use xen_support_data::{Date, Stage, Version};

/// Whether a branch is that of a release, such as `stable-4.18`, or that of development, `master`.
pub(crate) fn is_release_branch(name: &str) -> bool {
    let version = name.strip_prefix("stable-").and_then(Version::parse);
    name == "master" || version.is_some_and(|version| version.stage == Stage::Release)
}

/// The page of a branch, ready to be written.
pub(crate) struct Imported {
    /// The branch's reference that the page was read from: `origin/stable-4.18`.
    pub(crate) reference: String,
    /// The day of the branch's newest commit.
    pub(crate) committed: Date,
    pub(crate) version: Version,
    pub(crate) statement: ParsedStatement,
    /// How many problems the page has: those by which something is left out, and warnings.
    pub(crate) problems: [usize; 2],
    /// What the file to write holds now.
    pub(crate) before: Before,
    content: Vec<u8>,
}

/// What a file holds before the import.
pub(crate) enum Before {
    /// There was no file.
    Nothing,
    /// The same page, or the same facts.
    Same,
    /// Something else: its statement, if it was a page.
    Other(Option<Box<ParsedStatement>>),
}

/// How pages are imported.
pub(crate) struct Importer<'i> {
    /// The folder to write to.
    pub(crate) folder: &'i Path,
    pub(crate) only_facts: bool,
    /// Whether facts may replace a whole page.
    pub(crate) replace_whole_pages: bool,
}

impl Importer<'_> {
    /// Reads the pages of all branches, as far as they can be read, and shows what is left out. Returns what to write, by
    /// version, and why the others cannot be.
    pub(crate) fn import(
        &self,
        branches: &[Branch],
        console: &mut Console<'_>,
    ) -> Result<(Vec<Imported>, Vec<String>), Error> {
        let mut imports: BTreeMap<Version, Vec<Imported>> = BTreeMap::new();
        let mut failures = Vec::new();
        for branch in branches {
            let imported = match &branch.page {
                BranchPage::None => continue,
                BranchPage::TooLong => {
                    let most = Source::MAX_LEN;
                    Err(format!("the page of {} has more than {most} bytes, and was not read", branch.reference))
                }
                BranchPage::Bytes(page) => self.import_page(branch, page, console)?,
            };
            match imported {
                Ok(import) => imports.entry(import.version).or_default().push(import),
                Err(failure) => failures.push(failure),
            }
        }
        let mut alone = Vec::new();
        for (version, mut of_version) in imports {
            match of_version.pop() {
                Some(import) if of_version.is_empty() => alone.push(import),
                last => {
                    let all = of_version.iter().chain(&last).map(|import| import.reference.as_str());
                    let all = all.collect::<Vec<_>>().join(" and ");
                    failures.push(format!("{all} both have a page of Xen {version}; leave one out by --except"));
                }
            }
        }
        Ok((alone, failures))
    }

    /// Reads one page, and what its file holds; or why it cannot be imported.
    fn import_page(
        &self,
        branch: &Branch,
        page: &[u8],
        console: &mut Console<'_>,
    ) -> Result<Result<Imported, String>, Error> {
        let reference = &branch.reference;
        // As git names the file of a revision.
        let source = match Source::from_bytes(format!("{reference}:SUPPORT.md"), page.to_vec()) {
            Ok(source) => source,
            Err(diagnostic) => {
                console.show_errors(&[*diagnostic]);
                return Ok(Err(format!("the page of {reference} cannot be read")));
            }
        };
        let (statement, diagnostics) = ParsedStatement::parse(&source);
        let errors = console.show_errors(&diagnostics);
        let Some(mut statement) = statement else { return Ok(Err(format!("the page of {reference} cannot be read"))) };
        let Some(version) = statement.release.version else {
            let text = &statement.release.version_text;
            return Ok(Err(format!(
                "the page of {reference} is of Xen {text}, which is no version to name a file after"
            )));
        };
        let mut content = page.to_vec();
        if self.only_facts {
            match reduce_to_facts(&source, &statement) {
                Some((text, facts)) => (content, statement) = (text.into_bytes(), facts),
                None => {
                    return Ok(Err(format!(
                        "without its prose, the page of {reference} would say something else: import it whole"
                    )));
                }
            }
        }
        let before = match self.read_before(&file_name(version), &content)? {
            Ok(before) => before,
            Err(failure) => return Ok(Err(failure)),
        };
        let (reference, committed) = (reference.clone(), branch.committed);
        let warnings = diagnostics.iter().filter(|diagnostic| diagnostic.level() == LintLevel::Warn).count();
        let problems = [errors, warnings];
        Ok(Ok(Imported { reference, committed, version, statement, problems, before, content }))
    }

    /// Reads what the file holds now; or why it cannot be replaced.
    fn read_before(&self, name: &str, content: &[u8]) -> Result<Result<Before, String>, Error> {
        let path = self.folder.join(name);
        let bytes = match read_page(&path) {
            Ok(bytes) if bytes == content => return Ok(Ok(Before::Same)),
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Ok(Before::Nothing)),
            Err(error) => return Err(Error::Argument(format!("cannot read {}: {error}", path.display()))),
        };
        let Ok(source) = Source::from_bytes(name, bytes) else { return Ok(Ok(Before::Other(None))) };
        let Some(statement) = ParsedStatement::parse(&source).0 else { return Ok(Ok(Before::Other(None))) };
        let are_facts = is_facts(source.text());
        if self.only_facts && !are_facts && !self.replace_whole_pages {
            let path = path.display();
            return Ok(Err(format!(
                "{path} is a whole page, and --facts would leave out its prose: write to another folder by --out, or give \
                 --replace-whole-pages"
            )));
        }
        // They may differ in the form of their headings.
        if self.only_facts && are_facts && extract_facts(&source, &statement.release).as_bytes() == content {
            return Ok(Ok(Before::Same));
        }
        Ok(Ok(Before::Other(Some(Box::new(statement)))))
    }
}

/// A page reduced to its facts, and what they say; `None` if their rows, what they grant, or the release's version and
/// dates are not those of the page.
fn reduce_to_facts(page: &Source, whole: &ParsedStatement) -> Option<(String, ParsedStatement)> {
    let text = extract_facts(page, &whole.release);
    let facts = ParsedStatement::parse(&Source::new(page.name(), text.as_str())).0?;
    let release = |page: &ParsedStatement| {
        let ParsedRelease { version, initial_release, supported_until, security_support_until, .. } = &page.release;
        (*version, [initial_release, supported_until, security_support_until].map(|date| date.date))
    };
    let has_same_release = release(whole) == release(&facts);
    let is_same = has_same_release && facts.rows() == whole.rows() && compare(whole, &facts).features.is_empty();
    is_same.then_some((text, facts))
}

fn file_name(version: Version) -> String {
    format!("{version}.md")
}

impl Imported {
    /// The name of the file to write.
    pub(crate) fn file_name(&self) -> String {
        file_name(self.version)
    }

    /// Writes the file in one step, so that a reader sees either the old page or the new one.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Error> {
        write_file(&folder.join(self.file_name()), &self.content)
    }

    /// What is odd about a page of this version in this branch, if its name says another: `stable-4.18` is for a release or
    /// its candidates, `master` for what is not released.
    pub(crate) fn note_on_version(&self) -> Option<String> {
        let Self { reference, version, .. } = self;
        let name = reference.rsplit('/').next().unwrap_or(reference);
        let of_branch =
            ["stable-", "staging-"].iter().find_map(|prefix| name.strip_prefix(prefix)).and_then(Version::parse);
        let is_odd = match of_branch {
            Some(expected) => {
                (expected.major, expected.minor) != (version.major, version.minor) || version.stage == Stage::Unstable
            }
            None => name == "master" && version.stage == Stage::Release,
        };
        is_odd.then(|| format!("the page of {reference} is of Xen {version}, though the branch is for another version"))
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
