//! How a string is found in a table: a perfect hash, a table of names, and the comparison of byte strings.
//!
//! It knows nothing of what the tables mean. [`Index`] gives the only row that can hold a string, [`NameTable`] what
//! that row does hold, and [`equal`] says whether the two are the same. All of it is `const fn`.

mod bytes;
mod index;
mod names;

pub(crate) use bytes::equal;
pub use index::{Hash, Index, Slots, bucket, slot};
pub use names::{NameSpan, NameSpans, NameTable};
