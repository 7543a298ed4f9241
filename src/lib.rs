//! The Xen Project's SUPPORT.md as constant tables: state what your code relies on, and have the compiler check it.
#![no_std]

#[cfg(feature = "macros")]
mod include_support;
mod require;

/// What the macros expand to.
#[cfg(feature = "macros")]
#[doc(hidden)]
pub mod __private {
    pub use xen_support_macros::include_support;
}

pub use xen_support_data as data;

pub use data::{
    Bound, Date, Features, Label, Level, Limit, Link, ParseVersionError, Release, ReleaseDate, Requirement, Security,
    SecurityContact, Stage, Tags, Unit, Version,
};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// The bundled statement for a version of Xen; short for [`Statement::for_version`].
///
/// ```
/// use xen_support::{Version, statement_for};
///
/// let version = Version::parse("4.18.3-pre").unwrap();
/// let status = statement_for(version).unwrap().get("x86/PVH", "domU").unwrap();
/// assert!(status.is_security_supported());
/// ```
#[must_use]
pub const fn statement_for(version: Version) -> Option<Statement> {
    Statement::for_version(version)
}
