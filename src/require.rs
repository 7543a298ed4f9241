//! `require!`, the compile-time check.

/// Checks at compile time that a release's SUPPORT.md grants what the code relies on; costs nothing in the program.
///
/// The macro reads as a sentence, and may stand wherever an item or a statement may stand:
///
/// - *statement*`:` *feature* `is` *requirement*
/// - *first*`..=`*last*`:` *feature* `is` *requirement*: in every release from first to last, both included. Statements
///   that are not for a release (unstable, release candidate) count only as first or last.
/// - `[`*statement*`, `*statement*`]:` *feature* `is` *requirement*: in each release of the list.
/// - *statement*`:` *feature* `is no worse than in` *earlier statement*; see
///   [`is_no_worse`](crate::data::Statement::is_no_worse).
/// - *statement* `is supported through 2028-11-16`, *statement* `is security_supported through 2028-11-16`: of the
///   release itself, for a product that is in use long after its build.
///
/// A statement is a constant: `XEN_4_18`, or one of your own SUPPORT.md. A feature is named as in the document, by
/// heading and implementation (`"x86/PVH", "domU"`) or by heading alone for a bare `Status:` (`"Credit2 Scheduler"`);
/// or it is a constant (`features::x86_pvh::DOMU`). The requirement is one of these, each a
/// [`Requirement`](crate::Requirement):
///
/// | in the macro | met by |
/// | --- | --- |
/// | `experimental` | Experimental or better: the feature exists |
/// | `tech_preview` | Tech Preview or better: it is functionally complete |
/// | `supported` | a label that comes with security support, even if a modifier takes the security support away |
/// | `supported up to 16 TiB` | the same, and that much is within the limit, if there is one |
/// | `security_supported` | security support by the Xen Project, without conditions |
/// | `security_supported up to 8 TiB` | the same, and that much is within the limit, if there is one |
/// | `security_supported with caveats` | the same, or under conditions that you have read and meet |
/// | `security_supported by anyone` | the same, or by the external project that the feature belongs to |
///
/// An amount is in `KiB`, `MiB`, `GiB` or `TiB`, or a plain number of things, such as CPUs.
///
/// The same checks without a macro are the `require` methods of [`Statement`](crate::data::Statement),
/// [`Statements`](crate::data::Statements) and [`Release`](crate::Release), and, as `bool`, `satisfies` beside them.
///
/// # Examples
///
/// ```
/// use xen_support::{XEN_4_17, XEN_4_18, XEN_4_20, XEN_4_22, features, require};
///
/// require!(XEN_4_18: "x86/PVH", "domU" is security_supported);
/// require!(XEN_4_17..=XEN_4_22: "Credit2 Scheduler" is supported);
/// require!([XEN_4_18, XEN_4_20]: "libvirt driver for xl" is security_supported by anyone);
/// require!(XEN_4_18: "Memory", "x86" is security_supported up to 8 TiB);
/// require!(XEN_4_20: "x86/PVH", "dom0" is no worse than in XEN_4_18);
/// require!(XEN_4_22 is security_supported through 2031-01-01);
///
/// fn attach_disk() {
///     require!(XEN_4_18: features::blkback::LINUX_XEN_BLKBACK is security_supported);
///     require!(XEN_4_18: "Driver Domains" is security_supported with caveats);
/// }
/// ```
///
/// A requirement that is not granted does not compile. The error says why, where the page says so, and what to do:
///
/// ```compile_fail,E0080
/// # use xen_support::{XEN_4_14, require};
/// require!(XEN_4_14: "x86/PVH", "dom0" is supported);
/// // "x86/PVH", "dom0" is not supported in Xen 4.14
/// //   SUPPORT.md says "Experimental": Experimental is not supported
/// //   data/4.14.md:80, https://xenbits.xen.org/docs/4.14-testing/SUPPORT.html#x86pvh
/// //   help: require no more than `is experimental`, or do not rely on it in this release
/// ```
#[macro_export]
macro_rules! require {
    // The common sentences have arms of their own, by the number of the feature's tokens: a title; a title and an
    // implementation, or `features::CONSTANT`; `features::module::CONSTANT`. The last arm takes any sentence, but needs
    // one expansion per token.
    ($statement:ident : $f0:tt is $requirement:ident) => {
        const _: () = $statement.require($crate::__feature!($f0), $crate::__requirement!($requirement));
    };
    ($statement:ident : $f0:tt $f1:tt $f2:tt is $requirement:ident) => {
        const _: () = $statement.require($crate::__feature!($f0 $f1 $f2), $crate::__requirement!($requirement));
    };
    ($statement:ident : $f0:tt $f1:tt $f2:tt $f3:tt $f4:tt is $requirement:ident) => {
        const _: () = $statement.require($crate::__feature!($f0 $f1 $f2 $f3 $f4), $crate::__requirement!($requirement));
    };
    ($($sentence:tt)+) => {
        const _: () = $crate::__require!(@subject [] $($sentence)+);
    };
}

