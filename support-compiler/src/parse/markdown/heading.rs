//! How a heading is marked: `## Title ## {#id .class}`, or a line below it.

use super::lines::{Line, is_blank};

/// How many `#` mark the heading that these words are, and where its title begins; `None` if they are no heading.
pub(super) fn atx(words: &str) -> Option<(usize, usize)> {
    let title = words.trim_start_matches('#');
    let level = words.len() - title.len();
    (level > 0 && (title.is_empty() || title.starts_with(is_blank))).then_some((level, level))
}

/// The level of the heading that this line underlines.
pub(super) fn underline(line: &Line<'_>) -> Option<u8> {
    let words = line.flush();
    let all = |mark| !words.is_empty() && words.chars().all(|c| c == mark);
    if all('=') {
        Some(1)
    } else if all('-') {
        Some(2)
    } else {
        None
    }
}

/// The title without what closes it: any number of `#`, and attributes. Also the id among these.
pub(super) fn closing(title: &str) -> (&str, Option<String>) {
    let (title, id) = attributes(title);
    let title = title.trim_matches(is_blank);
    (without_escaped_end(title, '#').trim_end_matches(is_blank), id)
}

/// The title without the attributes at its end, and the id among these.
pub(super) fn attributes(title: &str) -> (&str, Option<String>) {
    let title = title.trim_matches(is_blank);
    let whole = || (title, None);
    let Some(inner) = title.strip_suffix('}') else { return whole() };
    let Some(open) = inner.rfind('{') else { return whole() };
    let before = &inner[..open];
    // Right behind code or a link, the attributes are not the heading's.
    let is_of_text = before.ends_with(['`', ']']) || (before.ends_with(')') && before.contains("]("));
    if before.ends_with('\\') || is_of_text {
        return whole();
    }
    let mut id = None;
    for attribute in inner[open + 1..].split([' ', '\t']).filter(|attribute| !attribute.is_empty()) {
        match attribute.split_at(attribute.chars().next().map_or(0, char::len_utf8)) {
            ("#", name) if is_identifier(name) => id = Some(name.to_owned()),
            (".", name) if is_identifier(name) => {}
            ("-", "") => {}
            _ => match attribute.split_once('=') {
                Some((key, value)) if is_identifier(key) && is_value(value) => {}
                _ => return whole(),
            },
        }
    }
    (before.trim_end_matches(is_blank), id)
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'))
}

fn is_value(value: &str) -> bool {
    let value = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
    value.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | '/'))
}

/// The title without the marks at its end; if the first of these is escaped, with that one.
fn without_escaped_end(title: &str, mark: char) -> &str {
    let kept = title.trim_end_matches(mark);
    if kept.len() < title.len() && kept.ends_with('\\') { &title[..=kept.len()] } else { kept }
}
