//! What a toolstack does with this crate. The compiler checks the toolstack against the Xen release that it is built
//! for. At run time, before the toolstack starts a guest, it looks up what the page of the running Xen says of that
//! guest.
//!
//! ```text
//! cargo run --example toolstack                                   # the guest below, on the release built for
//! cargo run --example toolstack -- 4.10                           # the same guest on another release
//! cargo run --example toolstack -- 4.18 ARM/GICv3 Arm64           # a single feature
//! cargo run --example toolstack -- --on 2030-01-01 4.18           # not as of today, but of another day
//! ```
//!
//! The exit code is 0 when everything is security supported, 1 when something is not, 2 when there is no answer. Nothing
//! is security supported in a release that is not out yet, or whose security support has ended.

use std::env;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};
use xen_support::{Amount, Date, Feature, Requirement, Statement, Version, XEN_4_22, features, require, statement_for};

/// The release that this toolstack is built for, and the default.
const BUILT_FOR: Statement = XEN_4_22;

// What the toolstack itself relies on, whatever the guest. It does not compile without these.
require!(BUILT_FOR: features::C_XENSTORED_DAEMON is security_supported);
require!(BUILT_FOR: "x86/PVH", "domU" is security_supported);
require!(BUILT_FOR: "Driver Domains" is security_supported with caveats);

/// A PVH guest with a disk and a network card, and the host that it runs on.
const GUEST: &[Need] = &[
    // The host: a server with VT-d and 16 GiB, booted by EFI.
    Need::of(features::X86_64),
    Need::of(features::host_efi_boot::X86),
    Need::of(features::iommu::INTEL_VT_D),
    Need::of(features::physical_memory::X86).up_to(Amount::gib(16)),
    Need::of(features::CREDIT2_SCHEDULER),
    // Dom0: Linux.
    Need::of(features::XL),
    Need::of(features::C_XENSTORED_DAEMON),
    Need::of(features::PV_CONSOLE_XENCONSOLED),
    Need::of(features::blkback::LINUX_XEN_BLKBACK),
    Need::of(features::netback::LINUX_XEN_NETBACK),
    // The guest: type = "pvh", kernel = "/boot/vmlinuz", memory = 4096.
    Need::of(features::x86_pvh::DOMU),
    Need::of(features::direct_boot_kernel_image_format::X86),
    Need::of(features::memory::X86).up_to(Amount::gib(4)),
    Need::of(features::pv_console_frontend::LINUX_HVC_XEN),
    Need::of(features::blkfront::LINUX),
    Need::of(features::netfront::LINUX),
];

const USAGE: &str = "\
Usage: toolstack [--on DAY] [RELEASE [TITLE [IMPLEMENTATION]]]

Says whether a RELEASE of Xen (such as 4.18, 4.18.3-pre or 4.18-unstable; by default the one that this program is built
for) security supports what a guest relies on, or the feature that SUPPORT.md lists under TITLE with
\"Status, IMPLEMENTATION:\". The answer is as of DAY (such as 2028-11-16), by default today.

Exit code: 0 when everything is security supported, 1 when something is not, 2 when there is no answer.";

/// A feature that is relied on, and how much of it.
struct Need {
    feature: Feature,
    requirement: Requirement,
}

impl Need {
    const fn of(feature: Feature) -> Self {
        Self { feature, requirement: Requirement::SECURITY_SUPPORTED }
    }

    /// Requires the feature up to this amount.
    const fn up_to(self, amount: Amount) -> Self {
        Self { requirement: self.requirement.up_to(amount), ..self }
    }
}

/// What the command line asks for: what a release says, on a day, of the guest or of one feature.
struct Question {
    day: Date,
    statement: Statement,
    feature: Option<[Need; 1]>,
}

impl Question {
    fn parse(arguments: &[&str]) -> Result<Self, String> {
        let (day, arguments) = match arguments {
            ["--on", day, rest @ ..] => (Date::parse(day).ok_or_else(|| format!("{day:?} is no day"))?, rest),
            ["--on"] => return Err(format!("--on takes a day\n\n{USAGE}")),
            all => (today(), all),
        };
        let (release, feature) = match *arguments {
            [] => (None, None),
            [release] => (Some(release), None),
            [release, title] => (Some(release), Some(find_feature(title, "")?)),
            [release, title, implementation] => (Some(release), Some(find_feature(title, implementation)?)),
            _ => return Err(format!("too many arguments\n\n{USAGE}")),
        };
        let statement = release.map_or(Ok(BUILT_FOR), find_release)?;
        Ok(Self { day, statement, feature: feature.map(|feature| [Need::of(feature)]) })
    }

    fn needs(&self) -> &[Need] {
        self.feature.as_ref().map_or(GUEST, |need| need)
    }

    /// Whether the guest may be started, or the feature used.
    fn is_granted(&self) -> bool {
        self.needs().iter().all(|need| self.grants(need))
    }

    fn grants(&self, need: &Need) -> bool {
        self.statement.satisfies_on(need.feature, need.requirement, self.day)
    }

    /// Prints the release's life, a line for each need, and what stands beside their statuses.
    fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let Self { day, statement, .. } = self;
        let release = statement.release();
        writeln!(out, "Xen {} on {day}. Security support: {}.\n", release.version_text, statement.life_on(*day))?;
        let mut rows = vec![["", "Feature", "Security support", "Status"].map(String::from)];
        rows.extend(self.needs().iter().map(|need| {
            let status = statement.status(need.feature).map_or("not listed".into(), |status| status.to_string());
            let answer = statement.security_support_on(need.feature, *day);
            let mark = if self.grants(need) { "" } else { "!" };
            [mark.to_owned(), need.feature.to_string(), answer.to_string(), status]
        }));
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let (names, answers) = (width(1), width(2));
        for [mark, name, answer, status] in &rows {
            writeln!(out, "{mark:1} {name:names$}  {answer:answers$}  {status}")?;
        }
        self.print_beside(out)
    }

    /// Prints what no program can read: what is said beside the features' statuses, and where.
    fn print_beside(&self, out: &mut impl Write) -> io::Result<()> {
        let mut heading = "\nRead what is said beside these:\n";
        for feature in self.needs().iter().map(|need| need.feature) {
            let beside = self.statement.beside(feature);
            if !beside.is_empty() {
                let link = self.statement.link(feature).map_or(String::new(), |link| format!(", {link}"));
                writeln!(out, "{heading}{feature}: {beside}{link}")?;
                heading = "";
            }
            if self.feature.is_some() {
                for (exception, status) in self.statement.exceptions(feature) {
                    writeln!(out, "    {exception}: {status}")?;
                }
            }
        }
        Ok(())
    }
}

/// The day, in UTC.
fn today() -> Date {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Date::from_unix_seconds(since_1970.as_secs().try_into().unwrap_or(i64::MAX))
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
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let mut out = io::stdout().lock();
    let (printed, is_granted) = match arguments.as_slice() {
        ["-h" | "--help"] => (writeln!(out, "{USAGE}"), true),
        arguments => match Question::parse(arguments) {
            Ok(question) => (question.print(&mut out), question.is_granted()),
            Err(message) => return fail(&message),
        },
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
