//! What a toolstack does with this crate: it states what it relies on. The compiler requires that of the releases that the
//! toolstack is built for; when it starts, it asks the page of the Xen at hand.
//!
//! ```text
//! cargo run --example toolstack                           # the Xen that runs here; without one, the release built for
//! cargo run --example toolstack -- 4.19 --json            # another release, for programs
//! cargo run --example toolstack -- 4.22 --on 2032-01-01   # on another day than today
//! ```
//!
//! The exit code is 0 when everything is granted, 1 when something is not, 2 when there is no answer.

use serde_json::json;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;
use std::time::SystemTime;
use std::{env, fs};
use xen_support::{
    Date, Needs, RunningXen, Statement, Version, XEN_4_20, XEN_4_22, features, needs, require, statement_for,
};

needs! {
    /// The host: a server with VT-d and 16 GiB, booted by EFI.
    const HOST: Needs {
        features::host_efi_boot::X86 is security_supported;
        features::iommu::INTEL_VT_D is security_supported because "guests get network cards of their own";
        features::physical_memory::X86 is security_supported up to 16 GiB;
        features::CREDIT2_SCHEDULER is security_supported through 2030-01-01 because "hosts are in use until then";
    }

    /// Dom0, which is Linux, and this toolstack in it.
    const DOM0: Needs {
        features::XL is security_supported;
        features::C_XENSTORED_DAEMON is security_supported;
        "Blkback", "Linux (xen-blkback)" is security_supported;
        "Netback", "Linux (xen-netback)" is security_supported;
        "Driver Domains" is security_supported with caveats because "its caveats are met by IOMMUs in all hosts";
    }

    /// Guests: `type = "pvh"`, `kernel = "/boot/vmlinuz"`, `memory = 4096`, a disk and a network card.
    const GUESTS: Needs {
        "x86/PVH", "domU" is security_supported because "guests are not trusted";
        features::direct_boot_kernel_image_format::X86 is security_supported;
        features::memory::X86 is security_supported up to 4 GiB;
        features::blkfront::LINUX is security_supported;
        features::netfront::LINUX is security_supported;
    }

    /// All that must be granted.
    const ALL: Needs { all of HOST; all of DOM0; all of GUESTS; }
}

require!(XEN_4_20..=XEN_4_22: ALL);

/// What is asked: of which release, on which day, and whether a program reads the answer.
fn question(mut arguments: impl Iterator<Item = String>) -> Result<(Statement, Date, bool), String> {
    let (mut xen, mut day, mut json) = (None, today(), false);
    while let Some(argument) = arguments.next() {
        if argument == "--json" {
            json = true;
        } else if argument == "--on" {
            let given = arguments.next().and_then(|day| Date::parse(&day));
            day = given.ok_or("--on needs a day, as in 2026-08-20")?;
        } else {
            let known = Version::parse(&argument).and_then(statement_for);
            xen = Some(known.ok_or(format!("no page of Xen {argument:?}"))?);
        }
    }
    let running = || match running() {
        Some(xen) => Statement::for_running(xen).ok_or(format!("no page of Xen {}, which runs here", xen.branch())),
        None => Ok(XEN_4_22),
    };
    Ok((xen.map_or_else(running, Ok)?, day, json))
}

/// The Xen that runs here, as Linux tells.
fn running() -> Option<RunningXen> {
    let [major, minor, extra] =
        ["major", "minor", "extra"].map(|part| fs::read_to_string(format!("/sys/hypervisor/version/{part}")).ok());
    RunningXen::from_sysfs(&major?, &minor?, &extra?)
}

/// Today, in UTC. A clock before 1970 is wrong, and so grants nothing.
fn today() -> Date {
    let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    Date::from_unix_seconds(since_1970.map_or(i64::MIN, |since| since.as_secs().try_into().unwrap_or(i64::MAX)))
}

/// What stands beside what is relied on, for people to read: exceptions and prose.
fn beside(xen: Statement) -> impl Iterator<Item = String> {
    ALL.iter().flat_map(move |need| {
        let feature = need.feature();
        let exceptions = xen.exceptions(feature).map(|(other, status)| format!("not {other}: {status}"));
        let prose = [xen.caveats(feature), xen.section_prose(feature)].into_iter().filter(|prose| !prose.is_empty());
        exceptions.chain(prose.map(str::to_owned)).map(move |text| format!("{feature}: {text}"))
    })
}

/// Says why there is no answer, without `eprintln!`, which panics when standard error is closed.
fn fail(message: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "toolstack: {message}");
    ExitCode::from(2)
}

fn main() -> ExitCode {
    let (xen, day, json) = match question(env::args_os().skip(1).map(|text| text.to_string_lossy().into_owned())) {
        Ok(question) => question,
        Err(message) => return fail(&format!("{message}\nusage: toolstack [RELEASE] [--on DAY] [--json]")),
    };
    let (granted, release, life) =
        (ALL.are_met_by_on(xen, day), xen.version().to_string(), xen.life_on(day).to_string());
    let unmet = ALL.unmet_by_on(xen, day);
    let text = if json {
        let unmet = unmet.map(|unmet| json!({ "need": unmet.need.to_string(), "why": unmet.to_string() }));
        let (unmet, beside): (Vec<_>, Vec<_>) = (unmet.collect(), beside(xen).collect());
        let day = day.to_string();
        let answer = json!({ "xen": release, "day": day, "security_support": life, "granted": granted, "unmet": unmet, "beside": beside });
        format!("{answer:#}\n")
    } else {
        let verdict = if granted { "grants" } else { "does not grant" };
        let mut lines =
            vec![format!("Xen {release} {verdict} what is relied on, on {day}. Its security support: {life}.")];
        lines.extend(unmet.map(|unmet| format!("\n{unmet}")));
        lines.push("\nTo be read:".to_owned());
        lines.extend(beside(xen));
        lines.join("\n") + "\n"
    };
    match io::stdout().write_all(text.as_bytes()) {
        // The program that reads the output may stop early. The exit code still gives the answer.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => fail(&error.to_string()),
        _ if granted => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
