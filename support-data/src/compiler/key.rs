//! The ids by which Xen's own support matrix knows headings and features.
//!
//! A heading's id is the one that pandoc gives it ([auto_identifiers]); the key of an implementation is what
//! Xen's `docs/parse-support-md` makes of its name.
//!
//! [auto_identifiers]: https://pandoc.org/MANUAL.html#extension-auto_identifiers

use std::collections::HashMap;

/// Gives the headings of one document their ids.
#[derive(Default)]
pub(super) struct Identifiers {
    /// Each id that was given, with the number to try next for a heading that comes to the same.
    given: HashMap<String, u32>,
}

impl Identifiers {
    /// The id of the document's next heading: [`identifier`], made different from all before it by `-1`, `-2`, …; and
    /// what it was before that, where it is another one.
    pub(super) fn give(&mut self, typeset: &str) -> (String, Option<String>) {
        let base = identifier(typeset);
        let mut id = base.clone();
        while self.given.contains_key(&id) {
            let next = self.given.entry(base.clone()).or_insert(1);
            id = format!("{base}-{next}");
            *next += 1;
        }
        self.given.insert(id.clone(), 1);
        let base = (base != id).then_some(base);
        (id, base)
    }
}

/// The id of a heading by its typeset text: lower case, letters, digits, `_`, `-` and `.` only, blanks to `-`, from
/// the first letter on; `section` where nothing is left.
fn identifier(typeset: &str) -> String {
    let kept: String = typeset
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '_' | '-' | '.'))
        .collect();
    let joined = kept.split_whitespace().collect::<Vec<_>>().join("-");
    match joined.trim_start_matches(|c: char| !c.is_alphabetic()) {
        "" => "section".to_owned(),
        id => id.to_owned(),
    }
}

/// The key of a feature by its heading's id and its implementation: `x86pvh--domu`; the id alone where there is no
/// implementation.
pub(super) fn feature_key(heading_id: &str, implementation: &str) -> String {
    if implementation.is_empty() {
        return heading_id.to_owned();
    }
    let implementation: String = implementation
        .to_lowercase()
        .chars()
        .map(|c| if c == ' ' { '-' } else { c })
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    format!("{heading_id}--{implementation}")
}

#[cfg(test)]
mod tests {
    use super::{Identifiers, feature_key, identifier};

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
            assert_eq!(identifier(heading), id);
        }
    }

    #[test]
    fn a_repeated_id_is_numbered() {
        let mut ids = Identifiers::default();
        let given = ["Memory", "Memory-1", "Memory", "memory", "Memory"].map(|heading| ids.give(heading).0);
        assert_eq!(given, ["memory", "memory-1", "memory-2", "memory-3", "memory-4"]);
    }

    #[test]
    fn an_implementation_is_appended_without_punctuation() {
        assert_eq!(feature_key("x86pvh", ""), "x86pvh");
        assert_eq!(feature_key("x86pv", "x86_32, without shim"), "x86pv--x8632-without-shim");
        assert_eq!(feature_key("blkback", "QEMU (xen_disk), raw format"), "blkback--qemu-xendisk-raw-format");
    }
}
