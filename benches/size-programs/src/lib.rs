//! What the programs have in common: how they end, and what they ask.
//!
//! `black_box` stands for the rest of a program: its arguments become known only at run time, and its results are used.
#![no_std]
#![forbid(unsafe_code)]

use core::hint::black_box;
use core::panic::PanicInfo;
use xen_support::{Amount, Feature, Need, Needs, Requirement, Statement, features};

/// What a program relies on.
pub const NEEDS: Needs = Needs::of(&[
    Need::new(features::x86_pvh::DOMU, Requirement::SECURITY_SUPPORTED),
    Need::new(features::CREDIT2_SCHEDULER, Requirement::SUPPORTED),
    Need::new(features::memory::X86, Requirement::SECURITY_SUPPORTED.up_to(Amount::tib(8))),
    Need::new(features::ARM_GICV3_ITS, Requirement::TECH_PREVIEW),
]);

/// A feature's level, and whether it is security supported, in one byte; `None` if the statement does not list it.
#[inline]
pub fn ask(statement: Statement, feature: Feature) -> Option<u8> {
    let status = statement.status(feature)?;
    Some((status.level() as u8) << 1 | u8::from(statement.is_security_supported(feature)))
}

/// Uses the answer, and ends.
pub fn end(answer: Option<u8>) -> ! {
    black_box(answer);
    halt()
}

#[panic_handler]
fn panic(_: &PanicInfo) -> ! {
    halt()
}

fn halt() -> ! {
    loop {
        core::hint::spin_loop();
    }
}
