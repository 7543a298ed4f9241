//! A string that is put together in const evaluation, where there is no allocator.

use super::invisible::is_invisible;
use crate::lookup::equal;
use core::fmt;

/// A string of up to `CAPACITY` bytes. What does not fit is cut off, at a character's end.
#[derive(Clone, Copy)]
pub(crate) struct ConstString<const CAPACITY: usize> {
    bytes: [u8; CAPACITY],
    length: usize,
}

/// A whole error message.
pub(crate) type Message = ConstString<2048>;

/// How many bytes of a fact a message shows, and how many of a title or an implementation, so that there is room for what
/// else it says. No name and no fact of a page that people wrote is as long.
pub(crate) const LONGEST_FACT: usize = 400;
const LONGEST_NAME: usize = 100;

/// Several error messages at once; for const evaluation only, since it is large.
pub(crate) type Report = ConstString<20480>;

/// A few words, such as an amount or a day: small enough for the stack of an embedded program.
pub(crate) type Phrase = ConstString<64>;

/// The longest requirement: 87 bytes, with the largest amount.
pub(crate) type Sentence = ConstString<96>;

/// Two are equal if their texts are.
impl<const CAPACITY: usize> PartialEq for ConstString<CAPACITY> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl<const CAPACITY: usize> Eq for ConstString<CAPACITY> {}

impl<const CAPACITY: usize> fmt::Debug for ConstString<CAPACITY> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl<const CAPACITY: usize> ConstString<CAPACITY> {
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; CAPACITY], length: 0 }
    }

    /// Appends a text.
    pub(crate) const fn push(self, text: &str) -> Self {
        self.append(text.as_bytes())
    }

    /// Appends the bytes of a text.
    pub(crate) const fn append(mut self, mut bytes: &[u8]) -> Self {
        while let Some((byte, rest)) = bytes.split_first() {
            if self.length == CAPACITY {
                break;
            }
            self.bytes[self.length] = *byte;
            self.length += 1;
            bytes = rest;
        }
        self
    }

    /// Appends a text of up to so many bytes. Of a longer one, it appends what fits, and an ellipsis.
    const fn push_up_to(self, longest: usize, text: &str) -> Self {
        let text = text.as_bytes();
        if text.len() <= longest {
            return self.append(text);
        }
        let mut length = longest;
        // Not within a character.
        while length > 0 && text[length] & 0xC0 == 0x80 {
            length -= 1;
        }
        self.append(text.split_at(length).0).push("…")
    }

    /// Appends a template. In it, each `{name}` is replaced by the fact of that name, up to [`LONGEST_FACT`].
    ///
    /// # Panics
    ///
    /// If there is no fact of that name.
    pub(crate) const fn fill(mut self, template: &str, facts: &[(&str, &str)]) -> Self {
        let mut rest = template.as_bytes();
        while let Some(open) = find(rest, b'{') {
            let (before, after) = rest.split_at(open);
            self = self.append(before);
            let Some(close) = find(after, b'}') else {
                return self.append(after);
            };
            let (name, after) = after.split_at(close);
            self = self.push_up_to(LONGEST_FACT, fact_named(name.split_at(1).1, facts));
            rest = after.split_at(1).1;
        }
        self.append(rest)
    }

    /// Appends a feature's name, as code writes it: `"x86/PVH", "domU"`.
    pub(crate) const fn name(self, title: &str, implementation: &str) -> Self {
        let titled = self.push("\"").push_up_to(LONGEST_NAME, title).push("\"");
        if implementation.is_empty() {
            titled
        } else {
            titled.push(", \"").push_up_to(LONGEST_NAME, implementation).push("\"")
        }
    }

    /// The same text with U+FFFD for each character that [is invisible](is_invisible), except line feeds. For messages,
    /// which quote pages: the compiler shows most such characters as they are.
    pub(crate) const fn printable(self) -> Self {
        let mut shown = Self::new();
        let mut rest = self.as_str().as_bytes();
        while let [first, ..] = rest {
            let (bytes, after) = rest.split_at(length_of_character(*first));
            let is_replaced = *first != b'\n' && is_invisible(character(bytes));
            shown = shown.append(if is_replaced { "\u{fffd}".as_bytes() } else { bytes });
            rest = after;
        }
        shown
    }

    /// Appends a number in decimal digits.
    pub(crate) const fn number(self, number: u64) -> Self {
        self.digits(number, 1)
    }

    /// Appends a number in decimal, with zeros before it up to `least` digits.
    pub(crate) const fn digits(self, number: u64, least: usize) -> Self {
        let mut digits = [b'0'; 20];
        let mut first = digits.len();
        let mut rest = number;
        while rest > 0 || digits.len() - first < least {
            first -= 1;
            digits[first] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        self.append(digits.split_at(first).1)
    }

    /// Appends a separator, unless the string is empty.
    pub(crate) const fn separate(self, separator: &str) -> Self {
        if self.length == 0 { self } else { self.push(separator) }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.length == 0
    }

    pub(crate) const fn len(&self) -> usize {
        self.length
    }

    /// The text so far.
    pub(crate) const fn as_str(&self) -> &str {
        let mut length = self.length;
        loop {
            // Fails only where the capacity cut a character in two.
            if let Ok(text) = core::str::from_utf8(self.bytes.split_at(length).0) {
                return text;
            }
            length -= 1;
        }
    }
}

