//! The text of a document to its headings, with the fragments and the prose below each.
//!
//! `markdown` finds the blocks at the top level; `fragment` reads the lines of an indented one by the grammar of Xen's
//! `docs/parse-support-md`; `key` gives headings and features their ids; `document` puts it all together and is what
//! others call: [`document::parse`] gives a [`Document`](document::Document). Nothing here knows what a status means.

mod characters;

pub(crate) mod document;
pub(crate) mod fragment;
pub(crate) mod key;
pub(crate) mod markdown;
