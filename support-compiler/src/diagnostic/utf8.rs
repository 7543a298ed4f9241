//! Bytes to a document.

use super::problem;
use super::report::Diagnostic;
use super::source::Source;

impl Source {
    /// A document by the bytes of its file.
    ///
    /// # Errors
    ///
    /// When they are not UTF-8: the diagnostic marks the first that is not.
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, Box<Diagnostic>> {
        let wrong = match String::from_utf8(bytes) {
            Ok(text) => return Ok(Self::new(name, text)),
            Err(wrong) => wrong,
        };
        let at = wrong.utf8_error().valid_up_to();
        let label = format!("the byte 0x{:02X}", wrong.as_bytes()[at]);
        // Each byte that is not UTF-8 is shown as U+FFFD. What stands before the first one keeps its place.
        let shown = Self::new(name, String::from_utf8_lossy(wrong.as_bytes()));
        let place = shown.place(at..at + char::REPLACEMENT_CHARACTER.len_utf8(), label);
        Err(Box::new(Diagnostic::new(&problem::NOT_UTF_8, place)))
    }
}
