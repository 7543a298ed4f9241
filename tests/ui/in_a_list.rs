//! A requirement in every release of a list.

use xen_support::{XEN_4_14, XEN_4_18, XEN_4_20, features, require};

require!([XEN_4_18, XEN_4_20]: features::x86_pvh::DOMU is security_supported);
require!([XEN_4_14, XEN_4_20, XEN_4_18]: "Live Patching", "ARM" is supported);
require!([XEN_4_14]: "Live Patching", "ARM" is supported);

require!([XEN_4_20]: "x86/PVH", "dom0" is no worse than in XEN_4_18);
require!([XEN_4_18, XEN_4_14]: "x86/PVH", "dom0" is no worse than in XEN_4_20);

require!([]: features::x86_pvh::DOMU is security_supported);

fn main() {}
