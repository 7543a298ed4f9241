//! Which Xen runs: what Linux tells of it in files, or what `xl info` printed.
//!
//! No program is run: `xl` needs a host's root, and is found by a path that others may have set.

use crate::console::Console;
use crate::error::Error;
use crate::origin::{no_page, point_release_note};
use crate::page::Page;
use serde::Serialize;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use xen_support::Statement;
use xen_support_compiler::{Source, check_name, read_page, read_page_from};
use xen_support_data::{RunningXen, Version};

/// Linux's folder about a Xen below it, whose file `type` then says `xen`.
const SYSFS: &str = "sys/hypervisor";

/// The properties of the device tree that name a Xen: of a host's and a guest's tree, and of a guest's alone.
const DEVICE_TREE: [&str; 2] = ["proc/device-tree/hypervisor/compatible", "proc/device-tree/compatible"];

/// What [`Running`] says if there is no Xen.
const WAY_OUT: &str = "name a release, or what `xl info` prints: xl info | xen-support status --running --xl-info -";

/// The Xen that runs.
pub(crate) struct Running {
    xen: RunningXen,
    /// The files that tell it, in the order in which they were read.
    told_by: Vec<String>,
}

/// The same for JSON.
#[derive(Serialize)]
pub(crate) struct RunningAsData<'r> {
    branch: String,
    version: Option<String>,
    told_by: &'r [String],
}

/// What an interface tells.
enum Told {
    Xen(RunningXen),
    /// Nothing of a Xen, for this reason.
    Nothing(String),
}

impl Running {
    /// Asks each interface that Linux has below the folder `root`. All that tell of a Xen must tell of the same.
    pub(crate) fn below(root: &Path) -> Result<Self, Error> {
        check_name(root)?;
        let root = Root::at(root)?;
        let mut told = vec![(root.path(SYSFS).join("version"), root.sysfs()?)];
        for property in DEVICE_TREE {
            told.push((root.path(property), root.device_tree(property)?));
        }
        let mut found: Option<Self> = None;
        let mut looked_at = Vec::new();
        for (path, told) in told {
            let path = path.display().to_string();
            match told {
                Told::Nothing(why) => looked_at.push(format!("\n    {path}: {why}")),
                Told::Xen(xen) => found = Some(Self::joined(found, xen, path)?),
            }
        }
        let none = || format!("no Xen is found to run here:{}\n  help: {WAY_OUT}", looked_at.concat());
        found.ok_or_else(|| Error::Argument(none()))
    }

    /// Reads what `xl info` printed; `-` is standard input.
    pub(crate) fn by_xl_info(path: &Path, console: &mut Console<'_>) -> Result<Self, Error> {
        check_name(path)?;
        let (name, bytes) = if path.as_os_str() == "-" {
            ("<stdin>".to_owned(), read_page_from(console.input()))
        } else {
            (path.display().to_string(), File::open(path).and_then(read_page_from))
        };
        let bytes = bytes.and_then(not_too_long).map_err(|error| cannot_read(Path::new(&name), &error))?;
        match RunningXen::from_xl_info(&String::from_utf8_lossy(&bytes)) {
            Some(xen) => Ok(Self { xen, told_by: vec![name] }),
            None => Err(Error::Argument(format!("{name} is not what `xl info` prints of a Xen"))),
        }
    }

    /// What was told before, and what `path` tells. A version says more than its branch alone.
    fn joined(before: Option<Self>, xen: RunningXen, path: String) -> Result<Self, Error> {
        let Some(Self { xen: known, mut told_by }) = before else { return Ok(Self { xen, told_by: vec![path] }) };
        let is_same = known.branch() == xen.branch()
            && known.version().zip(xen.version()).is_none_or(|(known, version)| known == version);
        if !is_same {
            let (known, xen, others) = (name_of(known), name_of(xen), told_by.join(" and "));
            return Err(Error::Argument(format!("{others} tells of Xen {known}, but {path} of Xen {xen}")));
        }
        told_by.push(path);
        Ok(Self { xen: if known.version().is_some() { known } else { xen }, told_by })
    }

    /// Its built-in page. Standard error says which Xen runs, by what, and whose page that is.
    pub(crate) fn page(&self, console: &mut Console<'_>) -> Result<Page, Error> {
        let Self { xen, told_by } = self;
        let (name, told_by) = (name_of(*xen), told_by.join(" and "));
        let missing = if xen.version().is_some() { "" } else { "; its branch is told, but not its version" };
        console.note(&format!("Xen {name} runs, as told by {told_by}{missing}"));
        let version = xen.version().unwrap_or(xen.branch());
        let statement = Statement::for_running(*xen).ok_or_else(|| Error::Argument(no_page(&name, Some(version))))?;
        if let Some(note) = xen.version().and_then(point_release_note) {
            console.note(&note);
        }
        Page::of_statement(statement)
    }

