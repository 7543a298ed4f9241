//! Everything that a compile-time check can say: each kind of refusal is one constant.
//!
//! A refusal is shown as
//!
//! ```text
//! "x86/PVH", "dom0" is not security supported in Xen 4.14
//!   SUPPORT.md says "Experimental": Experimental is not security supported
//!   data/4.14.md:80, https://xenbits.xen.org/docs/4.14-testing/SUPPORT.html#x86pvh
//!   help: …
//! ```
//!
//! A `{name}` stands for a fact of the case at hand.

/// A kind of refusal: why, and what to do.
#[doc(hidden)]
#[derive(Debug)]
pub struct Refusal {
    pub reason: &'static str,
    pub help: &'static str,
}

// The first line.

pub(crate) const IN_ONE_RELEASE: &str = "{feature} is not {requirement} in Xen {release}";
pub(crate) const IN_SEVERAL_RELEASES: &str =
    "{feature} is not {requirement} in {failing} of {all} releases, first in Xen {release}";
pub(crate) const WORSE: &str = "{feature} is worse in Xen {release} than in Xen {earlier}";
pub(crate) const RELEASE: &str = "Xen {release} is not {requirement} through {day}";
pub(crate) const UNKNOWN_FEATURE: &str = "SUPPORT.md has no feature {feature}, in no compiled release";

/// What a document says, before the reason.
pub(crate) const SAYS: &str = "SUPPORT.md says \"{status}\": {reason}";

macro_rules! refusals {
    ($($name:ident = $refusal:expr;)+) => {
        $(pub(crate) const $name: Refusal = $refusal;)+
        /// All kinds of refusal, for the test that looks for each in what the compiler says.
        #[doc(hidden)]
        pub const REFUSALS: &[Refusal] = &[$($name),+];
    };
}

refusals! {
    // The status does not grant the requirement.
    LABEL_LACKS_SECURITY = Refusal {
        reason: "{label} is not security supported",
        help: "no security fixes are issued for it; ask for no more than `is {granted}`, or do not rely on it",
    };
    LABEL_IS_TOO_LOW = Refusal {
        reason: "{label} is not {requirement}",
        help: "ask for no more than `is {granted}`, or do not rely on it in this release",
    };
    WITHOUT_SECURITY = Refusal {
        reason: "it is supported, but no security fixes are issued for it",
        help: "ask for `is supported` if the feature is not exposed to attackers, or do not rely on it",
    };
    CONDITIONAL = Refusal {
        reason: "security support is given under conditions only",
        help: "read the conditions there; where your use meets them, ask for `is security_supported with caveats`",
    };
    EXTERNAL = Refusal {
        reason: "security support is given by another project, not by Xen's security team",
        help: "ask for `is security_supported by anyone` if you follow that project's advisories too",
    };
    ABSENT = Refusal {
        reason: "there is nothing that one could rely on",
        help: "do not use the feature in this release",
    };
    NOT_UNDERSTOOD = Refusal {
        reason: "that is not a status that this crate understands, so it grants nothing",
        help: "write a label that the page defines; if the page is Xen's own, report the text to xen-support",
    };

    // The amount is beyond the limit.
    ABOVE_SECURITY_LIMIT = Refusal {
        reason: "security supported {limit}, {asked} asked for",
        help: "ask for no more than that, or for `is supported up to {asked}` where that is enough",
    };
    ABOVE_LIMIT = Refusal {
        reason: "supported {limit}, {asked} asked for",
        help: "ask for an amount within that limit",
    };
    ANOTHER_UNIT = Refusal {
        reason: "its limit is {limit}, which cannot be compared with the {asked} asked for",
        help: "give memory as in `up to 8 TiB`, and a number of things as in `up to 128`",
    };

    // The release does not list the feature.
    LISTED_ELSEWHERE = Refusal {
        reason: "that release does not list it; it is listed in {releases}",
        help: "do not rely on it in this release",
    };
    OTHER_IMPLEMENTATIONS = Refusal {
        reason: "that release does not list it, but lists {implementations}",
        help: "name the implementation that is meant; this one is listed in {releases}",
    };

    // The release does not last.
    ENDS_BEFORE = Refusal {
        reason: "{field} is {until}",
        help: "move to a release that lasts longer",
    };
    NOT_RELEASED_BY = Refusal {
        reason: "{field} is {until}, after that day",
        help: "name a day on which the release is out",
    };
    NO_DATE = Refusal {
        reason: "{field} is \"{until}\", which is no day",
        help: "wait for the release, or require one that is out",
    };

    // Worse than before.
    WAS_BETTER = Refusal {
        reason: "it said \"{before}\" before, and {lost}",
        help: "do not move to this release, or rely on no more than it grants",
    };
    NO_LONGER_LISTED = Refusal {
        reason: "it is no longer listed, and was \"{before}\" before",
        help: "do not move to this release, or do not rely on the feature",
    };

    // No such feature.
    NEAREST = Refusal {
        reason: "the nearest names are {nearest}",
        help: "write the name as the page does",
    };
    NOTHING_NEAR = Refusal {
        reason: "no name is near to that",
        help: "write heading and implementation as the page does; the constants in `features` are all there are",
    };
    NO_SUCH_IMPLEMENTATION = Refusal {
        reason: "under this heading there is {implementations}",
        help: "name one of these",
    };
}

// The check itself is wrong.

pub(crate) const EMPTY_RANGE: &str =
    "the range from Xen {first} to Xen {last} holds no release: it ends before it begins";
pub(crate) const EMPTY_LIST: &str = "the list holds no release, so nothing would be checked";
pub(crate) const NO_SUCH_DAY: &str = "this is not a day of the calendar; write it as 2028-11-16";
