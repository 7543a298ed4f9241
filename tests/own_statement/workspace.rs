//! The cargo workspace of the packages that the tests write. It has one target folder, so that what the packages depend
//! on is compiled once.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::{env, fs};

/// A page without errors or warnings: "Watchdog driver" is supported, and a preview on Arm64.
pub(crate) const PAGE: &str = include_str!("SUPPORT.md");

/// The page with one text in place of another.
pub(crate) fn page_with(text: &str, replacement: &str) -> String {
    assert!(PAGE.contains(text), "{text}");
    PAGE.replace(text, replacement)
}

/// Where in a file a text begins, as rustc writes it: `file:line:column`.
pub(crate) fn place(file: &str, content: &str, text: &str) -> String {
    let before = &content[..content.find(text).unwrap()];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let (line, column) = (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1);
    format!("{file}:{line}:{column}")
}

/// How a package comes by its tables.
#[derive(Clone, Copy)]
pub(crate) enum Way {
    Macro,
    BuildScript,
}

impl Way {
    /// What stands in the module of the tables: the macro with these documents, or the file of the build script.
    pub(crate) fn items(self, documents: &str, file: &str) -> String {
        match self {
            Self::Macro => format!("xen_support::include_support!({documents});"),
            Self::BuildScript => format!(r#"include!(concat!(env!("OUT_DIR"), "/{file}"));"#),
        }
    }
}

/// The build script of one statement, or of several.
pub(crate) fn build_script(statements: &str) -> String {
    format!(
        "use xen_support_compiler::{{BuildError, Builder}};\n\n\
         fn main() -> Result<(), BuildError> {{\n    {statements}\n}}\n"
    )
}

/// The workspace.
pub(crate) struct Workspace {
    folder: PathBuf,
}

static WORKSPACE: LazyLock<Mutex<Workspace>> = LazyLock::new(|| Mutex::new(Workspace::new()));

impl Workspace {
    /// The workspace, for one test at a time.
    pub(crate) fn lock() -> MutexGuard<'static, Self> {
        WORKSPACE.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("own_statement");
        let packages = folder.join("packages");
        if packages.exists() {
            fs::remove_dir_all(&packages).unwrap();
        }
        fs::create_dir_all(packages).unwrap();
        // The lock file's versions are there, so that no index is needed.
        fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        let root = root.display();
        let manifest = format!(
            r#"[workspace]
members = ["packages/*"]
resolver = "3"

[workspace.dependencies]
xen-support = {{ path = '{root}' }}
renamed = {{ package = "xen-support", path = '{root}' }}
xen-support-compiler = {{ path = '{root}/support-compiler', features = ["format"] }}

[profile.dev]
debug = false
incremental = false
"#
        );
        fs::write(folder.join("Cargo.toml"), manifest).unwrap();
        Self { folder }
    }

    /// A new package of the edition 2024 with an empty library, which depends on xen-support.
    pub(crate) fn package(&self, name: &str) -> Package<'_> {
        self.package_with(name, "2024", "xen-support")
    }

    /// A new package with an empty library, which depends on xen-support by a name that the workspace knows.
    pub(crate) fn package_with(&self, name: &str, edition: &str, dependency: &str) -> Package<'_> {
        let package = Package { workspace: self, name: name.to_owned() };
        let manifest = format!(
            r#"[package]
name = "{name}"
version = "0.0.0"
edition = "{edition}"

[dependencies]
{dependency}.workspace = true

[build-dependencies]
xen-support-compiler.workspace = true
"#
        );
        package.write("Cargo.toml", manifest);
        package.write("src/lib.rs", "");
        package
    }

    /// Runs cargo. What of the environment is for the cargo that runs this test stays away from it.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO"));
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            let is_for_cargo = text.starts_with("CARGO") && text != "CARGO_HOME";
            if is_for_cargo || ["RUSTFLAGS", "RUSTDOCFLAGS", "RUSTC_WORKSPACE_WRAPPER"].contains(&&*text) {
                command.env_remove(&name);
            }
        }
        command.current_dir(&self.folder).args(["--offline", "--color", "never"]).args(arguments);
        let output = command.output().unwrap();
        let [stdout, stderr] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
        // Of a package that is no path dependency, as xen-support is not for its users, cargo shows no warning.
        let of_xen_support = |line: &&str| line.starts_with("warning: xen-support@");
        let stderr = stderr.split_inclusive('\n').filter(|line| !of_xen_support(line)).collect();
        Run { succeeded: output.status.success(), stdout, stderr }
    }

    /// Whether cargo has clippy; says so where it has not.
    pub(crate) fn has_clippy(&self) -> bool {
        let has_clippy = self.cargo(&["clippy", "--version"]).succeeded;
        if !has_clippy {
            eprintln!("skipped: there is no clippy");
        }
        has_clippy
    }
}

/// A package of the workspace.
pub(crate) struct Package<'w> {
    workspace: &'w Workspace,
    name: String,
}

impl Package<'_> {
    /// Writes a file, even where it holds the same already.
    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Creates a folder.
    pub(crate) fn create_folder(&self, path: &str) {
        fs::create_dir_all(self.path(path)).unwrap();
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.workspace.folder.join("packages").join(&self.name).join(path)
    }

    /// Runs a command of cargo on this package.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Run {
        let (command, rest) = arguments.split_first().unwrap();
        self.workspace.cargo(&[&[*command, "--package", &self.name], rest].concat())
    }

    /// The HTML pages of its documentation, as one text.
    pub(crate) fn documentation(&self) -> String {
        let mut folders = vec![self.workspace.folder.join("target/doc").join(&self.name)];
        let mut pages = String::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    pages += &fs::read_to_string(path).unwrap();
                }
            }
        }
        pages
    }

    /// Builds it, and says whether there was anything to do.
    pub(crate) fn is_rebuilt(&self) -> bool {
        self.cargo(&["build"]).must_succeed().stderr.contains(&format!("Compiling {} v", self.name))
    }
}

/// What came of running cargo.
pub(crate) struct Run {
    pub(crate) succeeded: bool,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    pub(crate) fn must_succeed(self) -> Self {
        assert!(self.succeeded, "{}", self.stderr);
        self
    }

    pub(crate) fn must_fail(self) -> Self {
        assert!(!self.succeeded, "{}", self.stderr);
        self
    }

    /// Holds that each of the texts is shown.
    pub(crate) fn must_show(self, texts: &[&str]) -> Self {
        for text in texts {
            assert!(self.stderr.contains(text), "no {text:?} in:\n{}", self.stderr);
        }
        self
    }

    /// The error or warning that rustc gives for a place in a package's source.
    pub(crate) fn diagnostic(&self, place: &str) -> &str {
        let is_of_place = |diagnostic: &&str| diagnostic.replace('\\', "/").contains(&format!("/{place}\n"));
        let found = self.stderr.split("\n\n").find(is_of_place);
        found.unwrap_or_else(|| panic!("nothing at {place} in:\n{}", self.stderr))
    }
}
