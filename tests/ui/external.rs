//! Security support by another project.

use xen_support::{XEN_4_18, require};

require!(XEN_4_18: "Blkfront", "FreeBSD" is security_supported by anyone);
require!(XEN_4_18: "Blkfront", "FreeBSD" is security_supported);

fn main() {}
