//! A status that the compiler did not understand grants nothing.

mod appliance {
    include!("../generated/tables.rs");
}

use appliance::XEN_4_20_UNSTABLE;
use xen_support::require;

require!(XEN_4_20_UNSTABLE: "Watchdog" is supported);
require!(XEN_4_20_UNSTABLE: "Watchdog", "RISC-V" is experimental);
require!(XEN_4_20_UNSTABLE: "Console" is experimental);

fn main() {}
