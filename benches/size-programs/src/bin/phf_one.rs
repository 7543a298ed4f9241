//! Like strings_one, by phf, which takes the name as one string.
#![no_std]
#![no_main]

use core::hint::black_box;
use size_programs::end;

#[allow(dead_code, reason = "one release is asked")]
mod rows {
    include!(env!("PHF_ROWS"));
}

#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    end(rows::XEN_4_18.get(black_box("x86/PVH, domU")).copied())
}
