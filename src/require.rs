//! `require!`, the compile-time check.

/// Checks at compile time that a release's SUPPORT.md grants what the code relies on; costs nothing in the program.
///
/// The macro reads as a sentence. *Releases* are a statement (`XEN_4_18`), a range (`XEN_4_17..=XEN_4_22`) or a list
/// (`[XEN_4_18, XEN_4_20]`):
///
/// - *releases*`:` *feature* `is` *requirement*
/// - *releases*`:` *needs*, a list of such features and requirements that [`needs!`](crate::needs) declares
/// - *releases*`:` *needs*, a list of features and requirements that `needs!` declares, or [`Needs::of`](crate::Needs::of)
/// - *releases*`:` *feature* `is no worse than in` *earlier statement*; see
///   [`is_no_worse`](crate::data::Statement::is_no_worse).
/// - *releases* `is supported through 2028-11-16`, *releases* `is security_supported through 2028-11-16`: of the releases
///   themselves, for a product that is in use long after its build; see
///   [`is_supported_through`](crate::data::Statement::is_supported_through).
///
/// A statement is a constant, of the bundled set or of your own SUPPORT.md. A range holds the releases from the first to
/// the last, both included; statements that are not for a release (unstable, release candidate) count only as first or
/// last. A feature is named as in the document, by heading and implementation (`"x86/PVH", "domU"`) or by heading alone
/// for a bare `Status:` (`"Credit2 Scheduler"`), each a literal or any constant expression of a `&str`; or it is a
/// constant (`features::x86_pvh::DOMU`). The requirement is one of these, each a [`Requirement`](crate::Requirement):
///
/// | in the macro | met by |
/// | --- | --- |
/// | `experimental` | Experimental or better: the feature exists |
/// | `tech_preview` | Tech Preview or better: it is functionally complete |
/// | `supported` | a label that comes with security support, even if a modifier takes the security support away |
/// | `security_supported` | security support by the Xen Project, without conditions in the status, for as long as the release has it |
///
/// and these may follow, in this order:
///
/// | | after | meaning |
/// | --- | --- | --- |
/// | `up to 8 TiB` | all | this amount is within the limit, if the status has one. A status with a limit grants nothing without an amount |
/// | `with caveats` | `security_supported` | or under conditions that you have read and meet |
/// | `by anyone` | `security_supported` | or by the external project that the feature belongs to |
/// | `unconditionally` | `security_supported` | and nothing stands beside the status: no caveats, no exceptions, no prose of the section, no description that speaks of security; see [`Beside`](crate::data::Beside) |
/// | `through 2030-01-01` | `security_supported` | and the release is security supported through that day |
/// | `regardless of dates` | `security_supported` | whether the release itself is security supported at the time or not: for those who develop on an unstable branch, or maintain one that has ended |
///
/// At most one of `with caveats`, `by anyone` and `unconditionally`, and at most one of `through` and
/// `regardless of dates`. An amount is in `bytes`, `KiB`, `MiB`, `GiB` or `TiB`, or a plain number of things, such as
/// CPUs.
///
/// # The day
///
/// The compiler has no clock. So whether a release is security supported is judged as of the day on which the set's pages
/// were taken, [`Statement::AS_OF`](crate::data::Statement::AS_OF): a release that had ended by then, or was not out, has
/// no security support. The same source thus compiles on any day, and a newer version of the pages may stop it.
///
/// # Where it may stand
///
/// It expands to an item, `const _: () = …;`, so it may stand where an item or a statement may: in a module, in a
/// function, in a block. An expression, such as a match arm or the last expression of a block, is no such place: put it in
/// braces and end it with a semicolon, `{ require!(…); }`. Nor is the body of an `impl` or `trait`, which holds no
/// unnamed constants: put it beside it, or into one of its functions.
///
/// The same checks without a macro are the `require` methods of [`Statement`](crate::data::Statement) and
/// [`Statements`](crate::data::Statements), and, as `bool`, `satisfies` and the like beside them.
///
/// # Examples
///
/// ```
/// use xen_support::{XEN_4_17, XEN_4_18, XEN_4_19, XEN_4_20, XEN_4_22, features, require};
///
/// require!(XEN_4_18: "x86/PVH", "domU" is security_supported);
/// require!(XEN_4_17..=XEN_4_22: "Credit2 Scheduler" is supported);
/// require!([XEN_4_18, XEN_4_20]: "libvirt driver for xl" is security_supported by anyone);
/// require!(XEN_4_18: "Memory", "x86" is security_supported up to 8 TiB through 2028-01-01);
/// require!(XEN_4_19..=XEN_4_22: "x86/PVH", "dom0" is no worse than in XEN_4_18);
/// require!(XEN_4_20..=XEN_4_22 is security_supported through 2030-01-01);
///
/// const DISK: &str = "Blkback";
///
/// fn attach_disk() {
///     require!(XEN_4_18: DISK, "Linux (xen-blkback)" is security_supported);
///     require!(XEN_4_18: features::DRIVER_DOMAINS is security_supported with caveats);
/// }
/// ```
///
/// A requirement that is not granted does not compile. The error says why, where the page says so, and what to do:
///
/// ```compile_fail,E0080
/// # use xen_support::{XEN_4_20, require};
/// require!(XEN_4_20: "x86/PVH", "dom0" is security_supported);
/// // not granted by Xen 4.20: "x86/PVH", "dom0" is security_supported
/// //   its page says "Supported, with caveats": it is security supported under conditions only
/// //   data/4.20.md:100, https://xenbits.xen.org/docs/4.20-testing/SUPPORT.html#x86pvh
/// //   help: read the conditions there; if you meet them, require `is security_supported with caveats`
/// ```
#[macro_export]
macro_rules! require {
    // The common sentences have arms of their own: of a title; of a title and an implementation; of a constant by its
    // path. The last arm takes any sentence, but needs one expansion per token.
    ($statement:ident : $title:literal is $requirement:tt) => {
        const _: () = $statement.require($crate::data::Feature::named($title, ""), $crate::__requirement!($requirement));
    };
    ($statement:ident : $title:literal, $implementation:literal is $requirement:tt) => {
        const _: () = $statement.require(
            $crate::data::Feature::named($title, $implementation),
            $crate::__requirement!($requirement),
        );
    };
    ($statement:ident : features::$($constant:ident)::+ is $requirement:tt) => {
        const _: () = $statement.require(features::$($constant)::+, $crate::__requirement!($requirement));
    };
    ($($sentence:tt)+) => {
        const _: () = $crate::__require!(@subject [] $($sentence)+);
    };
}

