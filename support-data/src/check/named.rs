//! Finds a feature by its name in const evaluation, and the nearest name if there is no such feature.

use super::explain::unknown_feature;
use super::nearest::nearest_names;
use crate::model::{Feature, Set};

impl<S: Set> Feature<S> {
    /// The feature with that name, as [`find`](Self::find) finds it. For const evaluation.
    ///
    /// # Panics
    ///
    /// If no document of the set lists such a feature. In const evaluation that is a compile error whose message has
    /// the nearest names. At run time, use [`find`](Self::find).
    #[must_use]
    #[track_caller]
    pub const fn named(title: &str, implementation: &str) -> Self {
        if Self::COUNT > 0 {
            let row = S::NAME_INDEX.candidate(title, implementation);
            if S::NAMES.holds(row, title, implementation) {
                return Self::at(Self::row_of_name(row));
            }
        }
        panic!("{}", unknown_feature::<S>(title, implementation).as_str())
    }

    /// The feature whose name is nearest to this one, for "did you mean"; `None` if none is near. A feature with
    /// exactly this title is nearer than any other, whatever its implementation.
    ///
    /// Cost: a walk over the names, with an edit distance for those that look alike, so use it for error messages. It
    /// gives up after a million steps, which is enough for some 20,000 names that all look alike; then it is the nearest
    /// of those that it came to.
    #[must_use]
    pub const fn nearest(title: &str, implementation: &str) -> Option<Self> {
        match nearest_names(S::NAMES, title, implementation).rows {
            [Some(row), ..] => Some(Self::at(Self::row_of_name(row))),
            _ => None,
        }
    }
}

/// A feature as a check names it: by its constant, or by the title that a bare `Status:` stands below.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Named<T>(pub T);

impl<S: Set> Named<Feature<S>> {
    /// The feature.
    #[must_use]
    pub const fn feature(self) -> Feature<S> {
        self.0
    }
}

impl Named<&str> {
    /// The feature with that title, as [`Feature::named`] finds it.
    ///
    /// # Panics
    ///
    /// As [`Feature::named`].
    #[must_use]
    #[track_caller]
    pub const fn feature<S: Set>(self) -> Feature<S> {
        Feature::named(self.0, "")
    }
}
