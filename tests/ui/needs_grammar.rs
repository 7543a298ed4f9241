//! Lists of needs that are written wrongly: the error points at the mistake.

use xen_support::{Needs, needs};

needs! {
    const WITHOUT_REQUIREMENT: Needs {
        "x86/PVH", "domU";
    }
}
needs! {
    const ENDS_AT_IS: Needs { "x86/PVH", "domU" is }
}
needs! {
    const NO_SUCH_REQUIREMENT: Needs {
        "x86/PVH", "domU" is secure;
    }
}
needs! {
    const NO_REASON: Needs {
        "x86/PVH", "domU" is supported because;
    }
}
needs! {
    const OF_NONE: Needs { all of; }
}
needs! {
    const WITHOUT_TYPE { "x86/PVH", "domU" is supported; }
}
needs! {
    static NO_CONSTANT: Needs {}
}
needs! {
    /// Documentation of nothing.
}

fn main() {}
