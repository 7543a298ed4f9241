//! A status with a limit grants only so much, so the amount has to be named.

use xen_support::{XEN_4_20, require};

require!(XEN_4_20: "Memory", "x86" is security_supported up to 8 TiB);
require!(XEN_4_20: "Memory", "x86" is security_supported);
require!(XEN_4_20: "Memory", "x86" is supported);
require!(XEN_4_20: "Memory", "Arm64" is tech_preview up to 1 TiB);
require!(XEN_4_20: "Memory", "Arm64" is tech_preview);
require!(XEN_4_20: "Physical CPUs", "ARM" is security_supported with caveats through 2027-01-01);

// More than the limit is supported, too.
require!(XEN_4_20: "Physical Memory", "x86" is supported);

fn main() {}
