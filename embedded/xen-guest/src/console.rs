//! Lines of text on Xen's console.

use crate::hypercall;
use core::fmt::{self, Write};

/// Writes a line. Xen gets it as a whole, so that the lines of several domains are not mixed.
///
/// What Xen refuses to write is lost: there is nowhere to tell it.
pub(crate) fn write_line(text: fmt::Arguments) {
    let _ = writeln!(Line { bytes: [0; 256], length: 0 }, "{text}");
}

/// A line, up to its end or to what fits.
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
