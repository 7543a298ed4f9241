//! The texts of all messages of failed checks: each kind of refusal is one constant.
//!
//! A refusal is shown as
//!
//! ```text
//! not granted by Xen 4.14: "x86/PVH", "dom0" is security_supported
//!   its page says "Experimental": Experimental is not security supported
//!   data/4.14.md:80, https://xenbits.xen.org/docs/4.14-testing/SUPPORT.html#x86pvh
//!   help: …
//! ```
//!
//! In a text, `{name}` is replaced by the fact of that name.

/// A kind of refusal.
#[doc(hidden)]
#[derive(Debug)]
pub struct Refusal {
    /// Why a check failed.
    pub reason: &'static str,
    /// What to do.
    pub help: &'static str,
}

// The first line of a message.

pub(crate) const BY_ONE_RELEASE: &str = "not granted by {release}: {asked}";
pub(crate) const BY_ONE_OF_SEVERAL_RELEASES: &str = "not granted by one of {all} releases, {release}: {asked}";
pub(crate) const BY_SEVERAL_RELEASES: &str =
    "not granted by {failing} of {all} releases, the first of them {release}: {asked}";
/// Of a list of needs, before the messages of those that are not met.
pub(crate) const UNMET_NEEDS: &str = "{unmet} of {all} needs are not met";
pub(crate) const UNMET_NEED: &str = "one of {all} needs is not met";
pub(crate) const THE_NEED_IS_UNMET: &str = "the only need is not met";
/// Why a need is relied on.
pub(crate) const BECAUSE: &str = "\n  needed because {reason}";
/// After the first messages.
pub(crate) const AND_MORE: &str = "\nand {more} more";
pub(crate) const UNKNOWN_FEATURE: &str = "no page that is compiled in has a feature {feature}";

// What was asked.

pub(crate) const A_REQUIREMENT: &str = "{feature} is {requirement}";
pub(crate) const NO_WORSE: &str = "{feature} is no worse than in {earlier}";
pub(crate) const SUPPORTED_THROUGH: &str = "the release is supported through {day}";
pub(crate) const SECURITY_SUPPORTED_THROUGH: &str = "the release is security_supported through {day}";

/// The status. The reason follows.
pub(crate) const SAYS: &str = "its page says \"{status}\": ";

macro_rules! refusals {
    ($($name:ident = $refusal:expr;)+) => {
        $(pub(crate) const $name: Refusal = $refusal;)+
        /// All kinds of refusal; a test checks that each is shown by a compile error in `tests/ui`.
        #[doc(hidden)]
        pub const REFUSALS: &[Refusal] = &[$($name),+];
    };
}

