//! The streams of a run: standard input, output and error. What is written passes here, so that no text of a page, a file's
//! name or an argument is obeyed by a terminal.

use crate::style::{ERROR, HEADING, WARNING};
use anstyle::Style;
use std::fmt::{self, Display};
use std::io::{self, Read, Write};
use std::mem;
use std::str;
use xen_support_compiler::{Diagnostic, is_invisible, printable};

/// The standard streams of a process, or what stands in for them.
pub struct Streams<'s> {
    /// Standard input.
    pub input: &'s mut dyn Read,
    /// Standard output.
    pub out: Stream<'s>,
    /// Standard error.
    pub err: Stream<'s>,
}

/// A stream to write to.
pub struct Stream<'s> {
    /// Where it is written to.
    pub writer: &'s mut dyn Write,
    /// Whether a terminal shows it.
    pub is_terminal: bool,
    /// Whether it gets colours, unless `--color` says otherwise.
    pub has_colors: bool,
}

/// The streams, as the commands use them.
pub(crate) struct Console<'s> {
    input: &'s mut dyn Read,
    out: Stream<'s>,
    err: Stream<'s>,
}

impl<'s> Console<'s> {
    pub(crate) fn new(streams: Streams<'s>) -> Self {
        let Streams { input, out, err } = streams;
        Self { input, out, err }
    }

    /// Standard input.
    pub(crate) fn input(&mut self) -> &mut dyn Read {
        self.input
    }

    /// Standard output for people: each character that a terminal would obey is replaced, wherever it is shown.
    pub(crate) fn text(&mut self) -> Output<'_> {
        Output::for_people(self.out.writer, self.out.has_colors)
    }

    /// Standard output for programs, such as CSV: on a terminal, and only there, such characters are replaced.
    pub(crate) fn data(&mut self) -> Output<'_> {
        let invisible = if self.out.is_terminal { Invisible::Replaced } else { Invisible::Kept };
        Output::new(self.out.writer, invisible, false)
    }

    /// Standard output for JSON, in which such characters are escaped, so that nothing is lost.
    pub(crate) fn json(&mut self) -> Output<'_> {
        Output::new(self.out.writer, Invisible::Escaped, false)
    }

    /// Writes out what standard output still holds back.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.writer.flush()
    }

    /// Standard error.
    fn messages(&mut self) -> Output<'_> {
        Output::for_people(self.err.writer, self.err.has_colors)
    }

    /// Says what is wrong.
    pub(crate) fn error(&mut self, error: &str) {
        self.message(ERROR, "error", error);
    }

    /// Says what is in doubt.
    pub(crate) fn warning(&mut self, warning: &str) {
        self.message(WARNING, "warning", warning);
    }

    /// Says something that is neither an error nor a part of the answer.
    pub(crate) fn note(&mut self, note: &str) {
        self.message(HEADING, "note", note);
    }

    /// Those who have closed standard error do not want to know.
    fn message(&mut self, style: Style, kind: &str, text: &str) {
        let mut out = self.messages();
        let _ = out.styled(style, kind).and_then(|()| writeln!(out, ": {text}"));
    }

    /// Shows diagnostics on standard error.
    pub(crate) fn show<'d>(&mut self, diagnostics: impl IntoIterator<Item = &'d Diagnostic>) {
        let mut out = self.messages();
        for diagnostic in diagnostics {
            let _ = out.diagnostic(diagnostic);
        }
    }

    /// Shows the errors among the diagnostics on standard error, and returns their number.
    pub(crate) fn show_errors(&mut self, diagnostics: &[Diagnostic]) -> usize {
        let errors = || diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
        self.show(errors());
        errors().count()
    }
}

/// What becomes of the characters that a terminal would obey, or that nobody would see.
#[derive(Clone, Copy)]
enum Invisible {
    /// U+FFFD stands in their place.
    Replaced,
    /// `\u202e` stands in their place: for JSON, where they are only in strings.
    Escaped,
    /// They stay.
    Kept,
}

