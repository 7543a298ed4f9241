//! `require!`, the compile-time check.

/// Checks at compile time that a release's SUPPORT.md grants what the code relies on; costs nothing in the program.
///
/// The macro reads as the sentence it is: *statement*`:` *feature* `is` *requirement*. It stands where an item or a
/// statement may stand.
///
/// - The statement is a constant: `XEN_4_18`, or one from an own SUPPORT.md.
/// - The feature is named as the document names it, by heading and implementation (`"x86/PVH", "domU"`) or by heading
///   alone for a bare `Status:` (`"Credit2 Scheduler"`); or it is a constant (`features::x86_pvh::DOM_U`).
/// - The requirement is one of these, each a [`Requirement`](crate::Requirement):
///
/// | in the macro | met by |
/// | --- | --- |
/// | `experimental` | Experimental or better |
/// | `tech_preview` | Tech Preview or better |
/// | `supported` | a label that comes with security support, whatever is then said of security |
/// | `security_supported` | security support by the Xen Project, without conditions |
/// | `security_supported with caveats` | the same, or under conditions that you have read and meet |
/// | `security_supported by anyone` | the same, or by the external project that the feature belongs to |
///
/// # Examples
///
/// ```
/// use xen_support::{XEN_4_18, features, require};
///
/// require!(XEN_4_18: "x86/PVH", "domU" is security_supported);
/// require!(XEN_4_18: "Credit2 Scheduler" is supported);
///
/// fn attach_disk() {
///     require!(XEN_4_18: features::blkback::LINUX_XEN_BLKBACK is security_supported);
///     require!(XEN_4_18: "Driver Domains" is security_supported with caveats);
/// }
/// ```
///
/// What is not granted does not compile:
///
/// ```compile_fail,E0080
/// use xen_support::{XEN_4_14, require};
///
/// require!(XEN_4_14: "x86/PVH", "dom0" is supported);
/// // in Xen 4.14, "x86/PVH", "dom0" is not supported: its status is "Experimental" (data/4.14.md:105)
/// ```
#[macro_export]
macro_rules! require {
    ($statement:path: $($rest:tt)+) => {
        const _: () = $crate::__require!(@feature $statement [] $($rest)+);
    };
}

/// The parts of [`require!`]: takes the tokens before `is` for the feature, those after it for the requirement.
#[doc(hidden)]
#[macro_export]
macro_rules! __require {
    (@feature $statement:path [$($feature:tt)+] is $($requirement:tt)+) => {
        $crate::__require!(@check $statement [$crate::__requirement!($($requirement)+)] $($feature)+)
    };
    (@feature $statement:path [$($feature:tt)*] $next:tt $($rest:tt)*) => {
        $crate::__require!(@feature $statement [$($feature)* $next] $($rest)*)
    };
    (@feature $($rest:tt)*) => {
        ::core::compile_error!("expected `is` and a requirement after the feature, as in `require!(XEN_4_18: \"x86/PVH\", \"domU\" is security_supported)`")
    };
    (@check $statement:path [$requirement:expr] $title:literal) => {
        $statement.require_by_name($title, "", $requirement)
    };
    (@check $statement:path [$requirement:expr] $title:literal, $implementation:literal) => {
        $statement.require_by_name($title, $implementation, $requirement)
    };
    (@check $statement:path [$requirement:expr] $feature:expr) => {
        $statement.require($feature, $requirement)
    };
}

/// The requirements by their words in [`require!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __requirement {
    (experimental) => { $crate::Requirement::Experimental };
    (tech_preview) => { $crate::Requirement::TechPreview };
    (supported) => { $crate::Requirement::Supported };
    (security_supported) => { $crate::Requirement::SecuritySupported };
    (security_supported with caveats) => { $crate::Requirement::SecuritySupportedWithCaveats };
    (security_supported by anyone) => { $crate::Requirement::SecuritySupportedByAnyone };
    ($($other:tt)*) => {
        ::core::compile_error!("expected one of the requirements `supported`, `security_supported`, `security_supported with caveats`, `security_supported by anyone`, `tech_preview`, `experimental`")
    };
}
