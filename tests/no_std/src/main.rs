//! A program of xen-support, core and libc: that it links proves that nothing needs std or an allocator.
#![no_std]
#![no_main]

use core::ffi::c_int;
use core::hint::black_box;
use core::panic::PanicInfo;
use xen_support::{Version, XEN_4_18, features, require, statement_for};

require!(XEN_4_18: "x86/PVH", "domU" is security_supported);

/// Ends with 0 if both look-ups grant what SUPPORT.md grants; `black_box` leaves them for run time.
#[unsafe(no_mangle)]
extern "C" fn main() -> c_int {
    let by_type = black_box(XEN_4_18).status(black_box(features::x86_pvh::DOMU));
    let by_name = statement_for(black_box(Version::new(4, 18)))
        .and_then(|statement| statement.get(black_box("x86/PVH"), black_box("domU")));
    let granted = by_type == by_name && by_type.is_some_and(|status| status.is_security_supported());
    c_int::from(!granted)
}

// For start-up and memcpy. Its malloc does not help Rust: alloc would still ask for a `#[global_allocator]`.
#[link(name = "c")]
unsafe extern "C" {
    safe fn abort() -> !;
}

/// std has a panic handler of its own: were it pulled in, this one would be an error ("found duplicate lang item").
#[panic_handler]
fn panic(_: &PanicInfo) -> ! {
    abort()
}

/// core comes compiled for unwinding and names this function of std's, which nothing calls.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}
