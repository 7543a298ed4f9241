//! A no_std crate that uses the tables, for packages that Cargo resolves as it did before edition 2021. In such
//! packages, the features of a build-dependency also apply to the target's dependency of the same name.
#![no_std]

use xen_support::{features, require, RunningXen, SecuritySupport, Statement, XEN_4_18};

require!(XEN_4_18: features::CREDIT2_SCHEDULER is security_supported);

/// Whether PVH guests are security supported, in the release with this hypercall version.
pub fn security_support(hypercall_version: u32) -> Option<SecuritySupport> {
    let statement = Statement::for_running(RunningXen::from_number(hypercall_version))?;
    Some(statement.security_support(features::x86_pvh::DOMU))
}
