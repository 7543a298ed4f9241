//! The example `toolstack`, run as its users run it.

use std::env;
use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::time::SystemTime;
use xen_support::Date;

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

/// Asks on a day on which all bundled releases that had not ended by then are security supported.
fn answer_on_the_day(arguments: &[&str]) -> (Option<i32>, String) {
    answer(&[arguments, &["--on", "2026-08-20"]].concat())
}

#[test]
fn the_guest_is_security_supported_in_the_release_that_the_toolstack_is_built_for() {
    let (code, stdout) = answer_on_the_day(&[]);
    assert!(stdout.starts_with("Xen 4.22, on 2026-08-20. Security support: through 2031-07-30.\n"), "{stdout}");
    for part in [
        "\nyes  x86/PVH, domU is security_supported\n     Supported\n     security support: yes, through 2031-07-30\n",
        "\nyes  Memory, x86 is security_supported up to 4 GiB\n     Supported up to 8 TiB. ",
        "\n     security support: yes, up to 8 TiB, through 2031-07-30\n",
        "\n     Supported: bzImage, ELF\n",
    ] {
        assert!(stdout.contains(part), "{part}{stdout}");
    }
    assert!(!stdout.contains("NO") && !stdout.contains("not listed"), "{stdout}");
    assert_eq!(code, Some(0));
}

#[test]
fn what_stands_beside_is_shown_whatever_the_answer_is() {
    let report = "\
Xen 4.22, on 2026-08-20. Security support: through 2031-07-30.

yes  Blkback, Linux (xen-blkback) is security_supported
     Supported
     security support: yes, through 2031-07-30
     except Blkback, FreeBSD (blkback): Supported, Security support external
     except Blkback, NetBSD (xbdback): Supported, security support external
     caveats: Caveats apply: see this section of the release's own SUPPORT.md.
     of the section: Prose applies: see this section of the release's own SUPPORT.md.
     https://xenbits.xen.org/docs/4.22-testing/SUPPORT.html#blkback
";
    let question = ["4.22", "Blkback", "Linux (xen-blkback)"];
    assert_eq!(answer_on_the_day(&question), (Some(0), report.into()));
    let unconditionally = [&question[..], &["--is", "security_supported unconditionally"]].concat();
    let (code, stdout) = answer_on_the_day(&unconditionally);
    let refused = report.replace("yes  Blkback", "NO   Blkback");
    assert_eq!(stdout, refused.replace("is security_supported", "is security_supported unconditionally"));
    assert_eq!(code, Some(1));
}

#[test]
fn a_release_that_has_ended_grants_nothing_and_says_when_it_ended() {
    let report = "\
Xen 4.14, on 2026-08-20. Security support: ended 2023-07-24.

NO   x86/PVH, domU is security_supported
     Supported
     security support: no, ended 2023-07-24
     except x86/PVH, dom0: Experimental
     https://xenbits.xen.org/docs/4.14-testing/SUPPORT.html#x86pvh
";
    let question = ["4.14", "x86/PVH", "domU"];
    assert_eq!(answer_on_the_day(&question), (Some(1), report.into()));
    for (day, code) in [("2020-07-23", 1), ("2020-07-24", 0), ("2023-07-24", 0), ("2023-07-25", 1)] {
        assert_eq!(answer(&[&question[..], &["--on", day]].concat()).0, Some(code), "{day}");
    }
    // By the page alone, the feature is security supported still.
    assert_eq!(
        answer_on_the_day(&[&question[..], &["--is", "security_supported regardless of dates"]].concat()).0,
        Some(0)
    );
}

#[test]
fn a_branch_that_is_not_released_grants_nothing_and_says_so() {
    let (code, stdout) = answer_on_the_day(&["4.23-unstable"]);
    assert!(stdout.starts_with("Xen 4.23-unstable, on 2026-08-20. Security support: not released.\n"), "{stdout}");
    assert!(stdout.contains("\n     security support: no, not released\n") && !stdout.contains("yes"), "{stdout}");
    assert_eq!(code, Some(1));
}

