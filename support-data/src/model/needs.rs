//! What a program relies on: features with requirements, in a list that is checked as a whole.

use super::date::Date;
use super::feature::Feature;
use super::requirement::Requirement;
use super::set::Set;
use super::statement::Statement;
use super::statements::StatementsIter;
use crate::text::pad;
use core::fmt;
use core::iter::FusedIterator;
use core::panic::Location;
use core::slice;

/// A feature, how much of it a program relies on, and why if that is said.
///
/// `xen_support::needs!` writes it in the grammar of `require!`. Its `Display` is in that grammar, too:
/// `x86/PVH, domU is security_supported`.
#[derive(Clone, Copy)]
pub struct Need<S: Set> {
    feature: Feature<S>,
    requirement: Requirement,
    reason: &'static str,
    location: &'static Location<'static>,
}

impl<S: Set> Need<S> {
    /// The need of a feature. Its place in the source is where this is called.
    #[must_use]
    #[track_caller]
    pub const fn new(feature: Feature<S>, requirement: Requirement) -> Self {
        Self { feature, requirement, reason: "", location: Location::caller() }
    }

    /// The same with a reason, which is shown where the need is not met.
    #[must_use]
    pub const fn because(self, reason: &'static str) -> Self {
        Self { reason, ..self }
    }

    /// The feature that is relied on.
    #[must_use]
    pub const fn feature(self) -> Feature<S> {
        self.feature
    }

    /// How much of it is relied on.
    #[must_use]
    pub const fn requirement(self) -> Requirement {
        self.requirement
    }

    /// Why it is relied on; empty if that is not said.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        self.reason
    }

    /// Where the need stands in the source.
    #[must_use]
    pub const fn location(self) -> &'static Location<'static> {
        self.location
    }

    /// Whether the statement grants it on the day [`Statement::AS_OF`], as [`Statement::satisfies`] says.
    #[must_use]
    pub const fn is_met_by(self, statement: Statement<S>) -> bool {
        statement.satisfies(self.feature, self.requirement)
    }

    /// Whether the statement grants it on this day, as [`Statement::satisfies_on`] says.
    #[must_use]
    pub const fn is_met_by_on(self, statement: Statement<S>, day: Date) -> bool {
        statement.satisfies_on(self.feature, self.requirement, day)
    }
}

/// The need as `require!` writes it, without the reason.
impl<S: Set> fmt::Display for Need<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (title, implementation) = (self.feature.title(), self.feature.implementation());
        let separator = if implementation.is_empty() { "" } else { ", " };
        pad(f, &[title, separator, implementation, " is ", self.requirement.in_words().as_str()])
    }
}

