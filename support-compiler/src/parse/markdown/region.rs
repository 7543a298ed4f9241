//! Parts of a document that are no plain blocks: metadata, divisions, TeX, notes, the targets of links, and what within
//! a paragraph reaches beyond it.

use super::html::{self, Tag};
use super::lines::Line;
use super::scanner::Scanner;
use super::{Kind, Other};

/// What is within a paragraph.
pub(super) enum Within {
    /// Nothing that reaches beyond it.
    Nothing,
    /// What ends here; the paragraph continues there.
    Swallows(usize),
    /// A block of HTML, whose tag is at this place.
    Block(usize),
}

/// Where this text ends that occurs next from a place on.
fn find(scanner: &mut Scanner<'_>, from: usize, wanted: &str) -> Option<usize> {
    // Whoever looks for that many texts in vain means none of them.
    if scanner.missing.len() > 32 || scanner.missing.iter().any(|missing| missing == wanted) {
        return None;
    }
    let found = scanner.text.get(from..)?.find(wanted);
    if found.is_none() {
        scanner.missing.push(wanted.to_owned());
    }
    Some(from + found? + wanted.len())
}

/// Where the comment ends that begins at this place.
pub(super) fn comment_end(scanner: &mut Scanner<'_>, start: usize) -> Option<usize> {
    const END: &str = "-->";
    if scanner.missing.iter().any(|missing| missing == END) {
        return None;
    }
    match html::comment_length(&scanner.text[start..]) {
        Ok(length) => Some(start + length),
        Err(html::NoComment::HasOtherEnd) => None,
        Err(html::NoComment::HasNoEnd) => {
            scanner.missing.push(END.to_owned());
            None
        }
    }
}

/// Where the instruction ends that begins at this place: `<?xml … ?>`.
pub(super) fn instruction_end(scanner: &mut Scanner<'_>, start: usize) -> Option<usize> {
    find(scanner, start, "?>")
}

/// Where the element ends whose tag begins at this place.
pub(super) fn tag_end(scanner: &mut Scanner<'_>, start: usize, name: &str) -> Option<usize> {
    find(scanner, start, &format!("</{name}>"))
}

/// Reads a block of metadata: `---`, lines, and `---` or `...`.
pub(super) fn metadata(scanner: &mut Scanner<'_>, first: usize) -> Option<usize> {
    const MISSING: &str = "---\n…\n---";
    let line = scanner.lines[first];
    let begins = line.flush() == "---" && scanner.lines.get(first + 1).is_some_and(|line| !line.is_blank());
    if !begins || scanner.missing.iter().any(|missing| missing == MISSING) {
        return None;
    }
    let end = scanner.while_lines(first + 1, |line| !matches!(line.flush(), "---" | "..."));
    if end == scanner.lines.len() {
        scanner.missing.push(MISSING.to_owned());
        return None;
    }
    scanner.differs(line.words_start()..line.words_end(), "a block of metadata", true);
    Some(scanner.add(Kind::Nothing, first, end + 1))
}

/// Reads a division: `<div>` or `:::`, to its end.
pub(super) fn division(scanner: &mut Scanner<'_>, first: usize) -> Option<usize> {
    let line = scanner.lines[first];
    let words = line.flush();
    let is_fenced = is_division_fence(words) && !words.trim_end_matches(':').is_empty();
    let is_html = matches!(html::tag(words), Some(Tag::Block(name)) if name.eq_ignore_ascii_case("div"));
    if !is_fenced && !is_html {
        if is_division_fence(words) {
            scanner.differs(line.words_start()..line.words_end(), "the end of a division", true);
        }
        return None;
    }
    scanner.differs(line.words_start()..line.words_end(), "a division", true);
    let next = division_end(scanner, first, is_html)?;
    Some(scanner.add(Kind::Other(Other::Division), first, next))
}

/// The first line after the division that begins in this line, by a `<div>` or a fence.
pub(super) fn division_end(scanner: &mut Scanner<'_>, first: usize, is_html: bool) -> Option<usize> {
    let name = if is_html { "</div" } else { "::: end" };
    if scanner.missing.iter().any(|missing| missing == name) {
        return None;
    }
    let mut depth = 0;
    for number in first..scanner.lines.len() {
        let words = scanner.lines[number].words;
        if is_html {
            let lower_case = words.to_ascii_lowercase();
            depth += lower_case.matches("<div").count();
            depth = depth.saturating_sub(lower_case.matches("</div").count());
        } else if is_division_fence(words) {
            let is_end = words.trim_end_matches(':').is_empty();
            depth = if is_end { depth.saturating_sub(1) } else { depth + 1 };
        }
        if depth == 0 {
            return Some(number + 1);
        }
    }
    scanner.missing.push(name.to_owned());
    None
}

fn is_division_fence(words: &str) -> bool {
    words.starts_with(":::")
}

/// Reads TeX that begins a block.
pub(super) fn tex(scanner: &mut Scanner<'_>, first: usize) -> Option<usize> {
    let line = scanner.lines[first];
    let command = line.outdented().strip_prefix('\\')?;
    if !command.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    scanner.differs(line.words_start()..line.words_end(), "TeX", true);
    let (environment, _) = command.strip_prefix("begin{")?.split_once('}')?;
    let end = find(scanner, line.words_start(), &format!("\\end{{{environment}}}"))?;
    let next = scanner.line_at(end) + 1;
    Some(scanner.add(Kind::Other(Other::Raw), first, next))
}

