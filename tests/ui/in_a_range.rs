//! A requirement in every release of a range: the error says which fails first, and how many do.

use xen_support::{XEN_4_10, XEN_4_14, XEN_4_17, XEN_4_18, XEN_4_20, XEN_4_22, require};

require!(XEN_4_17..=XEN_4_22: "x86/PVH", "domU" is security_supported);
require!(XEN_4_17..=XEN_4_22: "x86/PVH", "dom0" is supported);
require!(XEN_4_20..=XEN_4_22: "Argo: Inter-domain message delivery by hypercall" is supported);
require!(XEN_4_17..=XEN_4_22: "Physical CPUs", "x86" is supported up to 128);
require!(XEN_4_17..=XEN_4_22: "ARM v8", "Xen in Armv8-R" is experimental);
require!(XEN_4_17..=XEN_4_18: "Physical CPUs", "x86" is supported up to 128);

require!(XEN_4_20..=XEN_4_22: "x86/PVH", "dom0" is no worse than in XEN_4_18);
require!(XEN_4_17..=XEN_4_22: "IOMMU", "ARM SMMUv1" is no worse than in XEN_4_10);

require!(XEN_4_22..=XEN_4_14: "x86/PVH", "domU" is security_supported);

fn main() {}
