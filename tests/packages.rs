//! No published package holds prose of the Xen Project, which is not under the packages' licence.
//!
//! This file is in no package either, since it needs the whole pages.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use xen_support_compiler::{ParsedStatement, Source, extract_facts};

/// How many words in a row are a copy, since nobody writes as many by chance.
const RUN: usize = 6;

/// The words of a text, without the characters between them.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The whole pages in tests/pages/.
fn whole_pages() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let is_page = |path: &PathBuf| path.extension().is_some_and(|end| end == "md") && !path.ends_with("README.md");
    let pages: Vec<PathBuf> = files(&folder).into_iter().filter(is_page).collect();
    assert!(!pages.is_empty());
    pages.iter().map(|path| Source::new(path.display().to_string(), fs::read_to_string(path).unwrap())).collect()
}

fn facts_of(page: &Source) -> String {
    extract_facts(page, &ParsedStatement::parse(page).0.unwrap().release)
}

/// The Xen Project's prose: the runs of words in those paragraphs of its pages that are not facts. Headings are names,
/// so they do not count.
struct Prose(HashSet<Vec<String>>);

impl Prose {
    fn of_whole_pages() -> Self {
        let mut runs = HashSet::new();
        for page in whole_pages() {
            let facts = facts_of(&page);
            let facts: HashSet<&str> = facts.lines().filter(|line| !line.is_empty()).collect();
            let prose: Vec<&str> =
                page.text().lines().filter(|line| !facts.contains(line) && !line.starts_with('#')).collect();
            for paragraph in prose.split(|line| line.is_empty()) {
                runs.extend(words(&paragraph.join(" ")).windows(RUN).map(<[String]>::to_vec));
            }
        }
        Self(runs)
    }

    /// The first run of words of the prose that a text holds.
    fn first_in(&self, text: &str) -> Option<String> {
        words(text).windows(RUN).find(|run| self.0.contains(*run)).map(|run| run.join(" "))
    }
}

/// The folder in which all packages of the workspace are unpacked, as they are published.
static UNPACKED: LazyLock<PathBuf> = LazyLock::new(unpack_packages);

fn unpack_packages() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packages");
    let _ = fs::remove_dir_all(&folder);
    let unpacked = folder.join("unpacked");
    fs::create_dir_all(&unpacked).unwrap();
    let run = |command: &mut Command| {
        let output = command.output().unwrap();
        assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(env!("CARGO_MANIFEST_DIR")).args(["package", "--workspace", "--no-verify", "--offline"]);
    run(cargo.args(["--allow-dirty", "--target-dir"]).arg(&folder));
    let archives = fs::read_dir(folder.join("package")).unwrap().map(|entry| entry.unwrap().path());
    for archive in archives.filter(|path| path.extension().is_some_and(|end| end == "crate")) {
        run(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(&unpacked));
    }
    unpacked
}

#[test]
fn no_package_holds_prose_of_xens_pages() {
    let (prose, folder) = (Prose::of_whole_pages(), &*UNPACKED);
    let files = files(folder);
    let packages: HashSet<_> =
        files.iter().filter_map(|file| file.strip_prefix(folder).unwrap().components().next()).collect();
    let documents = files.iter().filter(|file| file.components().any(|part| part.as_os_str() == "data"));
    assert!(packages.len() >= 4 && documents.count() >= xen_support::Statement::COUNT, "{packages:?}");
    let copied: Vec<String> = files
        .iter()
        .filter_map(|file| {
            let words = prose.first_in(&String::from_utf8_lossy(&fs::read(file).unwrap()))?;
            Some(format!("{}: {words} …", file.strip_prefix(folder).unwrap().display()))
        })
        .collect();
    assert!(copied.is_empty(), "in the words of a page in tests/pages/:\n{}", copied.join("\n"));
}

#[test]
fn the_documents_are_published_with_the_day_on_which_they_were_taken() {
    let files = files(&UNPACKED);
    let days: Vec<_> = files.iter().filter(|file| file.ends_with("data/AS_OF")).collect();
    assert!(matches!(days[..], [day] if fs::read(day).unwrap() == fs::read("data/AS_OF").unwrap()), "{days:?}");
}

#[test]
fn prose_is_found_in_each_whole_page_and_not_in_its_facts() {
    let prose = Prose::of_whole_pages();
    for page in whole_pages() {
        assert_eq!(prose.first_in(&facts_of(&page)), None, "{}", page.name());
        assert!(prose.first_in(page.text()).is_some(), "{}", page.name());
        // The same in a comment, with another line break.
        let quoted = "//! PVH is a next-generation\n//! paravirtualized mode, it says.";
        assert_eq!(prose.first_in(quoted).as_deref(), Some("pvh is a next generation paravirtualized"));
    }
}
