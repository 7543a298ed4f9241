//! Reads the pages in the branches of a clone of Xen from its objects. Nothing is checked out or written.

use crate::error::Error;
use gix::bstr::ByteSlice;
use std::collections::BTreeMap;
use std::path::Path;
use xen_support_data::Date;

/// A branch, and its page.
pub(crate) struct Branch {
    /// Its name on the server: `stable-4.18`.
    pub(crate) name: String,
    /// The reference that it was read from: `origin/stable-4.18`.
    pub(crate) reference: String,
    /// The day, in UTC, on which its newest commit was made: that of the committer, not the author.
    pub(crate) committed: Date,
    /// The bytes of its SUPPORT.md, if it has one.
    pub(crate) page: Option<Vec<u8>>,
}

/// Reads the branches whose names `wants` accepts, in the order of the names. A branch of the remote, as it was last
/// fetched, comes before a local branch of the same name, which may be behind, or hold what is not published.
pub(crate) fn read_branches(path: &Path, remote: &str, wants: &dyn Fn(&str) -> bool) -> Result<Vec<Branch>, Error> {
    let cannot_read = |what: &str, error: &dyn std::fmt::Display| {
        Error::Argument(format!("cannot read {what} of {}: {error}", path.display()))
    };
    // Isolated, so that neither the environment nor the user's configuration changes what is read.
    let repository = gix::open::Options::isolated()
        .open(path)
        .map_err(|error| Error::Argument(format!("{} is no git repository: {error}", path.display())))?
        .to_thread_local();
    let references = repository.references().map_err(|error| cannot_read("the branches", &error))?;
    let mut branches = BTreeMap::new();
    for prefix in ["refs/heads/", &format!("refs/remotes/{remote}/")] {
        let all = references.prefixed(prefix).map_err(|error| cannot_read("the branches", &error))?;
        for reference in all {
            let mut reference = reference.map_err(|error| cannot_read("a branch", &error))?;
            let short = reference.name().shorten().to_str_lossy().into_owned();
            let name = reference.name().as_bstr().to_str_lossy()[prefix.len()..].to_owned();
            if wants(&name) {
                let commit = reference.peel_to_commit().map_err(|error| cannot_read(&short, &error))?;
                branches.insert(name, (short, commit));
            }
        }
    }
    let read = |(name, (reference, commit)): (String, (String, gix::Commit<'_>))| {
        let time = commit.time().map_err(|error| cannot_read(&reference, &error))?;
        let committed = Date::from_unix_seconds(time.seconds);
        let tree = commit.tree().map_err(|error| cannot_read(&reference, &error))?;
        let entry = tree.lookup_entry_by_path("SUPPORT.md").map_err(|error| cannot_read(&reference, &error))?;
        let page = match entry.filter(|entry| entry.mode().is_blob()) {
            Some(entry) => Some(entry.object().map_err(|error| cannot_read(&reference, &error))?.detach().data),
            None => None,
        };
        Ok(Branch { name, reference, committed, page })
    };
    branches.into_iter().map(read).collect()
}
