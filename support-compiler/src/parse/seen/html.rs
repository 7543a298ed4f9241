//! Which elements of HTML are open at a place, for a browser.
//!
//! An element is closed only by the end tag that follows where nothing else is open within it. So whatever is not nested
//! properly, or has no end, leaves its element open to the end of the page, which is what browsers do or what is safe.

use super::Tag;
use super::markup::Markup;
use crate::parse::markdown::is_inline_html;
use std::ops::Range;

/// Elements that have no end tag.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements whose content is no HTML. Nothing ends `plaintext`.
const RAW: &[&str] = &["iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"];

/// Elements that can hide or change anything on the page, wherever they stand.
const FAR_REACHING: &[&str] = &["base", "embed", "link", "meta", "object", "script", "style"];

/// Elements within text that a paragraph's end does not end: formatting, and what makes a block.
const LASTING: &[&str] = &[
    "a", "b", "big", "code", "dialog", "em", "font", "frame", "i", "image", "keygen", "listing", "marquee", "math",
    "nobr", "optgroup", "option", "s", "search", "select", "small", "strike", "strong", "template", "tt", "u",
];

/// Whether elements with this name have no end tag.
pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// The elements that are open.
#[derive(Debug, Default)]
pub(super) struct Elements {
    /// By name, each with the number of its tag.
    open: Vec<(String, usize)>,
    /// The tag of what has no end, or not the same end for all readers.
    endless: Option<usize>,
    /// The first tag that may change all of the page.
    pub(super) far_reaching: Option<usize>,
}

impl Elements {
    /// The tag because of which nothing that stands here is certain to be seen: of the outermost element that is open, or
    /// of what has no end.
    pub(super) fn veil(&self) -> Option<usize> {
        self.endless.or(self.open.first().map(|(_, tag)| *tag))
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The end of a paragraph or the like, at whose beginning that many elements were open. It ends those opened in it
    /// that do not outlive it.
    pub(super) fn end_paragraph(&mut self, depth: usize) {
        let outlives = |name: &str| LASTING.contains(&name) || RAW.contains(&name) || !is_inline_html(name);
        while self.open.len() > depth && self.open.last().is_some_and(|(name, _)| !outlives(name)) {
            self.open.pop();
        }
    }

    /// Reads a part of the page that is HTML, and adds its tags, except those that end an element.
    pub(super) fn read(&mut self, html: &str, place: &Range<usize>, tags: &mut Vec<Tag>) {
        let mut at = 0;
        while let Some(start) = self.next(html, at) {
            let Some(markup) = Markup::read(&html[start..]) else {
                at = start + 1;
                continue;
            };
            at = start + markup.length;
            if markup.has_certain_end && (markup.is_comment() || self.is_ended_by(&markup.name)) {
                continue;
            }
            let is_verbatim = html.len() == place.len();
            let span = if is_verbatim { place.start + start..place.start + at } else { place.clone() };
            self.apply(&markup, tags.len());
            tags.push(Tag { span, name: markup.name });
        }
    }

    /// Where the next tag or comment may begin: within an element whose content is no HTML, only its own end.
    fn next(&mut self, html: &str, at: usize) -> Option<usize> {
        let find = |from: usize| Some(from + html.get(from..)?.find('<')?);
        let (name, number) = match self.open.last() {
            Some((name, number)) if RAW.contains(&name.as_str()) => (name, *number),
            _ => return find(at),
        };
        let start = find(at)?;
        let end = html[start + 1..].strip_prefix('/').and_then(|rest| rest.get(..name.len()));
        if name == "plaintext" || !end.is_some_and(|end| end.eq_ignore_ascii_case(name)) {
            // Some programs show such an element's own tags as text. For them, the tags within it count.
            self.endless.get_or_insert(number);
            return None;
        }
        Some(start)
    }

    /// Ends the innermost element, if this is the name of its end tag.
    fn is_ended_by(&mut self, tag: &str) -> bool {
        let is_end = self.open.last().is_some_and(|(open, _)| tag.strip_prefix('/') == Some(open));
        if is_end {
            self.open.pop();
        }
        is_end
    }

    fn apply(&mut self, markup: &Markup, number: usize) {
        let name = markup.name.as_str();
        if !markup.has_certain_end {
            self.endless.get_or_insert(number);
        }
        if FAR_REACHING.contains(&name) || markup.has_handler {
            self.far_reaching.get_or_insert(number);
        }
        if markup.is_element() && !is_void(name) {
            self.open.push((name.to_owned(), number));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Elements;

    /// The name of the tag that veils what follows this HTML, each of whose parts stands in a paragraph of its own.
    fn veil(paragraphs: &[&str]) -> Option<String> {
        let (mut elements, mut tags) = (Elements::default(), Vec::new());
        for html in paragraphs {
            let depth = elements.depth();
            elements.read(html, &(0..html.len()), &mut tags);
            elements.end_paragraph(depth);
        }
        elements.veil().map(|tag| tags[tag].name.clone())
    }

    #[test]
    fn an_element_is_open_from_its_tag_to_its_end_tag() {
        for (html, open) in [
            ("<div hidden>", Some("div")),
            ("<DIV\nhidden\n>", Some("div")),
            ("<details><summary>x</summary>", Some("details")),
            ("<div title='>'", Some("div")),
            ("<div title=\">\">", Some("div")),
            ("<div/>", Some("div")),
            ("<div></div>", None),
            ("<div><p>x</p></DIV >", None),
            ("<br><hr/><img src=x>", None),
            ("a < b, <1> and <>", None),
            ("</div>", None),
        ] {
            assert_eq!(veil(&[html]).as_deref(), open, "{html}");
        }
    }

    #[test]
    fn what_is_not_nested_properly_does_not_end() {
        for (html, open) in [
            ("<b hidden><div></b></div>", "b"),
            ("<p>x<p>y</p>", "p"),
            ("<div hidden><textarea></div></textarea></div>", "textarea"),
            ("<title><div></title>", "title"),
            ("<plaintext></plaintext>", "plaintext"),
        ] {
            assert_eq!(veil(&[html]).as_deref(), Some(open), "{html}");
        }
    }

    #[test]
    fn a_comment_ends_where_all_readers_say_so() {
        for html in ["<!-- <div> -->", "<!-- -- -->", "<!---->", "<!-- a > b -->", "<!-- \n -->"] {
            assert_eq!(veil(&[html]), None, "{html}");
        }
        for html in ["<!-->", "<!--->", "<!-- --!> -->", "<!--", "<!-- --> <!-- -- >"] {
            assert_eq!(veil(&[html]).as_deref(), Some("!--"), "{html}");
        }
        for html in ["<?php > <div> ?>", "<![CDATA[ > <div> ]]>", "<!DOCTYPE x > <div>"] {
            assert_eq!(veil(&[html]).as_deref(), Some("div"), "{html}");
        }
    }

    #[test]
    fn a_paragraphs_end_ends_what_it_does_not_format() {
        assert_eq!(veil(&["<domid>", "<span hidden>", "<kbd>"]), None);
        for html in ["<b>", "<s>", "<div>", "<domid><select>", "<svg>", "<dialog>"] {
            assert!(veil(&[html, "x"]).is_some(), "{html}");
        }
    }
}
