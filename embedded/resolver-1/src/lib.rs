//! What a no_std crate does with the tables, in packages that Cargo resolves as it did before edition 2021: there the
//! features of a build-dependency are those of the target's dependency, too.
#![no_std]

use xen_support::{features, require, Security, Statement, XEN_4_18};

require!(XEN_4_18: features::CREDIT2_SCHEDULER is supported);

/// Who issues security fixes for guests of this kind, in the release at hand.
pub fn security(hypercall_version: u32) -> Option<Security> {
    let statement = Statement::for_hypercall_version(hypercall_version)?;
    Some(statement.get("x86/PVH", "domU")?.security())
}
