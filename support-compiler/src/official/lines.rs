//! The lines of a fragment, by the grammar of the tool's `ri_CodeBlock`.

/// What a fragment is, by its first line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// It begins like the definition of a label, which the tool passes over.
    Label,
    /// It begins with `Xen-Version:`, so its lines are `Key: value`.
    Release,
    /// Its lines are `Status: value` and the like.
    Statuses,
}

/// A line that the tool understands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Line<'t> {
    /// The implementation, or the key in a Release Support; empty for a bare `Status:`.
    pub(super) description: &'t str,
    pub(super) value: &'t str,
}

/// The keys of a label's definition.
pub(crate) const TAGS: [&str; 4] =
    ["Functional completeness", "Functional stability", "Interface stability", "Security supported"];

/// The kind of the fragment with this text.
pub(super) fn kind(text: &str) -> Kind {
    if TAGS.iter().any(|tag| text.strip_prefix(tag).is_some_and(|rest| rest.starts_with(':'))) {
        Kind::Label
    } else if text.starts_with("Xen-Version:") {
        Kind::Release
    } else {
        Kind::Statuses
    }
}

/// Reads one line without blanks at its end; `None` if the tool dies on it.
pub(super) fn parse(line: &str, kind: Kind) -> Option<Line<'_>> {
    if kind == Kind::Release { parse_pair(line) } else { parse_status(line) }
}

/// `^([A-Z][-A-Z0-9a-z]+)\:\s+(\S.*)$`
fn parse_pair(line: &str) -> Option<Line<'_>> {
    let (key, rest) = line.split_once(':')?;
    let after_first = key.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    let is_key = !after_first.is_empty() && after_first.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if !is_key {
        return None;
    }
    Some(Line { description: key, value: value(rest)? })
}

/// `^(?:Status|Supported)(?:\,\s*([^:]+))?\:\s+(\S.*)$`
fn parse_status(line: &str) -> Option<Line<'_>> {
    let rest = line.strip_prefix("Status").or_else(|| line.strip_prefix("Supported"))?;
    if let Some(rest) = rest.strip_prefix(':') {
        return Some(Line { description: "", value: value(rest)? });
    }
    let (description, rest) = rest.strip_prefix(',')?.split_once(':')?;
    let trimmed = description.trim_start();
    // If there are only blanks, the expression leaves one of them as the description.
    let last_blank = description.char_indices().next_back().map(|(at, _)| &description[at..]);
    let description = if trimmed.is_empty() { last_blank? } else { trimmed };
    Some(Line { description, value: value(rest)? })
}

/// What stands after the colon: a blank, and something that is not blank.
fn value(rest: &str) -> Option<&str> {
    let value = rest.trim_start();
    (value.len() < rest.len() && !value.is_empty()).then_some(value)
}

/// `descr2key`: the part of a key that is made of an implementation or a term.
pub(crate) fn key_of(description: &str) -> String {
    let lower_case = description.to_lowercase();
    let chars = lower_case.chars().map(|c| if c == ' ' { '-' } else { c });
    chars.filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

#[cfg(test)]
mod tests {
    use super::{Kind, Line, key_of, kind, parse};

    #[track_caller]
    fn assert_status(line: &str, expected: Option<[&str; 2]>) {
        let expected = expected.map(|[description, value]| Line { description, value });
        assert_eq!(parse(line, Kind::Statuses), expected, "{line:?}");
    }

    #[test]
    fn a_status_line_has_the_grammar_of_the_tools_expression() {
        assert_status("Status: Supported", Some(["", "Supported"]));
        assert_status("Supported, x86: bzImage, ELF", Some(["x86", "bzImage, ELF"]));
        assert_status("Status,x86:\u{a0}\t S: T", Some(["x86", "S: T"]));
        assert_status("Status, x86 : S", Some(["x86 ", "S"]));
        assert_status("Status,  : S", Some([" ", "S"]));
        for line in ["Status", "Status:", "Status:S", "Status : S", " Status: S", "status: S", "Status, a:b: S"] {
            assert_status(line, None);
        }
        for line in ["Status,: S", "Status x: S", "Statuses: S", "Status, x", ": S", ""] {
            assert_status(line, None);
        }
    }

    #[test]
    fn a_line_of_the_release_support_has_a_key_of_one_word() {
        let parse = |line| parse(line, Kind::Release).map(|line| [line.description, line.value]);
        assert_eq!(parse("Xen-Version: 4.18"), Some(["Xen-Version", "4.18"]));
        assert_eq!(parse("Status: 4:5"), Some(["Status", "4:5"]));
        for line in ["X: 1", "xen: 1", "Initial Release: 1", "Xen-Version:4.18", "Xen-Version: ", "Xen_Version: 1"] {
            assert_eq!(parse(line), None, "{line:?}");
        }
    }

    #[test]
    fn the_first_line_decides_what_a_fragment_is() {
        assert_eq!(kind("Security supported: Yes\nStatus: x"), Kind::Label);
        assert_eq!(kind("Security supported : Yes"), Kind::Statuses);
        assert_eq!(kind("Xen-Version:4.18"), Kind::Release);
        assert_eq!(kind("\nXen-Version: 4.18"), Kind::Statuses);
    }

    #[test]
    fn a_key_is_lower_case_without_punctuation() {
        assert_eq!(key_of("QEMU (xen_disk), Rau  \tB\u{212a}é"), "qemu-xendisk-rau--bk");
    }
}
