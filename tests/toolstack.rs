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
fn what_is_relied_on_is_granted_by_the_releases_that_the_toolstack_is_built_for() {
    for (release, until) in [("4.20", "2030-03-05"), ("4.22", "2031-07-30")] {
        let (code, stdout) = answer_on_the_day(&[release]);
        let first = format!(
            "Xen {release} grants what is relied on, on 2026-08-20. Its security support: through {until}.\n\nTo be read:\n"
        );
        assert!(stdout.starts_with(&first), "{stdout}");
        for part in [
            "\nx86/PVH, domU: not x86/PVH, dom0: Supported, with caveats\n",
            "\nBlkback, Linux (xen-blkback): not Blkback, FreeBSD (blkback): Supported, Security support external\n",
            "\nDriver Domains: Caveats apply: see this section of the release's own SUPPORT.md.\n",
        ] {
            assert!(stdout.contains(part), "{part}{stdout}");
        }
        assert_eq!(code, Some(0));
    }
}

#[test]
fn what_is_not_granted_is_told_with_the_reason_for_the_need_and_that_for_the_answer() {
    let (code, stdout) = answer_on_the_day(&["4.19"]);
    let report = "\
Xen 4.19 does not grant what is relied on, on 2026-08-20. Its security support: through 2029-07-29.

not granted by Xen 4.19: \"Credit2 Scheduler\" is security_supported through 2030-01-01
  needed because hosts are in use until then
  its Security-Support-Until is 2029-07-29
  data/4.19.md:";
    assert!(stdout.starts_with(report), "{stdout}");
    assert_eq!(stdout.matches("not granted by").count(), 1);
    assert_eq!(code, Some(1));
}

#[test]
fn a_program_reads_the_same_as_json() {
    let (_, text) = answer_on_the_day(&["4.19"]);
    let (code, json) = answer_on_the_day(&["4.19", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!([&answer["xen"], &answer["day"]], ["4.19", "2026-08-20"]);
    assert_eq!(answer["security_support"], "through 2029-07-29");
    assert_eq!(answer["granted"], false);
    let [unmet] = answer["unmet"].as_array().unwrap().as_slice() else { panic!("{json}") };
    assert_eq!(unmet["need"], "Credit2 Scheduler is security_supported through 2030-01-01");
    assert!(text.contains(unmet["why"].as_str().unwrap()));
    for line in answer["beside"].as_array().unwrap() {
        assert!(text.contains(line.as_str().unwrap()), "{line}");
    }
    assert_eq!(code, Some(1));
}

#[test]
fn a_release_that_has_ended_or_is_not_out_grants_nothing_and_says_so() {
    for (release, life) in [("4.14", "ended 2023-07-24"), ("4.23-unstable", "not released")] {
        let (code, stdout) = answer_on_the_day(&[release]);
        let first =
            format!("Xen {release} does not grant what is relied on, on 2026-08-20. Its security support: {life}.\n");
        assert!(stdout.starts_with(&first), "{stdout}");
        assert_eq!((code, stdout.matches("not granted by").count()), (Some(1), 14), "{stdout}");
    }
}

#[test]
fn without_a_day_it_is_today() {
    let today = || {
        let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
        Date::from_unix_seconds(since_1970.as_secs().try_into().unwrap())
    };
    let before = today();
    let (_, stdout) = answer(&["4.14"]);
    let is_of = |day: Date| stdout.contains(&format!(", on {day}. Its security support: ended 2023-07-24.\n"));
    assert!(is_of(before) || is_of(today()), "{stdout}");
}

#[test]
fn a_point_release_is_answered_by_its_branch() {
    let (code, stdout) = answer_on_the_day(&["4.18.3-pre"]);
    assert_eq!((code, stdout), answer_on_the_day(&["4.18"]));
}

#[test]
fn what_cannot_be_answered_is_refused() {
    for (arguments, mistake) in [
        (&["4.9"][..], "no page of Xen \"4.9\""),
        (&["4.18-rc"], "no page of Xen \"4.18-rc\""),
        (&["Xen"], "no page of Xen \"Xen\""),
        (&["--help"], "no page of Xen \"--help\""),
        (&["4.18", "--on"], "--on needs a day, as in 2026-08-20"),
        (&["--on", "2026-02-30"], "--on needs a day, as in 2026-08-20"),
    ] {
        let expected = format!("toolstack: {mistake}\nusage: toolstack [RELEASE] [--on DAY] [--json]\n");
        assert_eq!(complaint(arguments), expected, "{arguments:?}");
    }
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

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_none() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = toolstack().args(["4.22", "--on", "2026-08-20"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stderr.starts_with(b"toolstack: "), "{output:?}");
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_not_utf_8_is_just_unknown() {
    use std::os::unix::ffi::OsStrExt;
    let (code, _, stderr) = run(&[OsStr::from_bytes(b"4.18\xff")]);
    assert_eq!(code, Some(2), "{stderr}");
}
