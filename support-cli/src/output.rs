//! Standard output, whose reader may stop early, and may be a terminal, which obeys some characters.

use std::io::{self, IsTerminal, Write};
use std::str;
use xen_support_compiler::is_bidirectional_control;

/// Writes for as long as somebody reads. When the reader has gone, as `head` does, the rest is dropped, and the command goes
/// on to its exit code, which says the same whoever reads.
pub(crate) struct WhileRead<W> {
    inner: W,
    has_reader: bool,
}

impl<W: Write> WhileRead<W> {
    pub(crate) fn new(inner: W) -> Self {
        Self { inner, has_reader: true }
    }

    /// The result, or this value from the moment on when the reader has gone.
    fn or<T>(&mut self, result: io::Result<T>, without_reader: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.has_reader = false;
                Ok(without_reader)
            }
            result => result,
        }
    }
}

impl<W: Write> Write for WhileRead<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.has_reader {
            return Ok(bytes.len());
        }
        let written = self.inner.write(bytes);
        self.or(written, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.has_reader {
            return Ok(());
        }
        let flushed = self.inner.flush();
        self.or(flushed, ())
    }
}

/// Whether a terminal obeys a character instead of showing it: control characters, and those that change the direction of
/// text.
fn is_obeyed(c: char) -> bool {
    is_bidirectional_control(c) || (c.is_control() && c != '\n' && c != '\t')
}

/// A page's text, with the characters replaced that a terminal would obey.
pub(crate) fn printable(text: &str) -> String {
    text.replace(is_obeyed, "\u{fffd}")
}

/// Output that holds a page's text as it is, such as CSV. On a terminal, and only there, the characters are replaced that it
/// would obey. So such output has no colours.
pub(crate) struct Data<'o> {
    out: &'o mut dyn Write,
    is_terminal: bool,
    /// The beginning of a character whose other bytes have not come yet.
    begun: Vec<u8>,
}

impl<'o> Data<'o> {
    pub(crate) fn new(out: &'o mut dyn Write) -> Self {
        Self { out, is_terminal: io::stdout().is_terminal(), begun: Vec::new() }
    }
}

impl Write for Data<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.is_terminal {
            return self.out.write(bytes);
        }
        self.begun.extend_from_slice(bytes);
        let whole = match str::from_utf8(&self.begun) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Ok(_) | Err(_) => self.begun.len(),
        };
        let rest = self.begun.split_off(whole);
        self.out.write_all(printable(&String::from_utf8_lossy(&self.begun)).as_bytes())?;
        self.begun = rest;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::{Data, WhileRead, printable};
    use std::io::{self, Write};

    #[test]
    fn what_a_terminal_obeys_is_replaced() {
        let text = "a\u{1b}[31mb\u{9b}c\u{202e}d\re\n\tf\u{61c}\u{7f}";
        assert_eq!(printable(text), "a\u{fffd}[31mb\u{fffd}c\u{fffd}d\u{fffd}e\n\tf\u{fffd}\u{fffd}");
        assert_eq!(printable("Größe, 日本語 – ✓ ↗\u{fe0e}"), "Größe, 日本語 – ✓ ↗\u{fe0e}");
    }

    #[test]
    fn data_is_changed_for_a_terminal_only_wherever_its_bytes_are_parted() {
        let text = "Größe\u{1b}[0m\u{9b}日本語\u{202e}";
        for length in 1..=text.len() {
            for (is_terminal, expected) in [(true, printable(text)), (false, text.to_owned())] {
                let mut out = Vec::new();
                let mut data = Data { out: &mut out, is_terminal, begun: Vec::new() };
                text.as_bytes().chunks(length).for_each(|bytes| data.write_all(bytes).unwrap());
                assert_eq!(String::from_utf8(out).unwrap(), expected);
            }
        }
    }

    /// A reader that has gone, or a full disk.
    struct Failing(io::ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn only_that_nobody_reads_is_no_error() {
        let mut gone = WhileRead::new(Failing(io::ErrorKind::BrokenPipe));
        assert!(gone.write_all(b"a").and_then(|()| gone.flush()).is_ok());
        assert!(WhileRead::new(Failing(io::ErrorKind::StorageFull)).write_all(b"a").is_err());
        assert!(WhileRead::new(Failing(io::ErrorKind::StorageFull)).flush().is_err());
    }
}
