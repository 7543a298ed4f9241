//! Reads running text, such as a heading's, without its formatting, as pandoc does.

use super::html::{self, Tag};
use super::smart::{self, Piece};
use super::{Inline, lines};

/// A text, and what is known of it.
#[derive(Default, Debug)]
pub(super) struct Read {
    pub(super) text: Inline,
    pieces: Vec<Piece>,
    /// What is in the text that pandoc may read otherwise.
    pub(super) uncertain: Option<&'static str>,
}

impl Read {
    /// The words that are not formatted, with a blank between them.
    pub(super) fn words(&self) -> String {
        let blank = |piece: &Piece| if piece.is_formatted { Piece { c: ' ', ..*piece } } else { *piece };
        let words = smart::typeset(&self.pieces.iter().map(blank).collect::<Vec<_>>());
        collapse(words.chars())
    }
}

/// How many bytes of a text are read. What is longer is too long for a name.
const LONGEST: usize = 4096;

/// Reads a text.
pub(super) fn read(text: &str) -> Read {
    let mut reader = Reader::default();
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    if end < text.len() {
        reader.is_uncertain("a very long text");
    }
    reader.run(&text[..end], Mode::default());
    reader.finish()
}

/// In what formatting a part of the text is.
#[derive(Clone, Copy, Default)]
struct Mode {
    is_formatted: bool,
    depth: u8,
}

#[derive(Default)]
struct Reader {
    pieces: Vec<Piece>,
    link: Option<String>,
    uncertain: Option<&'static str>,
}

impl Reader {
    fn is_uncertain(&mut self, label: &'static str) {
        self.uncertain.get_or_insert(label);
    }

    fn push(&mut self, c: char, is_literal: bool, mode: Mode) {
        self.pieces.push(Piece { c, is_literal, is_formatted: mode.is_formatted, is_after_mark: false });
    }

