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
use xen_support::{Feature, RunningXen, SecuritySupport, Statement, XEN_4_17, XEN_4_22, features, require};

/// The release that the guest is built for.
const BUILT_FOR: Statement = XEN_4_17;

// What the guest relies on, in this release and in those that it may be moved to.
require!(BUILT_FOR..=XEN_4_22: "Dom0less", "ARM" is supported);
require!(BUILT_FOR..=XEN_4_22: features::ARM_GUEST_DEVICE_TREE_SUPPORT is security_supported);

/// The features that the guest reports: the name of each, which is looked up when the guest runs, and the answer that
/// the compiler found by the feature's constant.
const REPORTED: [(&str, &str, SecuritySupport); 4] = [
    ("Dom0less", "ARM", BUILT_FOR.security_support(features::dom0less::ARM)),
    ("Static Event Channel", "ARM", BUILT_FOR.security_support(features::static_event_channel::ARM)),
    ("ARM: Guest Device Tree support", "", BUILT_FOR.security_support(features::ARM_GUEST_DEVICE_TREE_SUPPORT)),
    ("ARM/GICv3 ITS", "", BUILT_FOR.security_support(features::ARM_GICV3_ITS)),
];

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

/// Prints what the page of this Xen's release says. Panics if two ways to ask do not give the same answer.
fn report() {
    let version = hypercall::version().expect("Xen tells its version");
    let extra = hypercall::extra_version().expect("Xen tells what follows its version");
    write_line(format_args!("Xen says that it is {}.{}{extra}", version >> 16, version & 0xffff));

    let statement = Statement::for_running(RunningXen::from_number(version)).expect("the release is among those that are compiled in");
    // A guest without a clock asks as of the day on which the pages were taken.
    let (supported, as_of) = (statement.release().supported_until.text, Statement::AS_OF);
    write_line(format_args!(
        "Xen {}: supported until {supported}; security support, on {as_of}: {}",
        statement.version(),
        statement.life()
    ));
    for (title, implementation, compiled) in REPORTED {
        let feature = Feature::find(title, implementation).expect("a feature of some release");
        let support = statement.security_support(feature);
        assert!(statement != BUILT_FOR || support == compiled, "{feature}: {support}, compiled as {compiled}");
        match statement.status(feature) {
            Some(status) => write_line(format_args!("{feature}: {status}; security support: {support}")),
            None => write_line(format_args!("{feature}: not listed")),
        }
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
