//! What the argument PAGE of each command names: a release whose page is built in, a file, a folder, or standard input.

use crate::error::Error;
use std::cmp::Ordering;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use xen_support::{Feature, Statement, statement_for};
use xen_support_compiler::document_name;
use xen_support_data::{Stage, Version, distance};

/// What the help says of an argument that names several pages.
pub(crate) const PAGES_HELP: &str =
    "A release whose page is built in, a file, a folder of pages, or - for standard input";

/// What the help says of an argument that names one page.
pub(crate) const PAGE_HELP: &str = "A release whose page is built in, a file, or - for standard input";

/// Where a page comes from: a command's argument.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Origin {
    Release(ReleaseName),
    File(PathBuf),
    StandardInput,
}

/// A release, as an argument names it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct ReleaseName {
    /// As it was written: `stable-4.18`.
    text: String,
    /// `None` stands for the development branch, whatever its version.
    version: Option<Version>,
}

/// The names of the development branch: of its page on the Xen Project's website, and of its branches.
const DEVELOPMENT: [&str; 3] = ["unstable", "master", "staging"];

/// What may stand before the version: the names of branches, and of tags.
const PREFIXES: [&str; 4] = ["", "stable-", "staging-", "RELEASE-"];

impl From<OsString> for Origin {
    /// `-` is standard input. An argument that is the name of a release, and does not look like a file, is a release.
    fn from(argument: OsString) -> Self {
        let path = PathBuf::from(argument);
        let release = path.to_str().filter(|_| !looks_like_a_file(&path)).and_then(ReleaseName::parse);
        match release {
            Some(release) => Self::Release(release),
            None if path.as_os_str() == "-" => Self::StandardInput,
            None => Self::File(path),
        }
    }
}

impl Origin {
    /// The folder that it names, whose files are the pages.
    pub(crate) fn folder(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path.as_path()).filter(|path| path.is_dir()),
            Self::Release(_) | Self::StandardInput => None,
        }
    }

    /// The argument itself; of a path on this machine, the file's name alone.
    fn name(&self) -> String {
        match self {
            Self::Release(release) => release.text.clone(),
            Self::File(path) if path.is_absolute() => {
                path.file_name().unwrap_or_default().to_string_lossy().into_owned()
            }
            Self::File(path) => document_name(path),
            Self::StandardInput => "-".to_owned(),
        }
    }
}

/// A page with a name for its column, if it has one of its own: an argument `PAGE` or `NAME=PAGE`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct NamedOrigin {
    pub(crate) column: Option<String>,
    pub(crate) origin: Origin,
}

impl NamedOrigin {
    /// The argument itself, as [`Origin::name`].
    pub(crate) fn name(&self) -> String {
        let column = self.column.as_ref().map(|column| format!("{column}="));
        column.unwrap_or_default() + &self.origin.name()
    }
}

impl From<OsString> for NamedOrigin {
    /// What stands before the first `=` is a name, unless it is empty or has a `/` in it.
    fn from(argument: OsString) -> Self {
        let named = argument.to_str().and_then(|text| text.split_once('='));
        match named.filter(|(name, page)| !name.trim().is_empty() && !name.contains(['/', '\\']) && !page.is_empty()) {
            Some((name, page)) => Self { column: Some(name.trim().to_owned()), origin: OsString::from(page).into() },
            None => Self { column: None, origin: argument.into() },
        }
    }
}

/// Whether a path names a folder too, or ends in `.md`.
fn looks_like_a_file(path: &Path) -> bool {
    path.components().count() > 1 || path.extension().is_some_and(|extension| extension == "md")
}

