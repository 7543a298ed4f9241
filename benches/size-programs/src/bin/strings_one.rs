//! Asks a constant release for a feature whose title and implementation are known only at run time.
#![no_std]
#![no_main]

use core::hint::black_box;
use size_programs::{end, meaning};
use xen_support::XEN_4_18;

#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    end(XEN_4_18.get(black_box("x86/PVH"), black_box("domU")).map(meaning))
}
