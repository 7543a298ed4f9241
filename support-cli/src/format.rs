//! What the commands share in writing JSON, CSV and Markdown.

use crate::error::Error;
use serde::Serialize;
use std::borrow::Cow;
use std::io::Write;
use xen_support_compiler::is_invisible;

/// Writes a value as JSON, indented.
pub(crate) fn write_json(out: &mut dyn Write, value: &impl Serialize) -> Result<(), Error> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(std::io::Error::from)?;
    Ok(writeln!(out)?)
}

/// How the fields of CSV are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fields {
    /// An apostrophe stands before what a spreadsheet would run.
    Defused,
    /// As they are.
    Raw,
}

/// Writes rows below a head as CSV (RFC 4180).
pub(crate) fn write_csv_rows<'h, R>(
    out: &mut dyn Write,
    fields: Fields,
    head: impl IntoIterator<Item = &'h str>,
    rows: impl IntoIterator<Item = R>,
) -> Result<(), Error>
where
    R: IntoIterator,
    R::Item: AsRef<str>,
{
    let mut writer = csv::Writer::from_writer(out);
    let head = head.into_iter().map(|field| written(field, fields).into_owned());
    writer.write_record(head.collect::<Vec<_>>()).map_err(into_io_error)?;
    for row in rows {
        for field in row {
            writer.write_field(written(field.as_ref(), fields).as_bytes()).map_err(into_io_error)?;
        }
        writer.write_record(None::<&[u8]>).map_err(into_io_error)?;
    }
    Ok(writer.flush()?)
}

fn into_io_error(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    }
}

fn written(field: &str, fields: Fields) -> Cow<'_, str> {
    // So that an apostrophe can always be taken away again, one that was there gets another one.
    let is_marked = fields == Fields::Defused && (field.starts_with('\'') || is_formula(field));
    if is_marked { Cow::Owned(format!("'{field}")) } else { Cow::Borrowed(field) }
}

/// Whether a spreadsheet may run a field ([OWASP, CSV Injection]): it begins with a sign that begins a formula, or with
/// what a spreadsheet takes for the end of a field. Blanks before the sign do not count, nor does what nobody sees.
///
/// [OWASP, CSV Injection]: https://owasp.org/www-community/attacks/CSV_Injection
fn is_formula(field: &str) -> bool {
    // With their forms of other widths, which some spreadsheets read as the same.
    let begins_formula =
        |c: char| "=+-@\u{2212}\u{fe62}\u{fe63}\u{fe66}\u{fe6b}\u{ff0b}\u{ff0d}\u{ff1d}\u{ff20}".contains(c);
    let is_blank = |c: char| c.is_whitespace() || is_invisible(c);
    let mut rest = field.trim_start_matches(is_blank).chars();
    field.starts_with(['\t', '\r', '\n']) || rest.next().is_some_and(begins_formula) && !rest.all(char::is_whitespace)
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

/// Escapes a text so that Markdown shows it as it is, also within a table: for `CommonMark`, with the extensions of GitHub,
/// and for pandoc. The end of a line becomes a blank.
pub(crate) fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let is_read = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~' | '$' | '@' | '^' | '{' | '}' => {
                true
            }
            // Addresses become links.
            ':' => text[at..].starts_with("://"),
            '.' => ends_with_www(&text[..at]),
            _ => false,
        };
        if is_read {
            escaped.push('\\');
        }
        escaped.push(if matches!(c, '\n' | '\r') { ' ' } else { c });
    }
    escaped
}

fn ends_with_www(text: &str) -> bool {
    text.len().checked_sub(3).and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

#[cfg(test)]
mod tests {
    use super::{Fields, escape_markdown, write_csv_rows, write_markdown_row, written};

    #[test]
    fn what_markdown_would_read_is_escaped() {
        assert_eq!(escape_markdown("a|b `c` *d*\n<e> [f](g) h_i \\"), r"a\|b \`c\` \*d\* \<e\> \[f\](g) h\_i \\");
        let mut out = Vec::new();
        write_markdown_row(&mut out, ["a|b", "", "c"]).unwrap();
        assert_eq!(out, b"| a\\|b |  | c |\n");
    }

    #[test]
    fn addresses_in_markdown_are_no_links_and_no_text_ends_its_line() {
        let text = "https://x.example WWW.x.example a@x.example {{x}} {#id} a:b x.y\r\nend";
        let escaped = r"https\://x.example WWW\.x.example a\@x.example \{\{x\}\} \{\#id\} a:b x.y  end";
        assert_eq!(escape_markdown(text), escaped);
    }

    fn csv(fields: Fields, head: &[&str], row: &[&str]) -> String {
        let mut out = Vec::new();
        write_csv_rows(&mut out, fields, head.iter().copied(), [row]).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_csv_would_read_is_quoted() {
        assert_eq!(csv(Fields::Defused, &["a,b", "c \"d\""], &["e\nf", ""]), "\"a,b\",\"c \"\"d\"\"\"\n\"e\nf\",\n");
    }

    #[test]
    fn an_apostrophe_stands_before_what_a_spreadsheet_would_run_and_can_be_taken_away() {
        let run = [
            "=1",
            "-\u{200b}",
            "+1",
            "-1",
            "@a",
            "  =1",
            "\u{a0}\u{200b}=1",
            "\ta",
            "\ra",
            "\n=a",
            "＝1",
            "＋1",
            "－1",
            "＠a",
            "'=1",
            "'a",
        ];
        for field in run {
            assert_eq!(written(field, Fields::Defused), format!("'{field}"));
            assert_eq!(written(field, Fields::Raw), field);
        }
        for field in ["", "-", " = ", "a=1", "1-1", "Supported", "2028-11-16", "x86-64", "日本"] {
            assert_eq!(written(field, Fields::Defused), field);
        }
        assert_eq!(csv(Fields::Defused, &["=a", "b"], &["@c", "d"]), "'=a,b\n'@c,d\n");
        assert_eq!(csv(Fields::Raw, &["=a", "b"], &["@c", "d"]), "=a,b\n@c,d\n");
    }
}
