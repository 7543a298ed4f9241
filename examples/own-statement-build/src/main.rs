//! A vendor's own SUPPORT.md by build script: the pages of both versions of a fictitious vehicle hypervisor, as one
//! set.
//!
//! The compiler checks what a guest for both versions relies on; the program then lists what an update from one version
//! to the other changes. To see a requirement refused, edit support/4.20.md, for example the status of "Window watchdog
//! driver", and `cargo build`.
#![deny(warnings, missing_docs, unsafe_code, clippy::pedantic)]

use larkspur::{Feature, Statement, XEN_4_19, XEN_4_20, features};
use xen_support::{Requirement, require};

/// The pages of the product, as build.rs compiles them.
mod larkspur {
    include!(concat!(env!("OUT_DIR"), "/support.rs"));
}

/// Version 1 of the product.
const OLD: Statement = XEN_4_19;

/// Version 2.
const NEW: Statement = XEN_4_20;

// Vehicles on the road have either version.
require!(OLD..=NEW: "Dom0less", "ARM" is security_supported);
require!(OLD..=NEW: "Physical Memory", "Arm64" is supported up to 32 GiB);
require!(OLD..=NEW: features::virtio_backends::NETWORK is security_supported through 2039-01-01);

// They get the new version by an update, which must not take away what the guest drives.
require!(NEW: "Window watchdog driver" is no worse than in OLD);
require!(NEW: features::A_B_UPDATE_OF_THE_HYPERVISOR is no worse than in OLD);

// A vehicle is driven for fifteen years.
require!([OLD, NEW]: "Static partitioning tool" is supported);
require!(NEW is security_supported through 2040-01-01);

// The new version passes devices through. For the Xen Project that is a preview; the vendor gives security support.
require!(xen_support::XEN_4_20: "IOMMU", "ARM SMMUv3" is tech_preview);
require!(NEW: "IOMMU", "ARM SMMUv3" is security_supported);

/// How the guest reaches cameras; decided when the program is compiled.
const CAMERA: &str = if NEW.satisfies(features::virtio_backends::CAMERA, Requirement::SUPPORTED) {
    "a virtio device"
} else {
    "a network stream"
};

/// Lists what an update changes.
fn main() {
    println!("The guest reaches cameras by {CAMERA}. What an update changes:\n");
    for feature in Feature::all().filter(|feature| OLD.status(*feature) != NEW.status(*feature)) {
        let [old, new] =
            [OLD, NEW].map(|statement| statement.status(feature).map_or("not listed", |status| status.text()));
        let worse = if NEW.is_no_worse(feature, OLD) { "" } else { " (WORSE)" };
        println!("{feature}{worse}\n    from: {old}\n    to:   {new}");
    }
}
