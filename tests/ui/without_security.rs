//! A modifier that takes security support away.

use xen_support::{XEN_4_18, features, require};

require!(XEN_4_18: features::gdbsx::X86 is supported);
require!(XEN_4_18: features::gdbsx::X86 is security_supported);
require!(XEN_4_18: features::gdbsx::X86 is security_supported by anyone);

fn main() {}
