//! Like strings_all, by phf, which takes the name as one string, and the release as its index.
#![no_std]
#![no_main]

use core::hint::black_box;
use size_programs::end;

mod rows {
    include!(env!("PHF_ROWS"));
}

#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    let release = rows::ALL.get(black_box(8));
    end(release.and_then(|map| map.get(black_box("x86/PVH, domU"))).copied())
}
