//! The tool's start-up on machines that are made up, by the bindings that are built.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder that stands for `/` of a host on Xen 4 with this second number.
fn host(minor: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("introspection-{minor}"));
    let folder = root.join("sys/hypervisor/version");
    fs::create_dir_all(&folder).unwrap();
    for (part, text) in [("major", "4"), ("minor", minor), ("extra", ".2")].iter() {
        fs::write(folder.join(part), format!("{text}\n")).unwrap();
    }
    root
}

/// Starts the tool, and returns its exit code, what it does, and what it says.
fn start(root: &Path, more: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_introspection")).arg(root).args(more).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
#[cfg(feature = "xen_4_17")]
fn a_xen_with_bindings_is_looked_into_by_all_that_it_grants() {
    let (code, does, says) = start(&host("17"), &[]);
    assert_eq!((code, says.as_str()), (Some(0), ""));
    assert_eq!(does, "Xen 4.17, domctl 0x15\nbreakpoints in views, trace on\n");
}

#[test]
#[cfg(feature = "xen_4_14")]
fn what_an_old_xen_does_not_list_is_done_without() {
    let (code, does, says) = start(&host("14"), &[]);
    assert_eq!((code, does.as_str()), (Some(0), "Xen 4.14, domctl 0x12\nbreakpoints in views, trace off\n"));
    let why = "warning: the way of the guest is not traced: not granted by Xen 4.14: \
               \"Processor trace support\", \"x86\" is tech_preview\n  its page does not list it; ";
    assert!(says.starts_with(why), "{}", says);
}

#[test]
#[cfg(all(feature = "xen_4_17", feature = "xen_4_20", not(feature = "xen_4_14")))]
fn a_xen_without_bindings_is_refused() {
    for minor in ["14", "19"].iter() {
        let (code, does, says) = start(&host(minor), &[]);
        assert_eq!((code, does.as_str()), (Some(2), ""));
        assert_eq!(says, format!("error: Xen 4.{minor} runs, and this is built for 4.17, 4.20\n"));
    }
    let (code, _, says) = start(&host("x"), &[]);
    assert_eq!(code, Some(2));
    assert!(says.starts_with("error: no Xen is found below "), "{}", says);
}

#[test]
#[cfg(feature = "xen_4_17")]
fn what_the_user_wants_and_the_page_does_not_grant_is_refused() {
    let (code, does, says) = start(&host("17"), &["--isolated"]);
    assert_eq!((code, does.as_str()), (Some(1), ""));
    let why = "error: not started: not granted by Xen 4.17: \"Virtual Machine Introspection\", \"x86\" is security_supported\n  \
               needed because --isolated is given\n  its page says \"Supported, not security supported\"";
    assert!(says.starts_with(why), "{}", says);
}
