//! Requirements that are put together of what does not go together.

use xen_support::{Amount, Requirement};

const LARGE: Requirement = Requirement::SECURITY_SUPPORTED.up_to(Amount::tib(8)).by_anyone();
const EXTERNAL: Requirement = Requirement::SUPPORTED.by_anyone();
const TWICE: Requirement = LARGE.unconditionally();
const MORE: Requirement = LARGE.up_to(Amount::tib(9));

fn main() {
    println!("{LARGE} {EXTERNAL} {TWICE} {MORE}");
}
