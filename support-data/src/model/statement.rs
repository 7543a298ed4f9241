//! What one release's document says.

use super::date::Date;
use super::feature::{Feature, Features};
use super::release::Release;
use super::set::{Column, Details, SecurityContact, Set};
use super::status::Status;
use super::version::Version;
use crate::text::pad;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::FusedIterator;
use core::marker::PhantomData;

/// What one release's SUPPORT.md says: a `Copy` handle into the set `S`, which this document belongs to.
///
/// Statements are ordered by version. Two are equal if they are the same document of the set. Their constants can stand in
/// patterns, as those of features can.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Statement<S: Set> {
    pub(super) number: u8,
    /// Whether the release is security supported on `AS_OF`.
    pub(super) is_current: bool,
    /// One byte per feature: the number of its status, counted from 1; 0 if the document does not list it.
    pub(super) statuses: &'static [u8],
    set: PhantomData<S>,
}

impl<S: Set> Statement<S> {
    /// How many statements the set has.
    pub const COUNT: usize = S::COLUMNS.len();

    /// The day on which the set's pages were taken. Security support is judged on this day where the caller gives none,
    /// since const evaluation has no clock. What a page says of later days is what was planned then.
    ///
    /// For the bundled set, it is the day of the newest commit that the documents were taken from. For a set of your
    /// own, it is the day that the builder or the macro was given, or else the newest `Initial-Release` that is a day:
    /// nobody can have read the pages before. If no page names such a day, it is 0000-01-01; then none of them grants
    /// security support anyway.
    pub const AS_OF: Date = S::AS_OF;

    /// The statement with this number, `0..COUNT`, in the order of versions; for generated code.
    ///
    /// # Panics
    ///
    /// If there is no such statement.
    #[doc(hidden)]
    #[must_use]
    #[track_caller]
    pub const fn new(number: u8) -> Self {
        assert!((number as usize) < Self::COUNT, "no such statement in the set");
        Self::at(number as usize)
    }

    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the compiler refuses larger sets")]
    pub(crate) const fn at(number: usize) -> Self {
        let Column { is_current, statuses, .. } = S::COLUMNS[number];
        Self { number: number as u8, is_current, statuses, set: PhantomData }
    }

    /// The statement for a version; `None` if the set has none. A point release has its [branch's](Version::branch).
    ///
    /// Cost: a comparison with each of the set's versions.
    #[must_use]
    pub const fn for_version(version: Version) -> Option<Self> {
        let version = version.branch();
        let mut number = 0;
        while number < S::VERSIONS.len() {
            if S::VERSIONS[number].equals(version) {
                return Some(Self::at(number));
            }
            number += 1;
        }
        None
    }

    /// The status of a feature; `None` if the document does not list it.
    ///
    /// Cost: one load; in const evaluation, nothing at run time.
    #[must_use]
    pub const fn status(self, feature: Feature<S>) -> Option<Status<S>> {
        if feature.index() < self.statuses.len() { Status::from_byte(self.statuses[feature.index()]) } else { None }
    }

    /// The status of the feature with that name; `None` if the document does not list it. [`Feature::find`] says what
    /// the two parts of a name are.
    ///
    /// Cost: one hash over both strings, one comparison and one load; in const evaluation, nothing at run time.
    #[must_use]
    pub const fn get(self, title: &str, implementation: &str) -> Option<Status<S>> {
        match Feature::find(title, implementation) {
            Some(feature) => self.status(feature),
            None => None,
        }
    }

    /// The status of the feature with that key; `None` if the document does not list it. [`Feature::find_by_key`] says
    /// what a key is.
    ///
    /// Cost: that of [`get`](Self::get).
    #[must_use]
    pub const fn get_by_key(self, key: &str) -> Option<Status<S>> {
        match Feature::find_by_key(key) {
            Some(feature) => self.status(feature),
            None => None,
        }
    }

    /// The features that the document lists, with their statuses, in the order of [`Feature::all`].
    #[must_use]
    pub fn iter(self) -> ListedFeatures<S> {
        ListedFeatures { statement: self, features: Feature::all() }
    }

