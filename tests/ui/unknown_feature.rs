//! A name that no release lists: there is the heading, or a similar name, or neither.

use xen_support::{XEN_4_18, XEN_4_20, require};

const TITLE: &str = "Credit2 Scheduler";
const PVH: [&str; 2] = ["x86/PVH", "domU"];

// A name is any constant expression.
require!(XEN_4_18: TITLE is supported);
require!(XEN_4_18..=XEN_4_20: concat!("Credit", 2, " Scheduler") is supported);
require!(XEN_4_18: PVH[0], PVH[1] is supported);
require!(XEN_4_18: concat!("Credit", " Scheduler", "s") is supported);

require!(XEN_4_18: "x86/PVH", "domU" is supported);
require!(XEN_4_18: "x86/PVH", "DomU" is supported);
require!(XEN_4_18: "x86/PVH" is supported);
require!(XEN_4_18: "Credit 2 Scheduler" is supported);
require!(XEN_4_18: "Scheduler" is supported);
require!(XEN_4_18: "Quantum entanglement" is supported);

fn main() {}
