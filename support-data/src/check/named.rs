//! A feature by its name in const evaluation, and the nearest where there is none of that name.

use super::explain::unknown_feature;
use super::nearest::nearest;
use crate::model::{Feature, Set};

impl<S: Set> Feature<S> {
    /// The feature of that name; [`find`](Self::find) for const evaluation, where it must be there.
    ///
    /// # Panics
    ///
    /// When no document of the set lists such a feature. In const evaluation that is a compile error, and the
    /// message has the nearest names; at run time use [`find`](Self::find).
    #[must_use]
    #[track_caller]
    pub const fn named(title: &str, implementation: &str) -> Self {
        if S::FEATURES > 0 {
            let row = S::NAME_INDEX.candidate(title, implementation);
            if S::NAMES.holds(row, title, implementation) {
                return Self::at(Self::row_of_name(row));
            }
        }
        panic!("{}", unknown_feature::<S>(title, implementation).as_str())
    }

    /// The feature whose name is nearest to the given one, for "did you mean"; `None` when none is near.
    ///
    /// A title that matches exactly is nearest, whatever the implementation. Cost: an edit distance for each
    /// name of the catalog; meant for errors.
    #[must_use]
    pub const fn nearest(title: &str, implementation: &str) -> Option<Self> {
        match nearest(S::NAMES, title, implementation) {
            [Some(row), ..] => Some(Self::at(Self::row_of_name(row))),
            _ => None,
        }
    }
}
