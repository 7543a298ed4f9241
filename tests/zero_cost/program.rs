//! A program that uses only xen-support, core and libc. tests/zero_cost.rs builds it without checks, with checks, and
//! with a look-up.
#![no_std]
#![no_main]

use core::ffi::c_int;
use core::panic::PanicInfo;

/// More than a hundred `require!`s and as many `bool`s, with requirements of every kind: for each of twelve features, and
/// some more.
///
/// Each `bool` guards its own panic, whose message, place and formatting would show in the program.
#[cfg(feature = "checks")]
macro_rules! check {
    ($($name:literal $feature:ident)+) => {
        use xen_support::data::Statements;
        use xen_support::{Amount, Date, Level, Requirement, require};
        use xen_support::{XEN_4_14, XEN_4_17, XEN_4_18, XEN_4_19, XEN_4_20, XEN_4_21, XEN_4_22, XEN_4_23_UNSTABLE, features};

        $(
            require!(XEN_4_17: $name is experimental);
            require!(XEN_4_18: $name is security_supported);
            require!(XEN_4_19: features::$feature is tech_preview);
            require!(XEN_4_20: features::$feature is security_supported);
            require!(XEN_4_17..=XEN_4_22: $name is supported);
            require!(XEN_4_18..=XEN_4_21: features::$feature is security_supported by anyone);
            require!([XEN_4_18, XEN_4_20, XEN_4_22]: $name is security_supported with caveats);
            require!(XEN_4_22: features::$feature is no worse than in XEN_4_18);
            require!(XEN_4_19..=XEN_4_22: $name is no worse than in XEN_4_18);
            require!([XEN_4_20, XEN_4_22]: features::$feature is security_supported through 2030-01-01);
            require!([XEN_4_14, XEN_4_23_UNSTABLE]: $name is security_supported regardless of dates);
        )+
        require!(XEN_4_18: "Memory", "x86" is security_supported up to 8 TiB);
        require!(XEN_4_19: features::physical_memory::X86 is supported up to 12 TiB);
        require!(XEN_4_20: "Credit2 Scheduler" is security_supported unconditionally through 2030-01-01);
        require!(XEN_4_18..=XEN_4_22: features::memory::X86 is security_supported up to 8 TiB regardless of dates);
        require!([XEN_4_18, XEN_4_20]: features::CREDIT2_SCHEDULER is no worse than in XEN_4_17);
        require!(XEN_4_20: "Physical CPUs", "ARM" is security_supported up to 128 by anyone through 2030-03-05);
        require!(XEN_4_18: features::memory::X86 is security_supported up to 8 MiB with caveats through 2028-01-01);
        require!(XEN_4_18..=XEN_4_22: "Credit2 Scheduler" is security_supported unconditionally);
        require!(XEN_4_14: features::CREDIT2_SCHEDULER is security_supported unconditionally regardless of dates);
        require!(XEN_4_14: "libvirt driver for xl" is security_supported by anyone regardless of dates);
        require!(XEN_4_18: features::DRIVER_DOMAINS is security_supported with caveats);
        require!(XEN_4_22 is supported through 2029-01-01);
        require!([XEN_4_20, XEN_4_22] is supported through 2028-03-05);
        require!(XEN_4_20..=XEN_4_22 is security_supported through 2030-01-01);

        const THROUGH: Requirement = Requirement::SECURITY_SUPPORTED.with_caveats().through(Date::literal("2028-11-16"));
        const OF_THE_PAGE: Requirement = Requirement::SECURITY_SUPPORTED.by_anyone().regardless_of_dates();
        $({
            const SUPPORTED: bool = XEN_4_17.satisfies(features::$feature, Requirement::SUPPORTED);
            const SECURITY_SUPPORTED: bool = XEN_4_18.satisfies(features::$feature, Requirement::SECURITY_SUPPORTED);
            const LISTED: bool = XEN_4_19.status(features::$feature).is_some();
            const LISTED_BY_NAME: bool = XEN_4_20.get($name, "").is_some();
            const NO_WORSE: bool = XEN_4_22.is_no_worse(features::$feature, XEN_4_18);
            if !SUPPORTED { panic!("{}", stringify!($feature)) }
            if !SECURITY_SUPPORTED { panic!("{}", stringify!($feature)) }
            if !LISTED { panic!("{}", stringify!($feature)) }
            if !LISTED_BY_NAME { panic!("{}", stringify!($feature)) }
            if !NO_WORSE { panic!("{}", stringify!($feature)) }
            if !const { matches!(XEN_4_21.status(features::$feature).unwrap().level(), Level::Supported) } {
                panic!("{}", stringify!($feature))
            }
            if !const { XEN_4_17.through(XEN_4_22).satisfies(features::$feature, Requirement::TECH_PREVIEW) } {
                panic!("{}", stringify!($feature))
            }
            if !const { Statements::of(&[XEN_4_18, XEN_4_20]).satisfies(features::$feature, Requirement::SUPPORTED) } {
                panic!("{}", stringify!($feature))
            }
            if !const { XEN_4_18.satisfies_on(features::$feature, THROUGH, Date::literal("2027-01-01")) } {
                panic!("{}", stringify!($feature))
            }
            if !const { XEN_4_14.satisfies(features::$feature, OF_THE_PAGE) } { panic!("{}", stringify!($feature)) }
        })+
        const FOUR_TIB: Requirement = Requirement::SECURITY_SUPPORTED.up_to(Amount::tib(4));
        const NEW_YEAR: Date = Date::new(2029, 1, 1).unwrap();
        if !const { XEN_4_18.satisfies(features::memory::X86, FOUR_TIB) } { panic!("{}", "4 TiB") }
        if !const { XEN_4_19.satisfies(features::physical_memory::X86, FOUR_TIB) } { panic!("{}", "host with 4 TiB") }
        const FOREVER: Requirement = FOUR_TIB.with_caveats().regardless_of_dates();
        if !const { XEN_4_18.satisfies_on(features::memory::X86, FOREVER, NEW_YEAR) } { panic!("{}", "page") }
        if !const { XEN_4_22.release().supported_on(NEW_YEAR) } { panic!("{}", "support") }
        if !const { XEN_4_22.release().security_supported_on(NEW_YEAR) } { panic!("{}", "security support") }
    };
}

