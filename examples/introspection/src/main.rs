//! The start-up of a tool that looks into guests on x86: which bindings it takes, and what it does without.
//!
//! libxenctrl is another one in each release of Xen, so each of its bindings is a feature of Cargo. The compiler requires
//! what the tool cannot do without of the releases that it is built for, and of no others:
//!
//! ```text
//! cargo build --no-default-features --features xen_4_14                # compiles
//! cargo build --no-default-features --features xen_4_14,needs_trace    # does not: 4.14 lists no processor trace
//! ```
//!
//! When it starts, it refuses a Xen that it has no bindings for, and whatever its user wants and the page does not grant:
//!
//! ```text
//! introspection                        # the Xen that runs here
//! introspection ROOT                   # by the files below this folder
//! introspection ROOT --isolated        # only if fixes for the interfaces that are used are security fixes
//! ```
//!
//! The exit code is 0 if it starts, 1 if it refuses what is wanted, 2 if it does not fit this Xen.
#![deny(warnings, missing_docs, unsafe_code, clippy::pedantic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::exit;
use xen_support::{needs, Needs, RunningXen, Statement};

needs! {
    /// What the tool cannot do without.
    const INTROSPECTION: Needs {
        "Virtual Machine Introspection", "x86" is supported;
        "x86/HVM", "domU" is supported because "other guests have no second table of pages";
    }

    /// Breakpoints that no other vCPU can see past. Without, all of them stop at each.
    const VIEWS: Needs {
        "Alternative p2m", "x86 HVM" is tech_preview because "a vCPU steps in a view of its own";
    }

    /// The way that the guest took, by the processor.
    const TRACE: Needs { "Processor trace support", "x86" is tech_preview; }

    /// What a user may want: that a guest cannot break out by what the tool makes it go through.
    const ISOLATED: Needs {
        "Virtual Machine Introspection", "x86" is security_supported because "--isolated is given";
    }
}

/// The bindings for a release, if the feature is on: its statement, which is required to grant what they need, and the
/// version of the domctl interface that they speak.
macro_rules! bindings {
    ($($feature:literal: $release:ident speaks $domctl:literal,)+) => {
        $(
            #[cfg(feature = $feature)]
            xen_support::require!(xen_support::$release: INTROSPECTION);
            #[cfg(all(feature = $feature, feature = "needs_trace"))]
            xen_support::require!(xen_support::$release: TRACE);
        )+

        #[cfg(not(any($(feature = $feature),+)))]
        compile_error!("no bindings are built: switch on a feature such as xen_4_20");

        const BINDINGS: &[(Statement, u32)] = &[$(#[cfg(feature = $feature)] (xen_support::$release, $domctl),)+];
    };
}

bindings! {
    "xen_4_14": XEN_4_14 speaks 0x12,
    "xen_4_17": XEN_4_17 speaks 0x15,
    "xen_4_20": XEN_4_20 speaks 0x17,
}

/// The Xen that runs, as Linux tells.
fn running(root: &Path) -> Option<RunningXen> {
    let read = |part| fs::read_to_string(root.join("sys/hypervisor/version").join(part)).ok();
    RunningXen::from_sysfs(&read("major")?, &read("minor")?, &read("extra")?)
}

/// Says what is missing, and what that means; returns whether nothing is.
fn has(xen: Statement, needs: Needs, without: &str) -> bool {
    for unmet in needs.unmet_by(xen) {
        eprintln!("{without}: {unmet}");
    }
    needs.are_met_by(xen)
}

fn main() {
    let mut arguments = std::env::args_os().skip(1);
    let root = arguments.next().map_or_else(|| PathBuf::from("/"), PathBuf::from);
    let is_isolated = arguments.any(|argument| argument == "--isolated");

    let xen = running(&root).unwrap_or_else(|| {
        eprintln!("error: no Xen is found below {}", root.display());
        exit(2)
    });
    let found = BINDINGS.iter().find(|(release, _)| Statement::for_running(xen) == Some(*release));
    let (xen, domctl) = *found.unwrap_or_else(|| {
        let releases: Vec<String> = BINDINGS.iter().map(|(release, _)| release.version().to_string()).collect();
        eprintln!("error: Xen {} runs, and this is built for {}", xen.branch(), releases.join(", "));
        exit(2)
    });
    if is_isolated && !has(xen, ISOLATED, "error: not started") {
        exit(1);
    }
    println!("{xen}, domctl {domctl:#x}");
    let views = has(xen, VIEWS, "warning: all vCPUs stop at each breakpoint");
    let trace = has(xen, TRACE, "warning: the way of the guest is not traced");
    println!("breakpoints in {}, trace {}", if views { "views" } else { "place" }, if trace { "on" } else { "off" });
}
