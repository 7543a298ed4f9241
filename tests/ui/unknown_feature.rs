//! A name that no release lists: there is the heading, or a similar name, or neither.

use xen_support::{XEN_4_18, require};

require!(XEN_4_18: "x86/PVH", "domU" is supported);
require!(XEN_4_18: "x86/PVH", "DomU" is supported);
require!(XEN_4_18: "x86/PVH" is supported);
require!(XEN_4_18: "Credit 2 Scheduler" is supported);
require!(XEN_4_18: "Scheduler" is supported);
require!(XEN_4_18: "Quantum entanglement" is supported);

fn main() {}
