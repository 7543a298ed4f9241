//! A day that is a literal in code.

use super::refusal::NO_SUCH_DAY;
use crate::model::Date;

impl Date {
    /// The day in `text`, as [`parse`](Self::parse) reads it. For const evaluation.
    ///
    /// # Panics
    ///
    /// If `text` is not a day; in const evaluation that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn literal(text: &str) -> Self {
        match Self::parse(text) {
            Some(day) => day,
            None => panic!("{}", NO_SUCH_DAY),
        }
    }
}
