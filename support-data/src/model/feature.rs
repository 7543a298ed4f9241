//! What has a status.

use super::set::Set;
use crate::lookup::equal;
use crate::text::pad;
use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;

/// A feature of the set `S`: a heading of SUPPORT.md, or one implementation of it.
///
/// A handle of four bytes into the set's catalog, which lists the features of all the set's documents, each
/// once. Generated constants (`features::x86_pvh::DOMU`) name the ones that are known when the program is
/// written; [`find`](Self::find) finds one by its name. Features are ordered as the documents list them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Feature<S: Set> {
    pub(super) index: u32,
    set: PhantomData<S>,
}

impl<S: Set> Feature<S> {
    /// How many features the set's catalog lists.
    pub const COUNT: usize = S::KEYS.len();

    /// The feature in this row of the catalog; for generated code.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    #[doc(hidden)]
    #[must_use]
    #[track_caller]
    pub const fn new(index: u32) -> Self {
        assert!((index as usize) < Self::COUNT, "no such row in the catalog");
        Self { index, set: PhantomData }
    }

    /// Finds a feature by its name: the heading, and the implementation as it stands between `Status,` and
    /// the colon, or `""` for a bare `Status:`. Both are compared exactly.
    ///
    /// Cost: one hash over both strings, two loads and one comparison; in const evaluation, none.
    #[must_use]
    pub const fn find(title: &str, implementation: &str) -> Option<Self> {
        if Self::COUNT == 0 {
            return None;
        }
        let row = S::NAME_INDEX.candidate(title, implementation);
        let [known_title, known_implementation] = S::NAMES.bytes(row);
        if equal(known_title, title.as_bytes()) && equal(known_implementation, implementation.as_bytes()) {
            Some(Self::at(Self::row_of_name(row)))
        } else {
            None
        }
    }

    /// The row of the catalog for a row of the names, of which the last are further names of features.
    pub(crate) const fn row_of_name(row: usize) -> usize {
        if row < Self::COUNT { row } else { S::OTHER_NAMES[row - Self::COUNT] as usize }
    }

    /// Finds a feature by its key, the id by which Xen's own support matrix matches a feature across
    /// releases: `x86pvh--domu`.
    ///
    /// Cost: as [`find`](Self::find).
    #[must_use]
    pub const fn find_by_key(key: &str) -> Option<Self> {
        if Self::COUNT == 0 {
            return None;
        }
        let row = S::KEY_INDEX.candidate(key, "");
        if equal(S::KEYS[row].as_bytes(), key.as_bytes()) { Some(Self::at(row)) } else { None }
    }

    #[expect(clippy::cast_possible_truncation, reason = "the compiler refuses larger catalogs")]
    pub(crate) const fn at(row: usize) -> Self {
        Self { index: row as u32, set: PhantomData }
    }

    /// All features of the set, in the order of the documents.
    #[must_use]
    pub const fn all() -> Features<S> {
        Features { rows: 0..Self::COUNT, set: PhantomData }
    }

    /// The feature's row in the catalog, `0..COUNT`: an index for a table of one's own.
    #[must_use]
    pub const fn index(self) -> usize {
        self.index as usize
    }

    /// The heading: `x86/PVH`.
    ///
    /// Cost: a pass over its bytes, since the names are parts of one text.
    #[must_use]
    pub const fn title(self) -> &'static str {
        S::NAMES.title(self.index())
    }

    /// The implementation: `domU`; empty for a bare `Status:`. Cost: as [`title`](Self::title).
    #[must_use]
    pub const fn implementation(self) -> &'static str {
        S::NAMES.implementation(self.index())
    }

    /// The parts of its name as it is shown.
    pub(super) const fn name_parts(self) -> [&'static str; 3] {
        let (title, implementation) = (self.title(), self.implementation());
        [title, if implementation.is_empty() { "" } else { ", " }, implementation]
    }

    /// The section that the feature stands in, in the newest document that lists it: `Guest Type`.
    #[must_use]
    pub const fn section(self) -> &'static str {
        S::SECTIONS[self.index()]
    }

    /// The id by which Xen's own support matrix (`docs/parse-support-md`) matches the feature across
    /// releases: `x86pvh--domu`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        S::KEYS[self.index()]
    }

    /// The id of the feature's heading on the official page, by the newest document that lists the feature: `x86pvh`.
    ///
    /// Cost: one load.
    #[must_use]
    pub const fn anchor(self) -> &'static str {
        S::ANCHORS[self.index()]
    }
}

/// The feature's name: `x86/PVH, domU`, or the title alone where there is no implementation.
impl<S: Set> fmt::Display for Feature<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &self.name_parts())
    }
}

impl<S: Set> fmt::Debug for Feature<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Feature").field(&self.title()).field(&self.implementation()).finish()
    }
}

/// The iterator of [`Feature::all`].
#[derive(Clone, Debug)]
pub struct Features<S: Set> {
    rows: core::ops::Range<usize>,
    set: PhantomData<S>,
}

impl<S: Set> Iterator for Features<S> {
    type Item = Feature<S>;

    fn next(&mut self) -> Option<Self::Item> {
        self.rows.next().map(Feature::at)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }
}

impl<S: Set> DoubleEndedIterator for Features<S> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.rows.next_back().map(Feature::at)
    }
}

impl<S: Set> ExactSizeIterator for Features<S> {}

impl<S: Set> FusedIterator for Features<S> {}
