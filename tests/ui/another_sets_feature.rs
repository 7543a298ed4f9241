//! A feature of one set cannot be asked of another set's statement.

mod appliance {
    include!("../generated/tables.rs");
}

use xen_support::{XEN_4_20, features, require};

require!(appliance::XEN_4_19: appliance::features::WATCHDOG is supported);
require!(appliance::XEN_4_19: features::x86_pvh::DOMU is supported);
require!(XEN_4_20: appliance::features::WATCHDOG is supported);

fn main() {}
