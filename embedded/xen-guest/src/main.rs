//! A guest of Xen on Arm that asks its hypervisor for the version, and says what that release supports.
//!
//! Xen starts the image itself, without firmware or operating system.
#![no_std]
#![no_main]
#![deny(unsafe_code)]

mod console;
#[allow(unsafe_code)]
mod hypercall;

use console::write_line;
use core::panic::PanicInfo;
use hypercall::Reason;
use xen_support::{Feature, Need, Needs, Requirement, RunningXen, Statement, XEN_4_17, XEN_4_22, features, require};

/// What the guest cannot do without.
const NEEDED: Needs = Needs::of(&[
    Need::new(features::dom0less::ARM, Requirement::SUPPORTED),
    Need::new(features::ARM_GUEST_DEVICE_TREE_SUPPORT, Requirement::SECURITY_SUPPORTED)
        .because("the guest finds its memory by it"),
]);

// In the release that it is built for, and in those that it may be moved to.
require!(XEN_4_17..=XEN_4_22: NEEDED);

/// What the guest makes use of where the Xen that it runs on supports it.
const OPTIONAL: Needs = Needs::of(&[
    Need::new(features::static_event_channel::ARM, Requirement::SECURITY_SUPPORTED)
        .because("other domains wake this one"),
    Need::new(Feature::named("ARM/GICv3 ITS", ""), Requirement::SUPPORTED),
]);

/// Where Xen enters the image.
#[allow(unsafe_code)]
mod start {
    core::arch::global_asm!(include_str!("start.s"), main = sym super::main);
}

/// The function that start.s calls.
extern "C" fn main() -> ! {
    if hypercall::is_hardware_domain().expect("Xen tells which domain this is") {
        outlast_the_other();
    } else {
        report();
    }
    write_line(format_args!("shutting down"));
    hypercall::shut_down(Reason::PowerOff)
}

/// Waits, as dom0, until the other domain has shut down, because dom0's shutdown powers the machine off.
///
/// Xen starts dom0 first, and the other domain walks all tables. So it has not ended yet when dom0 begins to watch.
fn outlast_the_other() {
    let domains = hypercall::watch_domains().expect("Xen tells dom0 of other domains");
    hypercall::wait(&domains).expect("Xen lets a domain wait");
}

/// Prints what the page of this Xen's release grants, and why it does not grant the rest.
fn report() {
    let version = hypercall::version().expect("Xen tells its version");
    let extra = hypercall::extra_version().expect("Xen tells what follows its version");
    write_line(format_args!("Xen says that it is {}.{}{}", version >> 16, version & 0xffff, extra.as_str()));

    let xen = RunningXen::from_hypercalls(version, extra.as_str()).expect("what Xen tells is a version");
    let statement = Statement::for_running(xen).expect("the release is among those that are compiled in");
    // A guest without a clock asks as of the day on which the pages were taken.
    let (supported, as_of) = (statement.release().supported_until.text, Statement::AS_OF);
    write_line(format_args!(
        "Xen {}: supported until {supported}; security support, on {as_of}: {}",
        statement.version(),
        statement.life()
    ));
    for need in OPTIONAL {
        let is_met = need.is_met_by(statement);
        write_line(format_args!("{need}: {}", if is_met { "used" } else { "not used" }));
    }
    for unmet in OPTIONAL.unmet_by(statement) {
        write_line(format_args!("{unmet}"));
    }
    match walk::walk() {
        Ok(walk) => write_line(format_args!("{walk}")),
        Err(difference) => panic!("{difference}"),
    }
}

#[panic_handler]
fn panic(info: &PanicInfo) -> ! {
    write_line(format_args!("{info}"));
    hypercall::shut_down(Reason::Crash)
}
