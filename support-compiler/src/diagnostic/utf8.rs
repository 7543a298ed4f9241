//! Makes a document of the bytes of its file.

use super::length::too_long;
use super::problem;
use super::report::Diagnostic;
use super::source::Source;

impl Source {
    /// A document with this name, from the bytes of its file.
    ///
    /// # Errors
    ///
    /// If there are more than [`MAX_LEN`](Self::MAX_LEN) bytes, or if they are not UTF-8. The diagnostic marks the first
    /// that is not.
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, Box<Diagnostic>> {
        if bytes.len() > Self::MAX_LEN {
            return Err(Box::new(too_long(&name.into())));
        }
        let error = match String::from_utf8(bytes) {
            Ok(text) => return Ok(Self::new(name, text)),
            Err(error) => error,
        };
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes()[at];
        let label = match error.as_bytes() {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "this is UTF-16".to_owned(),
            _ => format!("the byte 0x{byte:02X}"),
        };
        // Shows U+FFFD for each byte that is not UTF-8. The text before the first one stays where it is.
        let lossy = Self::of_any_length(name.into(), String::from_utf8_lossy(error.as_bytes()).into_owned());
        let place = lossy.place(at..at + char::REPLACEMENT_CHARACTER.len_utf8(), label);
        Err(Box::new(Diagnostic::new(&problem::NOT_UTF_8, place)))
    }
}
