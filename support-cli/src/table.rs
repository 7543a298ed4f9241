//! Tables for a terminal.

use crate::console::Output;
use crate::error::Error;
use anstyle::Style;
use std::io::Write;
use unicode_width::UnicodeWidthStr;
use xen_support_compiler::printable_on_one_line;

/// A line: its cells, and the style of the last cell.
pub(crate) struct Line<const COLUMNS: usize> {
    cells: [String; COLUMNS],
    style: Style,
}

/// The width that each column needs to align these lines, in columns of the terminal.
pub(crate) fn column_widths<'l, const COLUMNS: usize>(
    lines: impl IntoIterator<Item = &'l Line<COLUMNS>>,
) -> [usize; COLUMNS] {
    let mut widths = [0; COLUMNS];
    for line in lines {
        for (width, cell) in widths.iter_mut().zip(&line.cells) {
            *width = cell.width().max(*width);
        }
    }
    widths
}

impl<const COLUMNS: usize> Line<COLUMNS> {
    pub(crate) fn new(cells: [&str; COLUMNS], style: Style) -> Self {
        Self { cells: cells.map(|cell| printable_on_one_line(cell).into_owned()), style }
    }

    /// Writes the line, indented.
    pub(crate) fn write(&self, out: &mut Output<'_>, widths: [usize; COLUMNS], indent: usize) -> Result<(), Error> {
        let Some((last, before)) = self.cells.split_last() else { return Ok(writeln!(out)?) };
        write!(out, "{:indent$}", "")?;
        for (cell, width) in before.iter().zip(widths) {
            write!(out, "{cell}{:1$}", "", width - cell.width() + 2)?;
        }
        Ok(out.styled_line(self.style, last)?)
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, column_widths};
    use crate::console::Output;
    use anstyle::Style;

    #[test]
    fn columns_are_aligned_by_the_width_that_a_terminal_shows() {
        let lines = [["日本", "a"], ["u\u{308}ber", "b"], ["x\u{1b}", ""]].map(|cells| Line::new(cells, Style::new()));
        let mut out = Vec::new();
        for line in &lines {
            line.write(&mut Output::for_people(&mut out, false), column_widths(&lines), 1).unwrap();
        }
        assert_eq!(String::from_utf8(out).unwrap(), " 日本  a\n u\u{308}ber  b\n x\u{fffd}    \n");
    }
}