    /// The parts of the release's name as it is shown.
    pub(crate) const fn name_parts(self) -> [&'static str; 2] {
        [if S::OFFICIAL { "Xen " } else { "" }, self.release().version_text]
    }

    /// What the document's section Release Support says.
    #[must_use]
    pub const fn release(self) -> &'static Release {
        &S::RELEASES[self.number()]
    }

    /// The version that the statement is for.
    #[must_use]
    pub const fn version(self) -> Version {
        S::VERSIONS[self.number()]
    }

    /// The prose that describes the feature, as the document's Markdown; empty if there is none. It is what stands above
    /// the status (SUPPORT.md, "Format and definitions"). In the bundled documents there is none, except for one line where
    /// it speaks of security.
    #[must_use]
    pub const fn description(self, feature: Feature<S>) -> &'static str {
        self.prose(feature, 0)
    }

    /// The line of the document that gives the feature's status, counted from 1; `None` if the document does not list
    /// the feature.
    #[must_use]
    pub const fn line(self, feature: Feature<S>) -> Option<u32> {
        match self.details().lines[feature.index()] {
            0 => None,
            line => Some(line),
        }
    }

    /// The document's name, as the compiler was given it: `data/4.18.md`.
    #[must_use]
    pub const fn file(self) -> &'static str {
        self.details().file
    }

    /// The external projects that provide security support for their own Xen-related features, as the document's
    /// section "External security support" lists them.
    #[must_use]
    pub const fn security_contacts(self) -> &'static [SecurityContact] {
        self.details().security_contacts
    }

    /// Where the official page of this release describes the feature; `None` if the document does not list the feature,
    /// or if there is no such page (see [`Release::url`]).
    #[must_use]
    pub const fn link(self, feature: Feature<S>) -> Option<Link> {
        match (self.release().url, self.status(feature)) {
            (Some(page), Some(_)) => Some(Link { page, anchor: feature.anchor() }),
            (None, _) | (_, None) => None,
        }
    }

    /// One kind of the prose around a feature's status: the description, the caveats or that of the section.
    pub(super) const fn prose(self, feature: Feature<S>, kind: usize) -> &'static str {
        S::PROSE[S::AROUND[self.details().prose[feature.index()] as usize][kind] as usize]
    }

    pub(super) const fn details(self) -> &'static Details {
        &S::DETAILS[self.number()]
    }

    /// The statement's number in its set, in the order of versions.
    pub(crate) const fn number(self) -> usize {
        self.number as usize
    }
}

impl<S: Set> PartialOrd for Statement<S> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<S: Set> Ord for Statement<S> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp(&other.number)
    }
}

impl<S: Set> Hash for Statement<S> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}

/// The release: `Xen 4.18`; of a page that is not the Xen Project's own, the version alone.
impl<S: Set> fmt::Display for Statement<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &self.name_parts())
    }
}

impl<S: Set> IntoIterator for Statement<S> {
    type Item = (Feature<S>, Status<S>);
    type IntoIter = ListedFeatures<S>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The iterator of [`Statement::iter`].
#[derive(Clone, Debug)]
pub struct ListedFeatures<S: Set> {
    statement: Statement<S>,
    features: Features<S>,
}

impl<S: Set> Iterator for ListedFeatures<S> {
    type Item = (Feature<S>, Status<S>);

    fn next(&mut self) -> Option<Self::Item> {
        let statement = self.statement;
        self.features.find_map(|feature| Some((feature, statement.status(feature)?)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.features.len()))
    }
}

impl<S: Set> DoubleEndedIterator for ListedFeatures<S> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let statement = self.statement;
        self.features.by_ref().rev().find_map(|feature| Some((feature, statement.status(feature)?)))
    }
}

impl<S: Set> FusedIterator for ListedFeatures<S> {}

impl<S: Set> fmt::Debug for Statement<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Statement").field(&self.release().version_text).finish()
    }
}

/// A place on an official page; its `Display` is the URL.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct Link {
    /// The page: `https://xenbits.xen.org/docs/4.18-testing/SUPPORT.html`.
    pub page: &'static str,
    /// The id of the heading on it: `x86pvh`.
    pub anchor: &'static str,
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &[self.page, "#", self.anchor])
    }
}
