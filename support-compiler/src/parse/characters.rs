//! Checks a page for characters that other programs read or show in another way.

use crate::diagnostic::{Report, problem};
use crate::unicode::{BYTE_ORDER_MARK, is_bidirectional_control};

/// Reports a byte-order mark, the first carriage return, and the first bidirectional control of each line.
pub(crate) fn check(report: &mut Report<'_>) {
    let source = report.source();
    let text = source.text();
    if text.starts_with(BYTE_ORDER_MARK) {
        report.add(&problem::BYTE_ORDER_MARK, 0..BYTE_ORDER_MARK.len_utf8(), "U+FEFF");
    }
    if let Some(at) = source.carriage_return() {
        report.add(&problem::CARRIAGE_RETURN, at..at, "the first carriage return");
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some((at, c)) = line.char_indices().find(|(_, c)| is_bidirectional_control(*c)) {
            let span = start + at..start + at + c.len_utf8();
            report.add(&problem::BIDIRECTIONAL_CONTROL, span, format!("U+{:04X}", u32::from(c)));
        }
        start += line.len();
    }
}
