//! A requirement that the release's page does not grant, by name and by constant.

use xen_support::{XEN_4_14, XEN_4_18, features, require};

require!(XEN_4_14: "x86/PVH", "dom0" is supported);
require!(XEN_4_18: features::gdbsx::X86 is security_supported);
require!(XEN_4_18: features::physical_cpus::X86 is supported);

fn main() {
    require!(XEN_4_18: "Driver Domains" is security_supported);
}
