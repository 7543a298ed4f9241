//! What a program relies on: features with requirements, in a list that is checked as a whole.

use super::date::Date;
use super::feature::Feature;
use super::need::Need;
use super::requirement::Requirement;
use super::set::Set;
use super::statement::Statement;
use core::fmt;
use core::slice;

/// What a program relies on: a list of [needs](Need), to be checked by the compiler, and asked at run time.
///
/// `xen_support::needs!` declares one. A list is two words in memory, and can be copied.
///
/// Each method that asks for an answer takes the day from [`Statement::AS_OF`], and has a twin that ends in `_on` and takes
/// it from the caller.
#[derive(Clone, Copy)]
pub struct Needs<S: Set> {
    needs: &'static [Need<S>],
}

impl<S: Set> Needs<S> {
    /// The needs in this list.
    #[must_use]
    pub const fn of(needs: &'static [Need<S>]) -> Self {
        Self { needs }
    }

    /// How many needs there are.
    #[must_use]
    pub const fn len(self) -> usize {
        self.needs.len()
    }

    /// Whether there are none, so that every statement meets them.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.needs.is_empty()
    }

    /// The needs as a slice, in the order in which they were written.
    #[must_use]
    pub const fn as_slice(self) -> &'static [Need<S>] {
        self.needs
    }

    /// The needs, in the order in which they were written.
    pub fn iter(self) -> core::iter::Copied<slice::Iter<'static, Need<S>>> {
        self.needs.iter().copied()
    }

    /// Whether the statement grants all of them.
    ///
    /// Cost: that of [`Statement::satisfies`] for each.
    #[must_use]
    pub const fn are_met_by(self, statement: Statement<S>) -> bool {
        let mut number = 0;
        while number < self.needs.len() {
            if !self.needs[number].is_met_by(statement) {
                return false;
            }
            number += 1;
        }
        true
    }

    /// Whether the statement grants all of them on this day.
    #[must_use]
    pub const fn are_met_by_on(self, statement: Statement<S>, day: Date) -> bool {
        let mut number = 0;
        while number < self.needs.len() {
            if !self.needs[number].is_met_by_on(statement, day) {
                return false;
            }
            number += 1;
        }
        true
    }

    /// How many needs several lists have together; `needs!` makes a list of lists by it.
    #[doc(hidden)]
    #[must_use]
    pub const fn total(mut lists: &[Self]) -> usize {
        let mut total = 0;
        while let [list, rest @ ..] = lists {
            total += list.needs.len();
            lists = rest;
        }
        total
    }

    /// The needs of several lists, one list after the other; `needs!` makes a list of lists by it.
    ///
    /// # Panics
    ///
    /// If `TOTAL` is not their number.
    #[doc(hidden)]
    #[must_use]
    pub const fn joined<const TOTAL: usize>(mut lists: &[Self]) -> [Need<S>; TOTAL] {
        assert!(Self::total(lists) == TOTAL, "the lists have another number of needs");
        let mut joined = [Need::new(Feature::at(0), Requirement::EXPERIMENTAL); TOTAL];
        let mut at = 0;
        while let [list, rest @ ..] = lists {
            let mut needs = list.needs;
            while let [need, rest @ ..] = needs {
                joined[at] = *need;
                at += 1;
                needs = rest;
            }
            lists = rest;
        }
        joined
    }
}

impl<S: Set> IntoIterator for Needs<S> {
    type Item = Need<S>;
    type IntoIter = core::iter::Copied<slice::Iter<'static, Need<S>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<S: Set> fmt::Debug for Needs<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.needs).finish()
    }
}
