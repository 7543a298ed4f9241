//! Reads what a document says: which release it is for, which features it lists, and what their statuses mean.
//!
//! [`ParsedStatement::parse`] is the door: a document goes in, and a [`ParsedStatement`] and the document's problems
//! come out. `release` reads the Release Support, `label` the definitions of labels, `status` a status text by these
//! definitions, `features` the headings, `section` the prose above them, and `beside` tells what stands beside each
//! status. `rows` reads the document as Xen's own tool does. [`compare`] tells what changed between two statements, and
//! `answer` whether a page grants what somebody relies on.
//!
//! The model has types with the same names without `Parsed`. Those are handles and constants in a program's tables;
//! these own what was read from a page.

mod answer;
mod beside;
mod changes;
mod features;
mod label;
pub(crate) mod prose;
mod prose_changes;
mod release;
mod renames;
mod rows;
mod section;
mod status;

pub use answer::PageName;
pub(crate) use beside::speaks_of_security;
pub use changes::{Change, ChangeKind, Comparison, RowChange, compare};
pub use features::{FeatureHeading, ParsedFeature, ParsedStatement};
pub use label::{ParsedLabel, ParsedSecurityContact};
pub use prose_changes::{ProseChange, ProseKind};
pub use release::{ParsedRelease, ParsedReleaseDate};
pub use section::ParsedSectionProse;
pub(crate) use section::{digest_of_definitions, is_about_features, is_format};
pub use status::ParsedStatus;
