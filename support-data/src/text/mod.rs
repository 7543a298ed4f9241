//! Text without an allocator: built in const evaluation, searched byte by byte, and written to a formatter.
//!
//! The lowest room: it knows nothing of the model. [`Phrase`] and [`Message`] are the two sizes of the string that
//! messages are put together in; `scan` has what `str` and `[u8]` do not yet offer as `const fn`; [`pad`] writes a text of
//! several parts as one.

mod const_string;
mod pad;
mod scan;

pub(crate) use const_string::{Message, Phrase};
pub(crate) use pad::pad;
pub(crate) use scan::{contains, has_word, leading_number};
