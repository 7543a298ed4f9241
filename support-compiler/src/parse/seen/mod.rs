//! What people see who read the page in a browser: its headings, and the blocks of code with what hides or contains
//! them.
//!
//! [`read`] asks a reader of `CommonMark` with GitHub's extensions (`commonmark`), and follows which HTML elements are open
//! as a browser does (`html`). [`Agreement`] compares that with what pandoc reads: what not both see in the same place is
//! in doubt.

mod agreement;
mod commonmark;
mod html;
mod markup;

pub(super) use agreement::Agreement;
pub(super) use commonmark::read;

use std::ops::Range;

/// What is to be seen of a page, in order.
#[derive(Debug, Default)]
pub(super) struct Seen {
    headings: Vec<Heading>,
    /// The blocks of code.
    blocks: Vec<Block>,
    /// The tags of HTML, except those that end an element.
    tags: Vec<Tag>,
    /// The first tag that may change all of the page, such as `<style>`.
    changes_the_page: Option<usize>,
}

/// A heading.
#[derive(Debug)]
struct Heading {
    /// Where its first line begins.
    line: usize,
    span: Range<usize>,
    level: u8,
    /// The letters and digits of its text, which readers do not typeset differently.
    letters: String,
    /// Whether a part of it is struck out or HTML, or attributes say how to show it.
    is_marked: bool,
    /// The number of the HTML tag that may hide it.
    veil: Option<usize>,
    /// The number of the heading above it in the tree of headings.
    parent: Option<usize>,
}

/// A block of code.
#[derive(Debug)]
struct Block {
    /// From the beginning of its first line on.
    span: Range<usize>,
    /// The number of the heading above it.
    heading: Option<usize>,
    /// What keeps it from being seen, or from being seen as the page's own.
    veil: Option<Veil>,
}

/// What keeps a block from being seen as the page's own.
#[derive(Clone, Copy, Debug)]
enum Veil {
    /// A block that contains it: `a list`.
    Container(&'static str),
    /// The word after the fence, by which some programs draw something else.
    Language,
    /// The HTML tag with this number: its element is open, or what begins there has no end.
    Tag(usize),
}

/// A tag of HTML.
#[derive(Debug)]
struct Tag {
    span: Range<usize>,
    /// The name in lower case. An end tag that ends nothing has a `/` before it; `!--` is a comment whose end is not
    /// certain, and `!` a declaration.
    name: String,
}

/// The letters and digits of a text.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric())
}
