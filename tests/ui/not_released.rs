//! A release that is not out, or whose page names no day, grants no security support, unless the page alone is asked.

mod planned {
    include!("../generated/dates.rs");
}

use xen_support::{XEN_4_18_UNSTABLE, XEN_4_22, XEN_4_23_UNSTABLE, features, require};

require!(XEN_4_22..=XEN_4_23_UNSTABLE: "x86/PVH", "domU" is supported);
require!(XEN_4_23_UNSTABLE: "x86/PVH", "domU" is security_supported);
require!(XEN_4_23_UNSTABLE: features::x86_pvh::DOMU is security_supported regardless of dates);
require!(XEN_4_18_UNSTABLE is security_supported through 2027-01-01);

require!(planned::XEN_4_20: "Watchdog" is supported);
require!(planned::XEN_4_20: "Watchdog" is security_supported);
require!(planned::XEN_4_19: "Watchdog" is security_supported);

fn main() {}
