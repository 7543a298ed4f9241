//! The model: what the documents of a set say, in SUPPORT.md's own words.
//!
//! [`Statement`], [`Feature`] and [`Status`] are handles into the tables of a [`Set`]. They give plain values:
//! [`Release`], [`Label`], [`Level`], [`Security`], [`Limit`]. A [`Requirement`] says how much of a feature code relies
//! on, and a [`Grant`] what a status grants; the two are compared. Nothing here panics, and nothing here uses `check/`.

mod amount;
mod date;
mod feature;
mod grant;
mod label;
mod level;
mod limit;
mod release;
mod requirement;
mod set;
mod statement;
mod statements;
mod status;
mod version;

pub use amount::{Amount, Unit};
pub use date::Date;
pub use feature::{Feature, Features};
pub use grant::{Grant, Loss};
pub use label::{Label, Tags};
pub use level::{Level, Security};
pub use limit::{Bound, Limit};
pub use release::{Release, ReleaseDate};
pub use requirement::Requirement;
pub use set::{Details, Meaning, SecurityContact, Set};
pub use statement::{Link, Statement};
pub use statements::{Statements, StatementsIter};
pub use status::Status;
pub use version::{ParseVersionError, Stage, Version};
