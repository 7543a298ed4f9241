//! `xen-support import`, on clones that the tests make.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use xen_support::DOCUMENTS;

/// A folder of a test's own, which holds a clone of Xen and the folder of pages.
struct Workspace {
    clone: PathBuf,
    pages: PathBuf,
}

impl Workspace {
    fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&root);
        let workspace = Self { clone: root.join("xen"), pages: root.join("pages") };
        fs::create_dir_all(&workspace.clone).unwrap();
        workspace.git(&["init", "--quiet", "--initial-branch", "other"]);
        workspace
    }

    fn git(&self, arguments: &[&str]) {
        self.git_at("2026-08-20T12:00:00Z", arguments);
    }

    /// Runs git with this as the time of the committer. The author's is another day, which does not count.
    fn git_at(&self, time: &str, arguments: &[&str]) {
        let run = Command::new("git")
            .current_dir(&self.clone)
            .args(arguments)
            .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_SYSTEM", "/dev/null")])
            .envs([("GIT_AUTHOR_NAME", "a"), ("GIT_AUTHOR_EMAIL", "a@example.org")])
            .envs([("GIT_AUTHOR_DATE", "2027-01-01T00:00:00Z"), ("GIT_COMMITTER_DATE", time)])
            .envs([("GIT_COMMITTER_NAME", "a"), ("GIT_COMMITTER_EMAIL", "a@example.org")])
            .output()
            .unwrap();
        assert!(run.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
    }

    /// Makes a branch whose only commit has this page.
    fn commit(&self, branch: &str, page: impl AsRef<[u8]>) {
        self.commit_at("2026-08-20T12:00:00Z", branch, page);
    }

    /// The same, at that time.
    fn commit_at(&self, time: &str, branch: &str, page: impl AsRef<[u8]>) {
        self.git(&["checkout", "--quiet", "--orphan", branch]);
        fs::write(self.clone.join("SUPPORT.md"), page).unwrap();
        self.git(&["add", "SUPPORT.md"]);
        self.git_at(time, &["commit", "--quiet", "--message", branch]);
    }

    /// Makes a branch without a page.
    fn commit_nothing(&self, branch: &str) {
        self.git(&["checkout", "--quiet", "--orphan", branch]);
        self.git(&["rm", "--quiet", "--force", "--ignore-unmatch", "SUPPORT.md"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", branch]);
    }

    fn import(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_xen-support"))
            .arg("import")
            .arg(&self.clone)
            .arg("--out")
            .arg(&self.pages)
            .args(arguments)
            .output()
            .unwrap()
    }

    /// Runs an import that must succeed, and returns what it prints.
    fn import_successfully(&self, arguments: &[&str]) -> String {
        let output = self.import(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn page(&self, name: &str) -> String {
        fs::read_to_string(self.pages.join(name)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(&self.pages) else { return Vec::new() };
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// The text of the bundled page of a release.
fn bundled(version: &str) -> &'static str {
    let name = format!("data/{version}.md");
    DOCUMENTS.iter().find(|(known, _)| *known == name).unwrap().1
}

#[test]
fn each_branch_becomes_the_page_of_its_release() {
    let workspace = Workspace::new("each_branch");
    workspace.commit("stable-4.18", bundled("4.18"));
    workspace.commit("stable-4.14", bundled("4.14"));
    workspace.commit("master", bundled("4.18-unstable"));
    workspace.commit("staging-4.17", bundled("4.17"));
    workspace.commit_nothing("stable-4.9");
    let printed = workspace.import_successfully(&[]);
    let expected = "\
4.14.md from stable-4.14: new
4.18-unstable.md from master: new
4.18.md from stable-4.18: new
AS_OF: 2026-08-20
No SUPPORT.md: stable-4.9
";
    assert_eq!(printed, expected);
    assert_eq!(workspace.names(), ["4.14.md", "4.18-unstable.md", "4.18.md", "AS_OF"]);
    for version in ["4.14", "4.18", "4.18-unstable"] {
        assert_eq!(workspace.page(&format!("{version}.md")), bundled(version));
    }
    assert_eq!(workspace.import_successfully(&[]), expected.replace("new", "unchanged"));

    // A release came out.
    fs::write(workspace.pages.join("README.md"), "# Pages").unwrap();
    workspace.commit("next", bundled("4.22"));
    workspace.git(&["branch", "--force", "master", "next"]);
    let printed = workspace.import_successfully(&[]);
    assert!(
        printed.ends_with("No SUPPORT.md: stable-4.9\nLeft alone, since no branch has it: 4.18-unstable.md\n"),
        "{printed}"
    );
}

#[test]
fn a_page_that_changed_is_written_anew_and_told() {
    let workspace = Workspace::new("changed");
    workspace.commit("stable-4.18", bundled("4.18"));
    workspace.import_successfully(&[]);
    let changed = bundled("4.18")
        .replace("    Security-Support-Until: 2028-11-16", "    Security-Support-Until: 2027-11-16")
        .replace("    Status, dom0: Experimental", "    Status, dom0: Tech Prevew");
    workspace.commit("stable-4.18-next", &changed);
    workspace.git(&["branch", "--force", "stable-4.18", "stable-4.18-next"]);
    let expected = "\
4.18.md from stable-4.18: changed, with a warning
Release Support (1)
  Security-Support-Until  2028-11-16 -> 2027-11-16
Raised (1)
  x86/PVH, dom0  Experimental -> Tech Prevew
AS_OF: 2026-08-20
";
    assert_eq!(workspace.import_successfully(&["--dry-run"]), expected);
    assert_eq!(workspace.page("4.18.md"), bundled("4.18"));
    assert_eq!(workspace.import_successfully(&[]), expected);
    assert_eq!(workspace.page("4.18.md"), changed);

    fs::write(workspace.pages.join("4.18.md"), "no page").unwrap();
    assert!(
        workspace.import_successfully(&[]).starts_with("4.18.md from stable-4.18: replaces a file that was no page")
    );
    let described = changed.replace("    Status, domU: Supported\n", "What it is.\n\n    Status, domU: Supported\n");
    fs::write(workspace.pages.join("4.18.md"), described).unwrap();
    let printed = workspace.import_successfully(&[]);
    assert!(
        printed.starts_with("4.18.md from stable-4.18: changed, with a warning\nDescriptions (2)\n  x86/HVM"),
        "{printed}"
    );
    fs::write(workspace.pages.join("4.18.md"), changed.replace("\n\n", "\n\n\n")).unwrap();
    let printed = workspace.import_successfully(&[]);
    assert!(printed.starts_with("4.18.md from stable-4.18: written anew, and says the same"), "{printed}");
    assert_eq!(workspace.names(), ["4.18.md", "AS_OF"]);
}

#[test]
fn facts_are_of_the_form_of_the_bundled_pages() {
    let workspace = Workspace::new("facts");
    workspace.commit("stable-4.18", bundled("4.18"));
    workspace.commit("master", include_str!("pages/4.20-unstable.md"));
    workspace.import_successfully(&["--facts"]);
    assert_eq!(workspace.page("4.18.md"), bundled("4.18"));
    let facts = workspace.page("4.20-unstable.md");
    assert!(facts.starts_with("% Support statement for Xen 4.20-unstable\n\nThe facts of the Xen Project's"));
    let pvh = "### x86/PVH\n\nDescribed (digest 261050e0).\n\n    Status, domU: Supported\n    Status, dom0: Supported, with caveats\n\n\
               Caveats apply: see this section of the release's own SUPPORT.md (digest ";
    assert!(facts.contains(pvh), "{facts}");
    assert!(!facts.contains("softdog"), "{facts}");
}

#[test]
fn the_day_is_that_of_the_newest_commit_that_a_page_was_read_from() {
    let workspace = Workspace::new("as_of");
    let last_line = |arguments: &[&str]| workspace.import_successfully(arguments).lines().last().unwrap().to_owned();
    // It is another day in UTC.
    workspace.commit_at("2026-03-01T01:30:00+02:00", "stable-4.17", bundled("4.17"));
    workspace.commit_at("2026-02-27T23:59:59-00:30", "stable-4.18", bundled("4.18"));
    workspace.commit_at("2026-04-01T00:00:00Z", "staging-4.17", bundled("4.17"));
    assert_eq!(last_line(&["--dry-run"]), "AS_OF: 2026-02-28");
    assert_eq!(workspace.names(), [""; 0]);
    assert_eq!(last_line(&[]), "AS_OF: 2026-02-28");
    assert_eq!(workspace.page("AS_OF"), "2026-02-28\n");

    // The page is the same, and still what the branch says on a later day.
    workspace.commit_at("2026-08-20T23:59:59Z", "next", bundled("4.18"));
    workspace.git(&["branch", "--force", "stable-4.18", "next"]);
    assert_eq!(last_line(&["--dry-run"]), "AS_OF: 2026-08-20, was 2026-02-28");
    assert_eq!(workspace.page("AS_OF"), "2026-02-28\n");
    assert_eq!(last_line(&[]), "AS_OF: 2026-08-20, was 2026-02-28");
    assert_eq!(workspace.page("AS_OF"), "2026-08-20\n");
    assert_eq!(last_line(&[]), "AS_OF: 2026-08-20");

    let older = last_line(&["--branch", "stable-4.17"]);
    assert_eq!(older, "AS_OF: 2026-08-20, kept: the newest commit that was read is of 2026-02-28");
    assert_eq!(workspace.page("AS_OF"), "2026-08-20\n");
}

#[test]
fn a_branch_without_a_page_has_no_part_in_the_day() {
    let workspace = Workspace::new("as_of_without_page");
    workspace.commit_at("2026-02-28T00:00:00Z", "stable-4.17", bundled("4.17"));
    workspace.commit_nothing("stable-4.9");
    workspace.import_successfully(&[]);
    assert_eq!(workspace.page("AS_OF"), "2026-02-28\n");
}

#[test]
fn where_the_folder_has_no_proper_day_nothing_is_written() {
    let workspace = Workspace::new("as_of_errors");
    workspace.commit("stable-4.17", bundled("4.17"));
    fs::create_dir_all(&workspace.pages).unwrap();
    fs::write(workspace.pages.join("AS_OF"), "August\n").unwrap();
    let output = workspace.import(&[]);
    assert_eq!(output.status.code(), Some(2));
    let printed = String::from_utf8(output.stderr).unwrap();
    assert!(printed.contains("pages/AS_OF:1: `August` is not a day of the calendar; write the day"), "{printed}");
    assert_eq!(workspace.names(), ["AS_OF"]);
    assert_eq!(workspace.page("AS_OF"), "August\n");
}

#[test]
fn what_was_fetched_comes_before_a_local_branch() {
    let workspace = Workspace::new("fetched");
    workspace.commit("stable-4.17", bundled("4.17"));
    workspace.git(&["update-ref", "refs/remotes/origin/stable-4.17", "stable-4.17"]);
    workspace.git(&["update-ref", "refs/remotes/other/stable-4.18", "stable-4.17"]);
    workspace.git(&["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/stable-4.17"]);
    workspace.commit("mine", bundled("4.17").replace("Status: Supported", "Status: Experimental"));
    workspace.git(&["branch", "--force", "stable-4.17", "mine"]);
    let printed = workspace.import_successfully(&[]);
    assert_eq!(printed, "4.17.md from origin/stable-4.17: new\nAS_OF: 2026-08-20\n");
    assert_eq!(workspace.page("4.17.md"), bundled("4.17"));
    let other = workspace.import_successfully(&["--remote", "other", "--branch", "stable-4.18"]);
    assert_eq!(other, "4.17.md from other/stable-4.18: unchanged\nAS_OF: 2026-08-20\n");
}

#[test]
fn references_and_objects_may_be_packed_and_the_clone_bare() {
    let workspace = Workspace::new("packed");
    workspace.commit("stable-4.17", bundled("4.17"));
    workspace.commit("stable-4.18", bundled("4.18"));
    workspace.git(&["gc", "--quiet"]);
    workspace.git(&["clone", "--quiet", "--bare", ".", "../bare"]);
    let bare = Workspace { clone: workspace.clone.with_file_name("bare"), pages: workspace.pages };
    bare.import_successfully(&[]);
    assert_eq!(bare.names(), ["4.17.md", "4.18.md", "AS_OF"]);
}

#[test]
fn a_page_is_read_as_far_as_it_can_be_and_what_is_left_out_is_told() {
    let workspace = Workspace::new("errors");
    let broken = bundled("4.18").replace("Status, domU", "States, domU");
    let line = broken.lines().position(|line| line.contains("States, domU")).unwrap() + 1;
    workspace.commit("stable-4.18", &broken);
    let output = workspace.import(&["--facts"]);
    let [printed, shown] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
    assert!(output.status.success(), "{shown}");
    assert!(printed.starts_with("4.18.md from stable-4.18: new, without what is in error in 2 places"), "{printed}");
    assert!(shown.contains(&format!("--> stable-4.18:SUPPORT.md:{line}:5\n")), "{shown}");
    assert!(!workspace.page("4.18.md").contains("    Status, domU"));
}

#[test]
fn where_a_page_cannot_be_read_nothing_is_written_unless_the_others_are_wanted() {
    let workspace = Workspace::new("unreadable");
    workspace.commit_at("2026-02-28T00:00:00Z", "stable-4.17", bundled("4.17"));
    workspace.commit("stable-4.18", "# No page\n");
    workspace.commit("master", [bundled("4.18-unstable").as_bytes(), b"\xff"].concat());
    workspace.commit("stable-4.15", bundled("4.15").replace("Xen-Version: 4.15", "Xen-Version: unstable"));
    let refused = |arguments: &[&str]| {
        let output = workspace.import(arguments);
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).unwrap()
    };
    let shown = refused(&[]);
    let failures = "\
error: the page of master cannot be read
error: the page of stable-4.15 is of Xen unstable, which is no version to name a file after
error: the page of stable-4.18 cannot be read
";
    let advice =
        "error: nothing was written; leave branches out by --except, or write what can be written by --keep-going\n";
    assert!(shown.contains("error[not-utf-8]") && shown.ends_with(&format!("{failures}{advice}")), "{shown}");
    assert_eq!(workspace.names(), [""; 0]);
    let shown = refused(&["--keep-going"]);
    assert!(shown.ends_with(failures), "{shown}");
    assert_eq!(workspace.names(), ["4.17.md", "AS_OF"]);
    // The day is that of what was written.
    assert_eq!(workspace.page("AS_OF"), "2026-02-28\n");
    let except = ["--except", "master", "--except", "stable-4.15", "--except", "stable-4.18"];
    assert_eq!(workspace.import_successfully(&except), "4.17.md from stable-4.17: unchanged\nAS_OF: 2026-02-28\n");
    let output = workspace.import(&["--except", "stable-4.81"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("has no branch stable-4.81"));
}

#[test]
fn two_branches_with_one_release_are_refused() {
    let workspace = Workspace::new("twice");
    workspace.commit("stable-4.17", bundled("4.17"));
    workspace.commit("stable-4.18", bundled("4.18"));
    workspace.commit("master", bundled("4.18"));
    let output = workspace.import(&["--keep-going"]);
    assert_eq!(output.status.code(), Some(1));
    let expected = "\
error: master and stable-4.18 both have a page of Xen 4.18; leave one out by --except
";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), expected);
    assert_eq!(workspace.names(), ["4.17.md", "AS_OF"]);
    workspace.import_successfully(&["--except", "master"]);
    assert_eq!(workspace.names(), ["4.17.md", "4.18.md", "AS_OF"]);
}

#[test]
fn a_page_of_another_version_than_its_branch_is_told() {
    let workspace = Workspace::new("odd");
    workspace.commit("stable-4.17", bundled("4.18"));
    workspace.commit("stable-4.20", bundled("4.19").replace("Xen-Version: 4.19", "Xen-Version: 4.20-rc"));
    workspace.commit("master", bundled("4.23-unstable"));
    let output = workspace.import(&[]);
    assert!(output.status.success());
    let expected = "warning: the page of stable-4.17 is of Xen 4.18, though the branch is for another version\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), expected);
    assert_eq!(workspace.names(), ["4.18.md", "4.20-rc.md", "4.23-unstable.md", "AS_OF"]);
}

#[test]
fn facts_replace_a_whole_page_only_if_told() {
    let workspace = Workspace::new("whole");
    let page = include_str!("pages/4.20-unstable.md");
    workspace.commit("master", page);
    workspace.import_successfully(&[]);
    let output = workspace.import(&["--facts"]);
    assert_eq!(output.status.code(), Some(1));
    let shown = String::from_utf8(output.stderr).unwrap();
    assert!(shown.contains("4.20-unstable.md is a whole page, and --facts would leave out its prose"), "{shown}");
    assert_eq!(workspace.page("4.20-unstable.md"), page);
    let printed = workspace.import_successfully(&["--facts", "--replace-whole-pages"]);
    assert!(printed.starts_with("4.20-unstable.md from master: written anew, and says the same"), "{printed}");
    assert!(!workspace.page("4.20-unstable.md").contains("softdog"));
}

#[test]
fn facts_that_differ_in_the_form_of_a_heading_are_left_as_they_are() {
    let workspace = Workspace::new("closing_marks");
    workspace.commit("stable-4.18", bundled("4.18"));
    workspace.import_successfully(&["--facts"]);
    let closed = bundled("4.18").replace("### qemu-xen-traditional\n", "### qemu-xen-traditional ###\n");
    assert_ne!(closed, bundled("4.18"));
    fs::write(workspace.pages.join("4.18.md"), &closed).unwrap();
    let printed = workspace.import_successfully(&["--facts"]);
    assert_eq!(printed, "4.18.md from stable-4.18: unchanged\nAS_OF: 2026-08-20\n");
    assert_eq!(workspace.page("4.18.md"), closed);
    // A branch's page with such marks gives facts without them.
    workspace.commit("next", &closed);
    workspace.git(&["branch", "--force", "stable-4.18", "next"]);
    fs::write(workspace.pages.join("4.18.md"), bundled("4.18")).unwrap();
    assert_eq!(workspace.import_successfully(&["--facts"]), printed);
}

#[test]
fn what_is_no_clone_of_xen_is_refused() {
    let workspace = Workspace::new("no_clone");
    let refused = |arguments: &[&str], why: &str| {
        let output = workspace.import(arguments);
        assert_eq!(output.status.code(), Some(2));
        let printed = String::from_utf8(output.stderr).unwrap();
        assert!(printed.contains(why), "{printed}");
    };
    refused(&[], "has no branch stable-4.* or master with a SUPPORT.md");
    workspace.commit_nothing("master");
    refused(&[], "has no branch stable-4.* or master with a SUPPORT.md");
    refused(&["--branch", "stable-4.18"], "has no branch stable-4.18, local or of origin\n");
    fs::remove_dir_all(workspace.clone.join(".git")).unwrap();
    fs::write(workspace.clone.join(".git"), "nothing").unwrap();
    refused(&[], "is no git repository");
}

#[test]
fn pages_are_written_whether_or_not_anyone_reads_the_output() {
    let workspace = Workspace::new("unread");
    workspace.commit("stable-4.18", bundled("4.18"));
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = Command::new(env!("CARGO_BIN_EXE_xen-support"));
    let status = command.arg("import").arg(&workspace.clone).arg("--out").arg(&workspace.pages).stdout(writer).status();
    assert!(status.unwrap().success());
    assert_eq!(workspace.names(), ["4.18.md", "AS_OF"]);
}

#[test]
fn the_clone_stays_as_it_is() {
    let workspace = Workspace::new("untouched");
    workspace.commit("stable-4.18", bundled("4.18"));
    let state = |folder: &Path| {
        let mut files = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push((
                        path.clone(),
                        fs::metadata(&path).unwrap().modified().unwrap(),
                        fs::read(path).unwrap(),
                    ));
                }
            }
        }
        files.sort();
        files
    };
    let before = state(&workspace.clone);
    workspace.import_successfully(&["--facts"]);
    assert!(state(&workspace.clone) == before);
}

#[test]
fn a_page_that_is_too_long_is_not_read() {
    let workspace = Workspace::new("too_long");
    workspace.commit("stable-4.18", bundled("4.18"));
    workspace.commit("stable-4.17", "x".repeat((1 << 20) + 1));
    let message = "error: the page of stable-4.17 has more than 1048576 bytes, and was not read\n";
    for (packed, arguments) in [(false, &[][..]), (true, &["--keep-going"])] {
        if packed {
            workspace.git(&["repack", "-a", "-d", "--quiet"]);
        }
        let output = workspace.import(arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8(output.stderr).unwrap().contains(message));
    }
    assert_eq!(workspace.names(), ["4.18.md", "AS_OF"]);

    // Each of these could be read.
    workspace.commit("stable-5.0", "x".repeat(1 << 20));
    (1..9).for_each(|minor| workspace.git(&["branch", &format!("stable-5.{minor}"), "stable-5.0"]));
    let output = workspace.import(&[]);
    assert_eq!(output.status.code(), Some(2));
    let message = "error: the pages have more than 8388608 bytes together: name fewer by --branch\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), message);
}

#[test]
fn a_clone_whose_objects_are_named_by_sha_256_is_refused_by_name() {
    let workspace = Workspace::new("sha_256");
    fs::remove_dir_all(workspace.clone.join(".git")).unwrap();
    workspace.git(&["init", "--quiet", "--object-format=sha256", "--initial-branch", "other"]);
    workspace.commit("stable-4.18", bundled("4.18"));
    let output = workspace.import(&[]);
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    let reason = " is a repository with objects of the format sha256: only those with SHA-1, as Xen's has, are read\n";
    assert!(message.ends_with(reason), "{message}");
}

#[test]
fn that_no_page_is_left_is_an_error() {
    let workspace = Workspace::new("none_left");
    workspace.commit("stable-4.18", bundled("4.18"));
    workspace.commit_nothing("stable-4.9");
    let output = workspace.import(&["--except", "stable-4.18"]);
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(message, "error: no page is left: --except leaves out each branch that has one\n");
    assert!(workspace.names().is_empty());
}

#[test]
fn several_imports_at_once_leave_whole_pages_and_no_other_files() {
    let workspace = Workspace::new("at_once");
    for version in ["4.16", "4.17", "4.18"] {
        workspace.commit(&format!("stable-{version}"), bundled(version));
    }
    workspace.import_successfully(&[]);
    let whole = ["4.16.md", "4.17.md", "4.18.md"].map(|name| workspace.page(name));
    std::thread::scope(|scope| {
        let import = || {
            for _ in 0..10 {
                // So that there is something to write.
                fs::remove_file(workspace.pages.join("4.18.md")).ok();
                workspace.import_successfully(&[]);
            }
        };
        let runs = [(); 3].map(|()| scope.spawn(import));
        while !runs.iter().all(std::thread::ScopedJoinHandle::is_finished) {
            let read = fs::read_to_string(workspace.pages.join("4.18.md"));
            assert!(read.as_ref().map_or(true, |read| *read == whole[2]), "{read:?}");
        }
    });
    assert_eq!(workspace.names(), ["4.16.md", "4.17.md", "4.18.md", "AS_OF"]);
    assert_eq!(["4.16.md", "4.17.md", "4.18.md"].map(|name| workspace.page(name)), whole);
}

#[cfg(unix)]
#[test]
fn no_link_in_the_folder_is_written_to() {
    use std::os::unix::fs::symlink;

    let workspace = Workspace::new("links");
    workspace.commit("stable-4.18", bundled("4.18"));
    fs::create_dir_all(&workspace.pages).unwrap();
    let victim = workspace.pages.join("victim");
    fs::write(&victim, "precious").unwrap();
    for name in [".4.18.md.new", ".4.18.md.tmp"] {
        symlink("victim", workspace.pages.join(name)).unwrap();
    }
    workspace.import_successfully(&[]);
    assert_eq!(workspace.page("4.18.md"), bundled("4.18"));
    fs::remove_file(workspace.pages.join("4.18.md")).unwrap();
    symlink("victim", workspace.pages.join("4.18.md")).unwrap();
    let output = workspace.import(&[]);
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8(output.stderr).unwrap().contains("4.18.md: it is a symbolic link; name the file"));
    assert_eq!(fs::read_to_string(victim).unwrap(), "precious");
}
