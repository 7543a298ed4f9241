//! `status --running`, on folders that stand for `/`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Makes a folder of its own that stands for `/`, in which these files are.
fn machine(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("running").join(format!("{name}-{number}"));
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).unwrap();
    for (file, content) in files {
        let path = root.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    root
}

const XEN: (&str, &[u8]) = ("sys/hypervisor/type", b"xen\n");
const MAJOR: (&str, &[u8]) = ("sys/hypervisor/version/major", b"4\n");
const MINOR: (&str, &[u8]) = ("sys/hypervisor/version/minor", b"18\n");
const NODE: &str = "proc/device-tree/hypervisor/compatible";
const TREE: &str = "proc/device-tree/compatible";

/// A machine on Xen 4.18 with this after the numbers, and these files more.
fn on_xen_4_18(extra: &[u8], more: &[(&str, &[u8])]) -> PathBuf {
    let files = [XEN, MAJOR, MINOR, ("sys/hypervisor/version/extra", extra)];
    machine("4.18", &[&files, more].concat())
}

/// Asks for a feature, and returns the exit code and what is written to standard output and error, in which `/` stands for
/// the folder.
fn status(root: &Path, more: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xen-support"));
    command.args(["status", "--running", "Credit2 Scheduler", "--on", "2026-08-20", "--root"]).arg(root).args(more);
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap().replace(root.to_str().unwrap(), "");
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// The page that answers, and what is said about it.
#[track_caller]
fn answered(root: &Path) -> (String, String) {
    let (code, out, err) = status(root, &[]);
    assert_eq!(code, 0, "{err}");
    (out.lines().next().unwrap().to_owned(), err)
}

/// Why there is no answer.
#[track_caller]
fn refused(root: &Path) -> String {
    let (code, out, err) = status(root, &[]);
    assert_eq!((code, out.as_str()), (2, ""), "{err}");
    err
}

#[test]
fn each_interface_tells_which_xen_runs() {
    for (extra, told, page, more) in [
        (".0", "4.18.0", "4.18", "note: Xen 4.18.0 is answered by the page of its branch, Xen 4.18, as of "),
        (
            ".4-pre",
            "4.18.4-pre",
            "4.18",
            "note: Xen 4.18.4-pre is answered by the page of its branch, Xen 4.18, as of ",
        ),
        ("-unstable", "4.18-unstable", "4.18-unstable", ""),
    ] {
        let (answer, said) = answered(&on_xen_4_18(extra.as_bytes(), &[]));
        assert_eq!(answer, format!("Xen {page}"));
        let said = said.strip_prefix(&format!("note: Xen {told} runs, as told by /sys/hypervisor/version\n")).unwrap();
        assert!(said.starts_with(more) && said.lines().count() == usize::from(!more.is_empty()), "{said}");
    }
    let (answer, said) = answered(&on_xen_4_18(b"<denied>\n", &[]));
    assert_eq!(answer, "Xen 4.18");
    let untold = "its branch is told, but not its version";
    assert_eq!(said, format!("note: Xen 4.18 runs, as told by /sys/hypervisor/version; {untold}\n"));

    for (file, content) in [(NODE, "xen,xen-4.19\0xen,xen\0"), (TREE, "xen,xenvm-4.19\0xen,xenvm\0linux,dummy-virt\0")]
    {
        let (answer, said) = answered(&machine("tree", &[(file, content.as_bytes()), ("proc/xen/capabilities", b"")]));
        assert_eq!(answer, "Xen 4.19");
        assert_eq!(said, format!("note: Xen 4.19 runs, as told by /{file}; {untold}\n"));
    }
}

#[test]
fn all_interfaces_are_asked_and_must_agree() {
    let host: (&str, &[u8]) = (TREE, b"acme,board\0acme,soc\0");
    let (answer, said) = answered(&on_xen_4_18(b".1\n", &[(NODE, b"xen,xen-4.18\0xen,xen\0"), host]));
    assert_eq!(answer, "Xen 4.18");
    assert!(
        said.starts_with(&format!("note: Xen 4.18.1 runs, as told by /sys/hypervisor/version and /{NODE}\n")),
        "{said}"
    );

    assert_eq!(
        refused(&on_xen_4_18(b".1\n", &[(NODE, b"xen,xen-4.17\0xen,xen\0")])),
        format!("error: /sys/hypervisor/version tells of Xen 4.18.1, but /{NODE} of Xen 4.17\n")
    );
    assert_eq!(
        refused(&machine("two", &[(NODE, b"xen,xen-4.19\0"), (TREE, b"xen,xenvm-4.20\0")])),
        format!("error: /{NODE} tells of Xen 4.19, but /{TREE} of Xen 4.20\n")
    );
}

#[test]
fn what_an_interface_tells_and_is_not_understood_is_an_error_and_no_guess() {
    for extra in [".amazon", "x", ".", ".1 EOL"] {
        let err = refused(&on_xen_4_18(extra.as_bytes(), &[(NODE, b"xen,xen-4.18\0")]));
        let says = format!("{:?}", format!("4\n18\n{extra}"));
        let expected =
            format!("/sys/hypervisor/version does not tell which Xen runs: it says {says}, which is no version");
        assert!(err.contains(&expected), "{err}");
    }
    let err = refused(&machine("partial", &[XEN, MAJOR, MINOR]));
    assert_eq!(err, "error: /sys/hypervisor/version/extra does not tell which Xen runs: it is not there\n");
    for compatible in ["xen,xen-4.17.1\0", "xen,xenvm-\0", "xen,xen-4.17\0xen,xen-4.18\0"] {
        let err = refused(&on_xen_4_18(b".1", &[(NODE, compatible.as_bytes())]));
        assert!(err.contains("which is not one version of Xen"), "{err}");
    }
}

#[test]
fn where_no_xen_runs_the_error_says_what_was_looked_at() {
    let err = refused(&machine("none", &[("sys/hypervisor", b"no folder"), (TREE, b"acme,board\0xen,xen\0")]));
    let help = "name a release, or what `xl info` prints: xl info | xen-support status --running --xl-info -";
    let expected = format!(
        "error: no Xen is found to run here:
    /sys/hypervisor/version: there is no file type beside it: it is not there
    /{NODE}: it is not there
    /{TREE}: it names no version of Xen
  help: {help}
"
    );
    assert_eq!(err, expected);

    // A version that belongs to another hypervisor.
    let version: (&str, &[u8]) = ("sys/hypervisor/version/extra", b".1\n");
    let err = refused(&machine("other", &[("sys/hypervisor/type", b"acme\n\x1b[31m"), MAJOR, MINOR, version]));
    assert!(err.contains("/sys/hypervisor/version: the file type beside it says \"acme\\n\\u{1b}[31m\"\n"), "{err}");

    let err = refused(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("absent"));
    assert!(err.starts_with("error: cannot read : "), "{err}");
}

#[test]
fn a_xen_without_a_page_is_refused_as_its_release_is() {
    let err = refused(&machine("old", &[(NODE, b"xen,xen-4.9\0")]));
    assert!(err.contains("error: no page of Xen 4.9 is built in, only those of 4.10, "), "{err}");
    assert!(err.ends_with("; the nearest is 4.10\n"), "{err}");
    // A development branch has another page than its release.
    let newer = [XEN, MAJOR, ("sys/hypervisor/version/minor", b"17"), ("sys/hypervisor/version/extra", b"-unstable")];
    let err = refused(&machine("unstable", &newer));
    assert!(err.contains("error: no page of Xen 4.17-unstable is built in, "), "{err}");
    assert!(err.ends_with("; the nearest is 4.17\n"), "{err}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_folder_tells_of_another_machine() {
    let other = machine("target", &[("base/compatible", b"xen,xenvm-4.19\0")]);
    let root = machine("linked", &[("proc/version", b"")]);
    std::os::unix::fs::symlink(other.join("base"), root.join("proc/device-tree")).unwrap();
    let err = refused(&root);
    assert!(err.contains(&format!("/{TREE}: a link leads out of \n")), "{err}");
    // One that stays within it is followed, as it is where the tree really is.
    fs::remove_file(root.join("proc/device-tree")).unwrap();
    fs::create_dir_all(root.join("sys/firmware/devicetree/base")).unwrap();
    fs::write(root.join("sys/firmware/devicetree/base/compatible"), "xen,xenvm-4.19\0").unwrap();
    std::os::unix::fs::symlink("../sys/firmware/devicetree/base", root.join("proc/device-tree")).unwrap();
    assert_eq!(answered(&root).0, "Xen 4.19");
}

#[cfg(unix)]
#[test]
fn no_pipe_is_waited_for_and_no_file_is_read_without_end() {
    let root = machine("pipe", &[("proc/device-tree/hypervisor/name", b"")]);
    assert!(Command::new("mkfifo").arg(root.join(NODE)).status().unwrap().success());
    assert_eq!(refused(&root), format!("error: cannot read /{NODE}: it is no regular file\n"));
    let root = on_xen_4_18(b"", &[]);
    let extra = fs::File::create(root.join("sys/hypervisor/version/extra")).unwrap();
    extra.set_len(3 << 30).unwrap();
    assert_eq!(refused(&root), "error: cannot read /sys/hypervisor/version/extra: it is too long\n");
}

#[test]
fn what_xl_info_prints_is_taken_in_place_of_what_the_machine_tells() {
    let asked = |text: &str, more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xen-support"));
        command.args(["status", "--running", "--xl-info", "-", "--format", "csv", "--on", "2026-08-20"]).args(more);
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // Whoever refuses other arguments does not read it.
        let _ = child.stdin.take().unwrap().write_all(text.as_bytes());
        let output = child.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let info = "xen_major : 4\nxen_minor : 20\nxen_extra : .1\n";
    let (code, err) = asked(info, &[]);
    assert_eq!(code, Some(0));
    assert!(err.starts_with("note: Xen 4.20.1 runs, as told by <stdin>\nnote: Xen 4.20.1 is answered by "), "{err}");
    let (code, err) = asked(&info.repeat(2), &[]);
    assert_eq!((code, err.as_str()), (Some(2), "error: <stdin> is not what `xl info` prints of a Xen\n"));
    let (code, err) = asked(info, &["--root", "/"]);
    assert!(code == Some(2) && err.contains("cannot be used with"), "{err}");
}

#[test]
fn what_is_asked_of_a_page_can_be_asked_of_the_running_xen() {
    let root = on_xen_4_18(b".2\n", &[]);
    let (code, out, err) = status(&root, &["--require", "security_supported through 2030-01-01", "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, 1);
    assert!(
        err.contains("error: not granted by Xen 4.18: \"Credit2 Scheduler\" is security_supported through "),
        "{err}"
    );
    let running = serde_json::json!({
        "branch": "4.18", "version": "4.18.2", "told_by": ["/sys/hypervisor/version"],
    });
    assert_eq!(answer["running"], running);

    // Without a page, the title comes first.
    let named = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xen-support"));
        let output = command.args(["status", "--running", "--root"]).arg(&root).args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, out, _) = named(&["x86/PVH", "dom0"]);
    assert!(code == Some(0) && out.contains("x86/PVH, dom0") && !out.contains("x86/PVH, domU  "), "{out}");
    let (code, out, _) = named(&[]);
    assert!(code == Some(0) && out.contains("Credit2 Scheduler"), "{out}");
    let (code, _, err) = named(&["4.18", "x86/PVH", "dom0"]);
    assert!(code == Some(2) && err.contains("\"dom0\" is one argument too many"), "{err}");
    let (code, _, err) = named(&["4.18", "x86/PVH"]);
    assert!(code == Some(2) && err.contains("no feature \"4.18\" in Xen 4.18"), "{err}");
}
