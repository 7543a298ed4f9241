//! The tables of a SUPPORT.md of your own are used like the bundled ones.
#![cfg(feature = "macros")]

use xen_support::{Level, Requirement, needs, require};

/// The page of a product.
mod acme {
    xen_support::include_support!("tests/include_support/acme.md");
}

require!(acme::XEN_4_20: "Watchdog driver" is security_supported);
require!(acme::XEN_4_20: acme::features::watchdog_driver::ARM64 is tech_preview);

needs! {
    /// What the product relies on.
    const NEEDS: acme::Needs {
        "Watchdog driver" is security_supported;
        acme::features::watchdog_driver::ARM64 is supported;
    }
}

#[test]
fn needs_are_asked_of_an_own_document_like_of_the_bundled_ones() {
    let unmet: Vec<acme::Unmet> = NEEDS.unmet_by(acme::XEN_4_20).collect();
    let [unmet] = &*unmet else { panic!("{unmet:?}") };
    assert_eq!(unmet.need.feature(), acme::features::watchdog_driver::ARM64);
    let text = unmet.to_string();
    assert!(text.starts_with("not granted by 4.20: \"Watchdog driver\", \"Arm64\" is supported\n"), "{text}");
    assert_eq!((NEEDS.oldest(), NEEDS.len()), (None, 2));
}

#[test]
fn an_own_document_is_looked_up_like_the_bundled_ones() {
    let preview = acme::XEN_4_20.get("Watchdog driver", "Arm64").unwrap();
    assert_eq!((preview.text(), preview.level()), ("Preview", Level::TechPreview));
    assert_eq!(preview.label().unwrap().tags.unwrap().interface_stability, "Not stable");
    assert!(acme::XEN_4_20.satisfies(acme::features::x86_pvh::DOMU, Requirement::SECURITY_SUPPORTED));
    assert_eq!(acme::XEN_4_20.description(acme::features::WATCHDOG_DRIVER), "Resets the appliance when dom0 hangs.");
    assert_eq!(acme::Feature::COUNT, 4);
    assert_eq!(acme::XEN_4_20.get("Blkfront", "Linux"), None);
}

#[test]
fn an_anchor_is_the_id_of_the_heading_whatever_letters_the_implementation_has() {
    // The Kelvin sign is no letter of ASCII, but its small letter is.
    let feature = acme::Feature::find("Page sizes", "4 \u{212a} page").unwrap();
    assert_eq!((feature.key(), feature.anchor()), ("page-sizes--4-k-page", "page-sizes"));
    assert_eq!(acme::features::WATCHDOG_DRIVER.anchor(), "watchdog-driver");
    assert_eq!(acme::features::watchdog_driver::ARM64.anchor(), "watchdog-driver");
}
