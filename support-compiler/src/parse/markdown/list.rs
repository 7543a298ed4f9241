//! Where lists begin and end, as pandoc's `bulletList` and `orderedList` have it.

use super::inline;
use super::lines::{Line, after, is_blank, is_rule};
use super::scanner::Scanner;
use super::{Inline, region};

/// The mark at the beginning of a list's item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marker {
    pub(super) is_ordered: bool,
    /// How many bytes it has.
    length: usize,
    /// Whether it is `@` or `@name`. The lines of such an item are indented by four blanks.
    is_example: bool,
}

/// The mark with which these words begin, if they are the first of a list's item.
pub(super) fn marker(words: &str) -> Option<Marker> {
    let first = words.chars().next()?;
    if matches!(first, '*' | '-' | '+') {
        let is_followed = words[1..].is_empty() || words[1..].starts_with(is_blank);
        return (is_followed && !is_rule(words)).then_some(Marker { is_ordered: false, length: 1, is_example: false });
    }
    let (open, rest) = match words.strip_prefix('(') {
        Some(rest) => (1, rest),
        None => (0, words),
    };
    let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "@#_-".contains(c)).len();
    let (number, rest) = rest.split_at(number);
    let delimiter = rest.chars().next().filter(|c| matches!(c, '.' | ')'))?;
    if !is_number(number) || (open == 1 && delimiter == '.') {
        return None;
    }
    let rest = &rest[1..];
    // An upper-case letter and a dot may be the initial of a name, and `p. 1` a page.
    let is_initial = delimiter == '.'
        && number.chars().all(|c| c.is_ascii_uppercase())
        && (number.len() == 1 || matches!(number, "MM" | "MMM"));
    let needed = if is_initial { 2 } else { 1 };
    let blanks =
        rest.chars().take_while(|c| matches!(c, ' ' | '\t')).map(|c| if c == '\t' { 2 } else { 1 }).sum::<usize>();
    let is_page = words.starts_with("p. ") && words[3..].starts_with(|c: char| c.is_ascii_digit());
    let is_marker = !is_page && (rest.trim_matches(is_blank).is_empty() || blanks >= needed);
    let length = open + number.len() + 1;
    is_marker.then_some(Marker { is_ordered: true, length, is_example: number.starts_with('@') })
}

/// How many bytes the mark of a list's item has with which these words begin; 0 if they begin with none.
pub(crate) fn marker_length(words: &str) -> usize {
    marker(words).map_or(0, |marker| marker.length)
}

/// Whether this is a number of pandoc's lists: `12`, `#`, `@name`, a letter, or a Roman number.
fn is_number(number: &str) -> bool {
    let all = |digits: &str| number.chars().all(|c| digits.contains(c));
    !number.is_empty()
        && (number.chars().all(|c| c.is_ascii_digit())
            || number == "#"
            || number.strip_prefix('@').is_some_and(|name| !name.contains(['@', '#']))
            || (number.len() == 1 && number.chars().all(|c| c.is_ascii_alphabetic()))
            || all("ivxlcdm")
            || all("IVXLCDM"))
}

impl Scanner<'_> {
    /// The mark of the item that begins in this line, if one does.
    pub(super) fn marker(&self, number: usize) -> Option<Marker> {
        marker(self.lines.get(number)?.outdented())
    }

    /// The first line after the list that begins in this line, and the text of each of its items.
    pub(super) fn list(&mut self, first: usize, is_ordered: bool) -> (usize, Vec<Inline>) {
        let mut items = Vec::new();
        let mut next = first;
        while let Some(marker) = self.marker(next).filter(|marker| marker.is_ordered == is_ordered) {
            let line = self.lines[next];
            let column = content_column(&line, marker);
            let end = self.item(next, column);
            if !is_ordered {
                let text_end = (next + 1..end).find(|number| self.lines[*number].is_blank()).unwrap_or(end);
                let mut words = line.words[marker.length..].trim_matches(is_blank).to_owned();
                for line in &self.lines[next + 1..text_end] {
                    words.push(' ');
                    words.push_str(line.words);
                }
                items.push(inline::read(&words).text);
            }
            next = end;
        }
        (next, items)
    }

    /// The first line after the item that begins in this line; its text begins in that column.
    fn item(&mut self, first: usize, column: usize) -> usize {
        let mut next = self.after_comment(first);
        while self.lines.get(next).is_some_and(|line| !line.is_blank())
            && self.marker(next).is_none()
            && !self.is_nested_marker(next, column)
            && self.fence_end(next).is_none()
        {
            next = self.after_comment(next);
        }
        next = self.skip_blank(next);
        while self.lines.get(next).is_some_and(|line| line.indent >= column) {
            next += 1;
            while self.lines.get(next).is_some_and(|line| !line.is_blank())
                && (self.lines[next].indent >= column || self.marker(next).is_none())
            {
                next += 1;
            }
            next = self.skip_blank(next);
        }
        next
    }

    fn is_nested_marker(&self, number: usize, column: usize) -> bool {
        let line = self.lines[number];
        line.indent >= column && marker(line.words).is_some()
    }

    /// The line after this one, or, if a comment begins in it and does not end there, after the comment; told.
    fn after_comment(&mut self, number: usize) -> usize {
        let next = self.after_open_comment(number);
        if next > number + 1 {
            let line = self.lines[number];
            self.differs(line.words_start()..line.words_end(), "a comment that begins within a list", true);
        }
        next
    }

    /// The line after this one, or, if a comment begins in it and does not end there, after the comment.
    pub(super) fn after_open_comment(&mut self, number: usize) -> usize {
        let line = self.lines[number];
        match line.words.rfind("<!--") {
            Some(at) if !line.words[at..].contains("-->") => {
                region::comment_end(self, line.words_start() + at).map_or(number + 1, |end| self.line_at(end) + 1)
            }
            _ => number + 1,
        }
    }
}

/// The column in which the text of an item begins. If five blanks or more follow the mark, the text begins after one.
fn content_column(line: &Line<'_>, marker: Marker) -> usize {
    if marker.is_example {
        return 4;
    }
    let after_marker = line.indent + line.words[..marker.length].chars().count();
    let blanks = || line.words[marker.length..].chars().take_while(|c| is_blank(*c));
    let column = blanks().fold(after_marker, after);
    if line.words.len() == marker.length {
        let has_blank = line.text.ends_with([' ', '\t']);
        return after_marker + usize::from(has_blank);
    }
    if column - after_marker > 4 { after_marker + 1 } else { column }
}
