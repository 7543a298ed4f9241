//! A release whose support ends before the day, or begins after it, or has no dates.

use xen_support::{XEN_4_14, XEN_4_18, XEN_4_18_UNSTABLE, require};

require!(XEN_4_18 is security_supported through 2028-11-16);
require!(XEN_4_18 is security_supported through 2028-11-17);
require!(XEN_4_18 is supported through 2027-08-09);

require!(XEN_4_14 is supported through 2020-07-24);
require!(XEN_4_14 is security_supported through 2020-07-23);

require!(XEN_4_18_UNSTABLE is security_supported through 2027-01-01);

require!(XEN_4_18 is security_supported through 2025-02-29);

fn main() {}
