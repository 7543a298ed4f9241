//! The model: what the documents of a set say, in SUPPORT.md's own words.
//!
//! [`Statement`], [`Feature`] and [`Status`] are handles into the tables of a [`Set`]. They give plain values:
//! [`Release`], [`Label`], [`Level`], [`Security`], [`Limit`], [`Life`], [`Beside`]. A [`Requirement`] says how much of
//! a feature code relies on; `grammar` reads it from text. [`Needs`] are features with requirements, which a program
//! relies on; `unmet` says which of them a statement does not grant. [`RunningXen`] is the Xen at hand. A [`Grant`] is
//! what a status grants, to compare it with another; a [`Ruling`] all that a requirement is judged by.
//! [`SecuritySupport`] is the answer to "is it security supported?"; `granted` puts it together. Nothing here panics
//! except `new` of a handle that generated code has, and nothing here uses `check/`.

mod amount;
mod beside;
mod date;
mod feature;
mod grammar;
mod grant;
mod granted;
mod label;
mod level;
mod life;
mod limit;
mod need;
mod needs;
mod read;
mod release;
mod requirement;
mod ruling;
mod running;
mod security_support;
mod set;
mod statement;
mod statements;
mod status;
mod unmet;
mod version;

pub use amount::{Amount, Unit};
pub use beside::Beside;
pub use date::Date;
pub use feature::{Feature, Features};
pub use grammar::ParseRequirementError;
pub use grant::{Grant, Loss};
pub use label::{Label, Tags};
pub use level::{Level, Security};
pub use life::{Life, Lifetime};
pub use limit::{Bound, Limit};
pub use need::Need;
pub use needs::Needs;
pub use read::{ParseAmountError, ParseDateError, ParseFeatureError, ParseVersionError};
pub use release::{Release, ReleaseDate};
pub use requirement::Requirement;
pub(crate) use requirement::{Clash, Clause};
pub use ruling::Ruling;
pub use running::RunningXen;
pub use security_support::SecuritySupport;
pub use set::{Column, Details, Meaning, SectionProse, SecurityContact, Set};
pub use statement::{Link, ListedFeatures, Statement};
pub use statements::{Statements, StatementsIter};
pub use status::Status;
pub use unmet::{MetBy, Unmet, UnmetNeeds};
pub use version::{Stage, Version};
