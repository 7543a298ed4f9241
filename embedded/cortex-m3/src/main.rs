//! The bundled tables on a microcontroller, without std and without an allocator.
//!
//! The program prints through semihosting, and ends with success only if every way to look up gives the same answers.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

use core::fmt::{Display, Write};
use core::panic::PanicInfo;
use cortex_m_rt::entry;
use cortex_m_semihosting::debug::{self, EXIT_FAILURE, EXIT_SUCCESS, ExitStatus};
use cortex_m_semihosting::hio;
use xen_support::{XEN_4_17, XEN_4_18, XEN_4_22, features, require};

require!(XEN_4_18: "x86/PVH", "domU" is security_supported through 2028-01-01);
require!(XEN_4_17..=XEN_4_22: features::dom0less::ARM is supported);

#[entry]
fn main() -> ! {
    match walk::walk() {
        Ok(walk) => end(EXIT_SUCCESS, &walk),
        Err(difference) => end(EXIT_FAILURE, &difference),
    }
}

#[panic_handler]
fn panic(info: &PanicInfo) -> ! {
    end(EXIT_FAILURE, info)
}

/// Prints the message, and ends the emulator with the status.
fn end(status: ExitStatus, message: &dyn Display) -> ! {
    let printed = hio::hstdout().is_ok_and(|mut stdout| writeln!(stdout, "{message}").is_ok());
    loop {
        debug::exit(if printed { status } else { EXIT_FAILURE });
    }
}
