//! Shows a diagnostic in the form of rustc's errors.

use super::kind::LintLevel;
use super::report::Diagnostic;
use super::source::Place;
use crate::unicode::printable_on_one_line;
use std::fmt::{self, Display, Write};
use unicode_width::UnicodeWidthStr;

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&render(self, false))
    }
}

impl Diagnostic {
    /// What `Display` shows, with the ANSI escape codes of colours: for a terminal.
    #[must_use]
    pub fn styled(&self) -> String {
        render(self, true)
    }
}

/// The diagnostic as text; if `styled`, with the ANSI escape codes of colours.
fn render(diagnostic: &Diagnostic, styled: bool) -> String {
    let paint = |style: &str, text: &dyn Display| {
        if styled { format!("\u{1b}[{style}m{text}\u{1b}[0m") } else { text.to_string() }
    };
    let problem = diagnostic.problem();
    let (severity, severity_style) = if diagnostic.is_error() { ("error", ERROR) } else { ("warning", WARNING) };
    let places = [
        Some((diagnostic.place(), "-->", "^", severity_style)),
        diagnostic.related().map(|place| (place, ":::", "-", FRAME)),
    ];
    let numbers = places.iter().flatten().map(|(place, ..)| place.line.to_string().len()).max().unwrap_or_default();
    let margin = " ".repeat(numbers);
    let bar = paint(FRAME, &"|");

    let severity = paint(severity_style, &format_args!("{severity}[{}]", problem.code));
    let mut text = format!("{severity}{}\n", paint(TITLE, &format_args!(": {}", problem.message)));
    for (place, arrow, mark, style) in places.into_iter().flatten() {
        let (arrow, file, line) = (paint(FRAME, &arrow), printable_on_one_line(&place.file), place.line);
        let number = paint(FRAME, &format_args!("{line:>numbers$}"));
        let [before, marked, after] = parts(place);
        let blanks = " ".repeat(before.width());
        let marks = mark.repeat(marked.width().max(1));
        let marks = paint(style, &format_args!("{marks} {}", printable_on_one_line(&place.label)));
        let _ = writeln!(text, "{margin}{arrow} {file}:{line}:{}", place.column());
        let _ = writeln!(text, "{margin} {bar}");
        let _ = writeln!(text, "{number} {bar} {before}{marked}{after}");
        let _ = writeln!(text, "{margin} {bar} {blanks}{marks}");
        let _ = writeln!(text, "{margin} {bar}");
    }
    let _ = write!(text, "{margin} {} {}: {}", paint(FRAME, &"="), paint(TITLE, &"help"), problem.advice);
    if diagnostic.level() == LintLevel::Deny {
        let (sign, note) = (paint(FRAME, &"="), paint(TITLE, &"note"));
        let default = if problem.level == LintLevel::Deny { " by default" } else { "" };
        let _ = write!(
            text,
            "\n{margin} {sign} {note}: `{}` is denied{default}; it can be allowed, and then ",
            problem.code
        );
        text.push_str("what is lost or in doubt grants nothing");
    }
    text
}

// Parameters of the escape code that selects a graphic rendition (ECMA-48, SGR).
const ERROR: &str = "1;91";
const WARNING: &str = "1;33";
const FRAME: &str = "1;94";
const TITLE: &str = "1";

/// How many characters are shown before the place, of the place, and after it.
const LONGEST: usize = 100;

/// The parts of the line that are shown: before the place, the place, and after it.
fn parts(place: &Place) -> [String; 3] {
    let (before, rest) = place.excerpt.split_at(place.span.start);
    let (marked, after) = rest.split_at(place.span.len());
    let before = match before.char_indices().rev().nth(LONGEST) {
        Some((at, c)) => format!("…{}", &before[at + c.len_utf8()..]),
        None => before.to_owned(),
    };
    let from_start = |part: &str| match part.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &part[..at]),
        None => part.to_owned(),
    };
    [before, from_start(marked), from_start(after)].map(|part| printable_on_one_line(&part).into_owned())
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::diagnostic::{Diagnostic, Place, Source, problem};

    fn rendered(text: &str, place: &str) -> Vec<String> {
        let start = text.find(place).unwrap();
        let place = Source::new("page.md", text).place(start..start + place.len(), "here");
        render(&Diagnostic::new(&problem::STATUS_UNKNOWN, place), false).lines().map(str::to_owned).collect()
    }

    #[test]
    fn no_character_of_a_document_can_control_a_terminal() {
        for control in ['\u{0}', '\u{7}', '\u{1b}', '\u{7f}', '\u{9b}', '\u{200f}', '\u{202e}', '\u{2066}'] {
            let text = format!("a{control}b{control}\tc");
            let place = Source::new(text.clone(), text.clone()).place(0..text.len(), text);
            let rendered = render(&Diagnostic::new(&problem::STATUS_UNKNOWN, place), false);
            assert!(!rendered.contains(control), "{rendered}");
            assert_eq!(rendered.matches('\u{fffd}').count(), 6, "{rendered}");
            assert!(rendered.contains("a\u{fffd}b\u{fffd}    c"), "{rendered}");
        }
    }

    #[test]
    fn marks_stand_below_the_place_whatever_its_width() {
        for (text, place, line, marks) in [
            ("状态: 支持 x", "支持", "1 | 状态: 支持 x", "  |       ^^^^ here"),
            ("e\u{301} x", "x", "1 | e\u{301} x", "  |   ^ here"),
            ("\ta\tb", "a\tb", "1 |     a    b", "  |     ^^^^^^ here"),
            ("a", "", "1 | a", "  | ^ here"),
        ] {
            let lines = rendered(text, place);
            assert_eq!((lines[3].as_str(), lines[4].as_str()), (line, marks));
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let [a, b, c] = ["ä", "b", "ç"].map(|letter| letter.repeat(100));
        assert_eq!(rendered(&format!("{a}{b}{c}"), &b)[3], format!("1 | {a}{b}{c}"));
        let lines = rendered(&format!("ä{a}{b}b{c}ç"), &format!("{b}b"));
        assert_eq!(lines[3], format!("1 | …{a}{b}…{c}…"));
        assert_eq!(lines[4], format!("  | {}{} here", " ".repeat(101), "^".repeat(101)));
    }

    #[test]
    fn line_numbers_are_aligned() {
        let place = |line| Place { line, ..Source::new("page.md", "x").place(0..1, "here") };
        let diagnostic = Diagnostic::new(&problem::FEATURE_TWICE, place(99)).with_related(place(100));
        let text = render(&diagnostic, false);
        assert!(
            text.contains("\n   --> page.md:99:1\n    |\n 99 | x\n    | ^ here\n    |\n   ::: page.md:100:1\n"),
            "{text}"
        );
        assert!(text.contains("\n100 | x\n    | - here\n    |\n    = help: "), "{text}");
    }
}
