//! Security support under conditions.

use xen_support::{XEN_4_18, require};

require!(XEN_4_18: "Driver Domains" is security_supported with caveats);
require!(XEN_4_18: "Driver Domains" is security_supported);

fn main() {}
