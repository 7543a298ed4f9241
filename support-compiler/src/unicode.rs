//! Characters that are not seen, or that change how others are seen.

use std::borrow::Cow;

/// The character that some editors write before the text of a UTF-8 file.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether a character changes the direction in which other characters are shown (Unicode's `Bidi_Control`).
pub(crate) fn is_bidirectional_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Whether a character has no sign of its own: a terminal obeys it, or nobody sees that it is there. A line feed and a tab
/// are such characters, too. The one rule for what is shown of a page, of the name of a file, or of an argument.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    // What most texts are made of.
    if matches!(c, ' '..='~') {
        return false;
    }
    let after = INVISIBLE.partition_point(|(first, _)| *first <= c);
    INVISIBLE[..after].last().is_some_and(|(_, last)| c <= *last)
}

/// A text to be shown, on a terminal or in a message: U+FFFD stands for each character that [is invisible](is_invisible),
/// except line feeds and tabs.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    replace(text, |c| is_invisible(c) && !matches!(c, '\n' | '\t'))
}

/// The same for a text that stands on one line, in columns: U+FFFD stands for a line feed, too, and four blanks for a tab.
#[must_use]
pub fn printable_on_one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\t') {
        return Cow::Owned(replace(&text.replace('\t', "    "), is_invisible).into_owned());
    }
    replace(text, is_invisible)
}

fn replace(text: &str, is_replaced: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.contains(&is_replaced) { Cow::Owned(text.replace(is_replaced, "\u{fffd}")) } else { Cow::Borrowed(text) }
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
    use super::{INVISIBLE, is_bidirectional_control, is_invisible, printable, printable_on_one_line};

    #[test]
    fn what_is_not_seen_or_is_obeyed_is_replaced() {
        let text = "a\u{1b}[31mb\u{9b}c\u{202e}d\re\n\tf\u{61c}\u{7f}";
        assert_eq!(printable(text), "a\u{fffd}[31mb\u{fffd}c\u{fffd}d\u{fffd}e\n\tf\u{fffd}\u{fffd}");
        let line = "a\u{fffd}[31mb\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}    f\u{fffd}\u{fffd}";
        assert_eq!(printable_on_one_line(text), line);
        for unseen in [
            '\u{ad}',
            '\u{200b}',
            '\u{200d}',
            '\u{2028}',
            '\u{2029}',
            '\u{2060}',
            '\u{2064}',
            '\u{3164}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{e0001}',
            '\u{e007f}',
            '\u{e01ef}',
        ] {
            assert!(is_invisible(unseen), "{unseen:?}");
        }
        let seen = "Größe, 日本語 – ✓ ↗ e\u{301} ك \u{a0}\u{3000}\u{fffd}\u{fffc}😀";
        assert_eq!(printable(seen), seen);
    }

    #[test]
    fn the_table_is_in_order_and_has_all_control_characters() {
        assert!(INVISIBLE.iter().flat_map(|(first, last)| [first, last]).is_sorted());
        let known = |c: char| c.is_control() || is_bidirectional_control(c);
        assert!((char::MIN..=char::MAX).filter(|c| known(*c)).all(is_invisible));
        assert_eq!((char::MIN..=char::MAX).filter(|c| is_invisible(*c)).count(), 4273);
    }
}
