//! The colours of a terminal.

use anstyle::{AnsiColor, Style};
use xen_support_data::{Level, Security};

pub(crate) const HEADING: Style = Style::new().bold();

pub(crate) const ERROR: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::BrightRed))).bold();

pub(crate) const WARNING: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow))).bold();

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
