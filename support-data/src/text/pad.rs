//! A text of several parts for a formatter.

use core::fmt::{self, Write};

/// Writes the parts as `Formatter::pad` writes a single string: cut to the precision, and filled up to the width that
/// the formatter asks for; on the left side unless it asks otherwise.
pub(crate) fn pad(f: &mut fmt::Formatter<'_>, parts: &[&str]) -> fmt::Result {
    let letters = || parts.iter().flat_map(|part| part.chars()).take(f.precision().unwrap_or(usize::MAX));
    let missing = f.width().map_or(0, |width| width.saturating_sub(letters().count()));
    let before = match f.align() {
        Some(fmt::Alignment::Right) => missing,
        Some(fmt::Alignment::Center) => missing / 2,
        Some(fmt::Alignment::Left) | None => 0,
    };
    let fill = f.fill();
    (0..before).try_for_each(|_| f.write_char(fill))?;
    match f.precision() {
        None => parts.iter().try_for_each(|part| f.write_str(part))?,
        Some(longest) => {
            let mut letters = parts.iter().flat_map(|part| part.chars()).take(longest);
            letters.try_for_each(|letter| f.write_char(letter))?;
        }
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

    /// What the standard library does with the same text in one piece.
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
