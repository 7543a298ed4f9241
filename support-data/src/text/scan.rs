//! What `str` and `[u8]` do not yet offer in const evaluation.

/// Whether a word of `text` begins with `start`, letters in lower case, in any case. A word is a run of ASCII letters:
/// `1rc2` has the word `rc`.
///
/// It calls nothing in its loops, since const evaluation counts calls.
#[expect(clippy::manual_is_ascii_check, reason = "a call")]
pub(crate) const fn has_word(mut text: &[u8], start: &[u8]) -> bool {
    let mut within_word = false;
    while let [byte, rest @ ..] = text {
        let mut at = 0;
        while !within_word && at < start.len() && at < text.len() && text[at] | 0x20 == start[at] {
            at += 1;
        }
        if !within_word && at == start.len() {
            return true;
        }
        within_word = matches!(byte, b'A'..=b'Z' | b'a'..=b'z');
        text = rest;
    }
    false
}

/// Reads the decimal digits that `text` starts with: their value and what follows them.
///
/// `None` if there is no digit, or if the number does not fit into a `u64`.
pub(crate) const fn leading_number(mut text: &[u8]) -> Option<(u64, &[u8])> {
    let mut value: u64 = 0;
    let length = text.len();
    while let Some((digit, rest)) = text.split_first() {
        if !digit.is_ascii_digit() {
            break;
        }
        value = match value.checked_mul(10) {
            Some(tens) => match tens.checked_add((*digit - b'0') as u64) {
                Some(sum) => sum,
                None => return None,
            },
            None => return None,
        };
        text = rest;
    }
    if text.len() == length { None } else { Some((value, text)) }
}

/// The same of a number that fits into a `u16`; `None` if it does not.
pub(crate) const fn leading_small_number(text: &[u8]) -> Option<(u16, &[u8])> {
    match leading_number(text) {
        #[expect(clippy::cast_possible_truncation, reason = "the arm is of numbers that fit")]
        Some((number @ 0..=0xFFFF, rest)) => Some((number as u16, rest)),
        Some(_) | None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{has_word, leading_number, leading_small_number};

    #[test]
    fn a_word_is_found_by_its_beginning() {
        for text in ["rc", "rc1", "-rc1", "x RC", "é rc", "x Rcs", "1rc", "-0rc2"] {
            assert!(has_word(text.as_bytes(), b"rc"), "{text}");
        }
        for text in ["", "r", "arc", "x arc"] {
            assert!(!has_word(text.as_bytes(), b"rc"), "{text}");
        }
    }

    #[test]
    fn a_number_ends_where_its_digits_do() {
        for (text, number) in [
            ("0", Some((0, ""))),
            ("4.18", Some((4, ".18"))),
            ("007x", Some((7, "x"))),
            ("65535", Some((65535, ""))),
            ("65536", None),
            ("655350", None),
            ("", None),
            ("x1", None),
        ] {
            let number = number.map(|(value, rest): (u16, &str)| (value, rest.as_bytes()));
            assert_eq!(leading_small_number(text.as_bytes()), number, "{text}");
        }
        for (text, number) in [
            ("65536x", Some((65536, "x"))),
            ("18446744073709551615", Some((u64::MAX, ""))),
            ("18446744073709551616", None),
            ("184467440737095516150", None),
            ("", None),
            ("x1", None),
        ] {
            let number = number.map(|(value, rest)| (value, rest.as_bytes()));
            assert_eq!(leading_number(text.as_bytes()), number, "{text}");
        }
    }
}
