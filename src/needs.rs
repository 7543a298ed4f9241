//! `needs!`, which declares what a program relies on.

/// Declares what a program relies on, as constants of the type `Needs`: features with requirements.
///
/// ```
/// use xen_support::{Needs, XEN_4_20, XEN_4_22, features, needs, require};
///
/// needs! {
///     /// What a host must have.
///     pub const HOST: Needs {
///         /// The scheduler that we tune.
///         features::CREDIT2_SCHEDULER is supported;
///         "Physical Memory", "x86" is security_supported up to 1 TiB;
///     }
///
///     /// What guests rely on, and their host.
///     const GUESTS: Needs {
///         all of HOST;
///         "x86/PVH", "domU" is security_supported because "guests are not trusted";
///     }
/// }
///
/// // The compiler refuses the build unless each of these releases grants all of it.
/// require!(XEN_4_20..=XEN_4_22: GUESTS);
///
/// // The same of the Xen at hand, when the program runs.
/// for unmet in GUESTS.unmet_by(XEN_4_20) {
///     println!("{unmet}");
/// }
/// assert_eq!(GUESTS.len(), 3);
/// ```
///
/// Each need is written as in [`require!`](crate::require), with a semicolon behind it: a feature, by its name or by a
/// constant; `is`; and a requirement. `because` may follow, with a reason: a constant expression of a `&'static str`, which
/// is shown where the need is not met. `all of` and another list stand for the needs of that list.
///
/// A need may have documentation. It goes into the constant's, which lists all needs.
///
/// The type is `Needs` of the set of documents that the features are of: `xen_support::Needs`, or `acme::Needs` of a module
/// `acme` with documents of your own.
///
/// # Cost
///
/// A list that is only required of releases leaves nothing in the program. One that is asked at run time takes 56 bytes for
/// each need on a machine of 64 bits, and its reasons. It links no names; only to show why a need is not met links those of
/// all features, with lines and links. README.md has figures.
///
/// # Errors
///
/// A feature that no document lists, and a requirement whose clauses do not go together, are compile errors, as in
/// [`require!`](crate::require).
#[macro_export]
macro_rules! needs {
    ($($list:tt)*) => {
        $crate::__private::needs! { $crate; $($list)* }
    };
}
