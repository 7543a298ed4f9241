//! The start-up of an agent in a Linux guest of Xen on x86: it tells the toolstack in xenstore what it can do for it.
//!
//! It offers only what the page of its Xen grants, logs why it does not offer the rest, and runs on. On a Xen of which it
//! knows no page it offers nothing but to report.
//!
//! ```text
//! guest-agent                      # the Xen that runs here, today
//! guest-agent ROOT 2026-08-20      # by the files below this folder, on this day
//! ```
//!
//! Standard output has what goes into xenstore, standard error the log. The exit code is 0; 1 if no Xen
//! runs here; 2 if an argument cannot be used.
#![deny(warnings, missing_docs, unsafe_code, clippy::pedantic)]

use std::convert::TryInto;
use std::path::{Path, PathBuf};
use std::process::exit;
use std::time::SystemTime;
use std::{env, fs};
use xen_support::{needs, require, Date, Needs, RunningXen, Statement, XEN_4_17, XEN_4_22};

needs! {
    /// To shut down, reboot and migrate when the toolstack asks for it.
    const POWER: Needs {
        "x86/PVHVM" is supported because "requests come by xenstore, which HVM guests reach by PV extensions";
    }

    /// To give memory back, and to take it.
    const BALLOON: Needs {
        "Dynamic memory control" is security_supported because "memory that was given back is somebody else's";
    }

    /// To report what disks and network cards do.
    const METRICS: Needs {
        "Blkfront", "Linux" is security_supported;
        "Netfront", "Linux" is security_supported;
    }

    /// To grow a file system with its disk.
    const RESIZE: Needs {
        all of METRICS;
        "Online resize of virtual disks" is supported;
    }

    /// To bring vCPUs online that the toolstack adds.
    const VCPUS: Needs { "Virtual cpu hotplug" is supported; }

    /// To start a shell on the console.
    const CONSOLE: Needs { "PV Console (frontend)", "Linux (hvc_xen)" is security_supported; }

    /// To mount a folder of the host.
    const SHARED_FOLDER: Needs {
        "PV 9pfs frontend", "Linux" is security_supported because "the folder may be another guest's, too";
    }

    /// To attest what was booted.
    const QUOTES: Needs {
        "PV TPM (frontend)", "Linux (xen-tpmfront)" is tech_preview because "fleets try it";
    }
}

// The agent is shipped for these. There, what every guest needs is granted, or the agent does not compile.
require!(XEN_4_17..=XEN_4_22: POWER);
require!(XEN_4_17..=XEN_4_22: RESIZE);

/// What can be offered: its key in xenstore, and what it relies on.
const OFFERS: [(&str, Needs); 8] = [
    ("control/feature-suspend", POWER),
    ("control/feature-balloon", BALLOON),
    ("data/metrics", METRICS),
    ("data/feature-resize", RESIZE),
    ("data/feature-vcpu-hotplug", VCPUS),
    ("data/feature-console", CONSOLE),
    ("data/feature-shared-folder", SHARED_FOLDER),
    ("data/feature-quotes", QUOTES),
];

/// The Xen below this guest, as Linux tells; `None` if that is not a version of the Xen Project's.
fn running(root: &Path) -> Option<RunningXen> {
    let read = |part| fs::read_to_string(root.join("sys/hypervisor/version").join(part)).ok();
    RunningXen::from_sysfs(&read("major")?, &read("minor")?, &read("extra")?)
}

/// Today, in UTC. A clock before 1970 is wrong, so that nothing is granted by it.
fn today() -> Date {
    let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    Date::from_unix_seconds(since_1970.map_or(i64::MIN, |since| since.as_secs().try_into().unwrap_or(i64::MAX)))
}

fn main() {
    let mut arguments = env::args_os().skip(1);
    let root = arguments.next().map_or_else(|| PathBuf::from("/"), PathBuf::from);
    let day = arguments.next().map_or_else(|| Some(today()), |day| Date::parse(&day.to_string_lossy()));
    let day = day.unwrap_or_else(|| {
        eprintln!("error: after the folder stands a day, such as 2026-08-20");
        exit(2)
    });

    match fs::read_to_string(root.join("sys/hypervisor/type")) {
        Ok(kind) if kind.trim_end() == "xen" => {}
        Ok(_) | Err(_) => {
            eprintln!("error: no Xen runs here");
            exit(1);
        }
    }
    let statement = running(&root).and_then(Statement::for_running);
    match statement {
        Some(xen) => eprintln!("info: the page of {xen} rules, whose security support: {}", xen.life_on(day)),
        None => eprintln!("warning: no page of this Xen is known, so nothing is offered"),
    }
    println!("attr/agent = \"{} {}\"", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    for (key, needs) in OFFERS {
        let granted = statement.is_some_and(|xen| needs.are_met_by_on(xen, day));
        println!("{key} = \"{}\"", u8::from(granted));
        for unmet in statement.into_iter().flat_map(|xen| needs.unmet_by_on(xen, day)) {
            eprintln!("info: {key} is off: {unmet}");
        }
    }
}
