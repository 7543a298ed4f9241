/// The set of documents that these tables were compiled from.
#[allow(unreachable_pub, reason = "the module may be private")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[rustfmt::skip]
pub enum Planned {}
/// A feature that one of the documents lists.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[rustfmt::skip]
pub type Feature = ::xen_support::data::Feature<Planned>;
/// What one of the documents says.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[rustfmt::skip]
pub type Statement = ::xen_support::data::Statement<Planned>;
/// What several of the documents say.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[rustfmt::skip]
pub type Statements<'a> = ::xen_support::data::Statements<'a, Planned>;
/// What one of the documents says of a feature.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[rustfmt::skip]
pub type Status = ::xen_support::data::Status<Planned>;
/// A feature of these documents, and how much of it is relied on.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[rustfmt::skip]
pub type Need = ::xen_support::data::Need<Planned>;
/// What a program relies on of these documents.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[rustfmt::skip]
pub type Needs = ::xen_support::data::Needs<Planned>;
/// What is relied on and one of the documents does not grant.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[rustfmt::skip]
pub type Unmet = ::xen_support::data::Unmet<Planned>;
/// What SUPPORT.md says of Xen 4.19.
///
/// | | |
/// | --- | --- |
/// | Initial release | 2024-07-29 |
/// | Supported until | 2026-01-29 |
/// | Security support until | TBD |
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[allow(clippy::doc_markdown, reason = "the words are the document's")]
#[rustfmt::skip]
pub const XEN_4_19: Statement = Statement::new(0);
/// What SUPPORT.md says of Xen 4.20.
///
/// | | |
/// | --- | --- |
/// | Initial release | 2025-03-05 |
/// | Supported until | 2026-01-29 |
/// | Security support until | 2029-07-29 |
#[allow(
    dead_code,
    unreachable_pub,
    reason = "whoever uses the tables need not use all of them"
)]
#[allow(clippy::doc_markdown, reason = "the words are the document's")]
#[rustfmt::skip]
pub const XEN_4_20: Statement = Statement::new(1);
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
    //! - ARM\: Guest ACPI: [`const@ARM_GUEST_ACPI`]
    use super::Feature;
    /// Watchdog: Supported since 4.19.
    ///
    /// Section: Appliance
    ///
    /// | Xen | Status |
    /// | --- | --- |
    /// | 4.19 to 4.20 | Supported |
    ///
    /// Resets the appliance when dom0 hangs.
    pub const WATCHDOG: Feature = Feature::new(0);
    /// ARM\: Guest ACPI: Experimental since 4.19.
    ///
    /// Section: Appliance
    ///
    /// | Xen | Status |
    /// | --- | --- |
    /// | 4.19 to 4.20 | Experimental |
    #[doc(alias("ARM: Guest ACPI", "arm-guest-acpi"))]
    pub const ARM_GUEST_ACPI: Feature = Feature::new(4);
    /// Watchdog – Arm64: Supported since 4.19.
    pub mod watchdog {
        use super::Feature;
        /// Watchdog, Arm64: Supported since 4.19.
        ///
        /// Section: Appliance
        ///
        /// | Xen | Status |
        /// | --- | --- |
        /// | 4.19 to 4.20 | Supported |
        ///
        /// Resets the appliance when dom0 hangs.
        #[doc(alias("Watchdog, Arm64", "watchdog--arm64"))]
        pub const ARM64: Feature = Feature::new(1);
    }
    /// Memory – x86: Supported up to 8 TiB since 4.19; Arm64: Supported since 4.19.
    pub mod memory {
        use super::Feature;
        /// Memory, x86: Supported up to 8 TiB since 4.19.
        ///
        /// Section: Appliance
        ///
        /// | Xen | Status |
        /// | --- | --- |
        /// | 4.19 to 4.20 | Supported up to 8 TiB |
        #[doc(alias("Memory, x86", "memory--x86"))]
        pub const X86: Feature = Feature::new(2);
        /// Memory, Arm64: Supported since 4.19.
        ///
        /// Section: Appliance
        ///
        /// | Xen | Status |
        /// | --- | --- |
        /// | 4.19 to 4.20 | Supported |
        #[doc(alias("Memory, Arm64", "memory--arm64"))]
        pub const ARM64: Feature = Feature::new(3);
    }
}
#[rustfmt::skip]
const _: () = {
    use ::xen_support::data as data;
    impl data::Set for Planned {
        const NAMES: data::NameTable = data::NameTable {
            text: "WatchdogArm64Memoryx86ARM: Guest ACPI",
            spans: data::NameSpans::Narrow(
                &[
                    data::NameSpan(0, 8, 8, 0),
                    data::NameSpan(0, 8, 8, 5),
                    data::NameSpan(13, 6, 19, 3),
                    data::NameSpan(13, 6, 8, 5),
                    data::NameSpan(22, 15, 8, 0),
                ],
            ),
        };
        const OTHER_NAMES: &'static [u32] = &[];
        const NAME_INDEX: data::Index = data::Index {
            hash: data::Hash {
                seed: 0x3680_0421_0150_6731,
                whole: false,
            },
            pilots: &[0xAFFA_39A6, 0xAFFA_39A6, 0xAFFA_39A6, 0x4710_F1C0, 0xAFFA_39A6],
            slots: data::Slots::U8(&[3, 0, 1, 4, 2, 1]),
        };
        const KEYS: &'static [&'static str] = &[
            "watchdog",
            "watchdog--arm64",
            "memory--x86",
            "memory--arm64",
            "arm-guest-acpi",
        ];
        const KEY_INDEX: data::Index = data::Index {
            hash: data::Hash {
                seed: 0xF3B7_88F5_7AB3_B619,
                whole: false,
            },
            pilots: &[0x1CB7_882D, 0xAFFA_39A6, 0x1CB7_882D, 0xAFFA_39A6, 0xFB2A_E47D],
            slots: data::Slots::U8(&[0, 1, 3, 2, 4, 1]),
        };
        const ANCHORS: &'static [&'static str] = &[
            "watchdog",
            "watchdog",
            "memory",
            "memory",
            "arm-guest-acpi",
        ];
        const SECTIONS: &'static [&'static str] = &[
            "Appliance",
            "Appliance",
            "Appliance",
            "Appliance",
            "Appliance",
        ];
        const STATUS_TEXTS: &'static [&'static str] = &[
            "Supported",
            "Supported up to 8 TiB",
            "Experimental",
        ];
        const MEANINGS: &'static [data::Meaning] = &[
            data::Meaning::new(data::Level::Supported, data::Security::Yes)
                .with_label(0),
            data::Meaning::new(data::Level::Supported, data::Security::Yes)
                .with_label(0)
                .with_limit(0),
            data::Meaning::new(data::Level::Experimental, data::Security::No)
                .with_label(1),
        ];
        const LIMITS: &'static [data::Limit] = &[
            data::Limit::new(
                data::Unit::Bytes,
                data::Bound::up_to(8 << 40),
                Some(data::Bound::up_to(8 << 40)),
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
        ];
        const COLUMNS: &'static [data::Column] = &[
            data::Column::new::<Self>(0, &[1, 1, 2, 1, 3]),
            data::Column::new::<Self>(1, &[1, 1, 2, 1, 3]),
        ];
        const VERSIONS: &'static [data::Version] = &[
            data::Version::new(4, 19),
            data::Version::new(4, 20),
        ];
        const LIFETIMES: &'static [data::Lifetime] = &[
            data::Lifetime::new("2024-07-29", "TBD"),
            data::Lifetime::new("2025-03-05", "2029-07-29"),
        ];
        const RELEASES: &'static [data::Release] = &[
            data::Release::new(
                data::Version::new(4, 19),
                "4.19",
                ["2024-07-29", "2026-01-29", "TBD"],
            ),
            data::Release::new(
                data::Version::new(4, 20),
                "4.20",
                ["2025-03-05", "2026-01-29", "2029-07-29"],
            ),
        ];
        const BESIDE: &'static [&'static [u8]] = &[&[0, 0, 0, 0, 0], &[0, 0, 0, 0, 0]];
        const DETAILS: &'static [data::Details] = &[
            data::Details {
                file: "4.19.md",
                lines: &[16, 17, 21, 22, 26],
                prose: &[1, 1, 0, 0, 0],
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
                lines: &[16, 17, 21, 22, 26],
                prose: &[1, 1, 0, 0, 0],
                sections: &[],
                security_contacts: &[
                    data::SecurityContact::new(
                        "QEMU",
                        "https://wiki.qemu.org/index.php/SecurityProcess",
                    ),
                ],
            },
        ];
        const AROUND: &'static [[u32; 3]] = &[[0, 0, 0], [1, 0, 0]];
        const PROSE: &'static [&'static str] = &[
            "",
            "Resets the appliance when dom0 hangs.",
        ];
        const AS_OF: data::Date = data::Date::literal("2025-01-01");
        const OFFICIAL: bool = false;
    }
};
