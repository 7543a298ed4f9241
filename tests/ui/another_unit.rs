//! An amount in another unit than the limit: a count for memory, or bytes for CPUs.

use xen_support::{XEN_4_20, require};

require!(XEN_4_20: "Memory", "x86" is security_supported up to 512 GiB);
require!(XEN_4_20: "Memory", "x86" is security_supported up to 512);
require!(XEN_4_20: "Physical Memory", "x86" is supported up to 512);
require!(XEN_4_20: "Physical CPUs", "x86" is supported up to 4 KiB);

fn main() {}
