//! Text put together in const evaluation, for the errors of compile-time checks.

/// A text of up to [`CAPACITY`](Self::CAPACITY) bytes; what goes beyond is cut, at a character's end.
pub(crate) struct Message {
    bytes: [u8; Self::CAPACITY],
    length: usize,
}

impl Message {
    const CAPACITY: usize = 2048;

    pub(crate) const fn new() -> Self {
        Self { bytes: [0; Self::CAPACITY], length: 0 }
    }

    /// Appends a text.
    pub(crate) const fn text(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        let mut taken = 0;
        while taken < text.len() && self.length < Self::CAPACITY {
            self.bytes[self.length] = text[taken];
            self.length += 1;
            taken += 1;
        }
        self
    }

    /// Appends a feature's name, quoted as it stands in code: `"x86/PVH", "domU"`.
    pub(crate) const fn name(self, title: &str, implementation: &str) -> Self {
        self.text("\"").text(title).text("\", \"").text(implementation).text("\"")
    }

    /// Appends a number in decimal digits.
    pub(crate) const fn number(self, number: u32) -> Self {
        let mut digits = [0; 10];
        let mut first = digits.len();
        let mut rest = number;
        loop {
            first -= 1;
            let digit = (rest % 10) as u8;
            digits[first] = b'0' + digit;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        match core::str::from_utf8(digits.split_at(first).1) {
            Ok(digits) => self.text(digits),
            Err(_) => self,
        }
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

#[cfg(test)]
mod tests {
    use super::Message;

    #[test]
    fn texts_names_and_numbers_are_appended() {
        const MESSAGE: Message = Message::new().text("line ").number(105).text(": ").name("a", "b");
        assert_eq!(MESSAGE.as_str(), "line 105: \"a\", \"b\"");
        for number in [0, 9, 10, u32::MAX] {
            assert_eq!(Message::new().number(number).as_str(), number.to_string());
        }
    }

    #[test]
    fn what_does_not_fit_is_cut_at_a_characters_end() {
        let long = "é".repeat(2000);
        let message = Message::new().text("x").text(&long);
        assert_eq!(message.as_str(), ["x", &long[..2046]].concat());
    }
}
