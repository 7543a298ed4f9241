//! Needs that are not met: all of them are told, each with its line.

use xen_support::{Needs, XEN_4_10, XEN_4_17, XEN_4_22, features, needs, require};

needs! {
    const UNMET: Needs {
        "x86/PVH", "dom0" is security_supported because "dom0 is small";
        "x86/PVH", "domU" is security_supported;
        features::ARM_GICV3_ITS is supported;
    }

    const MANY: Needs {
        all of UNMET; all of UNMET; all of UNMET; all of UNMET; all of UNMET; all of UNMET; all of UNMET;
        all of UNMET; all of UNMET; all of UNMET; all of UNMET; all of UNMET; all of UNMET; all of UNMET;
        all of UNMET; all of UNMET; all of UNMET; all of UNMET; all of UNMET; all of UNMET; all of UNMET;
    }
}

require!(XEN_4_17: UNMET);
require!(XEN_4_10..=XEN_4_22: UNMET);
require!(XEN_4_17: MANY);

needs! {
    const UNKNOWN: Needs {
        "x86/PVH", "domu" is supported;
    }
}
fn main() {}
