//! Characters that are not seen, but change how a page is read or shown.

/// What some editors put before UTF-8.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether a character changes the direction in which those around it are shown (Unicode's `Bidi_Control`).
pub(crate) fn is_bidirectional_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}
