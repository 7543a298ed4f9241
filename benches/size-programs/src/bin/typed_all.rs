//! Asks a release for a feature. The version and the feature's handle are known only at run time.
#![no_std]
#![no_main]

use core::hint::black_box;
use size_programs::{ask, end};
use xen_support::{Version, features, statement_for};

#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    let statement = statement_for(black_box(Version::new(4, 18)));
    end(statement.and_then(|statement| ask(statement, black_box(features::x86_pvh::DOMU))))
}
