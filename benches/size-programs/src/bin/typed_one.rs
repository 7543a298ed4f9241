//! Asks a constant release for a feature whose handle is known only at run time.
#![no_std]
#![no_main]

use core::hint::black_box;
use size_programs::{end, meaning};
use xen_support::{XEN_4_18, features};

#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    end(XEN_4_18.status(black_box(features::x86_pvh::DOMU)).map(meaning))
}