refusals! {
    // The status does not grant the requirement.
    LABEL_LACKS_SECURITY = Refusal {
        reason: "{label} is not security supported",
        help: "no security fixes are issued for it; require no more than `is {granted}`, or do not rely on it",
    };
    LABEL_IS_TOO_LOW = Refusal {
        reason: "{label} is less than {level}",
        help: "require no more than `is {granted}`, or do not rely on it in this release",
    };
    WITHOUT_SECURITY = Refusal {
        reason: "it is supported, but no security fixes are issued for it",
        help: "if the feature is not exposed to attackers, require `is supported`; if it is, do not rely on it",
    };
    CONDITIONAL = Refusal {
        reason: "it is security supported under conditions only",
        help: "read the conditions there; if you meet them, require `is security_supported with caveats`",
    };
    EXTERNAL = Refusal {
        reason: "another project issues security fixes for it",
        help: "if you follow that project's advisories too, require `is security_supported by anyone`",
    };
    ABSENT = Refusal {
        reason: "there is nothing to rely on",
        help: "do not use the feature in this release",
    };
    NOT_UNDERSTOOD = Refusal {
        reason: "xen-support does not understand this status, so it grants nothing",
        help: "use a label that the page defines; if the page is Xen's own, report the status to xen-support",
    };

    // The amount is beyond the limit, or there is none.
    NAMES_NO_AMOUNT = Refusal {
        reason: "it is granted {limit}, and no amount is named",
        help: "say how much of it you rely on, as in `is {example}`",
    };
    ABOVE_SECURITY_LIMIT = Refusal {
        reason: "it is security supported {limit}, and {amount} is required",
        help: "require no more than that, or `is supported up to {amount}` if that is enough",
    };
    ABOVE_LIMIT = Refusal {
        reason: "it is granted {limit}, and {amount} is required",
        help: "require an amount within that limit",
    };
    ANOTHER_UNIT = Refusal {
        reason: "its limit, {limit}, cannot be compared with {amount}",
        help: "write memory with a unit, as in `up to 8 TiB`, and a count without one, as in `up to 128`",
    };

    // The release does not list the feature.
    LISTED_ELSEWHERE = Refusal {
        reason: "its page does not list it; it is listed in {releases}",
        help: "do not rely on it in this release",
    };
    LISTED_IN_SOME = Refusal {
        reason: "{release} does not list it; it is listed in {releases}",
        help: "leave out the releases that do not list it, or do not rely on it",
    };
    OTHER_IMPLEMENTATIONS = Refusal {
        reason: "its page does not list it, but lists {implementations}",
        help: "name the implementation that you rely on; the one that you named is listed in {releases}",
    };

    // The release's life.
    ENDED = Refusal {
        reason: "its {key} is {value}, and this is judged as of {as_of}",
        help: "move to a release that is still supported{alone}",
    };
    NOT_RELEASED = Refusal {
        reason: "its {key} is \"{value}\", so it is not released",
        help: "rely on a release{alone}",
    };
    NOT_RELEASED_YET = Refusal {
        reason: "its {key} is {value}, and this is judged as of {as_of}",
        help: "wait until it is released{alone}",
    };
    NO_DATE = Refusal {
        reason: "its {key} is \"{value}\", which is not a day",
        help: "wait until the page names a day, or require another release{alone}",
    };
    ENDS_BEFORE = Refusal {
        reason: "its {key} is {value}",
        help: "move to a release that is supported for longer, or require an earlier day",
    };
    NOT_RELEASED_BY = Refusal {
        reason: "its {key} is {value}, after that day",
        help: "require a day on which the release is out",
    };

    // What stands beside the status.
    STANDS_BESIDE = Refusal {
        reason: "more is said beside it: {beside}",
        help: "read it there; if it does not concern you, leave out `unconditionally`",
    };
    HAS_EXCEPTIONS = Refusal {
        reason: "more is said beside it: {beside}; less is granted to {exceptions}",
        help: "read it there; if it does not concern you, leave out `unconditionally`",
    };

    // Worse than before.
    WAS_BETTER = Refusal {
        reason: "the earlier status is \"{before}\"; it {loss}",
        help: "stay with the earlier release, or rely on no more than this one grants",
    };
    NO_LONGER_LISTED = Refusal {
        reason: "it is no longer listed; the earlier status is \"{before}\"",
        help: "stay with the earlier release, or do not rely on the feature",
    };

    // No such feature.
    NEAREST = Refusal {
        reason: "similar names are {nearest}",
        help: "write the name as the page does",
    };
    NOTHING_NEAR = Refusal {
        reason: "no name is similar{searched}",
        help: "write heading and implementation as the page does; the module `features` has all features",
    };
    NO_SUCH_IMPLEMENTATION = Refusal {
        reason: "this heading has {implementations}",
        help: "name one of these",
    };
}

// The check itself has a mistake.

/// What may be added where the release's life takes security support away from a feature.
pub(crate) const ASK_THE_PAGE_ALONE: &str = ", or ask the page alone by `regardless of dates`";

pub(crate) const EMPTY_RANGE: &str = "the range from {first} to {last} is empty: it ends before it begins";
pub(crate) const EMPTY_LIST: &str = "the list of releases is empty, so nothing would be checked";
pub(crate) const OUT_OF_PLACE: &str = "`{words}` is out of place after `{requirement}`: {reason}";
pub(crate) const NO_SUCH_DAY: &str = "this is not a day of the calendar; write one as in 2028-11-16";
