//! Characters that are not seen, or that change how others are seen.

use std::borrow::Cow;
pub use xen_support_data::is_invisible;

/// The character that some editors write before the text of a UTF-8 file.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether a character changes the direction in which other characters are shown (Unicode's `Bidi_Control`).
pub(crate) fn is_bidirectional_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// A text to be shown, on a terminal or in a message: U+FFFD stands for each character that [is invisible](is_invisible),
/// except line feeds and tabs.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    replace(text, |c| is_invisible(c) && !matches!(c, '\n' | '\t'))
}

/// The same for a text that stands on one line, in columns: U+FFFD stands for a line feed, too, and four blanks for a tab.
#[must_use]
pub fn printable_on_one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\t') {
        return Cow::Owned(replace(&text.replace('\t', "    "), is_invisible).into_owned());
    }
    replace(text, is_invisible)
}

fn replace(text: &str, is_replaced: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.contains(&is_replaced) { Cow::Owned(text.replace(is_replaced, "\u{fffd}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::{is_bidirectional_control, is_invisible, printable, printable_on_one_line};

    #[test]
    fn what_is_not_seen_or_is_obeyed_is_replaced() {
        let text = "a\u{1b}[31mb\u{9b}c\u{202e}d\re\n\tf\u{61c}\u{7f}";
        assert_eq!(printable(text), "a\u{fffd}[31mb\u{fffd}c\u{fffd}d\u{fffd}e\n\tf\u{fffd}\u{fffd}");
        let line = "a\u{fffd}[31mb\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}    f\u{fffd}\u{fffd}";
        assert_eq!(printable_on_one_line(text), line);
        let seen = "Größe, 日本語 – ✓ ↗ e\u{301} ك \u{a0}\u{3000}\u{fffd}\u{fffc}😀";
        assert_eq!(printable(seen), seen);
    }

    #[test]
    fn what_changes_the_direction_of_text_is_never_shown() {
        assert!((char::MIN..=char::MAX).filter(|c| is_bidirectional_control(*c)).all(is_invisible));
    }
}
