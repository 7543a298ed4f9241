//! A document's typed content: which release it is for, which features it lists, and what their statuses mean.
//!
//! [`ParsedStatement::parse`] is the door: a document goes in, a [`ParsedStatement`] comes out, with what there is to say
//! of the document. `release` reads the Release Support, `label` the definitions, `status` a status text by these
//! definitions, and `features` the headings. [`rows`](ParsedStatement::rows) are those of Xen's own matrix, and
//! [`changes`] what one statement says otherwise than another.
//!
//! The model has types of the same meaning, whose names lack the `Parsed`: those are handles and constants in a program's
//! tables; these own what was read from a page.

mod changes;
mod features;
mod label;
mod release;
mod rows;
mod status;

pub use changes::{Change, ChangeKind, changes};
pub use features::{FeatureHeading, ParsedFeature, ParsedStatement};
pub use label::{ParsedLabel, ParsedSecurityContact};
pub use release::{ParsedRelease, ParsedReleaseDate};
pub use rows::Row;
pub use status::ParsedStatus;
