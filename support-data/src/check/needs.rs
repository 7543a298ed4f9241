//! What code may require of statements at once: that they meet all needs of a list. And the text of a need that is not met.

use super::asked::{Asked, Failing};
use super::explain;
use super::refusal::{AND_MORE, THE_NEED_IS_UNMET, UNMET_NEED, UNMET_NEEDS};
use crate::model::{Need, Needs, Set, Statement, Statements, Unmet};
use crate::text::{Phrase, Report, pad};
use core::fmt;

impl<S: Set> Statement<S> {
    /// Requires that the release grants all of the needs, as [`satisfies`](Self::satisfies) says. For const evaluation.
    ///
    /// # Panics
    ///
    /// If it does not; in const evaluation that is a compile error whose message says of each need that is not met where it
    /// stands, and why it is not. At run time, use [`Needs::unmet_by`].
    #[track_caller]
    pub const fn require_needs(self, needs: Needs<S>) {
        Statements::list(&[self]).require_needs(needs);
    }
}

impl<S: Set> Statements<'_, S> {
    /// Whether each of the releases grants all of the needs.
    #[must_use]
    pub const fn meet(self, needs: Needs<S>) -> bool {
        self.count_unmet(needs) == 0
    }

    /// Requires that each of the releases grants all of the needs. For const evaluation.
    ///
    /// # Panics
    ///
    /// If one of them does not; in const evaluation that is a compile error whose message says of each need that is not met
    /// where it stands, how many releases do not grant it, which is the first, and why.
    #[track_caller]
    pub const fn require_needs(self, needs: Needs<S>) {
        if !self.meet(needs) {
            panic!("{}", self.unmet(needs).as_str())
        }
    }

    /// The message of the needs that are not met: how many there are, and the first of them.
    const fn unmet(self, needs: Needs<S>) -> Report {
        let unmet = self.count_unmet(needs);
        let template = match (unmet, needs.len()) {
            (1, 1) => THE_NEED_IS_UNMET,
            (1, _) => UNMET_NEED,
            (_, _) => UNMET_NEEDS,
        };
        let mut report = Report::new().fill(
            template,
            &[
                ("unmet", Phrase::new().number(unmet).as_str()),
                ("all", Phrase::new().number(needs.len() as u64).as_str()),
            ],
        );
        let mut shown = 0;
        let mut rest = needs.as_slice();
        while let [need, others @ ..] = rest {
            if let Some(failing) = self.failing(asked(*need)) {
                if shown == SHOWN {
                    return report.fill(AND_MORE, &[("more", Phrase::new().number(unmet - shown).as_str())]);
                }
                let (at, message) = (need.location(), explain::unmet(&failing, *need, S::AS_OF));
                report = report.push("\n").push(at.file()).push(":").number(at.line() as u64).push(": ");
                report = report.push(message.as_str());
                shown += 1;
            }
            rest = others;
        }
        report
    }

    const fn count_unmet(self, needs: Needs<S>) -> u64 {
        let mut unmet = 0;
        let mut rest = needs.as_slice();
        while let [need, others @ ..] = rest {
            if self.failing(asked(*need)).is_some() {
                unmet += 1;
            }
            rest = others;
        }
        unmet
    }
}

/// Of how many needs a message says why they are not met.
const SHOWN: u64 = 8;

const fn asked<S: Set>(need: Need<S>) -> Asked<S> {
    Asked::Requirement(need.feature(), need.requirement())
}

/// What is not granted, by which release, and why: the text that the compiler shows where the same is required.
impl<S: Set> fmt::Display for Unmet<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &[explain::unmet(&Failing::one(self.statement), self.need, self.day).as_str()])
    }
}
