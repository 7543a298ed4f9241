//! The Xen Project's [SUPPORT.md] as constant tables: state what your code relies on, and have the compiler check it.
//!
//! Each Xen branch carries a SUPPORT.md that says which features are supported and security supported, under which
//! conditions, and until when. This crate holds what these pages say, for every release since Xen 4.10.
//!
//! # At compile time
//!
//! [`require!`] refuses the build when a release's page does not grant what the code relies on, and leaves nothing in
//! the program:
//!
//! ```
//! use xen_support::{XEN_4_18, features, require};
//!
//! require!(XEN_4_18: "x86/PVH", "domU" is security_supported);
//! require!(XEN_4_18: features::CREDIT2_SCHEDULER is supported);
//! ```
//!
//! Every look-up is a `const fn`, so an `if` on a constant leaves no code for the other branch:
//!
//! ```
//! use xen_support::{Requirement, XEN_4_18, features};
//!
//! const DOM0_IS_PVH: bool = XEN_4_18.satisfies(features::x86_pvh::DOM0, Requirement::SUPPORTED);
//! if DOM0_IS_PVH { /* … */ }
//! ```
//!
//! # At run time
//!
//! A program that learns only at run time which Xen it runs on finds the [`Statement`] for that Xen, and asks it:
//!
//! ```
//! use xen_support::{Date, Requirement, RunningXen, Security, Statement, features};
//!
//! let number = 4 << 16 | 18; // what the hypercall xen_version returned
//! let statement = Statement::for_running(RunningXen::from_number(number)).expect("a release since 4.10");
//!
//! // By constant: one load. By name: one hash, one comparison and one load.
//! let status = statement.status(features::LIBVIRT_DRIVER_FOR_XL).unwrap();
//! assert_eq!(status.text(), "Supported, Security support external");
//! assert_eq!(status.security(), Security::External);
//!
//! // What the page says, as of the day on which the pages were taken, and as of another.
//! let domu = features::x86_pvh::DOMU;
//! assert!(statement.satisfies(domu, Requirement::SECURITY_SUPPORTED));
//! assert_eq!(statement.security_support(domu).to_string(), "yes, through 2028-11-16");
//! assert!(!statement.is_security_supported_on(domu, Date::literal("2028-11-17")));
//!
//! // By iteration.
//! let secure = statement.iter().filter(|(feature, _)| statement.is_security_supported(*feature)).count();
//! assert!(secure > 90);
//! ```
//!
//! # The words
//!
//! The words are the page's own. A [`Statement`] is what one [`Release`]'s document says. It gives a [`Status`] to each
//! [`Feature`] that it lists; a feature is a heading, its *title*, or one *implementation* of it. The status has a
//! [`Label`], such as Tech Preview, that promises a [`Level`] and [`Security`] support; modifiers ("with caveats") take
//! away from that.
//!
//! **What is not understood is never supported**: a status that the compiler could not read has [`Level::None`] and
//! [`Security::No`].
//!
//! # Cargo features
//!
//! - `macros` (default): `needs!`, and `include_support!` for a SUPPORT.md of your own. Without it neither a proc macro nor
//!   syn is built.
//! - `serde`: `Serialize` for the types of the model, and `Deserialize` for values such as [`Requirement`] and [`Version`].
//! - `defmt`: `defmt::Format` for the types of the model.
//! - `documents`: `DOCUMENTS`, the bundled documents' own text, for tools that read more of it than the tables hold.
//!
//! [SUPPORT.md]: https://xenbits.xen.org/docs/unstable/SUPPORT.html
#![no_std]
// docs.rs shows which feature brings an item.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "macros")]
mod include_support;
#[cfg(feature = "macros")]
mod needs;
mod require;

/// What `include_support!` and `needs!` expand to.
#[cfg(feature = "macros")]
#[doc(hidden)]
pub mod __private {
    pub use xen_support_macros::{include_support, needs};
}

/// The model that the tables are made of, generic over the set of documents.
pub use xen_support_data as data;

pub use data::{
    Amount, Beside, Bound, Date, Features, Label, Level, Life, Limit, Link, ParseAmountError, ParseDateError,
    ParseRequirementError, ParseVersionError, Release, ReleaseDate, Requirement, RunningXen, SectionProse, Security,
    SecurityContact, SecuritySupport, Stage, Tags, Unit, Version,
};

#[cfg(all(doctest, feature = "macros"))]
#[doc = include_str!("../README.md")]
struct Readme;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// The bundled documents, each with its name, which is its statement's [`file`](Statement::file), and its text.
#[cfg(feature = "documents")]
pub const DOCUMENTS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/documents.rs"));

/// The bundled statement for a version of Xen, or `None` if no document for it is bundled; short for
/// [`Statement::for_version`].
///
/// Cost: a walk over the bundled releases.
///
/// ```
/// use xen_support::{Version, statement_for};
///
/// let version = Version::parse("4.18.3-pre").unwrap();
/// let status = statement_for(version).unwrap().get("x86/PVH", "domU").unwrap();
/// assert_eq!(status.text(), "Supported");
/// ```
#[must_use]
pub const fn statement_for(version: Version) -> Option<Statement> {
    Statement::for_version(version)
}
