//! A status that says that the feature is not there.

use xen_support::{XEN_4_18, require};

require!(XEN_4_18: "OCaml xenstored daemon" is experimental);
require!(XEN_4_18: "OCaml xenstored daemon", "Liveupdate" is experimental);

fn main() {}
