//! A program that uses only xen-support, core and libc. If it links, nothing in them needs std or an allocator.
#![no_std]
#![no_main]

use core::ffi::c_int;
use core::hint::black_box;
use core::panic::PanicInfo;
use xen_support::{Version, XEN_4_18, features, require, statement_for};

require!(XEN_4_18: "x86/PVH", "domU" is security_supported);

/// Exits with 0 if both look-ups and the answer give what SUPPORT.md grants. `black_box` makes them happen at run time.
#[unsafe(no_mangle)]
extern "C" fn main() -> c_int {
    let feature = black_box(features::x86_pvh::DOMU);
    let by_type = black_box(XEN_4_18).status(feature);
    let by_name = statement_for(black_box(Version::new(4, 18)))
        .and_then(|statement| statement.get(black_box("x86/PVH"), black_box("domU")));
    let granted = by_type.is_some() && by_type == by_name && black_box(XEN_4_18).is_security_supported(feature);
    c_int::from(!granted)
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