/// The parts of [`require!`]: `@subject` takes the tokens before the colon or `is`, `@feature` those after the colon.
#[doc(hidden)]
#[macro_export]
macro_rules! __require {
    (@subject [[]] $($rest:tt)+) => {
        ::core::compile_error!("the list of releases is empty, so nothing would be checked")
    };
    (@subject [$($releases:tt)+] is supported through $($day:tt)+) => {
        $crate::__releases!($($releases)+).require_supported_through($crate::__day!($($day)+))
    };
    (@subject [$($releases:tt)+] is security_supported through $($day:tt)+) => {
        $crate::__releases!($($releases)+).require_security_supported_through($crate::__day!($($day)+))
    };
    (@subject [$($releases:tt)+] : $($rest:tt)+) => {
        $crate::__require!(@feature [$crate::__releases!($($releases)+)] [] $($rest)+)
    };
    (@subject [$($releases:tt)*] $next:tt $($rest:tt)*) => {
        $crate::__require!(@subject [$($releases)* $next] $($rest)*)
    };
    (@feature [$($releases:tt)+] [$($feature:tt)+] is no worse than in $earlier:expr) => {
        $($releases)+.require_no_worse($crate::__feature!($($feature)+), $earlier)
    };
    (@feature [$($releases:tt)+] [$($feature:tt)+] is $($requirement:tt)+) => {
        $($releases)+.require($crate::__feature!($($feature)+), $crate::__requirement!($($requirement)+))
    };
    (@feature [$($releases:tt)+] [$($feature:tt)*] $next:tt $($rest:tt)*) => {
        $crate::__require!(@feature [$($releases)+] [$($feature)* $next] $($rest)*)
    };
    (@feature [$($releases:tt)+] [$title:literal $($rest:tt)*]) => {
        $crate::__require!()
    };
    (@feature [$($releases:tt)+] [$($needs:tt)+]) => {
        $($releases)+.require_needs($($needs)+)
    };
    ($($other:tt)*) => {
        ::core::compile_error!(
            "expected a statement, a feature and a requirement, as in `require!(XEN_4_18: \"x86/PVH\", \"domU\" is \
             security_supported)`, or needs, or a release and a day, as in `require!(XEN_4_18 is supported through 2025-05-16)`"
        )
    };
}

