//! What a toolstack does with this crate. The compiler checks the toolstack against the Xen release that it is built
//! for. At run time, before the toolstack starts a guest, it asks the page of the running Xen whether all that the guest
//! relies on is security supported today.
//!
//! ```text
//! cargo run --example toolstack                                   # the guest below, on the release built for
//! cargo run --example toolstack -- 4.14                           # the same guest on another release
//! cargo run --example toolstack -- 4.22 x86/PVH dom0              # a single feature
//! cargo run --example toolstack -- 4.22 Memory x86 --is "security_supported up to 16 TiB" --on 2030-01-01
//! ```
//!
//! The exit code is 0 when everything is granted, 1 when something is not, 2 when there is no answer.

use std::env;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;
use std::time::SystemTime;
use xen_support::{
    Amount, Date, Feature, Requirement, Security, Statement, Version, XEN_4_22, features, require, statement_for,
};

/// The release that this toolstack is built for, and the default.
const BUILT_FOR: Statement = XEN_4_22;

// What the toolstack itself relies on, whatever the guest. It does not compile without these.
require!(BUILT_FOR: features::C_XENSTORED_DAEMON is security_supported);
require!(BUILT_FOR: "x86/PVH", "domU" is security_supported through 2030-01-01);
require!(BUILT_FOR: "Driver Domains" is security_supported with caveats);

/// A feature that is relied on, and how much of it.
type Need = (Feature, Requirement);

const SECURE: Requirement = Requirement::SECURITY_SUPPORTED;

/// A PVH guest with a disk and a network card, and the host that it runs on.
const GUEST: &[Need] = &[
    // The host: a server with VT-d and 16 GiB, booted by EFI.
    (features::X86_64, SECURE),
    (features::host_efi_boot::X86, SECURE),
    (features::iommu::INTEL_VT_D, SECURE),
    (features::physical_memory::X86, SECURE.up_to(Amount::gib(16))),
    (features::CREDIT2_SCHEDULER, SECURE),
    // Dom0: Linux.
    (features::XL, SECURE),
    (features::C_XENSTORED_DAEMON, SECURE),
    (features::PV_CONSOLE_XENCONSOLED, SECURE),
    (features::blkback::LINUX_XEN_BLKBACK, SECURE),
    (features::netback::LINUX_XEN_NETBACK, SECURE),
    // The guest: type = "pvh", kernel = "/boot/vmlinuz", memory = 4096.
    (features::x86_pvh::DOMU, SECURE),
    (features::direct_boot_kernel_image_format::X86, SECURE),
    (features::memory::X86, SECURE.up_to(Amount::gib(4))),
    (features::pv_console_frontend::LINUX_HVC_XEN, SECURE),
    (features::blkfront::LINUX, SECURE),
    (features::netfront::LINUX, SECURE),
];

const USAGE: &str = "\
Usage: toolstack [RELEASE [TITLE [IMPLEMENTATION]]] [--is REQUIREMENT] [--on DAY]

Says whether a RELEASE of Xen (such as 4.18, 4.18.3-pre or 4.23-unstable; by default the one that this program is built
for) security supports what a guest relies on, or the feature that SUPPORT.md lists under TITLE with
\"Status, IMPLEMENTATION:\".

  --is REQUIREMENT  what is asked of that feature, such as \"security_supported up to 8 TiB\"; by default
                    security_supported
  --on DAY          the day in question, such as 2026-08-20; by default today

Exit code: 0 when everything is granted, 1 when something is not, 2 when there is no answer.";

/// What the command line asks for: what a release says of these needs on a day.
struct Question {
    statement: Statement,
    needs: Vec<Need>,
    day: Date,
}

