//! What a toolstack does with this crate. The compiler checks the toolstack against the Xen release that it is built
//! for. At run time, before the toolstack starts a guest, it looks up what the page of the running Xen says of that
//! guest.
//!
//! ```text
//! cargo run --example toolstack                                   # the guest below, on the release built for
//! cargo run --example toolstack -- 4.10                           # the same guest on another release
//! cargo run --example toolstack -- 4.18-unstable ARM/GICv3 Arm64  # a single feature
//! ```
//!
//! The exit code is 0 when everything is security supported, 1 when something is not, 2 when there is no answer.

use std::env;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;
use xen_support::{
    Amount, Feature, Requirement, Security, Statement, Status, Version, XEN_4_22, features, require, statement_for,
};

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
Usage: toolstack [RELEASE [TITLE [IMPLEMENTATION]]]

Says whether a RELEASE of Xen (such as 4.18, 4.18.3-pre or 4.18-unstable; by default the one that this program is built
for) security supports what a guest relies on, or the feature that SUPPORT.md lists under TITLE with
\"Status, IMPLEMENTATION:\".

Exit code: 0 when everything is security supported, 1 when something is not, 2 when there is no answer.";

/// A feature that is relied on, and how much of it.
struct Need {
    feature: Feature,
    requirement: Requirement,
}

impl Need {
    const fn of(feature: Feature) -> Self {
        Self { feature, requirement: Requirement::SecuritySupported }
    }

    /// Requires the feature up to this amount.
    const fn up_to(self, amount: Amount) -> Self {
        Self { requirement: Requirement::SecuritySupportedUpTo(amount), ..self }
    }

    /// Whether the release security supports the feature, up to the amount that is needed.
    fn is_granted(&self, statement: Statement) -> bool {
        statement.satisfies(self.feature, self.requirement)
    }

    /// The release's answer as text: the feature's name, its security support and its status.
    fn row(&self, statement: Statement) -> [String; 3] {
        let status = statement.status(self.feature);
        let security = match (status.map_or(Security::No, Status::security), status.and_then(Status::limit)) {
            (Security::Yes, Some(limit)) if self.is_granted(statement) => format!("yes, {limit}"),
            (Security::Yes, Some(limit)) => format!("no, only {limit}"),
            (security, _) => security.to_string(),
        };
        let status = status.map_or("not listed".into(), |status| status.to_string());
        [self.feature.to_string(), security, status]
    }
}

/// What the command line asks for.
enum Command {
    Help,
    /// What a release says of the guest.
    Guest(Statement),
    /// What a release says of one feature.
    Feature(Statement, Feature),
}

impl Command {
    fn parse(arguments: &[&str]) -> Result<Self, String> {
        match *arguments {
            ["-h" | "--help"] => Ok(Self::Help),
            [] => Ok(Self::Guest(BUILT_FOR)),
            [release] => Ok(Self::Guest(find_release(release)?)),
            [release, title] => Self::feature(find_release(release)?, title, ""),
            [release, title, implementation] => Self::feature(find_release(release)?, title, implementation),
            _ => Err(format!("too many arguments\n\n{USAGE}")),
        }
    }

    fn feature(statement: Statement, title: &str, implementation: &str) -> Result<Self, String> {
        match Feature::find(title, implementation) {
            Some(feature) => Ok(Self::Feature(statement, feature)),
            None => Err(no_such_feature(title, implementation)),
        }
    }

    /// Whether the guest may be started, or the feature used.
    fn is_granted(&self) -> bool {
        match *self {
            Self::Help => true,
            Self::Guest(statement) => GUEST.iter().all(|need| need.is_granted(statement)),
            Self::Feature(statement, feature) => Need::of(feature).is_granted(statement),
        }
    }

    fn print(&self, out: &mut impl Write) -> io::Result<()> {
        match *self {
            Self::Help => writeln!(out, "{USAGE}"),
            Self::Guest(statement) => {
                print_table(out, statement, GUEST)?;
                print_where_caveats_are(out, statement, GUEST)
            }
            Self::Feature(statement, feature) => {
                print_table(out, statement, &[Need::of(feature)])?;
                print_details(out, statement, feature)
            }
        }
    }
}

/// Finds the statement for a version, written as Xen writes it.
fn find_release(text: &str) -> Result<Statement, String> {
    Version::parse(text).and_then(statement_for).ok_or_else(|| {
        let bundled: Vec<_> = Statement::all().iter().map(|statement| statement.release().version_text).collect();
        format!("no SUPPORT.md for Xen {text:?} is bundled; there are {}", bundled.join(", "))
    })
}

/// The error for a name that no feature has. It suggests the implementations of that title, or else the nearest name.
fn no_such_feature(title: &str, implementation: &str) -> String {
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
    if suggestions.is_empty() {
        format!("no bundled SUPPORT.md lists {name}, nor anything like it")
    } else {
        format!("no bundled SUPPORT.md lists {name}; did you mean\n    {}", suggestions.join("\n    "))
    }
}

/// Prints the release's dates, then a line for each need.
fn print_table(out: &mut impl Write, statement: Statement, needs: &[Need]) -> io::Result<()> {
    let release = statement.release();
    writeln!(
        out,
        "Xen {}. Initial release: {}. Security support until: {}.\n",
        release.version_text, release.initial_release.text, release.security_support_until.text
    )?;
    let mut rows = vec![["Feature", "Security support", "Status"].map(String::from)];
    rows.extend(needs.iter().map(|need| need.row(statement)));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (names, securities) = (width(0), width(1));
    for [name, security, status] in &rows {
        writeln!(out, "{name:names$}  {security:securities$}  {status}")?;
    }
    Ok(())
}

/// Prints where to read the conditions and caveats of those needs that have some.
fn print_where_caveats_are(out: &mut impl Write, statement: Statement, needs: &[Need]) -> io::Result<()> {
    let mut heading = "\nConditions and caveats:\n";
    for feature in needs.iter().map(|need| need.feature) {
        let conditional = statement.status(feature).is_some_and(|status| status.security() == Security::Conditional);
        let caveats = conditional || !statement.caveats(feature).is_empty();
        if let Some(link) = statement.link(feature).filter(|_| caveats) {
            writeln!(out, "{heading}{feature}: {link}")?;
            heading = "";
        }
    }
    Ok(())
}

/// Prints the caveats that the release's page has for the feature, and the link to them.
fn print_details(out: &mut impl Write, statement: Statement, feature: Feature) -> io::Result<()> {
    if statement.status(feature).is_none() {
        return Ok(());
    }
    let caveats = statement.caveats(feature);
    if !caveats.is_empty() {
        writeln!(out, "\nCaveats:\n{caveats}")?;
    }
    match statement.link(feature) {
        Some(link) => writeln!(out, "\n{link}"),
        None => Ok(()),
    }
}

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let command = match Command::parse(&arguments) {
        Ok(command) => command,
        Err(message) => return fail(&message),
    };
    match command.print(&mut io::stdout().lock()) {
        // The program that reads the output may stop early. The exit code still gives the answer.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => fail(&error.to_string()),
        _ if command.is_granted() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// Says why there is no answer, without `eprintln!`, which panics when standard error is closed.
fn fail(message: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "toolstack: {message}");
    ExitCode::from(2)
}