/// The parts of [`require!`]: `@subject` takes the tokens before the colon or `is`, `@feature` those after the colon,
/// `@check` makes the call.
#[doc(hidden)]
#[macro_export]
macro_rules! __require {
    (@subject [$($statement:tt)+] is supported through $($day:tt)+) => {
        $($statement)+.release().require_supported_through($crate::__day!($($day)+))
    };
    (@subject [$($statement:tt)+] is security_supported through $($day:tt)+) => {
        $($statement)+.release().require_security_supported_through($crate::__day!($($day)+))
    };
    (@subject [[$($list:tt)*]] : $($rest:tt)+) => {
        $crate::__require!(@feature [$crate::data::Statements::of(&[$($list)*])] [] $($rest)+)
    };
    (@subject [$($first:tt)+] ..= $($rest:tt)+) => {
        $crate::__require!(@last [$($first)+] [] $($rest)+)
    };
    (@subject [$($statement:tt)+] : $($rest:tt)+) => {
        $crate::__require!(@feature [$($statement)+] [] $($rest)+)
    };
    (@subject [$($statement:tt)*] $next:tt $($rest:tt)*) => {
        $crate::__require!(@subject [$($statement)* $next] $($rest)*)
    };
    (@last [$($first:tt)+] [$($last:tt)+] : $($rest:tt)+) => {
        $crate::__require!(@feature [$($first)+.through($($last)+)] [] $($rest)+)
    };
    (@last [$($first:tt)+] [$($last:tt)*] $next:tt $($rest:tt)*) => {
        $crate::__require!(@last [$($first)+] [$($last)* $next] $($rest)*)
    };
    (@feature [$($statement:tt)+] [$($feature:tt)+] is no worse than in $earlier:expr) => {
        $($statement)+.require_no_worse($crate::__feature!($($feature)+), $earlier)
    };
    (@feature [$($statement:tt)+] [$($feature:tt)+] is $($requirement:tt)+) => {
        $($statement)+.require($crate::__feature!($($feature)+), $crate::__requirement!($($requirement)+))
    };
    (@feature [$($statement:tt)+] [$($feature:tt)*] $next:tt $($rest:tt)*) => {
        $crate::__require!(@feature [$($statement)+] [$($feature)* $next] $($rest)*)
    };
    ($($other:tt)*) => {
        ::core::compile_error!(
            "expected a statement, a feature and a requirement, as in `require!(XEN_4_18: \"x86/PVH\", \"domU\" is \
             security_supported)`, or a release and a day, as in `require!(XEN_4_18 is supported through 2025-05-16)`"
        )
    };
}

/// A feature in [`require!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __feature {
    ($title:literal) => {
        $crate::data::Feature::named($title, "")
    };
    ($title:literal, $implementation:literal) => {
        $crate::data::Feature::named($title, $implementation)
    };
    ($feature:expr) => {
        $feature
    };
}

/// A requirement in [`require!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __requirement {
    (experimental) => { $crate::Requirement::Experimental };
    (tech_preview) => { $crate::Requirement::TechPreview };
    (supported) => { $crate::Requirement::Supported };
    (supported up to $($amount:tt)+) => { $crate::Requirement::SupportedUpTo($crate::__amount!($($amount)+)) };
    (security_supported) => { $crate::Requirement::SecuritySupported };
    (security_supported with caveats) => { $crate::Requirement::SecuritySupportedWithCaveats };
    (security_supported by anyone) => { $crate::Requirement::SecuritySupportedByAnyone };
    (security_supported up to $($amount:tt)+) => {
        $crate::Requirement::SecuritySupportedUpTo($crate::__amount!($($amount)+))
    };
    ($($other:tt)*) => {
        ::core::compile_error!(
            "expected one of the requirements `experimental`, `tech_preview`, `supported`, `supported up to 16 TiB`, \
             `security_supported`, `security_supported with caveats`, `security_supported by anyone`, \
             `security_supported up to 8 TiB`, or `no worse than in XEN_4_18`"
        )
    };
}

/// An amount in [`require!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __amount {
    ($number:tt) => {
        $crate::Amount::count($number)
    };
    ($number:tt KiB) => {
        $crate::Amount::kib($number)
    };
    ($number:tt MiB) => {
        $crate::Amount::mib($number)
    };
    ($number:tt GiB) => {
        $crate::Amount::gib($number)
    };
    ($number:tt TiB) => {
        $crate::Amount::tib($number)
    };
    ($($other:tt)*) => {
        ::core::compile_error!(
            "expected an amount, such as `8 TiB`, `512 GiB` or `128`; the units are KiB, MiB, GiB and TiB"
        )
    };
}

/// A day in [`require!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __day {
    // As text, since clippy objects to a number such as `08`.
    ($year:literal - $month:literal - $day:literal) => {
        $crate::Date::literal(::core::concat!(
            ::core::stringify!($year),
            "-",
            ::core::stringify!($month),
            "-",
            ::core::stringify!($day)
        ))
    };
    ($($other:tt)*) => {
        ::core::compile_error!("expected a day, such as `2028-11-16`")
    };
}
