//! The example `toolstack`, run as its users run it.

use std::env;
use std::ffi::OsStr;
use std::process::{Command, Stdio};

/// The result of a run: exit code, stdout, stderr.
type Outcome = (Option<i32>, String, String);

/// The example, which `cargo test` builds beside the tests.
fn toolstack() -> Command {
    let mut path = env::current_exe().unwrap();
    path.pop();
    path.set_file_name("examples");
    path.push(format!("toolstack{}", env::consts::EXE_SUFFIX));
    assert!(path.exists(), "{} is missing: run `cargo build --example toolstack` first", path.display());
    Command::new(path)
}

fn run(arguments: &[impl AsRef<OsStr>]) -> Outcome {
    let output = toolstack().args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// Runs the example with arguments that it can answer: nothing goes to stderr.
fn answer(arguments: &[&str]) -> (Option<i32>, String) {
    let (code, stdout, stderr) = run(arguments);
    assert_eq!(stderr, "", "{arguments:?}");
    (code, stdout)
}

/// Runs the example with arguments that it cannot answer: nothing goes to stdout, and the exit code is 2. Returns
/// stderr.
fn complaint(arguments: &[&str]) -> String {
    let (code, stdout, stderr) = run(arguments);
    assert_eq!((code, stdout.as_str()), (Some(2), ""), "{arguments:?}");
    stderr
}

#[test]
fn the_guest_is_security_supported_in_the_release_that_the_toolstack_is_built_for() {
    let (code, stdout) = answer(&[]);
    assert!(stdout.starts_with("Xen 4.22. "), "{stdout}");
    for line in
        ["x86/PVH, domU  ", "Memory, x86  ", "Direct-boot kernel image format, x86  ", "\nBlkfront, Linux: https://"]
    {
        assert!(stdout.contains(line), "{stdout}");
    }
    assert!(stdout.contains("  yes, up to 8 TiB  ") && !stdout.contains("not listed"), "{stdout}");
    assert_eq!(code, Some(0));
}

#[test]
fn an_older_release_does_not_list_all_that_the_guest_relies_on() {
    let report = "\
Xen 4.14. Initial release: 2020-07-24. Security support until: 2023-07-24.

Feature                                 Security support  Status
x86-64                                  yes               Supported
Host EFI Boot, x86                      no                not listed
IOMMU, Intel VT-d                       yes               Supported
Physical Memory, x86                    no                not listed
Credit2 Scheduler                       yes               Supported
xl                                      yes               Supported
C xenstored daemon                      yes               Supported
PV Console (xenconsoled)                yes               Supported
Blkback, Linux (xen-blkback)            yes               Supported
Netback, Linux (xen-netback)            yes               Supported
x86/PVH, domU                           yes               Supported
Direct-boot kernel image format, x86    yes               Supported: bzImage, ELF
Memory, x86                             no                not listed
PV Console (frontend), Linux (hvc_xen)  yes               Supported
Blkfront, Linux                         yes               Supported
Netfront, Linux                         yes               Supported

Conditions and caveats:
Blkback, Linux (xen-blkback): https://xenbits.xen.org/docs/4.14-testing/SUPPORT.html#blkback
";
    let (code, stdout) = answer(&["4.14"]);
    assert_eq!(stdout, report);
    assert_eq!(code, Some(1));
}

#[test]
fn one_feature_is_answered_with_its_status_and_link() {
    let report = "\
Xen 4.18-unstable. Initial release: n/a. Security support until: Unreleased - not yet security-supported.

Feature           Security support  Status
ARM/GICv3, Arm64  yes               Security supported

https://xenbits.xen.org/docs/unstable/SUPPORT.html#armgicv3
";
    assert_eq!(answer(&["4.18-unstable", "ARM/GICv3", "Arm64"]), (Some(0), report.into()));
}

#[test]
fn an_experimental_feature_is_not_security_supported() {
    let (code, stdout) = answer(&["4.14", "x86/PVH", "dom0"]);
    assert!(stdout.contains("\nx86/PVH, dom0  no                Experimental\n"), "{stdout}");
    assert_eq!(code, Some(1));
}

#[test]
fn a_conditionally_supported_feature_is_not_granted_and_says_where_its_conditions_are() {
    let (code, stdout) = answer(&["4.20", "x86/PVH", "dom0"]);
    assert!(stdout.contains("\nx86/PVH, dom0  conditional       Supported, with caveats\n"), "{stdout}");
    assert!(stdout.contains("\nCaveats:\n"), "{stdout}");
    assert!(stdout.ends_with("\nhttps://xenbits.xen.org/docs/4.20-testing/SUPPORT.html#x86pvh\n"), "{stdout}");
    assert_eq!(code, Some(1));
}

#[test]
fn a_feature_with_a_bare_status_needs_no_implementation() {
    let (code, stdout) = answer(&["4.14", "Credit2 Scheduler"]);
    assert!(stdout.contains("\nCredit2 Scheduler  yes               Supported\n"), "{stdout}");
    assert_eq!(code, Some(0));
}

#[test]
fn a_feature_that_the_release_does_not_list_is_not_security_supported() {
    let (code, stdout) = answer(&["4.10", "ARM/GICv3", "Arm64"]);
    assert!(stdout.ends_with("\nARM/GICv3, Arm64  no                not listed\n"), "{stdout}");
    assert_eq!(code, Some(1));
}

#[test]
fn a_point_release_is_answered_by_its_branch() {
    assert_eq!(answer(&["4.18.3-pre"]), answer(&["4.18"]));
    assert_eq!(answer(&["4.18.3-pre"]).0, Some(0));
}

#[test]
fn an_unknown_release_is_answered_with_the_bundled_ones() {
    for release in ["4.9", "4.18-rc", "4.18-unstabl", "Xen", ""] {
        let complaint = complaint(&[release]);
        assert!(complaint.starts_with(&format!("toolstack: no SUPPORT.md for Xen {release:?} is bundled; ")));
        assert!(complaint.contains(" 4.17, 4.18-unstable, 4.18, 4.19, "), "{complaint}");
    }
}

#[test]
fn an_unknown_feature_is_answered_with_the_nearest() {
    assert_eq!(
        complaint(&["4.18", "Blkfornt", "linux"]),
        "toolstack: no bundled SUPPORT.md lists \"Blkfornt\" \"linux\"; did you mean\n    \"Blkfront\" \"Linux\"\n"
    );
    assert_eq!(
        complaint(&["4.18", "Flux capacitor"]),
        "toolstack: no bundled SUPPORT.md lists \"Flux capacitor\", nor anything like it\n"
    );
}

#[test]
fn a_missing_or_unknown_implementation_is_answered_with_those_of_the_title() {
    for rest in [&["x86/PVH"][..], &["x86/PVH", "dom1"]] {
        let complaint = complaint(&[&["4.18"], rest].concat());
        assert!(
            complaint.ends_with("; did you mean\n    \"x86/PVH\" \"domU\"\n    \"x86/PVH\" \"dom0\"\n"),
            "{complaint}"
        );
    }
}

#[test]
fn usage_goes_to_stdout_when_asked_for_and_to_stderr_after_a_mistake() {
    let usage = "Usage: toolstack [RELEASE [TITLE [IMPLEMENTATION]]]\n";
    for help in ["-h", "--help"] {
        let (code, stdout) = answer(&[help]);
        assert!(stdout.starts_with(usage), "{stdout}");
        assert_eq!(code, Some(0));
    }
    let complaint = complaint(&["4.18", "ARM/GICv3", "Arm64", "Arm32"]);
    assert!(complaint.starts_with("toolstack: too many arguments\n") && complaint.contains(usage), "{complaint}");
}

#[test]
fn a_reader_that_stops_early_does_not_change_the_answer() {
    for (release, code) in [("4.18", 0), ("4.14", 1)] {
        let mut child = toolstack().arg(release).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr), (Some(code), vec![]));
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_not_utf_8_is_just_unknown() {
    use std::os::unix::ffi::OsStrExt;
    let (code, _, stderr) = run(&[OsStr::from_bytes(b"4.18\xff")]);
    assert_eq!(code, Some(2), "{stderr}");
}
