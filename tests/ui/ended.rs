//! A release whose security support has ended grants none, unless the page alone is asked.

use xen_support::{XEN_4_10, XEN_4_14, XEN_4_17, XEN_4_22, features, require};

require!(XEN_4_22: "x86/PVH", "domU" is security_supported);
require!(XEN_4_10: "x86/PVH", "domU" is security_supported);
require!(XEN_4_10: "x86/PVH", "domU" is supported);
require!(XEN_4_10: "x86/PVH", "domU" is security_supported regardless of dates);
require!(XEN_4_14: features::x86_pvh::DOMU is security_supported through 2022-01-01);
require!(XEN_4_14..=XEN_4_22: features::x86_pvh::DOMU is security_supported);

require!(XEN_4_17 is security_supported through 2027-12-12);
require!(XEN_4_14 is security_supported through 2022-01-01);
require!(XEN_4_17..=XEN_4_22 is supported through 2026-12-01);

fn main() {}
