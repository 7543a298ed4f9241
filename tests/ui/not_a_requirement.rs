//! A requirement that the macro does not know, and none at all.

use xen_support::{XEN_4_18, require};

require!(XEN_4_18: "x86/PVH", "domU" is great);
require!(XEN_4_18: "x86/PVH", "domU");

fn main() {}