/// A stream that an answer is written to.
pub(crate) struct Output<'o> {
    out: &'o mut dyn Write,
    invisible: Invisible,
    has_colors: bool,
    /// The beginning of a character whose other bytes have not come yet.
    begun: Vec<u8>,
}

impl<'o> Output<'o> {
    fn new(out: &'o mut dyn Write, invisible: Invisible, has_colors: bool) -> Self {
        Self { out, invisible, has_colors, begun: Vec::new() }
    }

    /// What people read, with or without colours.
    pub(crate) fn for_people(out: &'o mut dyn Write, has_colors: bool) -> Self {
        Self::new(out, Invisible::Replaced, has_colors)
    }

    /// Writes a text in this style.
    pub(crate) fn styled(&mut self, style: Style, text: impl Display) -> io::Result<()> {
        if !self.has_colors {
            return write!(self, "{text}");
        }
        write!(self.out, "{style}")?;
        write!(self, "{text}")?;
        write!(self.out, "{style:#}")
    }

    /// Writes a line in this style.
    pub(crate) fn styled_line(&mut self, style: Style, text: impl Display) -> io::Result<()> {
        self.styled(style, text)?;
        writeln!(self)
    }

    /// Writes a diagnostic, which takes care of such characters itself, and an empty line.
    pub(crate) fn diagnostic(&mut self, diagnostic: &Diagnostic) -> io::Result<()> {
        if self.has_colors {
            writeln!(self.out, "{}\n", diagnostic.styled())
        } else {
            writeln!(self.out, "{diagnostic}\n")
        }
    }

    fn write_text(&mut self, text: &str) -> io::Result<()> {
        match self.invisible {
            Invisible::Replaced => self.out.write_all(printable(text).as_bytes()),
            Invisible::Escaped => write!(self.out, "{}", Escaped(text)),
            Invisible::Kept => self.out.write_all(text.as_bytes()),
        }
    }
}

impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Invisible::Kept = self.invisible {
            return self.out.write(bytes);
        }
        self.begun.extend_from_slice(bytes);
        let whole = match str::from_utf8(&self.begun) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Ok(_) | Err(_) => self.begun.len(),
        };
        let rest = self.begun.split_off(whole);
        let text = mem::replace(&mut self.begun, rest);
        self.write_text(&String::from_utf8_lossy(&text))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// JSON with such characters escaped.
struct Escaped<'t>(&'t str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| is_invisible(*c) && !"\n\t".contains(*c)) {
            f.write_str(&rest[..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(f, "\\u{unit:04x}")?;
            }
            rest = &rest[at + c.len_utf8()..];
        }
        f.write_str(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::{Invisible, Output};
    use std::io::Write;
    use xen_support_compiler::printable;

    fn written(text: &str, invisible: Invisible, length: usize) -> String {
        let mut out = Vec::new();
        let mut output = Output::new(&mut out, invisible, false);
        text.as_bytes().chunks(length).for_each(|bytes| output.write_all(bytes).unwrap());
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_a_terminal_obeys_is_replaced_escaped_or_kept_wherever_the_bytes_are_parted() {
        let text = "Größe\u{1b}[0m\u{9b}日本語\u{202e}\u{e0041}\n";
        let escaped = "Größe\\u001b[0m\\u009b日本語\\u202e\\udb40\\udc41\n";
        for length in 1..=text.len() {
            assert_eq!(written(text, Invisible::Replaced, length), printable(text));
            assert_eq!(written(text, Invisible::Escaped, length), escaped);
            assert_eq!(written(text, Invisible::Kept, length), text);
        }
        assert_eq!(
            serde_json::from_str::<String>(&format!("{:?}", "a").replace('a', "\\udb40\\udc41")).unwrap(),
            "\u{e0041}"
        );
    }

    #[test]
    fn a_text_cannot_end_its_style() {
        let mut out = Vec::new();
        Output::for_people(&mut out, true).styled(crate::style::HEADING, "a\u{1b}[0mb").unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "\u{1b}[1ma\u{fffd}[0mb\u{1b}[0m");
    }
}
