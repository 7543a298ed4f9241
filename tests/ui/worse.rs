//! A feature that is worse than in an earlier release.

mod appliance {
    include!("../generated/tables.rs");
}

use xen_support::{XEN_4_10, XEN_4_14, XEN_4_18, XEN_4_20, XEN_4_21, require};

require!(XEN_4_20: "x86/PVH", "dom0" is no worse than in XEN_4_18);
require!(XEN_4_18: "IOMMU", "ARM SMMUv1" is no worse than in XEN_4_10);
require!(XEN_4_21: "qemu-xen-traditional", "Device Model Stub Domains" is no worse than in XEN_4_14);

require!(appliance::XEN_4_20_UNSTABLE: "Watchdog" is no worse than in appliance::XEN_4_19);
require!(appliance::XEN_4_20_UNSTABLE: "Memory", "x86" is no worse than in appliance::XEN_4_19);
require!(appliance::XEN_4_20_UNSTABLE: "Memory", "Arm64" is no worse than in appliance::XEN_4_19);
require!(appliance::XEN_4_20_UNSTABLE: "Watchdog", "Arm64" is no worse than in appliance::XEN_4_19);

fn main() {}
