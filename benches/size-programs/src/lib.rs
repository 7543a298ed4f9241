//! What the programs have in common: how they end, and what they ask.
//!
//! `black_box` stands for the rest of a program: its arguments become known only at run time, and its results are used.
#![no_std]
#![forbid(unsafe_code)]

use core::hint::black_box;
use core::panic::PanicInfo;
use xen_support::Status;

/// A feature's level and security support, in one byte.
pub fn meaning(status: Status) -> u8 {
    (status.level() as u8) << 2 | status.security() as u8
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