/// Six `bool`s for each feature and three more, which are not computed in constants.
#[cfg(feature = "plain-checks")]
macro_rules! check_plainly {
    ($($feature:ident)+) => {
        use xen_support::{Amount, Date, Requirement, XEN_4_14, XEN_4_18, XEN_4_19, XEN_4_20, XEN_4_22, features};

        const THROUGH: Requirement = Requirement::SECURITY_SUPPORTED.with_caveats().through(Date::literal("2028-11-16"));
        const OF_THE_PAGE: Requirement = Requirement::SECURITY_SUPPORTED.by_anyone().regardless_of_dates();
        $({
            let feature = features::$feature;
            if !XEN_4_18.satisfies(feature, Requirement::SUPPORTED) { panic!("{}", stringify!($feature)) }
            if !XEN_4_19.satisfies(feature, Requirement::SECURITY_SUPPORTED) { panic!("{}", stringify!($feature)) }
            if !XEN_4_18.satisfies(feature, THROUGH) { panic!("{}", stringify!($feature)) }
            if !XEN_4_14.satisfies(feature, OF_THE_PAGE) { panic!("{}", stringify!($feature)) }
            if XEN_4_20.status(feature).is_none() { panic!("{}", stringify!($feature)) }
            if !XEN_4_22.is_security_supported(feature) { panic!("{}", stringify!($feature)) }
        })+
        let four_tib = Requirement::SECURITY_SUPPORTED.up_to(Amount::tib(4));
        if !XEN_4_18.satisfies(features::memory::X86, four_tib) { panic!("{}", "4 TiB") }
        let alone = Requirement::SECURITY_SUPPORTED.unconditionally();
        if !XEN_4_22.satisfies(features::CREDIT2_SCHEDULER, alone) { panic!("{}", "nothing beside") }
        if !XEN_4_22.release().supported_on(Date::new(2029, 1, 1).unwrap()) { panic!("{}", "support") }
    };
}

#[unsafe(no_mangle)]
extern "C" fn main() -> c_int {
    #[cfg(feature = "checks")]
    check! {
        "x86-64" X86_64
        "ARM" ARM
        "Build info" BUILD_INFO
        "Hypervisor config" HYPERVISOR_CONFIG
        "Runtime parameters" RUNTIME_PARAMETERS
        "xl" XL
        "C xenstored daemon" C_XENSTORED_DAEMON
        "CPU Pools" CPU_POOLS
        "Credit Scheduler" CREDIT_SCHEDULER
        "Credit2 Scheduler" CREDIT2_SCHEDULER
        "x86/PVHVM" X86_PVHVM
        "x86/vMCE" X86_VMCE
    }
    #[cfg(feature = "plain-checks")]
    check_plainly! {
        X86_64 ARM BUILD_INFO HYPERVISOR_CONFIG RUNTIME_PARAMETERS XL C_XENSTORED_DAEMON CPU_POOLS CREDIT_SCHEDULER
        CREDIT2_SCHEDULER X86_PVHVM X86_VMCE
    }
    #[cfg(feature = "look-up")]
    if xen_support::XEN_4_18.get(core::hint::black_box("xl"), "").is_none() {
        return 1;
    }
    0
}

// Its start-up code calls `main`.
#[link(name = "c")]
unsafe extern "C" {
    safe fn abort() -> !;
}

#[panic_handler]
fn panic(_: &PanicInfo) -> ! {
    abort()
}

/// The compiled core refers to this function of std, since it was compiled for unwinding. Nothing calls it.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}
