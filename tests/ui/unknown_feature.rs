//! A name that no release lists.

use xen_support::{XEN_4_18, require};

require!(XEN_4_18: "x86/PVH", "Dom0" is supported);
require!(XEN_4_18: "Quantum entanglement" is supported);

fn main() {}
