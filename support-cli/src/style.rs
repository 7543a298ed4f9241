//! The colours of a terminal.

use crate::output::printable;
use anstyle::{AnsiColor, Style};
use std::io::Write;
use xen_support_data::{Level, Security};

pub(crate) const HEADING: Style = Style::new().bold();

pub(crate) const ERROR: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::BrightRed))).bold();

pub(crate) const WARNING: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow))).bold();

/// Says on standard error what is wrong.
pub(crate) fn write_error(error: &str) {
    // Not by `eprintln!`, which panics when standard error is closed.
    let _ = writeln!(anstream::stderr(), "{ERROR}error{ERROR:#}: {}", printable(error));
}

/// Says on standard error what is in doubt.
pub(crate) fn write_warning(warning: &str) {
    let _ = writeln!(anstream::stderr(), "{WARNING}warning{WARNING:#}: {}", printable(warning));
}

/// Says something on standard error that is neither an error nor a part of the answer.
pub(crate) fn write_note(note: &str) {
    let _ = writeln!(anstream::stderr(), "{HEADING}note{HEADING:#}: {}", printable(note));
}

/// The colour of a status: green if it is security supported; yellow if that is under conditions or by others; else by
/// its level.
pub(crate) fn of_status(level: Level, security: Security) -> Style {
    let color = match (security, level) {
        (Security::Yes, _) => AnsiColor::Green,
        (Security::Conditional | Security::External, _) => AnsiColor::Yellow,
        (Security::No, Level::Supported) => AnsiColor::Cyan,
        (Security::No, Level::TechPreview) => AnsiColor::Blue,
        (Security::No, Level::Experimental) => AnsiColor::Magenta,
        (Security::No, Level::None) => AnsiColor::Red,
    };
    color.on_default()
}
