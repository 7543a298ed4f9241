//! What code may require of a release's dates.

use super::explain;
use crate::model::{Date, Release, Requirement};

impl Release {
    /// Requires that the release is supported on that day, as [`supported_on`](Self::supported_on) says. For const
    /// evaluation.
    ///
    /// # Panics
    ///
    /// If it is not; in const evaluation that is a compile error whose message says why.
    #[track_caller]
    pub const fn require_supported_through(&self, day: Date) {
        if !self.supported_on(day) {
            panic!("{}", explain::not_supported_through(self, Requirement::Supported, day).as_str())
        }
    }

    /// Requires that the release is security supported on that day, as
    /// [`security_supported_on`](Self::security_supported_on) says. For const evaluation.
    ///
    /// # Panics
    ///
    /// If it is not; in const evaluation that is a compile error whose message says why.
    #[track_caller]
    pub const fn require_security_supported_through(&self, day: Date) {
        if !self.security_supported_on(day) {
            panic!("{}", explain::not_supported_through(self, Requirement::SecuritySupported, day).as_str())
        }
    }
}
