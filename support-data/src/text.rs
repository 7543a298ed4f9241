//! What `str` and `[u8]` do not yet offer in const evaluation, and `Formatter` not for a text of several parts.

use core::fmt::{self, Write};

const fn starts_with(mut text: &[u8], mut start: &[u8]) -> bool {
    while let [wanted, rest_of_start @ ..] = start {
        match text {
            [byte, rest @ ..] if *byte == *wanted => text = rest,
            _ => return false,
        }
        start = rest_of_start;
    }
    true
}

/// Whether `needle` stands anywhere in `haystack`.
pub(crate) const fn contains(mut haystack: &[u8], needle: &[u8]) -> bool {
    while haystack.len() >= needle.len() {
        if starts_with(haystack, needle) {
            return true;
        }
        match haystack.split_first() {
            Some((_, rest)) => haystack = rest,
            None => return false,
        }
    }
    false
}

/// Whether a word of `text` begins with `start`.
pub(crate) const fn has_word(mut text: &[u8], start: &[u8]) -> bool {
    let mut within_word = false;
    while let [byte, rest @ ..] = text {
        if !within_word && starts_with(text, start) {
            return true;
        }
        within_word = byte.is_ascii_alphanumeric();
        text = rest;
    }
    false
}

/// Reads the decimal digits that `text` starts with: their value and what follows them.
///
/// `None` when there is no digit, or when the number does not fit.
pub(crate) const fn leading_number(mut text: &[u8]) -> Option<(u16, &[u8])> {
    let mut value: u16 = 0;
    let mut digits = 0;
    while let Some((digit, rest)) = text.split_first() {
        if !digit.is_ascii_digit() {
            break;
        }
        value = match value.checked_mul(10) {
            Some(tens) => match tens.checked_add((*digit - b'0') as u16) {
                Some(sum) => sum,
                None => return None,
            },
            None => return None,
        };
        digits += 1;
        text = rest;
    }
    if digits == 0 { None } else { Some((value, text)) }
}

/// Writes the parts, filled up to the width that the formatter asks for; on the left side unless it asks otherwise.
pub(crate) fn pad(f: &mut fmt::Formatter<'_>, parts: &[&str]) -> fmt::Result {
    let length = parts.iter().map(|part| part.chars().count()).sum();
    let missing = f.width().unwrap_or(0).saturating_sub(length);
    let before = match f.align() {
        Some(fmt::Alignment::Right) => missing,
        Some(fmt::Alignment::Center) => missing / 2,
        _ => 0,
    };
    let fill = f.fill();
    (0..before).try_for_each(|_| f.write_char(fill))?;
    parts.iter().try_for_each(|part| f.write_str(part))?;
    (before..missing).try_for_each(|_| f.write_char(fill))
}

/// The part of `text` before byte `end`, or all of it where that is no character boundary of `text`.
pub(crate) const fn prefix(text: &str, end: usize) -> &str {
    if end > text.len() {
        return text;
    }
    match core::str::from_utf8(text.as_bytes().split_at(end).0) {
        Ok(prefix) => prefix,
        Err(_) => text,
    }
}
