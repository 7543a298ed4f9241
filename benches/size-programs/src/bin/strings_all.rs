//! Asks a release for a feature. The version, the title and the implementation are known only at run time.
#![no_std]
#![no_main]

use core::hint::black_box;
use size_programs::{ask, end};
use xen_support::{Feature, Version, statement_for};

#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    let statement = statement_for(black_box(Version::new(4, 18)));
    let feature = Feature::find(black_box("x86/PVH"), black_box("domU"));
    end(statement.zip(feature).and_then(|(statement, feature)| ask(statement, feature)))
}
