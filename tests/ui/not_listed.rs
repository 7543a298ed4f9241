//! The release does not list the feature: others do, or it lists other implementations of it.

mod appliance {
    include!("../generated/tables.rs");
}

use xen_support::{XEN_4_10, XEN_4_14, XEN_4_18, XEN_4_20, features, require};

require!(XEN_4_20: "Physical CPUs", "x86" is supported);
require!(XEN_4_18: "Physical CPUs", "x86" is supported);

require!(XEN_4_18: features::x86_pv::X86_64 is supported);
require!(XEN_4_14: features::x86_pv::X86_64 is supported);
require!(XEN_4_10: features::x86_pvh::DOM0 is experimental);

require!(appliance::XEN_4_20_UNSTABLE: "Watchdog", "Arm64" is experimental);

fn main() {}
