//! Checks that are not in the grammar of `require!`.

use xen_support::{XEN_4_18, XEN_4_22, require};

require!(XEN_4_18: "x86/PVH", "domU" is great);
require!(XEN_4_18: "x86/PVH", "domU" is security_supported without caveats);
require!(XEN_4_18: "x86/PVH", "domU");
require!(XEN_4_18: "x86/PVH", "domU" is);
require!(XEN_4_18: "x86/PVH", "domU" is no worse than XEN_4_18);
require!(XEN_4_18 "x86/PVH", "domU");
require!(XEN_4_18 is supported through 2027);
require!(XEN_4_18 is supported);
require!(XEN_4_18..XEN_4_22: "x86/PVH", "domU" is supported);
require!(XEN_4_18..XEN_4_22 is security_supported through 2027-01-01);
require!([]: "x86/PVH", "domU" is supported);
require!([] is supported through 2027-01-01);

require!(XEN_4_22: "Memory", "x86" is security_supported up to 8 TiB by anyone through 2027-01-01);
require!(XEN_4_18: "Memory", "x86" is supported up to 8 TB);
require!(XEN_4_18: "Memory", "x86" is security_supported up to 8 TB);
require!(XEN_4_18: "Memory", "x86" is supported up to 8TiB);
require!(XEN_4_18: "Memory", "x86" is supported up to many);
require!(XEN_4_18: "Memory", "x86" is supported up to);
require!(XEN_4_18: "Memory", "x86" is supported with caveats);
require!(XEN_4_18: "Memory", "x86" is security_supported conditionally);
require!(XEN_4_18: "Memory", "x86" is security_supported with caveats by anyone);
require!(XEN_4_18: "Memory", "x86" is security_supported with caveats up to 8 TiB);
require!(XEN_4_18: "Memory", "x86" is security_supported through 2027-01-01 regardless of dates);
require!(XEN_4_18: "Memory", "x86" is security_supported through 2027-01-01 through 2028-01-01);
require!(XEN_4_18: "Memory", "x86" is security_supported through 2027-02-30);
require!(XEN_4_18: "Memory", "x86" is security_supported through 2027);
require!(XEN_4_18: "Memory", "x86" is security_supported through "2027-01-01");
require!(XEN_4_18: "Memory", "x86" is security_supported regardless of days);

fn main() {}
