//! Asks a release that is known only at run time for four needs.
#![no_std]
#![no_main]

use core::hint::black_box;
use size_programs::{NEEDS, end};
use xen_support::{Statement, Version};

#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    let Some(statement) = Statement::for_version(black_box(Version::new(4, 18))) else { end(None) };
    end(Some(u8::from(NEEDS.are_met_by(statement))))
}