impl ReleaseName {
    /// Reads a version (`4.18`, `4.18-unstable`), a point release (`4.18.3`), or the name of a branch, a tag, or a folder
    /// of the Xen Project's website (`stable-4.18`, `RELEASE-4.18.3`, `4.18-testing`, `unstable`).
    fn parse(text: &str) -> Option<Self> {
        if DEVELOPMENT.contains(&text) {
            return Some(Self { text: text.to_owned(), version: None });
        }
        let bare = PREFIXES.iter().rev().find_map(|prefix| text.strip_prefix(prefix))?;
        let bare = bare.strip_suffix("-testing").unwrap_or(bare);
        Some(Self { text: text.to_owned(), version: Some(Version::parse(bare)?) })
    }

    /// The built-in statement of the release.
    pub(crate) fn statement(&self) -> Result<Statement, Error> {
        let newest = Statement::all().iter().next_back();
        let found = match self.version {
            Some(version) => statement_for(version),
            None => newest.filter(|newest| newest.version().stage != Stage::Release),
        };
        found.ok_or_else(|| Error::Argument(self.not_built_in()))
    }

    /// A note for a point release, whose page is the one of its branch.
    pub(crate) fn note(&self) -> Option<String> {
        self.version.and_then(point_release_note)
    }

    fn not_built_in(&self) -> String {
        let Self { text, version, .. } = self;
        format!("{}; for a file, write ./{text}", no_page(text, *version))
    }
}

/// A note for a point release, whose page is the one of its branch.
pub(crate) fn point_release_note(version: Version) -> Option<String> {
    let (branch, as_of) = (version.branch(), Statement::AS_OF);
    let note = format!("Xen {version} is answered by the page of its branch, Xen {branch}, as of {as_of}");
    version.point.map(|_| note)
}

/// The message for a release, as it was named, whose page is not built in.
pub(crate) fn no_page(name: &str, version: Option<Version>) -> String {
    let nearest = version.and_then(nearest_release).map_or(String::new(), |near| format!("; the nearest is {near}"));
    format!("no page of Xen {name} is built in, only those of {}{nearest}", built_in())
}

/// The versions of the built-in pages: `4.10, 4.11`.
fn built_in() -> String {
    let versions: Vec<_> = Statement::all().iter().map(|statement| statement.version().to_string()).collect();
    versions.join(", ")
}

/// The version that is built in and nearest to this one in time.
fn nearest_release(to: Version) -> Option<Version> {
    let to = to.branch();
    let far = |version: &Version| {
        let minor = match version.major.cmp(&to.major) {
            Ordering::Less => u16::MAX - version.minor,
            Ordering::Equal => version.minor.abs_diff(to.minor),
            Ordering::Greater => version.minor,
        };
        (version.major.abs_diff(to.major), minor, (version.stage as u8).abs_diff(to.stage as u8))
    };
    Statement::all().iter().map(Statement::version).min_by_key(far)
}

/// The message for a file that cannot be read. If the argument can have been meant as something else, it says so.
pub(crate) fn cannot_read(path: &Path, error: &io::Error) -> String {
    let name = path.display().to_string();
    let message = format!("cannot read {name}: {error}");
    let is_title = || Feature::all().any(|feature| feature.title() == name);
    if error.kind() != io::ErrorKind::NotFound {
        message
    } else if is_title() {
        format!("{message}; it is the title of a feature, and a PAGE comes first")
    } else if looks_like_a_file(path) {
        message
    } else {
        let nearest = nearest_name(&name).map_or(String::new(), |near| format!("; did you mean {near}"));
        format!("{message}; nor is it a release whose page is built in: {}{nearest}", built_in())
    }
}

