//! `include_support!`, for a SUPPORT.md of one's own.

/// Compiles SUPPORT.md documents of your own, one per release, into the same shape as the bundled tables.
///
/// The paths are relative to the folder of your package's Cargo.toml. They are string literals, or made of some by
/// `concat!` and `env!`; a constant cannot be given, since the macro reads the file before the compiler knows its value.
/// The macro expands to the module `features`, a constant for each statement (`XEN_4_20`), and the aliases `Feature`,
/// `Statement`, `Statements` and `Status`. Give it a module of its own, so that these names meet no others. A feature of
/// these documents cannot be asked of another set's statement: that is a type error.
///
/// ```
/// mod acme {
///     xen_support::include_support!("tests/include_support/acme.md");
/// }
///
/// xen_support::require!(acme::XEN_4_20: "Watchdog driver" is security_supported);
/// ```
///
/// ```compile_fail,E0308
/// # mod acme {
/// #     xen_support::include_support!("tests/include_support/acme.md");
/// # }
/// use xen_support::{XEN_4_20, features};
///
/// let _ = acme::XEN_4_20.status(features::x86_pvh::DOMU); // of another set
/// ```
///
/// # The day
///
/// Security support is judged on a day. Where code gives none, it is the day on which the pages were taken,
/// [`AS_OF`](crate::data::Statement::AS_OF): give it as `as_of`. Without it, it is the newest `Initial-Release` of the
/// pages that is a day, before which nobody can have read them.
///
/// ```
/// mod acme {
///     xen_support::include_support!("tests/include_support/acme.md", as_of = "2026-11-25");
/// }
///
/// assert_eq!(acme::Statement::AS_OF.to_string(), "2026-11-25");
/// ```
///
/// # The version
///
/// A page says its own version. Give one to a page that says another or none, as those of development branches do:
/// `include_support!("xen/SUPPORT.md" as "4.23-unstable")`.
///
/// # Levels
///
/// Each kind of problem has a level, as rustc's lints have: `deny` stops the build, `warn` is shown. `allow`, `warn` and
/// `deny` give another level to a kind of problem, to that of one page, or to that at one text, as in
/// `allow = "label-misspelt@SUPPORT.md@Expermental"`; `deny = "warnings"` stops the build at any warning. What is lost or
/// in doubt grants nothing, whatever the level.
///
/// ```
/// mod acme {
///     xen_support::include_support!("tests/include_support/acme.md", allow = "setext-heading", deny = "warnings");
/// }
/// ```
///
/// # Errors
///
/// An error in a document is a compile error at the document's path in the macro, and names the line and the column in
/// the document. A file that cannot be read or is not UTF-8 is a compile error, too, and so is a day that the calendar
/// does not have. A warning in a document is a warning of the compiler; `allow` silences it.
#[macro_export]
macro_rules! include_support {
    ($($argument:tt)+) => {
        $crate::__private::include_support! { $crate; $($argument)+ }
    };
}
