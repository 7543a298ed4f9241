//! The tables of a set of documents, and the trait by which the handles find them.

use crate::{Index, Label, Level, Limit, NameTable, Release, Security, Statement, Version};
use core::fmt::Debug;
use core::hash::Hash;

/// A set of documents that were compiled together: what the handles of this crate look things up in.
///
/// Implemented by generated code only, on a type without values that serves as the sets' name in
/// `Feature<S>`, `Statement<S>` and `Status<S>`. Each table is a constant of its own, so that a program links
/// just those that it uses: by strings, the names and their hash; by constants, none.
///
/// The tables are an agreement between the compiler and the look-ups of the same version of this crate, and
/// not part of its stable interface.
pub trait Set: Copy + Ord + Hash + Debug + 'static {
    /// The catalog: the name of each feature that any document of the set lists; then further names of features.
    #[doc(hidden)]
    const NAMES: NameTable;
    /// The features that the further names stand for: those that an older document spells in another way.
    #[doc(hidden)]
    const OTHER_NAMES: &'static [u32];
    /// The perfect hash over the names.
    #[doc(hidden)]
    const NAME_INDEX: Index;
    /// The key of each feature.
    #[doc(hidden)]
    const KEYS: &'static [&'static str];
    /// The perfect hash over the keys.
    #[doc(hidden)]
    const KEY_INDEX: Index;
    /// The section of each feature.
    #[doc(hidden)]
    const SECTIONS: &'static [&'static str];
    /// The text of each distinct status.
    #[doc(hidden)]
    const STATUS_TEXTS: &'static [&'static str];
    /// The meaning of each distinct status.
    #[doc(hidden)]
    const MEANINGS: &'static [Meaning];
    /// The limits, with the status that each belongs to.
    #[doc(hidden)]
    const LIMITS: &'static [(u8, Limit)];
    /// The distinct labels.
    #[doc(hidden)]
    const LABELS: &'static [Label];
    /// The statements, by version.
    #[doc(hidden)]
    const STATEMENTS: &'static [Statement<Self>];
    /// The version of each statement.
    #[doc(hidden)]
    const VERSIONS: &'static [Version];
    /// The release data of each statement.
    #[doc(hidden)]
    const RELEASES: &'static [Release];
    /// What is apart from the statuses, for each statement.
    #[doc(hidden)]
    const DETAILS: &'static [Details];
    /// The distinct pieces of prose; the first is empty.
    #[doc(hidden)]
    const PROSE: &'static [&'static str];

    /// How many features the set has.
    #[doc(hidden)]
    const FEATURES: usize = Self::KEYS.len();
}

/// What a distinct status means, in a few bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[doc(hidden)]
pub struct Meaning {
    pub level: Level,
    pub security: Security,
    pub label: Option<u8>,
    pub formats: bool,
    pub understood: bool,
}

/// What a document says beside the statuses; each table has one entry a feature.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct Details {
    /// The document's name.
    pub file: &'static str,
    /// The line of the status; 0: not listed.
    pub lines: &'static [u32],
    /// The prose before the status, as an index into [`Set::PROSE`].
    pub descriptions: &'static [u32],
    /// The prose after it, likewise.
    pub caveats: &'static [u32],
    /// The document's own "External security support".
    pub security_contacts: &'static [SecurityContact],
}

/// A project that provides security support for its own Xen-related features ("External security support").
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct SecurityContact {
    /// The project: `QEMU`.
    pub name: &'static str,
    /// Where it describes its security process.
    pub url: &'static str,
}

#[cfg(test)]
mod tests {
    use super::{Details, Meaning, Set};
    use crate::{
        Feature, Hash, Index, Label, Limit, NameTable, Places, Release, ReleaseDate, Slots, Statement, Version,
    };

    /// A set without features, of statements of every stage.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
    enum Bare {}

    const NOWHERE: Index = Index { hash: Hash { seed: 1, whole: false }, pilots: &[0], slots: Slots::Byte(&[0]) };

    impl Set for Bare {
        const NAMES: NameTable = NameTable { text: "", places: Places::Narrow(&[]) };
        const OTHER_NAMES: &'static [u32] = &[];
        const NAME_INDEX: Index = NOWHERE;
        const KEYS: &'static [&'static str] = &[];
        const KEY_INDEX: Index = NOWHERE;
        const SECTIONS: &'static [&'static str] = &[];
        const STATUS_TEXTS: &'static [&'static str] = &[];
        const MEANINGS: &'static [Meaning] = &[];
        const LIMITS: &'static [(u8, Limit)] = &[];
        const LABELS: &'static [Label] = &[];
        const STATEMENTS: &'static [Statement<Self>] =
            &[UNSTABLE, Statement::new(1, &[]), RELEASE, BRANCHED, CANDIDATE];
        const VERSIONS: &'static [Version] = &[
            version("4.17-unstable"),
            version("4.17-rc"),
            version("4.17"),
            version("4.18-unstable"),
            version("4.18-rc"),
        ];
        const RELEASES: &'static [Release] = &[
            release("4.17-unstable"),
            release("4.17-rc"),
            release("4.17"),
            release("4.18-unstable"),
            release("4.18-rc"),
        ];
        const DETAILS: &'static [Details] = &[];
        const PROSE: &'static [&'static str] = &[""];
    }

    const UNSTABLE: Statement<Bare> = Statement::new(0, &[]);
    const RELEASE: Statement<Bare> = Statement::new(2, &[]);
    const BRANCHED: Statement<Bare> = Statement::new(3, &[]);
    const CANDIDATE: Statement<Bare> = Statement::new(4, &[]);

    const fn version(text: &str) -> Version {
        Version::parse(text).unwrap()
    }

    const fn release(version_text: &'static str) -> Release {
        const NO_DATE: ReleaseDate = ReleaseDate { text: "n/a", date: None };
        Release {
            version: version(version_text),
            version_text,
            initial_release: NO_DATE,
            supported_until: NO_DATE,
            security_support_until: NO_DATE,
            release_notes: "",
            page: None,
        }
    }

    #[test]
    fn a_set_without_features_finds_none() {
        assert_eq!((Feature::<Bare>::find("", ""), Feature::<Bare>::find_by_key("")), (None, None));
        assert_eq!((Feature::<Bare>::nearest("x", ""), Feature::<Bare>::all().next()), (None, None));
    }

    #[test]
    fn the_furthest_statement_of_a_branch_answers_for_its_hypercall_version() {
        let found = [16, 17, 18].map(|minor| Statement::<Bare>::for_hypercall_version(4 << 16 | minor));
        assert_eq!(found, [None, Some(RELEASE), Some(CANDIDATE)]);
    }

    #[test]
    fn what_is_not_a_release_counts_only_at_the_ends_of_a_range() {
        let counted = |first: Statement<Bare>, last| first.through(last).iter().collect::<Vec<_>>();
        assert_eq!(counted(UNSTABLE, CANDIDATE), [UNSTABLE, RELEASE, CANDIDATE]);
        assert_eq!(counted(RELEASE, BRANCHED), [RELEASE, BRANCHED]);
    }
}
