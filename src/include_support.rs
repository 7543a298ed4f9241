//! `include_support!`, for a SUPPORT.md of one's own.

/// Compiles SUPPORT.md documents of your own, one per release, into the same shape as the bundled tables.
///
/// The paths are string literals, relative to the folder of your package's Cargo.toml. The macro expands to the module
/// `features`, a constant for each statement (`XEN_4_20`), and the aliases `Feature`, `Statement` and `Status`. Give it
/// a module of its own, so that these names meet no others. A feature of these documents cannot be asked of another
/// set's statement: that is a type error.
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
/// # Errors
///
/// An error in a document is a compile error at the document's path in the macro, and names the line and the column in
/// the document. A file that cannot be read or is not UTF-8 is a compile error, too. A warning in a document is a
/// warning of the compiler, which `#[allow(deprecated)]` on the module silences.
#[macro_export]
macro_rules! include_support {
    ($($path:tt)+) => {
        $crate::__private::include_support! { $crate; $($path)+ }
    };
}