    fn run(&mut self, text: &str, mode: Mode) {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let before = text[..text.len() - rest.len()].chars().next_back();
            let taken = self.special(c, before, rest, mode);
            rest = if taken > 0 {
                if let Some(at) = self.pieces.len().checked_sub(1) {
                    self.pieces[at].is_after_mark |= !rest.starts_with('\\');
                }
                &rest[taken..]
            } else {
                // Several blanks are one, except those with a mark between them.
                let is_blank = |c| matches!(c, ' ' | '\t' | '\n' | '\r');
                let is_after_blank =
                    self.pieces.last().is_some_and(|last| is_blank(last.c) && !last.is_literal && !last.is_after_mark);
                if !(is_blank(c) && is_after_blank) {
                    self.push(if is_blank(c) { ' ' } else { c }, false, mode);
                }
                &rest[c.len_utf8()..]
            };
        }
    }

    /// Reads what begins with a character that may mark something, and gives its length; 0 if it is a plain character.
    fn special(&mut self, c: char, before: Option<char>, rest: &str, mode: Mode) -> usize {
        match c {
            '\\' => self.escape(rest, mode),
            '`' => self.code(rest),
            '*' | '_' => self.emphasis(c, before, rest, mode),
            '~' | '^' => self.script(c, rest, mode),
            '[' => self.bracket(before, rest, mode),
            '<' => self.tag(rest),
            '&' => self.entity(rest, mode),
            '$' => {
                self.is_uncertain("`$`, which may begin a formula");
                0
            }
            '@' if !before.is_some_and(char::is_alphanumeric) => {
                self.is_uncertain("`@`, which may cite");
                0
            }
            '{' => {
                self.is_uncertain("`{`, which may begin attributes");
                0
            }
            _ if !c.is_ascii() && !is_common(c) => {
                self.is_uncertain("a character of which readers do not agree whether it is a letter");
                0
            }
            _ => 0,
        }
    }

    fn escape(&mut self, rest: &str, mode: Mode) -> usize {
        let Some(escaped) = rest[1..].chars().next() else { return 1 };
        match escaped {
            _ if escaped.is_alphabetic() => {
                self.is_uncertain("TeX");
                let name = rest[1..].trim_start_matches(|c: char| c.is_ascii_alphabetic());
                rest.len() - name.trim_start_matches(lines::is_blank).len()
            }
            '\n' => {
                self.push(' ', false, mode);
                2
            }
            ' ' => {
                self.push('\u{a0}', true, mode);
                2
            }
            '\t' => {
                self.is_uncertain("a backslash before a tab");
                0
            }
            _ if escaped.is_alphanumeric() => 0,
            _ => {
                self.push(escaped, true, mode);
                1 + escaped.len_utf8()
            }
        }
    }

    fn code(&mut self, rest: &str) -> usize {
        let ticks = rest.len() - rest.trim_start_matches('`').len();
        let Some(end) = find_run(&rest[ticks..], '`', ticks) else {
            self.is_uncertain("a backtick without another");
            return 0;
        };
        let mode = Mode { is_formatted: true, depth: 0 };
        for c in rest[ticks..ticks + end].trim().chars() {
            self.push(c, true, mode);
        }
        let length = ticks + end + ticks;
        if rest[length..].starts_with('{') {
            self.is_uncertain("code with attributes");
        }
        length
    }

    /// Reads emphasis of the plainest form: marks at the ends of words, without further marks within.
    fn emphasis(&mut self, mark: char, before: Option<char>, rest: &str, mode: Mode) -> usize {
        let run = rest.len() - rest.trim_start_matches(mark).len();
        let after = rest[run..].chars().next();
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if mark == '_' && is_word(before) && is_word(after) {
            for _ in 0..run {
                self.push('_', true, mode);
            }
            return run;
        }
        let begins = !is_word(before)
            && !matches!(before, Some('*' | '_'))
            && after.is_some_and(|c| !c.is_whitespace())
            && run <= 2;
        if let Some(end) = find_run(&rest[run..], mark, run).filter(|_| begins) {
            let inner = &rest[run..run + end];
            let behind = rest[run + end + run..].chars().next();
            let is_plain = !inner.contains(['*', '_', '[', ']', '<', '`', '\\', '~', '^', '\'', '"'])
                && !inner.ends_with(char::is_whitespace);
            if is_plain && !inner.is_empty() && !is_word(behind) {
                self.run(inner, Mode { is_formatted: true, ..mode });
                return run + end + run;
            }
        }
        self.is_uncertain("a mark of emphasis that is not around words");
        0
    }

    /// Reads `~~struck out~~`, `~below~` and `^above^`.
    fn script(&mut self, mark: char, rest: &str, mode: Mode) -> usize {
        let run = rest.len() - rest.trim_start_matches(mark).len();
        let is_strikeout = mark == '~' && run == 2;
        if run == 1 || is_strikeout {
            let inner = &rest[run..];
            if let Some(inner) = find_run(inner, mark, run).map(|end| &inner[..end]) {
                let is_plain =
                    !inner.contains(['*', '_', '[', ']', '<', '`', '\\', '~', '^', '\'', '"', '$', '@', '{']);
                let is_plain =
                    is_plain && !inner.starts_with(char::is_whitespace) && !inner.ends_with(char::is_whitespace);
                if is_plain && !inner.is_empty() && (is_strikeout || !inner.contains(char::is_whitespace)) {
                    self.run(inner, Mode { is_formatted: true, ..mode });
                    return run + inner.len() + run;
                }
            } else if run == 1 && !inner.starts_with('[') {
                return 0;
            }
        }
        self.is_uncertain("`~` or `^`, which may mark text");
        0
    }

    /// Reads a link: `[text](target)`.
    fn bracket(&mut self, before: Option<char>, rest: &str, mode: Mode) -> usize {
        if let Some((text, target)) = rest[1..].split_once("](") {
            if let Some((target, behind)) = link_target(target) {
                let is_plain =
                    !text.contains(['[', ']', '<', '`', '\\']) && !text.starts_with(['^', '@']) && !text.is_empty();
                if is_plain && !behind.starts_with('{') && mode.depth == 0 && before != Some('!') {
                    self.link.get_or_insert(target);
                    self.run(text, Mode { is_formatted: true, depth: 1 });
                    return rest.len() - behind.len();
                }
            }
        }
        self.is_uncertain("`[`, which may begin a link or a note");
        0
    }

    fn tag(&mut self, rest: &str) -> usize {
        // The comment goes on in the next lines, or is none, which is told elsewhere.
        if html::tag(rest) == Some(Tag::Comment) && !rest.contains("-->") {
            self.is_uncertain("a comment that does not end");
            return rest.len();
        }
        let Some(end) = rest.find('>') else {
            if html::tag(rest).is_some() {
                self.is_uncertain("a tag that does not end");
            }
            return 0;
        };
        let whole = &rest[..=end];
        match html::tag(rest) {
            None if whole.contains([':', '@']) && !whole.contains(char::is_whitespace) => {
                let address = &whole[1..end];
                self.link.get_or_insert_with(|| address.to_owned());
                for c in address.chars() {
                    self.push(c, true, Mode { is_formatted: true, depth: 0 });
                }
                if !address.starts_with("http") {
                    self.is_uncertain("an address in angle brackets");
                }
                end + 1
            }
            None => 0,
            Some(Tag::Comment) => match html::comment_length(rest) {
                Ok(length) => length,
                Err(_) => {
                    self.is_uncertain("a comment that does not end, or not the same way everywhere");
                    0
                }
            },
            Some(Tag::Text(name)) => {
                if let Some(target) = html_link(whole) {
                    self.link.get_or_insert_with(|| target.to_owned());
                }
                if whole.starts_with("<br") {
                    self.push(smart::LINE_BREAK, true, Mode { is_formatted: true, depth: 0 });
                }
                let attributes = &whole[1 + name.len()..end];
                let is_plain = attributes.is_empty() || attributes == "/" || attributes.starts_with(' ');
                if !is_plain || whole.matches('"').count() % 2 == 1 || whole[1..].contains('<') {
                    self.is_uncertain("a tag that is not plain");
                }
                end + 1
            }
            Some(Tag::Block(_) | Tag::Either(_) | Tag::Declaration) => {
                self.is_uncertain("HTML that makes a block");
                end + 1
            }
        }
    }

    fn entity(&mut self, rest: &str, mode: Mode) -> usize {
        let Some((name, _)) = rest[1..].split_once(';') else { return 0 };
        if name.is_empty() || name.len() > 32 || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#') {
            return 0;
        }
        let number = match name.strip_prefix('#') {
            Some(digits) => match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok(),
                None => digits.parse().ok(),
            },
            None => match name {
                "amp" => Some(0x26),
                "lt" => Some(0x3c),
                "gt" => Some(0x3e),
                "copy" => Some(0xa9),
                "reg" => Some(0xae),
                _ => None,
            },
        };
        match number.and_then(char::from_u32) {
            Some(c) if c > ' ' && !c.is_alphanumeric() && !matches!(c, '"' | '\'' | '\u{80}'..='\u{a0}') => {
                self.push(c, true, mode);
                name.len() + 2
            }
            _ => {
                self.is_uncertain("a character that is written as an entity");
                0
            }
        }
    }

    fn finish(self) -> Read {
        let plain = trimmed(self.pieces.iter().filter(|piece| piece.c != smart::LINE_BREAK).map(|piece| piece.c));
        let typeset = smart::typeset(&self.pieces);
        let has_break = typeset.contains(smart::LINE_BREAK);
        let spoken = has_break.then(|| trimmed(typeset.chars().map(|c| if c == smart::LINE_BREAK { ' ' } else { c })));
        let typeset = trimmed(typeset.chars().filter(|c| *c != smart::LINE_BREAK));
        let mut uncertain = self.uncertain;
        if smart::is_intricate(&self.pieces) {
            uncertain.get_or_insert("quotes within quotes");
        }
        Read { text: Inline { plain, typeset, spoken, link: self.link }, pieces: self.pieces, uncertain }
    }
}

