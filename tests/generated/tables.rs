/// The set of documents that these tables were compiled from.
#[allow(unreachable_pub, reason = "the module may be private")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[rustfmt::skip]
pub enum Appliance {}
/// A feature that one of the documents lists.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[rustfmt::skip]
pub type Feature = ::xen_support::data::Feature<Appliance>;
/// What one of the documents says.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[rustfmt::skip]
pub type Statement = ::xen_support::data::Statement<Appliance>;
/// What several of the documents say.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[rustfmt::skip]
pub type Statements<'a> = ::xen_support::data::Statements<'a, Appliance>;
/// What one of the documents says of a feature.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[rustfmt::skip]
pub type Status = ::xen_support::data::Status<Appliance>;
/// A feature of these documents, and how much of it is relied on.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[rustfmt::skip]
pub type Need = ::xen_support::data::Need<Appliance>;
/// What a program relies on of these documents.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[rustfmt::skip]
pub type Needs = ::xen_support::data::Needs<Appliance>;
/// What is relied on and one of the documents does not grant.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[rustfmt::skip]
pub type Unmet = ::xen_support::data::Unmet<Appliance>;
/// What SUPPORT.md says of Xen 4.19.
///
/// | | |
/// | --- | --- |
/// | Initial release | 2024-07-29 |
/// | Supported until | 2026-01-29 |
/// | Security support until | 2029-07-29 |
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[allow(clippy::doc_markdown, reason = "the words are the document's")]
#[rustfmt::skip]
pub const XEN_4_19: Statement = Statement::new(0);
/// What SUPPORT.md says of Xen 4.20-unstable.
///
/// | | |
/// | --- | --- |
/// | Initial release | n/a |
/// | Supported until | TBD |
/// | Security support until | Unreleased - not yet security-supported |
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[allow(clippy::doc_markdown, reason = "the words are the document's")]
#[rustfmt::skip]
pub const XEN_4_20_UNSTABLE: Statement = Statement::new(1);
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[allow(clippy::doc_markdown, reason = "the words are the documents'")]
#[rustfmt::skip]
pub mod features {
    //! A constant for each feature.
    //!
    //! A feature with a bare `Status:` is a constant named after its heading; an implementation is one in a module
    //! named after the heading.
    //!
    //! # Appliance
    //!
    //! - Watchdog: [`const@WATCHDOG`], [`mod@watchdog`]
    //! - Memory: [`mod@memory`]
    //! - Boot image: [`mod@boot_image`]
    //!
    //! # Console
    //!
    //! - Console: [`const@CONSOLE`], [`mod@console`]
    //! - Arm\: Guest ACPI: [`const@ARM_GUEST_ACPI`]
    use super::Feature;
    /// Watchdog: Supported in 4.19 (Deprecated in 4.20-unstable).
    ///
    /// Section: Appliance
    ///
    /// | Xen | Status |
    /// | --- | --- |
    /// | 4.19 | Supported |
    /// | 4.20-unstable | Deprecated (beside it: caveats, exceptions) |
    ///
    /// Resets the appliance when dom0 hangs.
    pub const WATCHDOG: Feature = Feature::new(0);
    /// Console: No security support, not recommended, in 4.20-unstable (no release lists it).
    ///
    /// Section: Console
    ///
    /// | Xen | Status |
    /// | --- | --- |
    /// | 4.19 | not listed |
    /// | 4.20-unstable | No security support, not recommended |
    pub const CONSOLE: Feature = Feature::new(6);
    /// Arm\: Guest ACPI: Experimental in 4.19 (Supported in 4.20-unstable).
    ///
    /// Section: Console
    ///
    /// | Xen | Status |
    /// | --- | --- |
    /// | 4.19 | Experimental |
    /// | 4.20-unstable | Supported |
    #[doc(alias("Arm: Guest ACPI", "arm-guest-acpi"))]
    pub const ARM_GUEST_ACPI: Feature = Feature::new(8);
    /// Watchdog – Arm64: Supported in 4.19 (not listed in 4.20-unstable); RISC-V: Best effort (not understood) in 4.20-unstable (no release lists it).
    pub mod watchdog {
        use super::Feature;
        /// Watchdog, Arm64: Supported in 4.19 (not listed in 4.20-unstable).
        ///
        /// Section: Appliance
        ///
        /// | Xen | Status |
        /// | --- | --- |
        /// | 4.19 | Supported |
        /// | 4.20-unstable | not listed |
        ///
        /// Resets the appliance when dom0 hangs.
        #[doc(alias("Watchdog, Arm64", "watchdog--arm64"))]
        pub const ARM64: Feature = Feature::new(1);
        /// Watchdog, RISC-V: Best effort (not understood) in 4.20-unstable (no release lists it). Beside it: caveats.
        ///
        /// Section: Appliance
        ///
        /// | Xen | Status |
        /// | --- | --- |
        /// | 4.19 | not listed |
        /// | 4.20-unstable | Best effort (beside it: caveats) |
        ///
        /// Resets the appliance when dom0 hangs.
        #[doc(alias("Watchdog, RISC-V", "RISC-V", "watchdog--risc-v"))]
        pub const RISC_V: Feature = Feature::new(2);
    }
    /// Memory – x86: Supported up to 8 TiB in 4.19 (Supported up to 4 TiB in 4.20-unstable); Arm64: Supported in 4.19 (Supported up to 1 TiB in 4.20-unstable).
    pub mod memory {
        use super::Feature;
        /// Memory, x86: Supported up to 8 TiB in 4.19 (Supported up to 4 TiB in 4.20-unstable).
        ///
        /// Section: Appliance
        ///
        /// | Xen | Status |
        /// | --- | --- |
        /// | 4.19 | Supported up to 8 TiB |
        /// | 4.20-unstable | Supported up to 4 TiB. Hosts with more memory are supported, but not security supported. |
        #[doc(alias("Memory, x86", "memory--x86"))]
        pub const X86: Feature = Feature::new(3);
        /// Memory, Arm64: Supported in 4.19 (Supported up to 1 TiB in 4.20-unstable).
        ///
        /// Section: Appliance
        ///
        /// | Xen | Status |
        /// | --- | --- |
        /// | 4.19 | Supported |
        /// | 4.20-unstable | Supported up to 1 TiB |
        #[doc(alias("Memory, Arm64", "memory--arm64"))]
        pub const ARM64: Feature = Feature::new(4);
    }
    /// Boot image – x86: Supported (bzImage, ELF) in 4.20-unstable (no release lists it).
    #[doc(alias("Boot image"))]
    pub mod boot_image {
        use super::Feature;
        /// Boot image, x86: Supported (bzImage, ELF) in 4.20-unstable (no release lists it).
        ///
        /// Section: Appliance
        ///
        /// | Xen | Status |
        /// | --- | --- |
        /// | 4.19 | not listed |
        /// | 4.20-unstable | bzImage, ELF |
        #[doc(alias("Boot image, x86", "boot-image--x86"))]
        pub const X86: Feature = Feature::new(5);
    }
    /// Console – emulated: Not implemented in 4.20-unstable (no release lists it).
    pub mod console {
        use super::Feature;
        /// Console, emulated: Not implemented in 4.20-unstable (no release lists it).
        ///
        /// Section: Console
        ///
        /// | Xen | Status |
        /// | --- | --- |
        /// | 4.19 | not listed |
        /// | 4.20-unstable | Not implemented |
        #[doc(alias("Console, emulated", "console--emulated"))]
        pub const EMULATED: Feature = Feature::new(7);
    }
}
#[rustfmt::skip]
const _: () = {
    use ::xen_support::data as data;
    impl data::Set for Appliance {
        const NAMES: data::NameTable = data::NameTable {
            text: "WatchdogArm64RISC-VMemoryx86Boot imageConsoleemulatedArm: Guest ACPIARM: Guest ACPI",
            spans: data::NameSpans::Narrow(
                &[
                    data::NameSpan(0, 8, 8, 0),
                    data::NameSpan(0, 8, 8, 5),
                    data::NameSpan(0, 8, 13, 6),
                    data::NameSpan(19, 6, 25, 3),
                    data::NameSpan(19, 6, 8, 5),
                    data::NameSpan(28, 10, 25, 3),
                    data::NameSpan(38, 7, 8, 0),
                    data::NameSpan(38, 7, 45, 8),
                    data::NameSpan(53, 15, 8, 0),
                    data::NameSpan(68, 15, 8, 0),
                ],
            ),
        };
        const OTHER_NAMES: &'static [u32] = &[8];
        const NAME_INDEX: data::Index = data::Index {
            hash: data::Hash {
                seed: 0xE0E6_6297_8424_9FF9,
                whole: false,
            },
            pilots: &[
                0xAFFA_39A6, 0x1CB7_882D, 0x1CB7_882D, 0xDBB2_575F, 0xAFFA_39A6,
                0xC061_0EE9, 0xC061_0EE9,
            ],
            slots: data::Slots::U8(&[6, 9, 5, 3, 4, 1, 2, 0, 8, 7, 6]),
        };
        const KEYS: &'static [&'static str] = &[
            "watchdog",
            "watchdog--arm64",
            "watchdog--risc-v",
            "memory--x86",
            "memory--arm64",
            "boot-image--x86",
            "console",
            "console--emulated",
            "arm-guest-acpi",
        ];
        const KEY_INDEX: data::Index = data::Index {
            hash: data::Hash {
                seed: 0x02D4_C61D_B8C2_CE2B,
                whole: false,
            },
            pilots: &[
                0xAFFA_39A6, 0xAFFA_39A6, 0x15C6_411D, 0xAFFA_39A6, 0xAFFA_39A6,
                0x4710_F1C0,
            ],
            slots: data::Slots::U8(&[3, 2, 4, 8, 1, 6, 7, 5, 0, 3]),
        };
        const ANCHORS: &'static [&'static str] = &[
            "watchdog",
            "watchdog",
            "watchdog",
            "memory",
            "memory",
            "boot-image",
            "console",
            "console",
            "arm-guest-acpi",
        ];
        const SECTIONS: &'static [&'static str] = &[
            "Appliance",
            "Appliance",
            "Appliance",
            "Appliance",
            "Appliance",
            "Appliance",
            "Console",
            "Console",
            "Console",
        ];
        const STATUS_TEXTS: &'static [&'static str] = &[
            "Supported",
            "Supported up to 8 TiB",
            "Experimental",
            "Deprecated",
            "Best effort",
            "Supported up to 4 TiB. Hosts with more memory are supported, but not security supported.",
            "Supported up to 1 TiB",
            "bzImage, ELF",
            "No security support, not recommended",
            "Not implemented",
        ];
        const MEANINGS: &'static [data::Meaning] = &[
            data::Meaning::new(data::Level::Supported, data::Security::Yes)
                .with_label(0),
            data::Meaning::new(data::Level::Supported, data::Security::Yes)
                .with_label(0)
                .with_limit(0),
            data::Meaning::new(data::Level::Experimental, data::Security::No)
                .with_label(1),
            data::Meaning::new(data::Level::Supported, data::Security::Yes)
                .with_label(2),
            data::Meaning::new(data::Level::None, data::Security::No).not_understood(),
            data::Meaning::new(data::Level::Supported, data::Security::Yes)
                .with_label(0)
                .with_limit(1),
            data::Meaning::new(data::Level::Supported, data::Security::Yes)
                .with_label(0)
                .with_limit(2),
            data::Meaning::new(data::Level::Supported, data::Security::Yes)
                .with_label(0)
                .of_formats(),
            data::Meaning::new(data::Level::None, data::Security::No),
            data::Meaning::new(data::Level::None, data::Security::No).with_label(3),
        ];
        const LIMITS: &'static [data::Limit] = &[
            data::Limit::new(
                data::Unit::Bytes,
                data::Bound::up_to(8 << 40),
                Some(data::Bound::up_to(8 << 40)),
            ),
            data::Limit::new(data::Unit::Bytes, data::Bound::up_to(4 << 40), None),
            data::Limit::new(
                data::Unit::Bytes,
                data::Bound::up_to(1 << 40),
                Some(data::Bound::up_to(1 << 40)),
            ),
        ];
        const LABELS: &'static [data::Label] = &[
            data::Label::new(
                "Supported",
                Some(data::Tags::new("Yes", "Normal", "Yes", "Yes")),
            ),
            data::Label::new(
                "Experimental",
                Some(data::Tags::new("No", "Here be dragons", "Not stable", "No")),
            ),
            data::Label::new(
                "Deprecated",
                Some(
                    data::Tags::new(
                        "Yes",
                        "Quirky",
                        "No (as in, may disappear the next release)",
                        "Yes",
                    ),
                ),
            ),
            data::Label::new("Not implemented", None),
        ];
        const COLUMNS: &'static [data::Column] = &[
            data::Column::new::<Self>(0, &[1, 1, 0, 2, 1, 0, 0, 0, 3]),
            data::Column::new::<Self>(1, &[4, 0, 5, 6, 7, 8, 9, 10, 1]),
        ];
        const VERSIONS: &'static [data::Version] = &[
            data::Version::new(4, 19),
            data::Version::new(4, 20).at(data::Stage::Unstable),
        ];
        const LIFETIMES: &'static [data::Lifetime] = &[
            data::Lifetime::new("2024-07-29", "2029-07-29"),
            data::Lifetime::new("n/a", "Unreleased - not yet security-supported"),
        ];
        const RELEASES: &'static [data::Release] = &[
            data::Release::new(
                data::Version::new(4, 19),
                "4.19",
                ["2024-07-29", "2026-01-29", "2029-07-29"],
            ),
            data::Release::new(
                data::Version::new(4, 20).at(data::Stage::Unstable),
                "4.20-unstable",
                ["n/a", "TBD", "Unreleased - not yet security-supported"],
            ),
        ];
        const BESIDE: &'static [&'static [u8]] = &[
            &[0, 0, 0, 0, 0, 0, 0, 0, 0],
            &[3, 0, 1, 0, 0, 0, 0, 0, 0],
        ];
        const DETAILS: &'static [data::Details] = &[
            data::Details {
                file: "4.19.md",
                lines: &[16, 17, 0, 21, 22, 0, 0, 0, 26],
                prose: &[1, 1, 0, 0, 0, 0, 0, 0, 0],
                sections: &[],
                security_contacts: &[
                    data::SecurityContact::new(
                        "QEMU",
                        "https://wiki.qemu.org/index.php/SecurityProcess",
                    ),
                ],
            },
            data::Details {
                file: "4.20.md",
                lines: &[16, 0, 17, 23, 24, 28, 32, 33, 37],
                prose: &[2, 0, 2, 0, 0, 0, 0, 0, 0],
                sections: &[],
                security_contacts: &[
                    data::SecurityContact::new(
                        "QEMU",
                        "https://wiki.qemu.org/index.php/SecurityProcess",
                    ),
                ],
            },
        ];
        const AROUND: &'static [[u32; 3]] = &[[0, 0, 0], [1, 0, 0], [1, 2, 0]];
        const PROSE: &'static [&'static str] = &[
            "",
            "Resets the appliance when dom0 hangs.",
            "See the *manual*.",
        ];
        const AS_OF: data::Date = data::Date::literal("2024-07-29");
        const OFFICIAL: bool = false;
    }
};
