//! A requirement in every release of a range: the error says which fails first, and how many do.

use xen_support::{XEN_4_14, XEN_4_17, XEN_4_20, XEN_4_22, require};

require!(XEN_4_17..=XEN_4_22: "x86/PVH", "domU" is security_supported);
require!(XEN_4_17..=XEN_4_22: "x86/PVH", "dom0" is supported);
require!(XEN_4_20..=XEN_4_22: "Argo: Inter-domain message delivery by hypercall" is supported);

require!(XEN_4_22..=XEN_4_14: "x86/PVH", "domU" is security_supported);

fn main() {}
