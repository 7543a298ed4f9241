//! What can be asked of one statement or of several.

use crate::model::{Date, Feature, Requirement, Set, Statement};

/// A question that a statement answers with yes or no.
#[derive(Clone, Copy)]
pub(crate) enum Asked<S: Set> {
    /// Whether the release grants this of the feature.
    Requirement(Feature<S>, Requirement),
    /// Whether the feature is no worse than in an earlier release.
    NoWorse(Feature<S>, Statement<S>),
    /// Whether the release is supported through a day.
    SupportedThrough(Date),
    /// Whether the release is security supported through a day.
    SecuritySupportedThrough(Date),
}

impl<S: Set> Asked<S> {
    /// The statement's answer.
    pub(crate) const fn is_granted_by(self, statement: Statement<S>) -> bool {
        match self {
            Self::Requirement(feature, requirement) => statement.satisfies(feature, requirement),
            Self::NoWorse(feature, earlier) => statement.is_no_worse(feature, earlier),
            Self::SupportedThrough(day) => statement.is_supported_through(day),
            Self::SecuritySupportedThrough(day) => statement.is_security_supported_through(day),
        }
    }
}

/// Which of the statements that were asked do not grant something.
#[derive(Clone, Copy)]
pub(crate) struct Failing<S: Set> {
    /// The first of them.
    pub(crate) first: Statement<S>,
    /// How many there are.
    pub(crate) count: u64,
    /// How many statements were asked.
    pub(crate) all: u64,
}

impl<S: Set> Failing<S> {
    /// The only statement that was asked.
    pub(crate) const fn one(statement: Statement<S>) -> Self {
        Self { first: statement, count: 1, all: 1 }
    }
}
