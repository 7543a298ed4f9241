//! Amounts above the limit of what is supported, or of what is security supported.

use xen_support::{XEN_4_18, XEN_4_20, require};

require!(XEN_4_18: "Physical Memory", "x86" is security_supported up to 12 TiB);
require!(XEN_4_18: "Physical Memory", "x86" is supported up to 123 TiB);
require!(XEN_4_18: "Physical Memory", "x86" is security_supported up to 16 TiB);

require!(XEN_4_18: "Memory", "x86" is supported up to 15 TiB);
require!(XEN_4_18: "Memory", "x86" is supported up to 16 TiB);

require!(XEN_4_20: "Physical CPUs", "ARM" is security_supported up to 128);
require!(XEN_4_20: "Physical CPUs", "ARM" is security_supported up to 129);

fn main() {}
