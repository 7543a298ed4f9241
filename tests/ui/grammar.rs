//! Checks that are not in the grammar of `require!`.

use xen_support::{XEN_4_18, require};

require!(XEN_4_18: "x86/PVH", "domU" is great);
require!(XEN_4_18: "x86/PVH", "domU" is security_supported without caveats);
require!(XEN_4_18: "x86/PVH", "domU");
require!(XEN_4_18 "x86/PVH", "domU");
require!(XEN_4_18: "Memory", "x86" is supported up to 8 TB);
require!(XEN_4_18 is supported through 2027);

fn main() {}
