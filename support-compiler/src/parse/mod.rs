//! Reads the text of a document into its headings, with the fragments and the prose below each.
//!
//! [`document::parse`] is what others call; it gives a [`Document`](document::Document). `markdown` finds the blocks at
//! the top level, as pandoc does. `fragment` reads the lines of an indented block by the grammar of Xen's
//! `docs/parse-support-md`. `lost` recognizes lines elsewhere that look like one of these or like a heading, by how
//! they are `shown`, and `lost_lines` keeps what that leaves in doubt. `seen` compares all of this with what people see
//! who read the page in a browser. `key` gives headings and features their ids. `foreign` recognizes texts that are no
//! page, though they were made of one. Nothing here knows what a status means.

mod characters;
mod for_official;

pub(crate) mod document;
pub(crate) mod foreign;
pub(crate) mod fragment;
pub(crate) mod key;
mod lost;
mod lost_lines;
pub(crate) mod markdown;
mod seen;
mod shown;