/// Where a byte first stands.
const fn find(bytes: &[u8], byte: u8) -> Option<usize> {
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == byte {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// How many bytes of UTF-8 a character has that begins with this one.
const fn length_of_character(first: u8) -> usize {
    match first {
        0..=0x7f => 1,
        0x80..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0.. => 4,
    }
}

/// The character that these bytes of UTF-8 are.
const fn character(bytes: &[u8]) -> char {
    let code = match bytes {
        [a] => *a as u32,
        [a, b] => join(join(0, *a & 0x1f), *b),
        [a, b, c] => join(join(join(0, *a & 0xf), *b), *c),
        [a, b, c, d, ..] => join(join(join(join(0, *a & 0x7), *b), *c), *d),
        [] => 0,
    };
    match char::from_u32(code) {
        Some(c) => c,
        None => char::REPLACEMENT_CHARACTER,
    }
}

/// The code of a character with the next six bits.
const fn join(code: u32, byte: u8) -> u32 {
    code << 6 | (byte & 0x3f) as u32
}

const fn fact_named<'f>(name: &[u8], mut facts: &[(&str, &'f str)]) -> &'f str {
    while let Some(((its_name, fact), rest)) = facts.split_first() {
        if equal(its_name.as_bytes(), name) {
            return fact;
        }
        facts = rest;
    }
    panic!("a template names a fact that its error does not give")
}

#[cfg(test)]
mod tests {
    use super::{Message, Phrase};
    use crate::text::is_invisible;

    #[test]
    fn texts_names_and_numbers_are_appended() {
        const MESSAGE: Message =
            Message::new().push("line ").number(105).push(": ").name("a", "b").separate(", ").name("c", "");
        assert_eq!(MESSAGE.as_str(), "line 105: \"a\", \"b\", \"c\"");
        assert!(Phrase::new().separate(", ").is_empty());
        assert_eq!(Phrase::new().digits(7, 2).digits(0, 1).digits(123, 2).as_str(), "070123");
        for number in [0, 9, 10, u64::MAX] {
            assert_eq!(Phrase::new().number(number).as_str(), number.to_string());
        }
    }

    #[test]
    fn a_template_is_filled_with_facts() {
        let facts = [("a", "1"), ("b", "{a}"), ("empty", "")];
        assert_eq!(Message::new().fill("x {a}{b} y{empty}", &facts).as_str(), "x 1{a} y");
        assert_eq!(Message::new().fill("no fact", &facts).as_str(), "no fact");
        assert_eq!(Message::new().fill("{a} is {open", &facts).as_str(), "1 is {open");
    }

    #[test]
    fn what_is_not_seen_is_replaced_in_a_message() {
        // Miri takes a hundred times as long.
        for c in (char::MIN..=char::MAX).step_by(if cfg!(miri) { 9973 } else { 1 }) {
            let expected = if is_invisible(c) && c != '\n' { '\u{fffd}' } else { c };
            let shown = Phrase::new().push("a").push(c.encode_utf8(&mut [0; 4])).push("b").printable();
            assert_eq!(shown.as_str(), format!("a{expected}b"));
        }
        let full = Phrase::new().push(&"\u{9b}".repeat(32)).printable();
        assert_eq!(full.as_str(), "\u{fffd}".repeat(21));
    }

    #[test]
    fn what_does_not_fit_is_cut_at_a_characters_end() {
        let long = "é".repeat(2000);
        let message = Message::new().push("x").push(&long);
        assert_eq!(message.as_str(), ["x", &long[..2046]].concat());
    }

    #[test]
    fn of_a_long_fact_or_name_as_much_is_shown_as_leaves_room_for_the_rest() {
        let long = format!("x{}", "é".repeat(2000));
        let filled = |fact: &str| Message::new().fill("<{fact}>", &[("fact", fact)]).as_str().to_owned();
        assert_eq!(filled(&long), format!("<{}…>", &long[..399]));
        assert_eq!(filled(&long[1..401]), format!("<{}>", &long[1..401]));
        assert_eq!(filled(&"x".repeat(401)), format!("<{}…>", "x".repeat(400)));
        let named = |title: &str, implementation: &str| Message::new().name(title, implementation).as_str().to_owned();
        assert_eq!(named(&long, &long[..99]), format!("\"{0}…\", \"{0}\"", &long[..99]));
        assert_eq!(named("x", &long), format!("\"x\", \"{}…\"", &long[..99]));
    }
}
