//! A label that promises less than is required.

use xen_support::{XEN_4_14, XEN_4_18, features, require};

require!(XEN_4_14: "x86/PVH", "dom0" is experimental);
require!(XEN_4_14: "x86/PVH", "dom0" is tech_preview);
require!(XEN_4_14: "x86/PVH", "dom0" is supported);

require!(XEN_4_18: features::alternative_p2m::ARM is tech_preview);
require!(XEN_4_18: features::alternative_p2m::ARM is supported);

fn main() {}
