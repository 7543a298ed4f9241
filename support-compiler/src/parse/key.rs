//! The keys by which Xen's own support matrix matches features, and the ids of headings, which they are made of.
//!
//! A heading's id is the one that pandoc gives it ([auto_identifiers]). The key of a feature is made of that id and the
//! implementation, as Xen's `docs/parse-support-md` does it.
//!
//! [auto_identifiers]: https://pandoc.org/MANUAL.html#extension-auto_identifiers

use crate::official::key_of;
use std::collections::HashMap;
use std::sync::Arc;

/// Gives the headings of one document their ids.
pub(crate) struct Identifiers {
    /// The ids so far, each with the number to try next for a heading that maps to the same id.
    next_numbers: HashMap<Arc<str>, u32>,
}

impl Identifiers {
    /// No ids yet, with room for those of that many headings.
    pub(crate) fn with_capacity(headings: usize) -> Self {
        Self { next_numbers: HashMap::with_capacity(headings) }
    }

    /// Takes the id that a heading gives itself. Another heading may have it.
    pub(crate) fn give(&mut self, id: String) -> Arc<str> {
        let id: Arc<str> = id.into();
        self.next_numbers.entry(id.clone()).or_insert(1);
        id
    }

    /// The id of the document's next heading: what its text maps to, with `-1`, `-2`, … after it if an earlier heading
    /// has that id. If it got such a number, also the id without it.
    pub(crate) fn assign(&mut self, typeset: &str) -> (Arc<str>, Option<Arc<str>>) {
        let base: Arc<str> = base_identifier(typeset).into();
        let mut id = base.clone();
        while self.next_numbers.contains_key(&id) {
            let next = self.next_numbers.entry(base.clone()).or_insert(1);
            id = format!("{base}-{next}").into();
            *next += 1;
        }
        self.next_numbers.insert(id.clone(), 1);
        let base = (base != id).then_some(base);
        (id, base)
    }
}

/// Whether a character is a letter at which an id may begin. Roman numbers are not.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, '\u{2160}'..='\u{2188}')
}

/// Whether a character is a blank in a title: pandoc drops the others at which a line ends.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The id that a heading's typeset text maps to: the text from its first letter on, in lower case, with `-` for blanks
/// and without anything except letters, digits, `_`, `-` and `.`; `section` if nothing is left.
fn base_identifier(typeset: &str) -> String {
    let mut id = String::with_capacity(typeset.len());
    let mut after_blank = false;
    // Each character by itself: `str::to_lowercase` has another letter for a sigma at the end of a word.
    for c in typeset.chars().flat_map(char::to_lowercase).skip_while(|c| !is_letter(*c)) {
        if is_blank(c) {
            after_blank = true;
        } else if c.is_alphanumeric() || matches!(c, '_' | '-' | '.') {
            if std::mem::take(&mut after_blank) {
                id.push('-');
            }
            id.push(c);
        }
    }
    if id.is_empty() { "section".to_owned() } else { id }
}

/// The key of a feature, made of its heading's id and its implementation: `x86pvh--domu`. It is the id alone if there
/// is no implementation.
pub(crate) fn feature_key(heading_id: &Arc<str>, implementation: &str) -> Arc<str> {
    if implementation.is_empty() {
        return heading_id.clone();
    }
    format!("{heading_id}--{}", key_of(implementation)).into()
}

#[cfg(test)]
mod tests {
    use super::{Identifiers, base_identifier, feature_key};

    #[test]
    fn headings_get_pandocs_ids() {
        for (heading, id) in [
            ("x86/PVH", "x86pvh"),
            ("Hypervisor ‘debug keys’", "hypervisor-debug-keys"),
            (
                "Hypervisor synchronous console output (sync_console)",
                "hypervisor-synchronous-console-output-sync_console",
            ),
            ("ARM: 16K and 64K page granularity", "arm-16k-and-64k-page-granularity"),
            ("XSM & FLASK", "xsm-flask"),
            ("9pfs  –  v2.0", "pfs-v2.0"),
            ("a - b", "a---b"),
            ("Über", "über"),
            ("2023", "section"),
            ("", "section"),
        ] {
            assert_eq!(base_identifier(heading), id);
        }
    }

    #[test]
    fn a_repeated_id_is_numbered() {
        let mut ids = Identifiers::with_capacity(0);
        let assigned = ["Memory", "Memory-1", "Memory", "memory", "Memory"].map(|heading| ids.assign(heading).0);
        assert_eq!(assigned.each_ref().map(|id| &**id), ["memory", "memory-1", "memory-2", "memory-3", "memory-4"]);
    }

    #[test]
    fn an_implementation_is_appended_without_punctuation() {
        assert_eq!(&*feature_key(&"x86pvh".into(), ""), "x86pvh");
        assert_eq!(&*feature_key(&"x86pv".into(), "x86_32, without shim"), "x86pv--x8632-without-shim");
        assert_eq!(&*feature_key(&"blkback".into(), "QEMU (xen_disk), raw format"), "blkback--qemu-xendisk-raw-format");
    }
}
