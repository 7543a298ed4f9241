//! Width and precision for a text of several parts, which `Formatter::pad` has for a single string only.

use core::fmt::{self, Write};

/// Writes the parts as `Formatter::pad` writes one string: cut to the formatter's precision and filled up to its width,
/// aligned to the left by default.
pub(crate) fn pad(f: &mut fmt::Formatter<'_>, parts: &[&str]) -> fmt::Result {
    let precision = f.precision();
    let characters = || parts.iter().flat_map(|part| part.chars()).take(precision.unwrap_or(usize::MAX));
    let missing = f.width().map_or(0, |width| width.saturating_sub(characters().count()));
    let before = match f.align() {
        Some(fmt::Alignment::Right) => missing,
        Some(fmt::Alignment::Center) => missing / 2,
        Some(fmt::Alignment::Left) | None => 0,
    };
    let fill = f.fill();
    (0..before).try_for_each(|_| f.write_char(fill))?;
    match precision {
        None => parts.iter().try_for_each(|part| f.write_str(part))?,
        Some(_) => characters().try_for_each(|character| f.write_char(character))?,
    }
    (before..missing).try_for_each(|_| f.write_char(fill))
}

#[cfg(test)]
mod tests {
    use super::pad;
    use core::fmt;

    struct Parts;

    impl fmt::Display for Parts {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            pad(f, &["ä", "", "bc"])
        }
    }

    /// The standard library's result for the same text as one string is the expected one.
    #[test]
    fn parts_are_padded_and_cut_as_one_text() {
        let whole = "äbc";
        assert_eq!(format!("{Parts}|{Parts:2}|{Parts:3}"), format!("{whole}|{whole:2}|{whole:3}"));
        assert_eq!(
            format!("{Parts:6}|{Parts:<6}|{Parts:>6}|{Parts:*^8}"),
            format!("{whole:6}|{whole:<6}|{whole:>6}|{whole:*^8}")
        );
        assert_eq!(
            format!("{Parts:.0}|{Parts:.1}|{Parts:.2}|{Parts:.9}|{Parts:>5.2}|{Parts:-^6.1}"),
            format!("{whole:.0}|{whole:.1}|{whole:.2}|{whole:.9}|{whole:>5.2}|{whole:-^6.1}")
        );
    }
}
