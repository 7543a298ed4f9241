//! Asks a release for a feature. The version, the title and the implementation are known only at run time.
#![no_std]
#![no_main]

use core::hint::black_box;
use size_programs::{end, meaning};
use xen_support::{Version, statement_for};

#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    let statement = statement_for(black_box(Version::new(4, 18)));
    end(statement.and_then(|statement| statement.get(black_box("x86/PVH"), black_box("domU"))).map(meaning))
}
