//! Everything that a compile-time check can say: each kind of refusal is one constant.
//!
//! A refusal is shown as
//!
//! ```text
//! "x86/PVH", "dom0" is not security supported in Xen 4.14
//!   SUPPORT.md says "Experimental": Experimental is not security supported
//!   data/4.14.md:104, https://xenbits.xen.org/docs/4.14-testing/SUPPORT.html#x86pvh
//!   help: …
//! ```
//!
//! A `{name}` stands for a fact of the case at hand.

/// A kind of refusal: why, and what to do.
pub(crate) struct Refusal {
    pub(crate) reason: &'static str,
    pub(crate) help: &'static str,
}

const fn refusal(reason: &'static str, help: &'static str) -> Refusal {
    Refusal { reason, help }
}

// The first line.

pub(crate) const IN_ONE_RELEASE: &str = "{feature} is not {requirement} in Xen {release}";
pub(crate) const IN_SEVERAL_RELEASES: &str =
    "{feature} is not {requirement} in {failing} of {all} releases, first in Xen {release}";
pub(crate) const WORSE: &str = "{feature} is worse in Xen {release} than in Xen {earlier}";
pub(crate) const RELEASE: &str = "Xen {release} is not {requirement} through {day}";
pub(crate) const UNKNOWN_FEATURE: &str = "SUPPORT.md has no feature {feature}, in no compiled release";

// The status does not grant the requirement.

pub(crate) const SAYS: &str = "SUPPORT.md says \"{status}\": {reason}";

pub(crate) const LABEL_LACKS_SECURITY: Refusal = refusal(
    "{label} is not security supported",
    "no security fixes are issued for it; ask for no more than `is {granted}`, or do not rely on it",
);
pub(crate) const LABEL_IS_TOO_LOW: Refusal = refusal(
    "{label} is not {requirement}",
    "ask for no more than `is {granted}`, or do not rely on it in this release",
);
pub(crate) const WITHOUT_SECURITY: Refusal = refusal(
    "it is supported, but no security fixes are issued for it",
    "ask for `is supported` if the feature is not exposed to attackers, or do not rely on it",
);
pub(crate) const CONDITIONAL: Refusal = refusal(
    "security support is given under conditions only",
    "read the conditions there; where your use meets them, ask for `is security_supported with caveats`",
);
pub(crate) const EXTERNAL: Refusal = refusal(
    "security support is given by another project, not by Xen's security team",
    "ask for `is security_supported by anyone` if you follow that project's advisories too",
);
pub(crate) const ABSENT: Refusal =
    refusal("there is nothing that one could rely on", "do not use the feature in this release");
pub(crate) const NOT_UNDERSTOOD: Refusal = refusal(
    "that is not a status that this crate understands, so it grants nothing",
    "write a label that the page defines; if the page is Xen's own, report the text to xen-support",
);

// The amount is beyond the limit.

pub(crate) const ABOVE_SECURITY_LIMIT: Refusal = refusal(
    "security supported {limit}, {asked} asked for",
    "ask for no more than that, or for `is supported up to {asked}` where that is enough",
);
pub(crate) const ABOVE_LIMIT: Refusal =
    refusal("supported {limit}, {asked} asked for", "ask for an amount within that limit");
pub(crate) const ANOTHER_UNIT: Refusal = refusal(
    "its limit is {limit}, which cannot be compared with the {asked} asked for",
    "give memory as in `up to 8 TiB`, and a number of things as in `up to 128`",
);

// The release does not list the feature.

pub(crate) const LISTED_ELSEWHERE: Refusal =
    refusal("that release does not list it; it is listed in {releases}", "do not rely on it in this release");
pub(crate) const OTHER_IMPLEMENTATIONS: Refusal = refusal(
    "that release does not list it, but lists {implementations}",
    "name the implementation that is meant; this one is listed in {releases}",
);

// The release does not last.

pub(crate) const ENDS_BEFORE: Refusal = refusal("{field} is {until}", "move to a release that lasts longer");
pub(crate) const NOT_RELEASED_BY: Refusal =
    refusal("{field} is {until}, after that day", "name a day on which the release is out");
pub(crate) const NO_DATE: Refusal =
    refusal("{field} is \"{until}\", which is no day", "wait for the release, or require one that is out");

// Worse than before.

pub(crate) const WAS_BETTER: Refusal = refusal(
    "it said \"{before}\" before, and {lost}",
    "do not move to this release, or rely on no more than it grants",
);
pub(crate) const NO_LONGER_LISTED: Refusal = refusal(
    "it is no longer listed, and was \"{before}\" before",
    "do not move to this release, or do not rely on the feature",
);

// No such feature.

pub(crate) const NEAREST: Refusal = refusal("the nearest names are {nearest}", "write the name as the page does");
pub(crate) const NOTHING_NEAR: Refusal = refusal(
    "no name is near to that",
    "write heading and implementation as the page does; the constants in `features` are all there are",
);
pub(crate) const NO_SUCH_IMPLEMENTATION: Refusal =
    refusal("under this heading there is {implementations}", "name one of these");

// The check itself is wrong.

pub(crate) const EMPTY_RANGE: &str =
    "the range from Xen {first} to Xen {last} holds no release: it ends before it begins";
pub(crate) const EMPTY_LIST: &str = "the list holds no release, so nothing would be checked";
pub(crate) const NO_SUCH_DAY: &str = "this is not a day of the calendar; write it as 2028-11-16";
