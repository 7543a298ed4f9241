//! Xen's hypercalls, as far as this guest needs them: the only unsafe code here.
//!
//! Names and numbers are those of Xen's public headers, `xen/include/public`, whose interface to guests is stable.

use core::arch::asm;
use core::ffi::CStr;
use core::fmt;
use core::ptr::{from_mut, from_ref};

/// `__HYPERVISOR_xen_version` (xen.h).
const XEN_VERSION: usize = 17;
/// `__HYPERVISOR_console_io` (xen.h).
const CONSOLE_IO: usize = 18;
/// `__HYPERVISOR_sched_op` (xen.h).
const SCHED_OP: usize = 29;

/// `XENVER_version` (version.h): takes nothing; returns the version.
const XENVER_VERSION: usize = 0;
/// `XENVER_extraversion` (version.h): takes the address of a `xen_extraversion_t`, and fills it.
const XENVER_EXTRAVERSION: usize = 1;

/// `CONSOLEIO_write` (xen.h): takes the number of bytes and their address.
const CONSOLEIO_WRITE: usize = 0;

/// `SCHEDOP_shutdown` (sched.h): takes the address of a `struct sched_shutdown`.
const SCHEDOP_SHUTDOWN: usize = 2;

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

impl fmt::Display for ExtraVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = CStr::from_bytes_until_nul(&self.0).ok().and_then(|text| text.to_str().ok());
        f.write_str(text.unwrap_or("?"))
    }
}

/// A hypercall that Xen did not carry out: a negative `enum neg_errnoval` (errno.h).
#[derive(Debug)]
pub(crate) struct Refused(isize);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Xen refused a hypercall with error {}", self.0)
    }
}

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

/// Ends this domain. If it is the hardware domain, Xen powers the machine off.
pub(crate) fn shut_down(reason: Reason) -> ! {
    let shutdown = SchedShutdown { reason };
    let address = from_ref(&shutdown).expose_provenance();
    loop {
        // SAFETY: the command reads a `struct sched_shutdown` from the address, which is that of one.
        let _ = unsafe { hypercall(SCHED_OP, [SCHEDOP_SHUTDOWN, address, 0]) };
    }
}

/// Xen's calling convention for arm64 (arch-arm.h, "Hypercall Calling Convention").
///
/// # Safety
///
/// Where the command takes an address, Xen reads or writes there what the command says. So it has to be the address of a
/// value of that type, which may be written if Xen writes it.
///
/// That the memory is Normal, Write-Back and Inner Shareable, as Xen asks for, is seen to by start.s.
unsafe fn hypercall(number: usize, [first, second, third]: [usize; 3]) -> Result<usize, Refused> {
    let result: isize;
    // SAFETY: the registers that Xen changes are those named here; it touches no memory but what the caller answers for.
    unsafe {
        asm!(
            "hvc #0xEA1",             // "issued using the ARM HVC instruction"; the tag is `XEN_HYPERCALL_TAG`
            inout("x16") number => _, // "The hypercall number is passed in […] x16 (arm64)", and x16 is clobbered
            inout("x0") first => result, // "the first argument in x0", and "The return value is in x0"
            inout("x1") second => _,  // "the second argument in x1"; "The hypercall will clobber […] the argument
            inout("x2") third => _,   // registers used by that hypercall"
            options(nostack),
        );
    }
    usize::try_from(result).map_err(|_| Refused(result))
}
