//! Like strings_all, and also uses the texts that it finds: status, description and caveats.
#![no_std]
#![no_main]

use core::hint::black_box;
use size_programs::{ask, end};
use xen_support::{Feature, Version, statement_for};

#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    let statement = statement_for(black_box(Version::new(4, 18)));
    let feature = Feature::find(black_box("x86/PVH"), black_box("domU"));
    let answer = statement.zip(feature).and_then(|(statement, feature)| {
        let status = statement.status(feature)?;
        black_box((status.text(), statement.description(feature), statement.caveats(feature)));
        ask(statement, feature)
    });
    end(answer)
}
