//! Lines of text on Xen's console.

use crate::hypercall;
use core::fmt::{self, Write};

/// Writes a line. Xen gets the whole line at once, unless it is longer than 256 bytes, so that the lines of several
/// domains are not mixed.
///
/// If Xen refuses to write a line, it is lost: there is nowhere else to report that.
pub(crate) fn write_line(text: fmt::Arguments) {
    let _ = writeln!(Line { bytes: [0; 256], length: 0 }, "{text}");
}

/// A buffer for a line, which is written when the line ends or the buffer is full.
struct Line {
    bytes: [u8; 256],
    length: usize,
}

impl Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.bytes[self.length] = byte;
            self.length += 1;
            if byte == b'\n' || self.length == self.bytes.len() {
                hypercall::write_to_console(&self.bytes[..self.length]).map_err(|_| fmt::Error)?;
                self.length = 0;
            }
        }
        Ok(())
    }
}
