//! A day that is written in code.

use super::refusal::NO_SUCH_DAY;
use crate::model::Date;

impl Date {
    /// The day that `text` is, for const evaluation: see [`parse`](Self::parse).
    ///
    /// # Panics
    ///
    /// When it is none; in const evaluation that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn literal(text: &str) -> Self {
        match Self::parse(text) {
            Some(day) => day,
            None => panic!("{}", NO_SUCH_DAY),
        }
    }
}
