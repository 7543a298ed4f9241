//! The hypercalls that this guest needs. They are its only unsafe Rust code.
//!
//! Names and numbers are those of Xen's public headers, `xen/include/public`, whose interface to guests is stable.

use core::arch::asm;
use core::ffi::CStr;
use core::ptr::{from_mut, from_ref};

/// `__HYPERVISOR_xen_version` (xen.h).
const XEN_VERSION: usize = 17;
/// `__HYPERVISOR_console_io` (xen.h).
const CONSOLE_IO: usize = 18;
/// `__HYPERVISOR_sched_op` (xen.h).
const SCHED_OP: usize = 29;
/// `__HYPERVISOR_event_channel_op` (xen.h).
const EVENT_CHANNEL_OP: usize = 32;

/// `XENVER_version` (version.h): takes nothing; returns the version.
const XENVER_VERSION: usize = 0;
/// `XENVER_extraversion` (version.h): takes the address of a `xen_extraversion_t`, and fills it.
const XENVER_EXTRAVERSION: usize = 1;
/// `XENVER_get_features` (version.h): takes the address of a `struct xen_feature_info`, and completes it.
const XENVER_GET_FEATURES: usize = 6;

/// `CONSOLEIO_write` (xen.h): takes the number of bytes and their address.
const CONSOLEIO_WRITE: usize = 0;

/// `EVTCHNOP_bind_virq` (`event_channel.h`): takes the address of a `struct evtchn_bind_virq`, and completes it.
const EVTCHNOP_BIND_VIRQ: usize = 1;

/// `SCHEDOP_shutdown` (sched.h): takes the address of a `struct sched_shutdown`.
const SCHEDOP_SHUTDOWN: usize = 2;
/// `SCHEDOP_poll` (sched.h): takes the address of a `struct sched_poll`.
const SCHEDOP_POLL: usize = 3;

/// `struct xen_feature_info` (version.h).
#[repr(C)]
struct FeatureInfo {
    /// `unsigned int submap_idx`: which 32 features.
    submap_idx: u32,
    /// `uint32_t submap`: one bit per feature.
    submap: u32,
}

/// `XENFEAT_dom0` (features.h): a bit of the first 32, set for the hardware domain.
const XENFEAT_DOM0: u32 = 11;

/// `struct evtchn_bind_virq` (`event_channel.h`).
#[repr(C)]
struct BindVirq {
    /// `uint32_t virq`.
    virq: u32,
    /// `uint32_t vcpu`.
    vcpu: u32,
    /// `evtchn_port_t port`, written by Xen.
    port: u32,
}

/// `VIRQ_DOM_EXC` (xen.h): something happened to a domain. It shut down, for example.
const VIRQ_DOM_EXC: u32 = 3;

/// `struct sched_poll` (sched.h).
#[repr(C)]
struct SchedPoll {
    /// `XEN_GUEST_HANDLE(evtchn_port_t) ports`: an address in 64 bits (`__guest_handle_64_…` in arch-arm.h).
    ports: u64,
    /// `unsigned int nr_ports`.
    nr_ports: u32,
    /// `uint64_t timeout`: 0 for none.
    timeout: u64,
}

/// `struct sched_shutdown` (sched.h).
#[repr(C)]
struct SchedShutdown {
    /// `unsigned int`, an `enum sched_shutdown_reason`.
    reason: Reason,
}

/// Why a domain shuts down: `enum sched_shutdown_reason` (sched.h).
#[derive(Clone, Copy)]
#[repr(u32)]
pub(crate) enum Reason {
    /// `SHUTDOWN_poweroff`.
    PowerOff = 0,
    /// `SHUTDOWN_crash`.
    Crash = 3,
}

/// `xen_extraversion_t` (version.h): what follows the two numbers of the version, up to a zero.
pub(crate) struct ExtraVersion([u8; 16]);

impl ExtraVersion {
    /// The text; `?` if it has no end, or is no UTF-8.
    pub(crate) fn as_str(&self) -> &str {
        CStr::from_bytes_until_nul(&self.0).ok().and_then(|text| text.to_str().ok()).unwrap_or("?")
    }
}

