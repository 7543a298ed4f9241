//! Needs that a statement does not grant, and the statements that grant all of them.

use super::date::Date;
use super::need::Need;
use super::needs::Needs;
use super::set::Set;
use super::statement::Statement;
use super::statements::StatementsIter;
use core::iter::FusedIterator;
use core::slice;

impl<S: Set> Needs<S> {
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
        UnmetNeeds { needs: self.as_slice().iter(), statement, day, granted_before_by: None }
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
            Some(before) => before.page_grants(need.feature(), need.requirement()),
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