/// Reads a note, `[^1]: …`, or the target of a link, `[name]: …`.
pub(super) fn reference(scanner: &mut Scanner<'_>, first: usize) -> Option<usize> {
    let line = scanner.lines[first];
    let (label, target) = line.outdented().strip_prefix('[')?.split_once("]:")?;
    if label.contains(['[', ']']) {
        return None;
    }
    let span = line.words_start()..line.words_end();
    if label.starts_with('^') {
        scanner.differs(span, "a note", true);
        let mut end = scanner.skip_words(first);
        loop {
            let next = scanner.skip_blank(end);
            if !scanner.lines.get(next).is_some_and(Line::is_indented) {
                return Some(scanner.add(Kind::Nothing, first, end));
            }
            end = scanner.skip_words(next);
        }
    }
    let target = target.trim();
    let is_plain = !target.is_empty() && !target.contains([' ', '\t']) && !label.starts_with('@');
    let is_alone = scanner.lines.get(first + 1).is_none_or(Line::is_blank);
    if !is_plain || !is_alone {
        scanner.differs(span, "the target of a link, or what may be one", true);
        // Its title may go on, and then what looks like a heading is part of it.
        for number in first + 1..scanner.skip_words(first) {
            let line = scanner.lines[number];
            if line.outdented().starts_with('#') {
                scanner.differs(line.words_start()..line.words_end(), "a line that may belong to a link's title", true);
            }
        }
    }
    Some(scanner.add(Kind::Nothing, first, first + 1))
}

/// What is within a paragraph from this place on that reaches beyond the line before `end`.
pub(super) fn within_text(scanner: &mut Scanner<'_>, from: usize, end: usize) -> Within {
    let to = scanner.lines[end - 1].words_end();
    let text = scanner.text;
    let Some(part) = text.get(from..to) else { return Within::Nothing };
    let last = |text: &str| part.rfind(text).unwrap_or(0);
    let last = Last { comment: last("-->"), tag: last(">"), brace: last("}"), bracket: last("]") };
    let mut is_told = false;
    let mut at = 0;
    while let Some(found) = part[at..].find(['<', '\\', '`']) {
        let start = at + found;
        let rest = &part[start..];
        at = start + 1;
        match rest.as_bytes()[0] {
            b'`' => {
                let length = rest.len() - rest.trim_start_matches('`').len();
                at = start + length + code_length(&rest[length..], length).unwrap_or(0);
            }
            b'\\' => {
                let command = &rest[1..];
                if !is_told && is_far_reaching_tex(command, start, &last) {
                    is_told = true;
                    scanner.differs(from + start..from + start + 1, "TeX", true);
                }
                at += command.chars().next().filter(char::is_ascii_punctuation).map_or(0, char::len_utf8);
            }
            _ => {
                let place = from + start..from + start + 1;
                match html::tag(rest) {
                    Some(Tag::Comment) if last.comment > start => at = start + rest.find("-->").unwrap_or(0),
                    Some(Tag::Comment) => {
                        scanner.differs(place.clone(), "a comment that begins within text", true);
                        let end = comment_end(scanner, place.start);
                        return end.map_or(Within::Nothing, Within::Swallows);
                    }
                    Some(Tag::Block(_)) => {
                        scanner.differs(place.clone(), "HTML that makes a block", true);
                        return Within::Block(place.start);
                    }
                    Some(Tag::Text(_) | Tag::Either(_) | Tag::Declaration) if last.tag > start => {
                        at = start + rest.find('>').unwrap_or(0);
                    }
                    Some(Tag::Text(_) | Tag::Either(_) | Tag::Declaration) => {
                        scanner.differs(place, "a tag that does not end in its paragraph", true);
                        return Within::Nothing;
                    }
                    None => {}
                }
            }
        }
    }
    Within::Nothing
}

/// Where in a paragraph the last of each of these is.
struct Last {
    comment: usize,
    tag: usize,
    brace: usize,
    bracket: usize,
}

/// How far the code reaches that begins here, after as many backticks, with those that end it.
fn code_length(text: &str, ticks: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        let start = at + found;
        let run = text[start..].len() - text[start..].trim_start_matches('`').len();
        at = start + run;
        if run == ticks {
            return Some(at);
        }
    }
    None
}

/// Whether a command of TeX may reach beyond its paragraph, or change what other commands mean.
fn is_far_reaching_tex(command: &str, start: usize, last: &Last) -> bool {
    let name = command.len() - command.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (name, rest) = command.split_at(name);
    let defines =
        ["newcommand", "renewcommand", "providecommand", "newenvironment", "renewenvironment", "def", "let", "begin"];
    if name.is_empty() || name.starts_with("Declare") || defines.contains(&name) {
        return !name.is_empty();
    }
    match rest.chars().next() {
        Some('{') => last.brace < start,
        Some('[') => last.bracket < start,
        _ => false,
    }
}