/// Why Xen did not carry out a hypercall: an `enum neg_errnoval` (errno.h).
#[derive(Debug)]
pub(crate) struct Refused(#[expect(dead_code, reason = "shown by Debug")] isize);

/// The version of this Xen, `major << 16 | minor`.
pub(crate) fn version() -> Result<u32, Refused> {
    // SAFETY: the command takes no address.
    let version = unsafe { hypercall(XEN_VERSION, [XENVER_VERSION, 0, 0]) }?;
    Ok(u32::try_from(version).expect("16 bits each"))
}

/// What follows the two numbers in the version of this Xen: `.7`.
pub(crate) fn extra_version() -> Result<ExtraVersion, Refused> {
    let mut text = ExtraVersion([0; 16]);
    let address = from_mut(&mut text.0).expose_provenance();
    // SAFETY: the command writes 16 bytes to the address, which is that of as many bytes.
    unsafe { hypercall(XEN_VERSION, [XENVER_EXTRAVERSION, address, 0]) }?;
    Ok(text)
}

/// Writes text to Xen's console.
pub(crate) fn write_to_console(bytes: &[u8]) -> Result<(), Refused> {
    let address = bytes.as_ptr().expose_provenance();
    // SAFETY: the command reads as many bytes from the address as it is told, and there are that many.
    unsafe { hypercall(CONSOLE_IO, [CONSOLEIO_WRITE, bytes.len(), address]) }?;
    Ok(())
}

/// Whether this is the hardware domain, dom0.
pub(crate) fn is_hardware_domain() -> Result<bool, Refused> {
    let mut info = FeatureInfo { submap_idx: 0, submap: 0 };
    let address = from_mut(&mut info).expose_provenance();
    // SAFETY: the command reads and writes a `struct xen_feature_info` at the address, which is that of one.
    unsafe { hypercall(XEN_VERSION, [XENVER_GET_FEATURES, address, 0]) }?;
    Ok(info.submap & 1 << XENFEAT_DOM0 != 0)
}

/// An event channel's end in this domain: `evtchn_port_t` (`event_channel.h`).
pub(crate) struct Port(u32);

/// Asks Xen to note in an event channel when another domain shuts down. Only the hardware domain may ask for that.
pub(crate) fn watch_domains() -> Result<Port, Refused> {
    let mut bind = BindVirq { virq: VIRQ_DOM_EXC, vcpu: 0, port: 0 };
    let address = from_mut(&mut bind).expose_provenance();
    // SAFETY: the command reads and writes a `struct evtchn_bind_virq` at the address, which is that of one.
    unsafe { hypercall(EVENT_CHANNEL_OP, [EVTCHNOP_BIND_VIRQ, address, 0]) }?;
    Ok(Port(bind.port))
}

/// Waits until Xen notes something in the event channel.
pub(crate) fn wait(port: &Port) -> Result<(), Refused> {
    let poll = SchedPoll { ports: from_ref(&port.0).expose_provenance() as u64, nr_ports: 1, timeout: 0 };
    let address = from_ref(&poll).expose_provenance();
    // SAFETY: the command reads a `struct sched_poll` from the address, which is that of one, and from the address in
    // that as many ports as it says, which is one.
    unsafe { hypercall(SCHED_OP, [SCHEDOP_POLL, address, 0]) }?;
    Ok(())
}

/// Shuts this domain down. If it is the hardware domain, Xen powers the machine off.
pub(crate) fn shut_down(reason: Reason) -> ! {
    let shutdown = SchedShutdown { reason };
    let address = from_ref(&shutdown).expose_provenance();
    loop {
        // SAFETY: the command reads a `struct sched_shutdown` from the address, which is that of one.
        let _ = unsafe { hypercall(SCHED_OP, [SCHEDOP_SHUTDOWN, address, 0]) };
    }
}

/// Calls Xen by its calling convention for arm64 (arch-arm.h, "Hypercall Calling Convention").
///
/// # Safety
///
/// If the command takes an address, Xen reads or writes there what the command says. So it must be the address of a
/// value of that type, and the value must be writable if Xen writes it.
///
/// start.s maps the memory as Xen requires ("Normal Inner Write-Back Outer Write-Back Inner-Shareable").
unsafe fn hypercall(number: usize, [first, second, third]: [usize; 3]) -> Result<usize, Refused> {
    let result: isize;
    // SAFETY: Xen changes only these registers, and only memory that the caller answers for.
    unsafe {
        asm!(
            "hvc #0xEA1",                // "issued using the ARM HVC instruction", whose tag is `XEN_HYPERCALL_TAG`
            inout("x16") number => _,    // "The hypercall number is passed in […] x16 (arm64)"
            inout("x0") first => result, // "the first argument in x0", "The return value is in x0"
            inout("x1") second => _,     // "the second argument in x1"
            inout("x2") third => _,      // "the third in x2"
            options(nostack),            // "will clobber x16/r12 and the argument registers used", and no other
        );
    }
    usize::try_from(result).map_err(|_| Refused(result))
}