impl Question {
    fn parse(arguments: &[String]) -> Result<Self, String> {
        let (mut names, mut requirement, mut day) = (Vec::new(), None, today());
        let mut arguments = arguments.iter().map(String::as_str);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value\n\n{USAGE}"));
            match argument {
                "--is" => requirement = Some(value()?.parse().map_err(|error| format!("--is: {error}"))?),
                "--on" => {
                    let text = value()?;
                    day =
                        Date::parse(text).ok_or_else(|| format!("--on: {text:?} is not a day, such as 2026-08-20"))?;
                }
                _ => names.push(argument),
            }
        }
        let (release, feature) = match *names {
            [] => (None, None),
            [release] => (Some(release), None),
            [release, title] => (Some(release), Some(find_feature(title, "")?)),
            [release, title, implementation] => (Some(release), Some(find_feature(title, implementation)?)),
            _ => return Err(format!("too many arguments\n\n{USAGE}")),
        };
        let needs = match (feature, requirement) {
            (Some(feature), requirement) => vec![(feature, requirement.unwrap_or(SECURE))],
            (None, None) => GUEST.to_vec(),
            (None, Some(_)) => return Err(format!("--is goes with a feature\n\n{USAGE}")),
        };
        Ok(Self { statement: release.map_or(Ok(BUILT_FOR), find_release)?, needs, day })
    }

    fn is_granted(&self, (feature, requirement): Need) -> bool {
        self.statement.satisfies_on(feature, requirement, self.day)
    }

    fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let Self { statement, day, .. } = *self;
        writeln!(out, "Xen {}, on {day}. Security support: {}.", statement.version(), statement.life_on(day))?;
        self.needs.iter().try_for_each(|need| self.print_need(out, *need))
    }

    /// Prints a need, the answer, and what stands beside it, which is for people to read.
    fn print_need(&self, out: &mut impl Write, need: Need) -> io::Result<()> {
        let Self { statement, day, .. } = *self;
        let (feature, requirement) = need;
        let is_granted = self.is_granted(need);
        writeln!(out, "\n{}  {feature} is {requirement}", if is_granted { "yes" } else { "NO " })?;
        let Some(status) = statement.status(feature) else {
            return writeln!(out, "     not listed");
        };
        let support = statement.security_support_on(feature, day);
        writeln!(out, "     {status}\n     security support: {support}")?;
        if !is_granted && support.limit.is_some() && support.security() == Security::Yes {
            writeln!(out, "     name an amount within the limit")?;
        }
        for (other, status) in statement.exceptions(feature) {
            writeln!(out, "     except {other}: {status}")?;
        }
        for (what, prose) in
            [("caveats", statement.caveats(feature)), ("of the section", statement.section_prose(feature))]
        {
            if !prose.is_empty() {
                writeln!(out, "     {what}: {}", prose.replace('\n', "\n     "))?;
            }
        }
        match statement.link(feature).filter(|_| !is_granted || !statement.beside(feature).is_empty()) {
            Some(link) => writeln!(out, "     {link}"),
            None => Ok(()),
        }
    }
}

/// Today, in UTC. A clock before 1970 is wrong, and so grants nothing.
fn today() -> Date {
    let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    Date::from_unix_seconds(since_1970.map_or(i64::MIN, |since| since.as_secs().try_into().unwrap_or(i64::MAX)))
}

/// Finds the statement for a version, written as Xen writes it.
fn find_release(text: &str) -> Result<Statement, String> {
    Version::parse(text).and_then(statement_for).ok_or_else(|| {
        let bundled: Vec<_> = Statement::all().iter().map(|statement| statement.release().version_text).collect();
        format!("no SUPPORT.md for Xen {text:?} is bundled; there are {}", bundled.join(", "))
    })
}

/// Finds a feature by its name. The error suggests the implementations of that title, or else the nearest name.
fn find_feature(title: &str, implementation: &str) -> Result<Feature, String> {
    if let Some(feature) = Feature::find(title, implementation) {
        return Ok(feature);
    }
    let quoted = |title, implementation| match implementation {
        "" => format!("{title:?}"),
        _ => format!("{title:?} {implementation:?}"),
    };
    let mut suggestions: Vec<_> = Feature::all().filter(|feature| feature.title() == title).collect();
    if suggestions.is_empty() {
        suggestions.extend(Feature::nearest(title, implementation));
    }
    let suggestions: Vec<_> =
        suggestions.iter().map(|feature| quoted(feature.title(), feature.implementation())).collect();
    let name = quoted(title, implementation);
    Err(if suggestions.is_empty() {
        format!("no bundled SUPPORT.md lists {name}, nor anything like it")
    } else {
        format!("no bundled SUPPORT.md lists {name}; did you mean\n    {}", suggestions.join("\n    "))
    })
}

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let mut out = io::stdout().lock();
    let (printed, is_granted) = if matches!(&*arguments, [only] if only == "-h" || only == "--help") {
        (writeln!(out, "{USAGE}"), true)
    } else {
        match Question::parse(&arguments) {
            Ok(question) => (question.print(&mut out), question.needs.iter().all(|need| question.is_granted(*need))),
            Err(message) => return fail(&message),
        }
    };
    match printed {
        // The program that reads the output may stop early. The exit code still gives the answer.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => fail(&error.to_string()),
        _ if is_granted => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// Says why there is no answer, without `eprintln!`, which panics when standard error is closed.
fn fail(message: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "toolstack: {message}");
    ExitCode::from(2)
}
