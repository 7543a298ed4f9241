//! How a string is found in a table: a perfect hash, a table of names, and the comparison of byte strings.
//!
//! [`Index`] gives the only row that can hold a string, [`NameTable`] gives what that row holds, and [`equal`] says
//! whether the two are the same. All of it is `const fn`. Nothing here knows what the tables mean.

mod bytes;
mod index;
mod names;

pub(crate) use bytes::equal;
pub use index::{Hash, Index, Slots};
pub use names::{NameSpan, NameSpans, NameTable};
