//! The model behind [`xen-support`]: what the Xen Project's SUPPORT.md says, as plain constant tables.
//!
//! **Do not depend on this crate directly; use [`xen-support`].** It is published because the tables that
//! `xen-support` generates are made of its types. The one exception is a build script that compiles a SUPPORT.md of
//! its own: it has this crate as a build-dependency, for the module `compiler` (feature `compiler`, or `tokens`
//! where nobody reads what is emitted; both need std). Everything else here is `no_std`, does not allocate, and has
//! no dependencies.
//!
//! The words are SUPPORT.md's own: a [`Statement`] is what one release's document says; it gives a
//! [`Status`] to each [`Feature`] that it lists. All three are small `Copy` handles into the tables of one
//! [`Set`] of documents, named by the type parameter, so that a feature of one set cannot be asked of
//! another set's statement.
//!
//! [`xen-support`]: https://docs.rs/xen-support
#![cfg_attr(not(any(test, feature = "tokens")), no_std)]

mod check;
#[cfg(feature = "tokens")]
pub mod compiler;
mod date;
mod explain;
mod feature;
mod index;
mod limit;
mod loss;
mod message;
mod names;
mod nearest;
mod refusal;
mod release;
mod requirement;
mod set;
mod statement;
mod statements;
mod status;
mod text;
mod version;
mod words;

pub use date::Date;
pub use feature::{Feature, Features};
pub use index::{Hash, Index, Slots};
pub use limit::{Amount, Bound, Limit, Unit};
pub use loss::Loss;
pub use names::{NameTable, Place, Places};
pub use nearest::distance;
#[doc(hidden)]
pub use refusal::{REFUSALS, Refusal};
pub use release::{Release, ReleaseDate};
pub use requirement::Requirement;
pub use set::{Details, Meaning, SecurityContact, Set};
pub use statement::{Link, Statement};
pub use statements::Statements;
pub use status::{Label, Level, Security, Status, Tags};
pub use version::{ParseVersionError, Stage, Version};
