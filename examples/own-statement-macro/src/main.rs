//! A vendor's own SUPPORT.md by macro: the page of a fictitious edge hypervisor, compiled in place.
//!
//! The compiler checks what the product's fleet agent relies on; the program then lists what the vendor security
//! supports beyond the Xen release that the product is based on. To see a requirement refused, edit SUPPORT.md, for
//! example the status of "Watchdog driver", and `cargo build`.
#![deny(warnings, missing_docs, unsafe_code, clippy::pedantic)]

use xen_support::{Security, require};

/// The page of the product. The path is relative to Cargo.toml. The day is the one on which the page was taken: whether
/// the product is security supported is judged as of it.
mod wherry {
    xen_support::include_support!("SUPPORT.md", as_of = "2026-08-20");
}

/// What Slipway Systems says of Wherry 3.
const PRODUCT: wherry::Statement = wherry::XEN_4_20;

/// What the Xen Project says of the release that Wherry 3 is based on.
const UPSTREAM: xen_support::Statement = xen_support::XEN_4_20;

// The servers stay in the field for nine years, longer than the Xen Project supports the release.
require!(PRODUCT is security_supported through 2034-12-31);

// The largest server, and the largest guest that the agent places on one.
require!(PRODUCT: "Physical Memory", "x86" is security_supported up to 256 GiB);
require!(PRODUCT: "Memory", "x86" is security_supported up to 64 GiB);
require!(PRODUCT: "Virtual CPUs", "x86" is supported up to 16);

// What the agent drives itself. These features are the product's own.
require!(PRODUCT: "Watchdog driver" is security_supported);
require!(PRODUCT: wherry::features::A_B_UPDATE_OF_THE_HYPERVISOR is security_supported);
require!(PRODUCT: wherry::features::fleet_console::READ_AND_WRITE is security_supported with caveats);

// A label of the product's own grants what the page defines: here Field Trial grants what Tech Preview does for Xen.
require!(PRODUCT: "IOMMU", "AMD IOMMU" is tech_preview);

// The agent also runs on unmodified Xen, so it relies on what both pages grant.
require!(PRODUCT: "x86/PVH", "domU" is security_supported);
require!(UPSTREAM: "x86/PVH", "domU" is security_supported);
require!(PRODUCT: "libvirt driver for xl" is security_supported by anyone);
require!(UPSTREAM: "libvirt driver for xl" is security_supported by anyone);

/// Lists what the product security supports, but not the Xen release that it is based on.
fn main() {
    println!("{:<30} {:<50} Xen {}", "Security support of", "Wherry 3", UPSTREAM.version());
    for (feature, _) in PRODUCT {
        let product = PRODUCT.security_support(feature);
        // The two pages are different sets. What they have in common is the key of a feature that both list.
        let upstream =
            xen_support::Feature::find_by_key(feature.key()).map(|feature| UPSTREAM.security_support(feature));
        if product.security() == Security::Yes && !upstream.is_some_and(|upstream| upstream.security() == Security::Yes)
        {
            let upstream = upstream.map_or("not listed".to_owned(), |upstream| upstream.to_string());
            println!("{:<30} {:<50} {upstream}", feature.to_string(), product.to_string());
        }
    }
}
