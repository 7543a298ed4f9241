//! Invisible characters that change how a page is read or shown.

/// The character that some editors write before the text of a UTF-8 file.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether a character changes the direction in which other characters are shown (Unicode's `Bidi_Control`).
#[must_use]
pub fn is_bidirectional_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}
