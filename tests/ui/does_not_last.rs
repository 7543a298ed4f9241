//! A release whose support ends before the day, or begins after it.

use xen_support::{XEN_4_18, XEN_4_20, XEN_4_22, features, require};

require!(XEN_4_18 is security_supported through 2028-11-16);
require!(XEN_4_18 is security_supported through 2028-11-17);
require!(XEN_4_18: features::CREDIT2_SCHEDULER is security_supported through 2028-11-16);
require!(XEN_4_18: features::CREDIT2_SCHEDULER is security_supported through 2028-11-17);
require!(XEN_4_22 is supported through 2029-07-30);
require!(XEN_4_22 is supported through 2029-07-31);

require!(XEN_4_22 is security_supported through 2026-07-30);
require!(XEN_4_22 is security_supported through 2026-07-29);

require!(XEN_4_18..=XEN_4_22 is security_supported through 2028-11-16);
require!(XEN_4_18..=XEN_4_22 is security_supported through 2030-01-01);
require!([XEN_4_20, XEN_4_18] is security_supported through 2030-01-01);

require!(XEN_4_18 is security_supported through 2025-02-29);

fn main() {}