/// The name of a release that is spelt most like this one.
fn nearest_name(name: &str) -> Option<String> {
    let versions = Statement::all().iter().map(|statement| statement.version().to_string());
    let with_prefixes = versions.flat_map(|version| PREFIXES.map(|prefix| format!("{prefix}{version}")));
    let known = DEVELOPMENT.into_iter().map(str::to_owned).chain(with_prefixes);
    let limit = name.len() / 4 + 1;
    let distances = known.map(|known| (distance(name, &known, limit), known));
    distances.filter(|(distance, _)| *distance <= limit).min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::{NamedOrigin, Origin, ReleaseName, nearest_name};
    use std::ffi::OsString;
    use xen_support_data::Version;

    fn origin(text: &str) -> Origin {
        Origin::from(OsString::from(text))
    }

    fn release(text: &str) -> ReleaseName {
        match origin(text) {
            Origin::Release(release) => release,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn releases_files_and_standard_input_are_told_apart() {
        assert_eq!(origin("-"), Origin::StandardInput);
        for release in ["4.18", "4.18-unstable", "4.18.3-pre", "4.9", "stable-4.18", "unstable", "master", "staging"] {
            assert!(matches!(origin(release), Origin::Release(name) if name.text == release), "{release}");
        }
        for file in [
            "4.18.md",
            "4.18-unstable.md",
            "./4.18",
            "data/4.18",
            "SUPPORT",
            "/4.18",
            "-4.18",
            "./unstable",
            "stable-",
            "Unstable",
            "-testing",
            "stable-4",
            "stable-stable-4.18",
            "origin/stable-4.18",
        ] {
            assert_eq!(origin(file), Origin::File(file.into()), "{file}");
        }
    }

    #[test]
    fn a_name_for_a_column_stands_before_an_equals_sign() {
        for (argument, column, page) in [
            ("4.18", None, "4.18"),
            ("Our 4.18=SUPPORT.md", Some("Our 4.18"), "SUPPORT.md"),
            ("old=4.18", Some("old"), "4.18"),
            ("a=b=c.md", Some("a"), "b=c.md"),
            ("new=-", Some("new"), "-"),
            ("./a=b.md", None, "./a=b.md"),
            ("=b.md", None, "=b.md"),
            ("a=", None, "a="),
        ] {
            let expected = NamedOrigin { column: column.map(str::to_owned), origin: origin(page) };
            assert_eq!(NamedOrigin::from(OsString::from(argument)), expected, "{argument}");
        }
    }

    #[test]
    fn each_name_of_a_release_names_the_page_of_its_branch() {
        for name in
            ["4.18", "stable-4.18", "staging-4.18", "4.18-testing", "RELEASE-4.18.3", "4.18.3", "4.18.0", "4.18.4-pre"]
        {
            assert_eq!(release(name).statement().unwrap().version(), Version::new(4, 18), "{name}");
        }
        for name in ["unstable", "master", "staging"] {
            assert_eq!(release(name).statement().unwrap().version().to_string(), newest(), "{name}");
        }
    }

    #[test]
    fn only_a_point_release_has_a_note() {
        for name in ["4.18", "stable-4.18", "4.18-testing", "unstable", "4.18-unstable"] {
            assert_eq!(release(name).note(), None, "{name}");
        }
        for (name, point_release) in [("4.18.3", "4.18.3"), ("RELEASE-4.18.0", "4.18.0"), ("4.18.4-pre", "4.18.4-pre")]
        {
            let note = release(name).note().unwrap();
            assert!(
                note.starts_with(&format!("Xen {point_release} is answered by the page of its branch, Xen 4.18, ")),
                "{note}"
            );
        }
    }

    /// The version of the newest page that is built in.
    fn newest() -> String {
        xen_support::Statement::all().iter().next_back().unwrap().version().to_string()
    }

    #[test]
    fn a_release_without_a_page_has_the_nearest_one_named() {
        for (name, nearest) in
            [("4.9", "4.10"), ("RELEASE-4.2.5", "4.10"), ("4.17-unstable", "4.17"), ("5.0", &newest())]
        {
            let error = release(name).statement().unwrap_err().to_string();
            assert!(error.contains(&format!("; the nearest is {nearest}; for a file, write ./{name}")), "{error}");
        }
        assert_eq!(nearest_name("unstabel").as_deref(), Some("unstable"));
        assert_eq!(nearest_name("stabel-4.20").as_deref(), Some("stable-4.20"));
        assert_eq!(nearest_name("SUPPORT"), None);
    }
}
