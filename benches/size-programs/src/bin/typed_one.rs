//! Asks a constant release for a feature whose handle is known only at run time.
#![no_std]
#![no_main]

use core::hint::black_box;
use size_programs::{ask, end};
use xen_support::{XEN_4_18, features};

#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    end(ask(XEN_4_18, black_box(features::x86_pvh::DOMU)))
}
