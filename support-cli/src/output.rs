//! Standard output, whose reader may stop early.

use std::io::{self, Write};

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

#[cfg(test)]
mod tests {
    use super::WhileRead;
    use std::io::{self, Write};

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
