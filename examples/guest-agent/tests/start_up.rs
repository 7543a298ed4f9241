//! The agent's start-up on machines that are made up.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder that stands for `/` of a guest on a Xen of this version.
fn guest(name: &str, kind: &str, version: [&str; 3]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let folder = root.join("sys/hypervisor/version");
    fs::create_dir_all(&folder).unwrap();
    fs::write(root.join("sys/hypervisor/type"), kind).unwrap();
    for (part, text) in ["major", "minor", "extra"].iter().zip(&version) {
        fs::write(folder.join(part), format!("{text}\n")).unwrap();
    }
    root
}

/// Starts the agent, and returns its exit code, what it offers, and what it logs.
fn start(root: &Path) -> (Option<i32>, Vec<String>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_guest-agent")).arg(root).arg("2026-08-20").output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let offered = text(output.stdout);
    let offered = offered.lines().filter_map(|line| line.strip_suffix(" = \"1\"")).map(str::to_owned).collect();
    (output.status.code(), offered, text(output.stderr))
}

#[test]
fn what_the_page_grants_is_offered_and_the_log_says_why_the_rest_is_not() {
    let (code, offered, log) = start(&guest("granted", "xen\n", ["4", "20", ".1"]));
    assert_eq!(code, Some(0), "{}", log);
    let all_but_the_folder = [
        "control/feature-suspend",
        "control/feature-balloon",
        "data/metrics",
        "data/feature-resize",
        "data/feature-vcpu-hotplug",
        "data/feature-console",
        "data/feature-quotes",
    ];
    assert_eq!(offered, all_but_the_folder);
    assert!(
        log.starts_with("info: the page of Xen 4.20 rules, whose security support: through 2030-03-05\n"),
        "{}",
        log
    );
    let why = "info: data/feature-shared-folder is off: not granted by Xen 4.20: \
               \"PV 9pfs frontend\", \"Linux\" is security_supported\n  \
               needed because the folder may be another guest's, too\n  \
               its page says \"Tech Preview\"";
    assert!(log.contains(why), "{}", log);
}

#[test]
fn a_release_that_has_ended_is_trusted_with_less() {
    let (code, offered, log) = start(&guest("ended", "xen\n", ["4", "14", ".6"]));
    assert_eq!(code, Some(0), "{}", log);
    assert_eq!(offered, ["control/feature-suspend", "data/feature-vcpu-hotplug", "data/feature-quotes"]);
    assert!(log.contains("control/feature-balloon is off: "), "{}", log);
    assert!(log.contains("its Security-Support-Until is 2023-07-24, and this is judged as of 2026-08-20"), "{}", log);
}

#[test]
fn a_xen_without_a_known_page_is_reported_to_and_offered_nothing() {
    for (name, version) in [("old", ["4", "9", ".4"]), ("vendor", ["4", "11", ".amazon"])].iter() {
        let (code, offered, log) = start(&guest(name, "xen\n", *version));
        assert_eq!((code, offered.len()), (Some(0), 0), "{}", log);
        assert_eq!(log, "warning: no page of this Xen is known, so nothing is offered\n");
    }
}

#[test]
fn where_no_xen_runs_the_agent_ends() {
    let (code, _, log) = start(&guest("other", "acme\n", ["4", "20", ".1"]));
    assert_eq!((code, log.as_str()), (Some(1), "error: no Xen runs here\n"));
}