/// The releases in [`require!`]: a statement, a range or a list.
#[doc(hidden)]
#[macro_export]
macro_rules! __releases {
    ([$($list:tt)+]) => {
        $crate::data::Statements::of(&[$($list)+])
    };
    ($statement:ident) => {
        $statement
    };
    (@range [$($first:tt)+] ..= $last:expr) => {
        $($first)+.through($last)
    };
    (@range [$($first:tt)*] .. $($rest:tt)*) => {
        ::core::compile_error!(
            "a range of releases includes the last one: write `..=` instead of `..`, as in `XEN_4_17..=XEN_4_22`"
        )
    };
    (@range [$($first:tt)*] $next:tt $($rest:tt)*) => {
        $crate::__releases!(@range [$($first)* $next] $($rest)*)
    };
    (@range [$($statement:tt)+]) => {
        $($statement)+
    };
    ($($tokens:tt)+) => {
        $crate::__releases!(@range [] $($tokens)+)
    };
}

/// A feature in [`require!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __feature {
    ($title:literal) => {
        $crate::data::Feature::named($title, "")
    };
    ($title:expr, $implementation:expr) => {
        $crate::data::Feature::named($title, $implementation)
    };
    ($feature:expr) => {
        $crate::data::Named($feature).feature()
    };
}

/// A requirement in [`require!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __requirement {
    (experimental) => { $crate::Requirement::EXPERIMENTAL };
    (tech_preview) => { $crate::Requirement::TECH_PREVIEW };
    (supported) => { $crate::Requirement::SUPPORTED };
    (security_supported) => { $crate::Requirement::SECURITY_SUPPORTED };
    (experimental $($clauses:tt)+) => { $crate::__clauses!(@amount level [$crate::Requirement::EXPERIMENTAL] $($clauses)+) };
    (tech_preview $($clauses:tt)+) => { $crate::__clauses!(@amount level [$crate::Requirement::TECH_PREVIEW] $($clauses)+) };
    (supported $($clauses:tt)+) => { $crate::__clauses!(@amount level [$crate::Requirement::SUPPORTED] $($clauses)+) };
    (security_supported $($clauses:tt)+) => {
        $crate::__clauses!(@amount security [$crate::Requirement::SECURITY_SUPPORTED] $($clauses)+)
    };
    ($word:tt $($rest:tt)*) => { $crate::__requirement_begins!($word) };
}

