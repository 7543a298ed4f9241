//! How a line is shown to people: without what formats it, without characters that are not seen, and with letters and
//! marks for those that look like them.

use super::markdown::is_inline_html;
use crate::unicode;

/// The characters of a line that are shown, each with the place in the line from which it comes.
#[derive(Debug)]
pub(super) struct Shown {
    chars: Vec<(usize, char)>,
    end: usize,
}

/// How long a line may be that is looked at. What begins later is no line of a fragment.
const LONGEST: usize = 1_000;

impl Shown {
    /// How a line is shown; `None` if it has neither a colon nor a `#`.
    pub(super) fn of(line: &str) -> Option<Self> {
        if !line.chars().any(|c| matches!(look(c), '&' | ':' | '#')) {
            return None;
        }
        let mut shown = Self { chars: Vec::with_capacity(line.len().min(LONGEST)), end: line.len() };
        let mut at = 0;
        while let Some(c) = line[at..].chars().next().filter(|_| at < LONGEST) {
            let rest = &line[at..];
            at += match c {
                '<' => shown.tag(at, rest),
                '&' => shown.entity(at, rest),
                '*' | '_' | '`' | '~' | '\\' => 1,
                ']' if rest.starts_with("]:") => 1,
                _ => {
                    if !is_invisible(c) {
                        shown.chars.push((at, look(c)));
                    }
                    c.len_utf8()
                }
            };
        }
        Some(shown)
    }

    /// Reads a tag, and gives its length.
    fn tag(&mut self, at: usize, rest: &str) -> usize {
        let name = rest[1..].trim_start_matches('/');
        let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name[..length].to_ascii_lowercase();
        match rest.find('>') {
            Some(end) if !name.is_empty() && end < LONGEST => {
                if name == "br" || !is_inline_html(&name) {
                    self.chars.push((at, '|'));
                }
                end + 1
            }
            _ => {
                self.chars.push((at, '<'));
                1
            }
        }
    }

    /// Reads a character that is written as an entity, and gives its length.
    fn entity(&mut self, at: usize, rest: &str) -> usize {
        let name = rest[1..].split_once(';').map_or("", |(name, _)| name);
        let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        });
        let c = match name {
            "nbsp" | "ensp" | "emsp" | "thinsp" | "Tab" | "NonBreakingSpace" => Some(' '),
            "colon" => Some(':'),
            "comma" => Some(','),
            _ => number.and_then(char::from_u32),
        };
        let Some(c) = c else {
            self.chars.push((at, '&'));
            return 1;
        };
        if !is_invisible(c) {
            self.chars.push((at, look(c)));
        }
        name.len() + 2
    }

    /// How many characters are shown.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// Where in the line this character comes from.
    pub(super) fn offset(&self, number: usize) -> usize {
        self.chars.get(number).map_or(self.end, |(at, _)| *at)
    }

    /// Whether the character with this number is that one.
    pub(super) fn is(&self, number: usize, wanted: char) -> bool {
        self.chars.get(number).is_some_and(|(_, c)| *c == wanted)
    }

    /// Whether it is a colon.
    pub(super) fn is_colon(&self, number: usize) -> bool {
        self.is(number, ':')
    }

    /// Whether four blanks are shown before this character.
    pub(super) fn is_indented(&self, number: usize) -> bool {
        number >= 4 && (number - 4..number).all(|before| self.is(before, ' '))
    }

    /// The first character from this one on that is no blank.
    pub(super) fn skip_blanks(&self, first: usize) -> usize {
        (first..self.len()).find(|number| !self.is(*number, ' ')).unwrap_or(self.len())
    }

    /// The characters at which the line of a fragment may begin: where there is no word of the same sentence before them.
    pub(super) fn beginnings(&self) -> impl Iterator<Item = usize> {
        let mut is_after_word = false;
        self.chars.iter().enumerate().filter_map(move |(number, (_, c))| {
            if *c == ' ' {
                return None;
            }
            let is_beginning = !is_after_word && (c.is_alphabetic() || *c == '#');
            is_after_word = c.is_alphanumeric() || (is_after_word && matches!(c, ',' | '-'));
            is_beginning.then_some(number)
        })
    }

    /// Whether what begins here looks like a heading: up to six `#`, and behind a blank a word.
    pub(super) fn is_heading(&self, start: usize) -> bool {
        if start > 0 && self.is(start - 1, '#') {
            return false;
        }
        let marks = self.chars[start..].iter().take_while(|(_, c)| *c == '#').count();
        let word = self.skip_blanks(start + marks);
        (1..=6).contains(&marks)
            && self.is(start + marks, ' ')
            && self.chars.get(word).is_some_and(|(_, c)| c.is_alphanumeric())
    }

    /// The number of the character after this key, if it is what is shown here. A letter that is not ASCII's may look
    /// like any, as long as some are.
    pub(super) fn key(&self, start: usize, key: &str) -> Option<usize> {
        let end = start + key.len();
        let shown = self.chars.get(start..end)?;
        let is_alike =
            |(c, letter): (char, char)| c.eq_ignore_ascii_case(&letter) || (!c.is_ascii() && c.is_alphabetic());
        let is_key = shown.iter().map(|(_, c)| *c).zip(key.chars()).all(is_alike);
        let ascii = shown.iter().filter(|(_, c)| c.is_ascii()).count();
        (is_key && ascii > 1).then_some(end)
    }
}

/// Whether a character is not seen, or is drawn over the one before it.
pub(super) fn is_invisible(c: char) -> bool {
    !c.is_whitespace() && (unicode::is_invisible(c) || matches!(c, '\u{300}'..='\u{36f}'))
}

/// The blank, the mark or the letter of ASCII that a character looks like; itself, if it looks like none for certain.
fn look(c: char) -> char {
    match c {
        _ if c.is_whitespace() => ' ',
        '\u{2d0}' | '\u{2236}' | '\u{5c3}' | '\u{a789}' | '\u{fe13}' | '\u{fe55}' => ':',
        '\u{ff01}'..='\u{ff5e}' => ascii(u32::from(c) - 0xff01 + 0x21),
        // Mathematical letters: alphabets of capitals and small letters.
        '\u{1d400}'..='\u{1d6a3}' => match (u32::from(c) - 0x1d400) % 52 {
            capital @ 0..=25 => ascii(capital + 0x41),
            small => ascii(small - 26 + 0x61),
        },
        _ => c,
    }
}

fn ascii(code: u32) -> char {
    char::from_u32(code).unwrap_or('?')
}
