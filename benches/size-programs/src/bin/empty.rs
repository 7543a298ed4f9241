//! Asks nothing. The other programs are compared with this one.
#![no_std]
#![no_main]

use core::hint::black_box;
use size_programs::end;

#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    end(black_box(None))
}