#[test]
fn without_a_day_it_is_today() {
    let today = || {
        let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
        Date::from_unix_seconds(since_1970.as_secs().try_into().unwrap())
    };
    let before = today();
    let (_, stdout) = answer(&["4.14"]);
    let is_of = |day: Date| stdout.starts_with(&format!("Xen 4.14, on {day}. Security support: ended 2023-07-24.\n"));
    assert!(is_of(before) || is_of(today()), "{stdout}");
}

#[test]
fn what_a_release_does_not_list_is_not_granted() {
    let (code, stdout) = answer_on_the_day(&["4.10", "ARM/GICv3", "Arm64"]);
    assert!(stdout.ends_with("\nNO   ARM/GICv3, Arm64 is security_supported\n     not listed\n"), "{stdout}");
    assert_eq!(code, Some(1));
}

#[test]
fn an_amount_is_granted_within_the_limit_only() {
    for (amount, code) in [("", 1), (" up to 8 TiB", 0), (" up to 9 TiB", 1), (" up to 1", 1)] {
        let requirement = format!("security_supported{amount}");
        let (found, stdout) = answer_on_the_day(&["4.22", "Memory", "x86", "--is", &requirement]);
        assert!(stdout.contains(&format!("  Memory, x86 is {requirement}\n")), "{stdout}");
        assert_eq!(stdout.contains("\n     name an amount within the limit\n"), code == 1, "{stdout}");
        assert_eq!(found, Some(code), "{requirement}");
    }
}

#[test]
fn a_conditionally_supported_feature_is_granted_to_those_who_meet_its_conditions() {
    let question = ["4.20", "x86/PVH", "dom0"];
    let (code, stdout) = answer_on_the_day(&question);
    assert!(
        stdout.contains("\n     Supported, with caveats\n     security support: conditional, through 2"),
        "{stdout}"
    );
    assert!(stdout.contains("\n     caveats: Caveats apply"), "{stdout}");
    assert!(stdout.ends_with("\n     https://xenbits.xen.org/docs/4.20-testing/SUPPORT.html#x86pvh\n"), "{stdout}");
    assert_eq!(code, Some(1));
    let with_caveats = [&question[..], &["--is", "security_supported with caveats"]].concat();
    assert_eq!(answer_on_the_day(&with_caveats).0, Some(0));
}

#[test]
fn a_feature_with_a_bare_status_needs_no_implementation() {
    let (code, stdout) = answer_on_the_day(&["4.22", "Credit2 Scheduler"]);
    assert!(stdout.contains("\nyes  Credit2 Scheduler is security_supported\n     Supported\n"), "{stdout}");
    assert_eq!(code, Some(0));
}

#[test]
fn a_point_release_is_answered_by_its_branch() {
    assert_eq!(answer_on_the_day(&["4.18.3-pre"]), answer_on_the_day(&["4.18"]));
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
    let usage = "Usage: toolstack [RELEASE [TITLE [IMPLEMENTATION]]] [--is REQUIREMENT] [--on DAY]\n";
    for help in ["-h", "--help"] {
        let (code, stdout) = answer(&[help]);
        assert!(stdout.starts_with(usage), "{stdout}");
        assert_eq!(code, Some(0));
    }
    for (arguments, mistake) in [
        (&["4.18", "ARM/GICv3", "Arm64", "Arm32"][..], "too many arguments"),
        (&["4.18", "--on"], "--on needs a value"),
        (&["4.18", "--is", "supported"], "--is goes with a feature"),
    ] {
        let complaint = complaint(arguments);
        assert!(complaint.starts_with(&format!("toolstack: {mistake}\n")) && complaint.contains(usage), "{complaint}");
    }
}

#[test]
fn a_value_that_cannot_be_read_is_named() {
    assert_eq!(
        complaint(&["--on", "2026-02-30"]),
        "toolstack: --on: \"2026-02-30\" is not a day, such as 2026-08-20\n"
    );
    let complaint = complaint(&["4.18", "xl", "--is", "supported with caveats"]);
    assert!(complaint.starts_with("toolstack: --is: `with` is out of place: "), "{complaint}");
}

#[test]
fn a_reader_that_stops_early_does_not_change_the_answer() {
    for (release, code) in [("4.22", 0), ("4.14", 1)] {
        let arguments = [release, "--on", "2026-08-20"];
        let mut child = toolstack().args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
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
