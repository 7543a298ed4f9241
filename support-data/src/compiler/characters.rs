//! Characters that stand in a page's way.

use super::diagnostic::Diagnostic;
use super::problem;
use super::source::Source;

/// What some editors put before UTF-8.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether a character changes the direction in which those around it are shown (Unicode's `Bidi_Control`).
pub(super) fn is_bidirectional_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Reports a byte-order mark, the first carriage return, and the first bidirectional control of each line.
pub(super) fn check(source: &Source, diagnostics: &mut Vec<Diagnostic>) {
    let text = source.text();
    let mut report = |problem, at: usize, length: usize, label: &str| {
        diagnostics.push(Diagnostic::new(problem, source.place(at..at + length, label)));
    };
    if text.starts_with(BYTE_ORDER_MARK) {
        report(&problem::BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.len_utf8(), "U+FEFF");
    }
    if let Some(at) = source.carriage_return() {
        report(&problem::CARRIAGE_RETURN, at, 0, "the first that does");
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some((at, c)) = line.char_indices().find(|(_, c)| is_bidirectional_control(*c)) {
            report(&problem::BIDIRECTIONAL_CONTROL, start + at, c.len_utf8(), &format!("U+{:04X}", u32::from(c)));
        }
        start += line.len();
    }
}
