//! Several statements at once.

use super::set::Set;
use super::statement::Statement;
use core::iter::FusedIterator;
use core::ops::Range;

/// Several statements of a set: all of them, those of a range of releases, or those of a list.
#[derive(Clone, Copy, Debug)]
pub struct Statements<'a, S: Set>(Members<'a, S>);

#[derive(Clone, Copy, Debug)]
enum Members<'a, S: Set> {
    All,
    /// The first, the last, and those between them that are for a release.
    Range(Statement<S>, Statement<S>),
    List(&'a [Statement<S>]),
}

impl<S: Set> Statement<S> {
    /// All statements of the set, by version.
    #[must_use]
    pub const fn all() -> Statements<'static, S> {
        Statements(Members::All)
    }
}

impl<'a, S: Set> Statements<'a, S> {
    /// The statements of a range; `last` must not come before `first`.
    pub(crate) const fn range(first: Statement<S>, last: Statement<S>) -> Self {
        Self(Members::Range(first, last))
    }

    /// The statements of a list.
    pub(crate) const fn list(statements: &'a [Statement<S>]) -> Self {
        Self(Members::List(statements))
    }

    /// The statements: those of a list in its order, all others by version.
    #[must_use]
    pub fn iter(self) -> StatementsIter<'a, S> {
        StatementsIter { positions: 0..self.positions(), statements: self }
    }

    /// How many positions there are. [`at`](Self::at) takes one of them.
    pub(crate) const fn positions(self) -> usize {
        match self.0 {
            Members::All => S::COLUMNS.len(),
            Members::Range(first, last) => last.number() - first.number() + 1,
            Members::List(statements) => statements.len(),
        }
    }

    /// The statement at this position; `None` if it is within a range and not for a release.
    pub(crate) const fn at(self, position: usize) -> Option<Statement<S>> {
        match self.0 {
            Members::All => Some(Statement::at(position)),
            Members::Range(first, last) => {
                let number = first.number as usize + position;
                let is_end = position == 0 || number == last.number as usize;
                if is_end || S::COLUMNS[number].is_release { Some(Statement::at(number)) } else { None }
            }
            Members::List(statements) => Some(statements[position]),
        }
    }
}

impl<'a, S: Set> IntoIterator for Statements<'a, S> {
    type Item = Statement<S>;
    type IntoIter = StatementsIter<'a, S>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The iterator of [`Statements::iter`].
#[derive(Clone, Debug)]
pub struct StatementsIter<'a, S: Set> {
    statements: Statements<'a, S>,
    positions: Range<usize>,
}

impl<S: Set> Iterator for StatementsIter<'_, S> {
    type Item = Statement<S>;

    fn next(&mut self) -> Option<Self::Item> {
        self.positions.find_map(|position| self.statements.at(position))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.positions.len()))
    }
}

impl<S: Set> DoubleEndedIterator for StatementsIter<'_, S> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let statements = self.statements;
        self.positions.by_ref().rev().find_map(|position| statements.at(position))
    }
}

impl<S: Set> FusedIterator for StatementsIter<'_, S> {}
