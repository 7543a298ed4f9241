//! Real pages with edits that people make and tools fail on.

use crate::real::{self, Page};
use arbitrary::{Result, Unstructured};
use std::sync::LazyLock;

static PAGES: LazyLock<Vec<Page>> = LazyLock::new(real::pages);

/// One or two documents, each of some sections of a real page.
pub(crate) fn documents(u: &mut Unstructured<'_>) -> Result<Vec<String>> {
    (0..=u.int_in_range(0..=1)?).map(|_| document(u)).collect()
}

/// A document, and the same with further edits.
pub(crate) fn pair(u: &mut Unstructured<'_>) -> Result<[String; 2]> {
    let mut lines = lines(u)?;
    let end = *u.choose(&ENDS)?;
    let before = lines.join(end);
    for _ in 0..=u.int_in_range(0..=4)? {
        edit(u, &mut lines)?;
    }
    Ok([before, lines.join(end)])
}

fn document(u: &mut Unstructured<'_>) -> Result<String> {
    let lines = lines(u)?;
    Ok(lines.join(u.choose(&ENDS)?))
}

/// The ends of lines.
const ENDS: [&str; 4] = ["\n", "\n", "\r\n", "\r"];

/// The lines of some sections of a real page, edited.
fn lines(u: &mut Unstructured<'_>) -> Result<Vec<String>> {
    let page = u.choose(&PAGES)?;
    let first = u.choose_index(page.sections.len())?;
    let after_last = (first + u.int_in_range(0..=3)?).min(page.sections.len());
    let text = page.with(&page.sections[first..after_last]);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..u.int_in_range(0..=8)? {
        edit(u, &mut lines)?;
    }
    Ok(lines)
}

/// Pieces of text that people paste or mistype.
const PIECES: [&str; 40] = [
    " ",
    "    ",
    "\t",
    "#",
    "## ",
    ":",
    ": ",
    ",",
    ", ",
    ".",
    "-",
    "--",
    "*",
    "_",
    "`",
    "```",
    "~~~",
    "> ",
    "[",
    "](",
    ")",
    "(",
    "<",
    "<!--",
    "-->",
    "\"",
    "'",
    "\\",
    "&",
    "|",
    "\u{a0}",
    "\u{202e}",
    "é",
    "\0",
    "0",
    "Status",
    "Supported",
    "Experimental",
    "not ",
    "gen",
];

fn edit(u: &mut Unstructured<'_>, lines: &mut Vec<String>) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let at = u.choose_index(lines.len())?;
    let other = u.choose_index(lines.len())?;
    match u.int_in_range(0..=11)? {
        0 => drop(lines.remove(at)),
        1 => lines.insert(other, lines[at].clone()),
        2 => lines.swap(at, other),
        3 => lines.insert(at, String::new()),
        4 => lines.truncate(at),
        5 => {
            let next = lines.remove(at);
            if let Some(before) = lines.get_mut(at.saturating_sub(1)) {
                before.push_str(&next);
            }
        }
        6 => {
            let page = u.choose(&PAGES)?;
            let line = u.choose(&page.sections)?.lines().nth(other).unwrap_or_default();
            lines.insert(at, line.to_owned());
        }
        7 => {
            let place = boundary(&lines[at], other);
            let half = lines[at].split_off(place);
            lines.insert(at + 1, half);
        }
        8 => {
            let word = u.choose_index(8)?;
            let words: Vec<&str> =
                lines[at].split(' ').enumerate().filter(|(n, _)| *n != word).map(|(_, w)| w).collect();
            lines[at] = words.join(" ");
        }
        9 => {
            let place = boundary(&lines[at], u.int_in_range(0..=80)?);
            lines[at].insert_str(place, u.arbitrary()?);
        }
        _ => {
            let start = boundary(&lines[at], u.int_in_range(0..=80)?);
            let end = boundary(&lines[at], start + u.int_in_range(0..=3)?);
            lines[at].replace_range(start..end, u.choose(&PIECES)?);
        }
    }
    Ok(())
}

/// The last character boundary at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
