//! Text without an allocator: built in const evaluation, searched byte by byte, and written to a formatter.
//!
//! [`Phrase`], [`Sentence`], [`Message`] and [`Report`] are strings of four sizes, in which messages are put together.
//! `scan` has what `str` and `[u8]` do not yet offer as `const fn`. [`is_invisible`] says which characters no message has.
//! [`pad`] writes a text of several parts with width and precision. Nothing here
//! uses the model.

mod const_string;
mod invisible;
mod padding;
mod scan;

pub use invisible::is_invisible;

pub(crate) use const_string::{LONGEST_FACT, Message, Phrase, Report, Sentence};
pub(crate) use padding::pad;
pub(crate) use scan::{has_word, leading_number, leading_small_number};
