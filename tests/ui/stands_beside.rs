//! What stands beside a status, which no program can read, and which a requirement may refuse.

use xen_support::{XEN_4_20, XEN_4_22, features, require};

require!(XEN_4_22: "Credit2 Scheduler" is security_supported unconditionally);
require!(XEN_4_20..=XEN_4_22: features::X86_64 is security_supported);
require!(XEN_4_20..=XEN_4_22: features::X86_64 is security_supported unconditionally);
require!(XEN_4_22: "x86/PVH", "domU" is security_supported unconditionally);
require!(XEN_4_22: "xl" is security_supported unconditionally);

fn main() {}
