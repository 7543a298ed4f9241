//! Reads the pages in the branches of a clone of Xen from its objects. Nothing is checked out or written.

use crate::error::Error;
use gix::bstr::ByteSlice;
use std::collections::BTreeMap;
use std::path::Path;
use xen_support_compiler::Source;
use xen_support_data::Date;

/// A branch, and its page.
pub(crate) struct Branch {
    /// Its name on the server: `stable-4.18`.
    pub(crate) name: String,
    /// The reference that it was read from: `origin/stable-4.18`.
    pub(crate) reference: String,
    /// The day, in UTC, on which its newest commit was made: that of the committer, not the author.
    pub(crate) committed: Date,
    pub(crate) page: BranchPage,
}

/// The SUPPORT.md of a branch.
pub(crate) enum BranchPage {
    None,
    Bytes(Vec<u8>),
    /// It is longer than a page may be, and was not read.
    TooLong,
}

/// How many bytes an object may have that is read on the way to a page: a commit, a folder, or what a page is packed as a
/// change of. A few kB of a clone can stand for some GB.
const MAX_OBJECT_LEN: usize = Source::MAX_SET_LEN;

/// Reads the branches whose names `wants` accepts, in the order of the names. A branch of the remote, as it was last
/// fetched, comes before a local branch of the same name, which may be behind, or hold what is not published.
pub(crate) fn read_branches(path: &Path, remote: &str, wants: &dyn Fn(&str) -> bool) -> Result<Vec<Branch>, Error> {
    let cannot_read = |what: &str, error: &(dyn std::error::Error + 'static)| {
        Error::Argument(format!("cannot read {what} of {}: {}", path.display(), with_sources(error)))
    };
    // Isolated, so that neither the environment nor the user's configuration changes what is read.
    let repository = gix::open::Options::isolated()
        .config_overrides([format!("gitoxide.objects.allocLimit={MAX_OBJECT_LEN}")])
        .open(path)
        .map_err(|error| Error::Argument(cannot_open(path, &error)))?
        .to_thread_local();
    let references = repository.references().map_err(|error| cannot_read("the branches", &error))?;
    let mut branches = BTreeMap::new();
    for prefix in ["refs/heads/", &format!("refs/remotes/{remote}/")] {
        let all = references.prefixed(prefix).map_err(|error| cannot_read("the branches", &error))?;
        for reference in all {
            let mut reference = reference.map_err(|error| cannot_read("a branch", &*error))?;
            let short = reference.name().shorten().to_str_lossy().into_owned();
            let name = reference.name().as_bstr().to_str_lossy()[prefix.len()..].to_owned();
            if wants(&name) {
                let commit = reference.peel_to_commit().map_err(|error| cannot_read(&short, &error))?;
                branches.insert(name, (short, commit));
            }
        }
    }
    let mut length = 0;
    let read = |(name, (reference, commit)): (String, (String, gix::Commit<'_>))| {
        let time = commit.time().map_err(|error| cannot_read(&reference, &error))?;
        let committed = Date::from_unix_seconds(time.seconds);
        let tree = commit.tree().map_err(|error| cannot_read(&reference, &error))?;
        let entry = tree.lookup_entry_by_path("SUPPORT.md").map_err(|error| cannot_read(&reference, &error))?;
        let page = match entry.filter(|entry| entry.mode().is_blob()) {
            Some(entry) => {
                let header = repository.find_header(entry.object_id());
                if header.map_err(|error| cannot_read(&reference, &error))?.size() > Source::MAX_LEN as u64 {
                    BranchPage::TooLong
                } else {
                    let page = entry.object().map_err(|error| cannot_read(&reference, &error))?.detach().data;
                    length += page.len();
                    if length > Source::MAX_SET_LEN {
                        let most = Source::MAX_SET_LEN;
                        let message = format!("the pages have more than {most} bytes together: name fewer by --branch");
                        return Err(Error::Argument(message));
                    }
                    BranchPage::Bytes(page)
                }
            }
            None => BranchPage::None,
        };
        Ok(Branch { name, reference, committed, page })
    };
    branches.into_iter().map(read).collect()
}

/// Why a repository cannot be opened. Where gix says it in several steps, the last is the one that tells.
fn cannot_open(path: &Path, error: &gix::open::Error) -> String {
    let path = path.display();
    match error {
        // gix can be built to read these, with another version of each crate that it needs for SHA-1.
        gix::open::Error::Config(gix::config::Error::ConfigTypedString(error))
            if error.key.eq_ignore_ascii_case(b"extensions.objectFormat") =>
        {
            let format = error.value.as_ref().map_or("?".into(), |value| value.to_str_lossy());
            format!(
                "{path} is a repository with objects of the format {format}: only those with SHA-1, as Xen's has, are read"
            )
        }
        error => format!("{path} is no git repository: {}", with_sources(error)),
    }
}

/// An error, and what it comes from.
fn with_sources(error: &dyn std::error::Error) -> String {
    let sources = std::iter::successors(Some(error), |error| error.source());
    sources.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