impl<S: Set> fmt::Debug for Need<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { feature, requirement, reason, location } = self;
        f.debug_struct("Need")
            .field("feature", feature)
            .field("requirement", &format_args!("{requirement}"))
            .field("reason", reason)
            .field("location", &format_args!("{location}"))
            .finish()
    }
}

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

    /// What the statement does not grant, each with a `Display` that says why, as a failed `require!` does.
    ///
    /// ```
    /// # // The set of xen-support cannot be used here, because it is made with this crate.
    /// # use xen_support_data::{Needs, Set, Statement};
    /// # fn explain<S: Set>(needs: Needs<S>, statement: Statement<S>) {
    /// for unmet in needs.unmet_by(statement) {
    ///     println!("{unmet}");
    /// }
    /// # }
    /// ```
    #[must_use]
    pub fn unmet_by(self, statement: Statement<S>) -> UnmetNeeds<S> {
        self.unmet_by_on(statement, S::AS_OF)
    }

    /// What the statement does not grant on this day.
    #[must_use]
    pub fn unmet_by_on(self, statement: Statement<S>, day: Date) -> UnmetNeeds<S> {
        UnmetNeeds { needs: self.needs.iter(), statement, day, granted_before_by: None }
    }

    /// What is lost by a change from one release to another: what the page of `from` grants, and `to` does not.
    ///
    /// Of `from`, its page alone counts, so that what it granted before its security support ended is not forgotten.
    #[must_use]
    pub fn lost_from(self, from: Statement<S>, to: Statement<S>) -> UnmetNeeds<S> {
        self.lost_from_on(from, to, S::AS_OF)
    }

    /// What is lost on this day by a change from one release to another; see [`lost_from`](Self::lost_from).
    #[must_use]
    pub fn lost_from_on(self, from: Statement<S>, to: Statement<S>, day: Date) -> UnmetNeeds<S> {
        UnmetNeeds { granted_before_by: Some(from), ..self.unmet_by_on(to, day) }
    }

    /// The statements that grant all of them, by version.
    #[must_use]
    pub fn met_by(self) -> MetBy<S> {
        self.met_by_on(S::AS_OF)
    }

    /// The statements that grant all of them on this day, by version.
    #[must_use]
    pub fn met_by_on(self, day: Date) -> MetBy<S> {
        MetBy { statements: Statement::all().iter(), needs: self, day }
    }

    /// The oldest release that grants all of them; `None` if none does.
    #[must_use]
    pub const fn oldest(self) -> Option<Statement<S>> {
        self.oldest_on(S::AS_OF)
    }

    /// The oldest release that grants all of them on this day; `None` if none does.
    #[must_use]
    pub const fn oldest_on(self, day: Date) -> Option<Statement<S>> {
        let all = Statement::all();
        let mut position = 0;
        while position < all.positions() {
            if let Some(statement) = all.at(position) {
                if self.are_met_by_on(statement, day) {
                    return Some(statement);
                }
            }
            position += 1;
        }
        None
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

/// A need that a statement does not grant on a day.
///
/// Its `Display` is the text that the compiler shows where the same is required of that statement, judged on the day: what is not
/// granted, why, where that is said, and what to do. It has several lines. To show it costs the stack a few kilobytes, and
/// links the names of all features.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Unmet<S: Set> {
    /// The need.
    pub need: Need<S>,
    /// The statement that does not grant it.
    pub statement: Statement<S>,
    /// The day on which it does not.
    pub day: Date,
}

/// The iterator of [`Needs::unmet_by`] and [`Needs::lost_from`].
#[derive(Clone, Debug)]
pub struct UnmetNeeds<S: Set> {
    needs: slice::Iter<'static, Need<S>>,
    statement: Statement<S>,
    day: Date,
    /// The statement whose page must grant a need for it to count.
    granted_before_by: Option<Statement<S>>,
}

impl<S: Set> Iterator for UnmetNeeds<S> {
    type Item = Unmet<S>;

    fn next(&mut self) -> Option<Self::Item> {
        let Self { statement, day, granted_before_by, .. } = *self;
        let was_granted = |need: &Need<S>| match granted_before_by {
            Some(before) => before.page_grants(need.feature, need.requirement),
            None => true,
        };
        let need = self.needs.find(|need| !need.is_met_by_on(statement, day) && was_granted(need))?;
        Some(Unmet { need: *need, statement, day })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.needs.len()))
    }
}

impl<S: Set> FusedIterator for UnmetNeeds<S> {}

/// The iterator of [`Needs::met_by`].
#[derive(Clone, Debug)]
pub struct MetBy<S: Set> {
    statements: StatementsIter<'static, S>,
    needs: Needs<S>,
    day: Date,
}

impl<S: Set> Iterator for MetBy<S> {
    type Item = Statement<S>;

    fn next(&mut self) -> Option<Self::Item> {
        let Self { needs, day, .. } = *self;
        self.statements.find(|statement| needs.are_met_by_on(*statement, day))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.statements.size_hint().1)
    }
}

impl<S: Set> DoubleEndedIterator for MetBy<S> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let Self { needs, day, .. } = *self;
        self.statements.rfind(|statement| needs.are_met_by_on(*statement, day))
    }
}

impl<S: Set> FusedIterator for MetBy<S> {}
