//! Characters that are not seen, or that a terminal obeys.

/// Whether a character has no sign of its own: a terminal obeys it, or nobody sees that it is there. A line feed and a tab
/// are such characters, too. The one rule for what is shown of a page, of the name of a file, or of an argument.
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    // What most texts are made of.
    if matches!(c, ' '..='~') {
        return false;
    }
    let mut ranges: &[(char, char)] = &INVISIBLE;
    while let [(first, last), rest @ ..] = ranges {
        if c as u32 <= *last as u32 {
            return c as u32 >= *first as u32;
        }
        ranges = rest;
    }
    false
}

/// The characters without a sign of their own, as ranges in order: those of the general categories Cc, Cf, Zl and Zp
/// (`UnicodeData.txt`), and those of the property `Default_Ignorable_Code_Point` (`DerivedCoreProperties.txt`), which are
/// shown as nothing where they are not known. (A few of Cf, such as U+06DD, do have a sign; no page needs them.) The
/// property reserves ranges for characters to come.
const INVISIBLE: [(char, char); 27] = [
    ('\u{0}', '\u{1f}'),
    ('\u{7f}', '\u{9f}'),
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{600}', '\u{605}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{6dd}', '\u{6dd}'),
    ('\u{70f}', '\u{70f}'),
    ('\u{890}', '\u{891}'),
    ('\u{8e2}', '\u{8e2}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{2028}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{110bd}', '\u{110bd}'),
    ('\u{110cd}', '\u{110cd}'),
    ('\u{13430}', '\u{1343f}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

#[cfg(test)]
mod tests {
    use super::{INVISIBLE, is_invisible};

    #[test]
    fn the_table_is_in_order_and_has_all_control_characters() {
        assert!(INVISIBLE.iter().flat_map(|(first, last)| [first, last]).is_sorted());
        let is_listed = |c: char| INVISIBLE.iter().any(|(first, last)| (*first..=*last).contains(&c));
        // Miri takes a hundred times as long.
        for c in (char::MIN..=char::MAX).step_by(if cfg!(miri) { 9973 } else { 1 }) {
            assert_eq!(is_invisible(c), is_listed(c), "{c:?}");
            assert!(is_listed(c) || !c.is_control(), "{c:?}");
        }
    }

    #[test]
    fn what_has_a_sign_or_is_a_blank_is_seen() {
        let unseen =
            "\u{1b}\u{7f}\u{9b}\u{ad}\u{200b}\u{200d}\u{200f}\u{2028}\u{2029}\u{202e}\u{2060}\u{2066}\u{3164}\u{fe0f}";
        assert!(unseen.chars().chain("\n\t\u{feff}\u{e0001}\u{e007f}\u{e01ef}".chars()).all(is_invisible));
        assert!(!"aZ~ Größe, 日本語 – ✓ ↗ e\u{301} \u{a0}\u{3000}\u{fffd}\u{fffc}😀".chars().any(is_invisible));
    }
}