/// What follows the first word of a requirement in [`require!`]. After `@amount` stands what the first word asks for, a
/// `level` or `security`; the requirement so far is in brackets.
#[doc(hidden)]
#[macro_export]
macro_rules! __clauses {
    (@amount $asked:ident [$($requirement:tt)+] up to $number:tt $($rest:tt)*) => {
        $crate::__clauses!(@unit $asked [$($requirement)+] $number $($rest)*)
    };
    (@amount $asked:ident [$($requirement:tt)+] $($rest:tt)*) => {
        $crate::__clauses!(@$asked [$($requirement)+] $($rest)*)
    };

    (@unit $asked:ident [$($requirement:tt)+] $number:tt bytes $($rest:tt)*) => {
        $crate::__clauses!(@$asked [$($requirement)+.up_to($crate::Amount::bytes($number))] $($rest)*)
    };
    (@unit $asked:ident [$($requirement:tt)+] $number:tt KiB $($rest:tt)*) => {
        $crate::__clauses!(@$asked [$($requirement)+.up_to($crate::Amount::kib($number))] $($rest)*)
    };
    (@unit $asked:ident [$($requirement:tt)+] $number:tt MiB $($rest:tt)*) => {
        $crate::__clauses!(@$asked [$($requirement)+.up_to($crate::Amount::mib($number))] $($rest)*)
    };
    (@unit $asked:ident [$($requirement:tt)+] $number:tt GiB $($rest:tt)*) => {
        $crate::__clauses!(@$asked [$($requirement)+.up_to($crate::Amount::gib($number))] $($rest)*)
    };
    (@unit $asked:ident [$($requirement:tt)+] $number:tt TiB $($rest:tt)*) => {
        $crate::__clauses!(@$asked [$($requirement)+.up_to($crate::Amount::tib($number))] $($rest)*)
    };
    (@unit $asked:ident [$($requirement:tt)+] $number:tt $($rest:tt)*) => {
        $crate::__clauses!(@$asked [$($requirement)+.up_to($crate::Amount::count($number))] $($rest)*)
    };

    (@level [$($requirement:tt)+]) => { $($requirement)+ };
    (@level [$($requirement:tt)+] $word:tt $($rest:tt)*) => { $crate::__level_continues!($word) };

    (@security [$($requirement:tt)+] with caveats $($rest:tt)*) => {
        $crate::__clauses!(@dates [$($requirement)+.with_caveats()] $($rest)*)
    };
    (@security [$($requirement:tt)+] by anyone $($rest:tt)*) => {
        $crate::__clauses!(@dates [$($requirement)+.by_anyone()] $($rest)*)
    };
    (@security [$($requirement:tt)+] unconditionally $($rest:tt)*) => {
        $crate::__clauses!(@dates [$($requirement)+.unconditionally()] $($rest)*)
    };
    (@security [$($requirement:tt)+] $($rest:tt)*) => { $crate::__clauses!(@dates [$($requirement)+] $($rest)*) };

    (@dates [$($requirement:tt)+] through $year:literal - $month:literal - $day:literal $($rest:tt)*) => {
        $crate::__clauses!(@end [$($requirement)+.through($crate::__day!($year - $month - $day))] $($rest)*)
    };
    (@dates [$($requirement:tt)+] through $($other:tt)*) => {
        ::core::compile_error!("expected a day after `through`, as in `through 2030-01-01`")
    };
    (@dates [$($requirement:tt)+] regardless of dates $($rest:tt)*) => {
        $crate::__clauses!(@end [$($requirement)+.regardless_of_dates()] $($rest)*)
    };
    (@dates [$($requirement:tt)+] $($rest:tt)*) => { $crate::__clauses!(@end [$($requirement)+] $($rest)*) };

    (@end [$($requirement:tt)+]) => { $($requirement)+ };
    (@end [$($requirement:tt)+] $word:tt $($rest:tt)*) => { $crate::__security_support_continues!($word) };
}

// No word matches the strings below. The compiler points at the word that it was given instead, and quotes the string,
// which `compile_error!` cannot do: it points at the whole check.

/// How a requirement in [`require!`] begins.
#[doc(hidden)]
#[macro_export]
macro_rules! __requirement_begins {
    ("a requirement begins with `experimental`, `tech_preview`, `supported` or `security_supported`, or is `no worse than in XEN_4_18`") => {};
}

/// What follows `experimental`, `tech_preview` or `supported` in [`require!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __level_continues {
    ("an amount, as in `up to 8 TiB` or `up to 128`, in `bytes`, `KiB`, `MiB`, `GiB` or `TiB`; then the end") => {};
}

/// What follows `security_supported` in [`require!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __security_support_continues {
    ("an amount, as in `up to 8 TiB` or `up to 128`; then `with caveats`, `by anyone` or `unconditionally`; then `through 2030-01-01` or `regardless of dates`; then the end") => {};
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
