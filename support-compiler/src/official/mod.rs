//! Xen's own tool, `docs/parse-support-md`, as it reads one page by itself.
//!
//! The tool makes the support matrix of the blocks that pandoc finds in a page. [`read`] is the door: the [`Block`]s of
//! a page go in, in order; the [`Row`]s that the tool prints come out, and the [`Death`]s: where it gives up, and why. It
//! gives up at the first of them and prints nothing; we go on as if it had passed over what it does not understand.
//!
//! `block` says what the tool distinguishes in a page, `lines` reads the lines of a fragment by its grammar, `tree` is
//! the tree of sections that it prints, and `tool` fills the tree. Each rule names the tool's own function.
//! `scripts/compare-with-pandoc` compares all of this with the tool itself.

mod block;
mod death;
mod lines;
mod tool;
mod tree;

pub(crate) use block::{Block, Definition, DefinitionBody, Text};
pub(crate) use death::{Cause, Death};
pub(crate) use lines::{TAGS, key_of};
pub(crate) use tool::read;
pub use tree::Row;