    pub(crate) fn as_data(&self) -> RunningAsData<'_> {
        let Self { xen, told_by } = self;
        RunningAsData {
            branch: xen.branch().to_string(),
            version: xen.version().map(|version| version.to_string()),
            told_by,
        }
    }
}

/// The version, or the branch if that is all that is told.
fn name_of(xen: RunningXen) -> String {
    xen.version().map_or_else(|| xen.branch().to_string(), |version: Version| version.to_string())
}

/// The folder that stands for `/`.
struct Root<'r> {
    path: &'r Path,
    /// The same without links.
    real: PathBuf,
}

impl<'r> Root<'r> {
    fn at(path: &'r Path) -> Result<Self, Error> {
        let real = fs::canonicalize(path).map_err(|error| cannot_read(path, &error))?;
        Ok(Self { path, real })
    }

    fn path(&self, file: &str) -> PathBuf {
        self.path.join(file)
    }

    fn sysfs(&self) -> Result<Told, Error> {
        match self.read(&format!("{SYSFS}/type"))? {
            Err(why) => return Ok(Told::Nothing(format!("there is no file type beside it: {why}"))),
            Ok(kind) if kind.trim_ascii() != b"xen" => {
                return Ok(Told::Nothing(format!("the file type beside it says {}", quoted(&kind))));
            }
            Ok(_) => {}
        }
        let mut texts = Vec::new();
        for part in ["major", "minor", "extra"] {
            let file = format!("{SYSFS}/version/{part}");
            let text = self.read(&file)?.map_err(|why| not_understood(&self.path(&file), &why))?;
            texts.push(String::from_utf8_lossy(&text).into_owned());
        }
        let xen = match texts.as_slice() {
            [major, minor, extra] => RunningXen::from_sysfs(major, minor, extra),
            _ => None,
        };
        let says = || format!("it says {}, which is no version of Xen", quoted(texts.concat().as_bytes()));
        xen.map(Told::Xen).ok_or_else(|| not_understood(&self.path(SYSFS).join("version"), &says()))
    }

    fn device_tree(&self, property: &str) -> Result<Told, Error> {
        let compatible = match self.read(property)? {
            Ok(compatible) => compatible,
            Err(why) => return Ok(Told::Nothing(why)),
        };
        match RunningXen::from_device_tree(&compatible) {
            Some(xen) => Ok(Told::Xen(xen)),
            None if compatible.split(|byte| *byte == 0).any(names_a_version) => {
                let says = format!("it says {}, which is not one version of Xen", quoted(&compatible));
                Err(not_understood(&self.path(property), &says))
            }
            None => Ok(Told::Nothing("it names no version of Xen".to_owned())),
        }
    }

    /// What a file holds; why that is not known, if the file is not there.
    fn read(&self, file: &str) -> Result<Result<Vec<u8>, String>, Error> {
        let path = self.path(file);
        let real = match fs::canonicalize(&path) {
            Ok(real) => real,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok(Err("it is not there".to_owned()));
            }
            Err(error) => return Err(cannot_read(&path, &error)),
        };
        if !real.starts_with(&self.real) {
            return Ok(Err(format!("a link leads out of {}", self.path.display())));
        }
        let bytes = read_page(&real).and_then(not_too_long);
        bytes.map(Ok).map_err(|error| cannot_read(&path, &error))
    }
}

/// Whether a string of the device tree names a Xen by its version, well or not.
fn names_a_version(string: &[u8]) -> bool {
    string.starts_with(b"xen,xen-") || string.starts_with(b"xen,xenvm-")
}

/// Of a file that is too long, only the beginning was read.
fn not_too_long(bytes: Vec<u8>) -> io::Result<Vec<u8>> {
    if bytes.len() > Source::MAX_LEN { Err(io::Error::other("it is too long")) } else { Ok(bytes) }
}

fn cannot_read(path: &Path, error: &io::Error) -> Error {
    Error::Argument(format!("cannot read {}: {error}", path.display()))
}

fn not_understood(path: &Path, why: &str) -> Error {
    Error::Argument(format!("{} does not tell which Xen runs: {why}", path.display()))
}

/// The beginning of a text, in quotes.
fn quoted(text: &[u8]) -> String {
    let text: String = String::from_utf8_lossy(text).chars().take(200).collect();
    format!("{text:?}")
}
