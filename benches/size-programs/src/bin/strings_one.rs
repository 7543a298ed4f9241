//! Asks a constant release for a feature whose title and implementation are known only at run time.
#![no_std]
#![no_main]

use core::hint::black_box;
use size_programs::{ask, end};
use xen_support::{Feature, XEN_4_18};

#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    end(Feature::find(black_box("x86/PVH"), black_box("domU")).and_then(|feature| ask(XEN_4_18, feature)))
}
