//! What code may demand of a release's dates.

use super::explain;
use crate::model::{Date, Release, Requirement};

impl Release {
    /// Demands, in const evaluation, that the release is supported through that day: see
    /// [`supported_on`](Self::supported_on).
    ///
    /// # Panics
    ///
    /// When it is not; in const evaluation that is a compile error, and the message says why.
    #[track_caller]
    pub const fn require_supported_through(&self, day: Date) {
        if !self.supported_on(day) {
            panic!("{}", explain::does_not_last(self, Requirement::Supported, day).as_str())
        }
    }

    /// Demands, in const evaluation, that the release is security supported through that day: see
    /// [`security_supported_on`](Self::security_supported_on).
    ///
    /// # Panics
    ///
    /// When it is not; in const evaluation that is a compile error, and the message says why.
    #[track_caller]
    pub const fn require_security_supported_through(&self, day: Date) {
        if !self.security_supported_on(day) {
            panic!("{}", explain::does_not_last(self, Requirement::SecuritySupported, day).as_str())
        }
    }
}
