//! A program that uses only xen-support, core and libc. If it links, nothing in them needs std or an allocator.
#![no_std]
#![no_main]

use core::ffi::c_int;
use core::hint::black_box;
use core::panic::PanicInfo;
use xen_support::{Feature, Requirement, Version, XEN_4_18, features, require, statement_for};

require!(XEN_4_18: "x86/PVH", "domU" is security_supported);

/// Exits with 0 if both look-ups give what SUPPORT.md grants. `black_box` makes them happen at run time.
#[unsafe(no_mangle)]
extern "C" fn main() -> c_int {
    let by_type = black_box(XEN_4_18).is_security_supported(black_box(features::x86_pvh::DOMU));
    let by_name = statement_for(black_box(Version::new(4, 18))).zip(Feature::find(black_box("x86/PVH"), "domU"));
    let requirement = Requirement::parse(black_box("security_supported"));
    let granted = by_name
        .zip(requirement.ok())
        .is_some_and(|((statement, feature), requirement)| statement.satisfies(feature, requirement));
    c_int::from(!(by_type && granted))
}

// Has the start-up code and memcpy. Its malloc is no allocator for Rust: alloc would still need a
// `#[global_allocator]`.
#[link(name = "c")]
unsafe extern "C" {
    safe fn abort() -> !;
}

/// If std were linked, this would be an error ("found duplicate lang item"), since std has a panic handler too.
#[panic_handler]
fn panic(_: &PanicInfo) -> ! {
    abort()
}

/// The compiled core refers to this function of std, since it was compiled for unwinding. Nothing calls it.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}
