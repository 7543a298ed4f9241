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

/// The answer as of a day on which 4.17 to 4.22 are security supported.
fn answer_in_2026(arguments: &[&str]) -> (Option<i32>, String) {
    answer(&[&["--on", "2026-11-25"], arguments].concat())
}

#[test]
fn the_guest_is_security_supported_in_the_release_that_the_toolstack_is_built_for() {
    let (code, stdout) = answer_in_2026(&[]);
    assert!(stdout.starts_with("Xen 4.22 on 2026-11-25. Security support: through 2031-07-30.\n"), "{stdout}");
    for line in [
        "  x86/PVH, domU  ",
        "  Memory, x86  ",
        "  Direct-boot kernel image format, x86  ",
        "\nBlkfront, Linux: caveats, exceptions, https://",
    ] {
        assert!(stdout.contains(line), "{stdout}");
    }
    assert!(stdout.contains("  yes, up to 8 TiB, through 2031-07-30  ") && !stdout.contains("not listed"), "{stdout}");
    assert_eq!(code, Some(0));
}

#[test]
fn an_older_release_does_not_list_all_that_the_guest_relies_on() {
    let report = "\
Xen 4.14 on 2022-01-01. Security support: through 2023-07-24.

  Feature                                 Security support         Status
  x86-64                                  yes, through 2023-07-24  Supported
! Host EFI Boot, x86                      no                       not listed
  IOMMU, Intel VT-d                       yes, through 2023-07-24  Supported
! Physical Memory, x86                    no                       not listed
  Credit2 Scheduler                       yes, through 2023-07-24  Supported
  xl                                      yes, through 2023-07-24  Supported
  C xenstored daemon                      yes, through 2023-07-24  Supported
  PV Console (xenconsoled)                yes, through 2023-07-24  Supported
  Blkback, Linux (xen-blkback)            yes, through 2023-07-24  Supported
  Netback, Linux (xen-netback)            yes, through 2023-07-24  Supported
  x86/PVH, domU                           yes, through 2023-07-24  Supported
  Direct-boot kernel image format, x86    yes, through 2023-07-24  Supported: bzImage, ELF
! Memory, x86                             no                       not listed
  PV Console (frontend), Linux (hvc_xen)  yes, through 2023-07-24  Supported
  Blkfront, Linux                         yes, through 2023-07-24  Supported
  Netfront, Linux                         yes, through 2023-07-24  Supported

Read what is said beside these:
";
    let (code, stdout) = answer(&["--on", "2022-01-01", "4.14"]);
    assert!(stdout.starts_with(report), "{stdout}");
    assert_eq!(code, Some(1));
}

#[test]
fn nothing_is_security_supported_in_an_unreleased_xen() {
    let (code, stdout) = answer(&["4.23-unstable"]);
    assert!(stdout.contains(". Security support: not released.\n"), "{stdout}");
    assert!(stdout.contains("\n! x86-64  ") && !stdout.contains("\n  x86-64  "), "{stdout}");
    assert_eq!(code, Some(1));
    // Its page has gone, so there is no link.
    let report = "\
Xen 4.18-unstable on 2026-11-25. Security support: not released.

  Feature           Security support  Status
! ARM/GICv3, Arm64  no, not released  Security supported

Read what is said beside these:
ARM/GICv3, Arm64: exceptions
    ARM/GICv3, Arm32: Supported, not security supported
";
    assert_eq!(answer_in_2026(&["4.18-unstable", "ARM/GICv3", "Arm64"]), (Some(1), report.into()));
}

#[test]
fn nothing_is_security_supported_in_a_release_that_has_ended() {
    let (code, stdout) = answer(&["4.14", "x86/PVH", "domU"]);
    assert!(stdout.contains(". Security support: ended 2023-07-24.\n"), "{stdout}");
    assert!(stdout.contains("\n! x86/PVH, domU  no, ended 2023-07-24  Supported\n"), "{stdout}");
    assert_eq!(code, Some(1));
    for (day, code) in [("2020-07-23", 1), ("2020-07-24", 0), ("2023-07-24", 0), ("2023-07-25", 1)] {
        assert_eq!(answer(&["--on", day, "4.14", "x86/PVH", "domU"]).0, Some(code), "{day}");
    }
}

#[test]
fn an_experimental_feature_is_not_security_supported() {
    let (code, stdout) = answer(&["--on", "2022-01-01", "4.14", "x86/PVH", "dom0"]);
    assert!(stdout.contains("\n! x86/PVH, dom0  no                Experimental\n"), "{stdout}");
    assert_eq!(code, Some(1));
}

#[test]
fn a_conditionally_supported_feature_is_not_granted_and_says_where_its_conditions_are() {
    let (code, stdout) = answer_in_2026(&["4.20", "x86/PVH", "dom0"]);
    let line = "\n! x86/PVH, dom0  conditional, through 2030-03-05  Supported, with caveats\n";
    assert!(stdout.contains(line), "{stdout}");
    let place = "x86/PVH, dom0: caveats, https://xenbits.xen.org/docs/4.20-testing/SUPPORT.html#x86pvh\n";
    assert!(stdout.ends_with(place), "{stdout}");
    assert_eq!(code, Some(1));
}

#[test]
fn a_feature_with_a_limit_is_granted_up_to_an_amount_that_a_single_name_cannot_give() {
    let (code, stdout) = answer_in_2026(&["4.20", "Memory", "Arm64"]);
    assert!(stdout.contains("\n! Memory, Arm64  yes, up to "), "{stdout}");
    assert_eq!(code, Some(1));
}

#[test]
fn a_feature_with_a_bare_status_needs_no_implementation() {
    let (code, stdout) = answer_in_2026(&["4.18", "Credit2 Scheduler"]);
    assert!(stdout.contains("\n  Credit2 Scheduler  yes, through 2028-11-16  Supported\n"), "{stdout}");
    assert_eq!(code, Some(0));
}

#[test]
fn a_feature_that_the_release_does_not_list_is_not_security_supported() {
    let (code, stdout) = answer_in_2026(&["4.10", "ARM/GICv3", "Arm64"]);
    assert!(stdout.ends_with("\n! ARM/GICv3, Arm64  no                not listed\n"), "{stdout}");
    assert_eq!(code, Some(1));
}

#[test]
fn a_point_release_is_answered_by_its_branch() {
    assert_eq!(answer_in_2026(&["4.18.3-pre"]), answer_in_2026(&["4.18"]));
    assert_eq!(answer_in_2026(&["4.18.3-pre"]).0, Some(0));
}

#[test]
fn what_is_no_day_is_refused() {
    assert_eq!(complaint(&["--on", "soon"]), "toolstack: \"soon\" is no day\n");
    assert_eq!(complaint(&["--on", "2026-02-30", "4.18"]), "toolstack: \"2026-02-30\" is no day\n");
    assert!(complaint(&["--on"]).starts_with("toolstack: --on takes a day\n"));
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
    let usage = "Usage: toolstack [--on DAY] [RELEASE [TITLE [IMPLEMENTATION]]]\n";
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
        let mut child = toolstack()
            .args(["--on", "2026-11-25", release])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
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
