//! The signs of security support in the matrix.

use xen_support_data::Security;

/// The kinds of security support, in the order of the legend.
pub(super) const SECURITY: [Security; 4] = [Security::Yes, Security::Conditional, Security::External, Security::No];

/// The sign of a kind of security support.
pub(super) fn sign(security: Security) -> &'static str {
    match security {
        Security::Yes => "✓",
        Security::Conditional => "◐",
        Security::External => "↗",
        Security::No => "✗",
    }
}

/// What the sign means.
pub(super) fn meaning(security: Security) -> &'static str {
    match security {
        Security::Yes => "Security supported",
        Security::Conditional => "Security supported under conditions",
        Security::External => "Security supported by another project",
        Security::No => "Not security supported",
    }
}
