//! A constant that does not exist. Where the compiler points into the tables, it quotes a line that can be read.

use xen_support::{XEN_4_20, features, require};

require!(XEN_4_20: features::X86_64 is supported);
require!(XEN_4_20: features::X86_65 is supported);

fn main() {}
