//! Has checks at compile time, and asks nothing at run time.
#![no_std]
#![no_main]

use core::hint::black_box;
use size_programs::end;
use xen_support::{XEN_4_14, XEN_4_17, XEN_4_18, XEN_4_20, XEN_4_22, features, require};

require!(XEN_4_18: "x86/PVH", "domU" is security_supported);
require!(XEN_4_18: features::CREDIT2_SCHEDULER is supported);
require!(XEN_4_18: "x86/PVH", "dom0" is experimental);
require!(XEN_4_18: "IOMMU", "ARM SMMUv3" is tech_preview);
require!(XEN_4_17..=XEN_4_22: "x86/PVH", "domU" is security_supported);
require!([XEN_4_18, XEN_4_20]: "libvirt driver for xl" is security_supported by anyone);
require!(XEN_4_20: features::x86_pvh::DOM0 is security_supported with caveats);
require!(XEN_4_20: "Memory", "x86" is security_supported up to 8 TiB);
require!(XEN_4_20: "Memory", "x86" is supported up to 15 TiB);
require!(XEN_4_22: features::CREDIT2_SCHEDULER is security_supported unconditionally through 2030-01-01);
require!(XEN_4_14: features::CREDIT2_SCHEDULER is security_supported regardless of dates);
require!(XEN_4_20: features::x86_pvh::DOM0 is no worse than in XEN_4_18);
require!(XEN_4_22 is security_supported through 2031-01-01);
require!(XEN_4_22 is supported through 2029-01-01);

#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    end(black_box(None))
}
