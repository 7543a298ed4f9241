//! A label without security support.

use xen_support::{XEN_4_18, features, require};

fn main() {
    require!(XEN_4_18: "Alternative p2m", "x86 HVM" is tech_preview);
    require!(XEN_4_18: "Alternative p2m", "x86 HVM" is security_supported);
    require!(XEN_4_18: features::x86_pvh::DOM0 is security_supported with caveats);
}
