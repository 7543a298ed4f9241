//! A feature that the release does not list, although others do, or although it lists other implementations.

mod appliance {
    include!("../generated/tables.rs");
}

use xen_support::{XEN_4_14, XEN_4_17, XEN_4_18, features, require};

require!(XEN_4_17: "Physical CPU Hotplug", "x86" is supported);
require!(XEN_4_18: "Physical CPU Hotplug", "x86" is supported);

require!(XEN_4_14: features::vpmu::X86 is supported);
require!(XEN_4_18: features::vpmu::X86 is supported);
require!(XEN_4_14: features::X86_PV is supported);

require!(appliance::XEN_4_20_UNSTABLE: "Watchdog", "Arm64" is experimental);

fn main() {}