/// The text without blanks at its ends.
fn trimmed(text: impl Iterator<Item = char>) -> String {
    text.collect::<String>().trim_matches(' ').to_owned()
}

/// The text without blanks at its ends, and with one where there are several.
fn collapse(text: impl Iterator<Item = char>) -> String {
    let mut collapsed = String::new();
    for c in text {
        let c = if matches!(c, '\t' | '\n') { ' ' } else { c };
        if c == '\r' || (c == ' ' && (collapsed.is_empty() || collapsed.ends_with(' '))) {
            continue;
        }
        collapsed.push(c);
    }
    collapsed.truncate(collapsed.trim_end_matches(' ').len());
    collapsed
}

/// Where the first run of exactly so many marks begins.
fn find_run(text: &str, mark: char, length: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find(mark) {
        let start = at + found;
        let run = text[start..].len() - text[start..].trim_start_matches(mark).len();
        if run == length {
            return Some(start);
        }
        at = start + run;
    }
    None
}

/// Whether all readers agree on whether this character is a letter, and on its lower case.
fn is_common(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{2af}' | '\u{370}'..='\u{481}' | '\u{48a}'..='\u{556}' | '\u{5d0}'..='\u{5ea}'
        | '\u{1e00}'..='\u{1ffc}' | '\u{2160}'..='\u{2188}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}'
        | '\u{4e00}'..='\u{9fa5}' | '\u{ac00}'..='\u{d7a3}')
        || !c.is_alphanumeric()
}

/// The target of a link, with the text behind its parenthesis; `None` if it is not plain. In angle brackets, it may have
/// escaped characters.
fn link_target(text: &str) -> Option<(String, &str)> {
    let Some(inner) = text.strip_prefix('<') else {
        let (target, behind) = text.split_once(')')?;
        let is_plain = !target.contains([' ', '(', '<', '"', '\\']);
        return is_plain.then(|| (target.to_owned(), behind));
    };
    let mut target = String::new();
    let mut chars = inner.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '>' => return Some((target, inner[at + 1..].strip_prefix(')')?)),
            '\\' => target.push(chars.next()?.1),
            ' ' | '<' => return None,
            _ => target.push(c),
        }
    }
    None
}

/// The target of an `<a href="…">`.
fn html_link(html: &str) -> Option<&str> {
    let (_, attribute) = html.strip_prefix("<a ")?.split_once("href=\"")?;
    Some(attribute.split_once('"')?.0)
}
