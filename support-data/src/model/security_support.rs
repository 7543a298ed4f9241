//! The answer to "is it security supported?".

use super::level::Security;
use super::life::Life;
use super::limit::Limit;
use crate::text::pad;
use core::fmt;

/// The answer to "is it security supported?" for a feature of a release on a day: what the page says of the feature, up
/// to how much, and whether the release itself is security supported on that day.
///
/// [`Statement::security_support`](crate::Statement::security_support) gives it. Its `Display` says it in words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct SecuritySupport {
    /// What the feature's status says, whatever the day; [`Security::No`] if the page does not list the feature.
    pub status: Security,
    /// Up to how much, if the status has a limit.
    pub limit: Option<Limit>,
    /// Where the day lies in the release's life.
    pub life: Life,
}

impl SecuritySupport {
    /// The answer of these parts.
    #[must_use]
    pub const fn new(status: Security, limit: Option<Limit>, life: Life) -> Self {
        Self { status, limit, life }
    }

    /// Who issues security fixes on that day. Before a release, and after its end, that is nobody.
    #[must_use]
    pub const fn security(self) -> Security {
        if self.life.is_current() { self.status } else { Security::No }
    }
}

/// `yes, through 2031-07-30`, `yes, up to 12 TiB, through 2031-07-30`, `no`; and `no, ended 2023-07-24` or
/// `no, not released` where only the release's life takes security support away.
impl fmt::Display for SecuritySupport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (security, life) = (self.security(), self.life.in_words());
        let security = security.in_words();
        match (self.status, self.limit) {
            (Security::No, _) => pad(f, &[security]),
            (_, Some(limit)) if self.life.is_current() => {
                pad(f, &[security, ", ", limit.security_supported_in_words().as_str(), ", ", life.as_str()])
            }
            (_, _) => pad(f, &[security, ", ", life.as_str()]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Life, Limit, Security, SecuritySupport};
    use crate::model::amount::Unit;
    use crate::model::date::Date;
    use crate::model::limit::Bound;

    #[test]
    fn an_answer_says_who_up_to_how_much_and_until_when() {
        let day = Date::parse("2023-07-24").unwrap();
        let limit = Some(Limit::new(Unit::Bytes, Bound::up_to(12 << 40), None));
        for (status, limit, life, security, words) in [
            (Security::Yes, None, Life::Current(day), Security::Yes, "yes, through 2023-07-24"),
            (Security::Yes, limit, Life::Current(day), Security::Yes, "yes, up to 12 TiB, through 2023-07-24"),
            (Security::External, None, Life::Current(day), Security::External, "external, through 2023-07-24"),
            (Security::Yes, limit, Life::Ended(day), Security::No, "no, ended 2023-07-24"),
            (Security::Conditional, None, Life::Unreleased(None), Security::No, "no, not released"),
            (Security::No, None, Life::Current(day), Security::No, "no"),
            (Security::No, None, Life::Ended(day), Security::No, "no"),
        ] {
            let answer = SecuritySupport::new(status, limit, life);
            assert_eq!((answer.security(), answer.to_string().as_str()), (security, words));
        }
    }
}
