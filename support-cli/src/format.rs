//! What the commands share in writing JSON, CSV and Markdown.

use crate::error::Error;
use serde::Serialize;
use std::io::Write;

/// Writes a value as JSON, indented.
pub(crate) fn write_json(out: &mut dyn Write, value: &impl Serialize) -> Result<(), Error> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(std::io::Error::from)?;
    Ok(writeln!(out)?)
}

/// Writes rows below a head as CSV (RFC 4180).
pub(crate) fn write_csv_rows<'h, R>(
    out: &mut dyn Write,
    head: impl IntoIterator<Item = &'h str>,
    rows: impl IntoIterator<Item = R>,
) -> Result<(), Error>
where
    R: IntoIterator,
    R::Item: AsRef<[u8]>,
{
    let into_io_error = |error: csv::Error| match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    };
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(head).map_err(into_io_error)?;
    for row in rows {
        writer.write_record(row).map_err(into_io_error)?;
    }
    Ok(writer.flush()?)
}

/// Writes a row of a Markdown table.
pub(crate) fn write_markdown_row<'a>(
    out: &mut dyn Write,
    cells: impl IntoIterator<Item = &'a str>,
) -> Result<(), Error> {
    write!(out, "|")?;
    for cell in cells {
        write!(out, " {} |", escape_markdown(cell))?;
    }
    Ok(writeln!(out)?)
}

/// Escapes a text so that Markdown shows it as it is, also within a table. A line end becomes a space.
pub(crate) fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~' | '$') {
            escaped.push('\\');
        }
        escaped.push(if c == '\n' { ' ' } else { c });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escape_markdown, write_csv_rows, write_markdown_row};

    #[test]
    fn what_markdown_would_read_is_escaped() {
        assert_eq!(escape_markdown("a|b `c` *d*\n<e> [f](g) h_i \\"), r"a\|b \`c\` \*d\* \<e\> \[f\](g) h\_i \\");
        let mut out = Vec::new();
        write_markdown_row(&mut out, ["a|b", "", "c"]).unwrap();
        assert_eq!(out, b"| a\\|b |  | c |\n");
    }

    #[test]
    fn what_csv_would_read_is_quoted() {
        let mut out = Vec::new();
        write_csv_rows(&mut out, ["a,b", "c \"d\""], [["e\nf", ""]]).unwrap();
        assert_eq!(out, b"\"a,b\",\"c \"\"d\"\"\"\n\"e\nf\",\n");
    }
}
