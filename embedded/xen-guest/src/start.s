// Runs from Xen's entry into the image to Rust's main. Xen enters by the arm64 boot protocol (Linux's
// Documentation/arch/arm64/booting.rst): one CPU at EL1, MMU and data cache off, the image on a boundary of 2 MiB.

    .section .head, "ax"

// The header of the image, 64 bytes.
    b       start                   // code0
    .word   0                       // code1
    .quad   0                       // text_offset: on the boundary itself
    .quad   image_size              // how much memory the image takes
    .quad   0b1010                  // flags: little-endian, pages of 4 KiB, anywhere in memory
    .quad   0, 0, 0                 // reserved
    .ascii  "ARM\x64"               // magic
    .word   0                       // reserved

// Memory that is shared with Xen has to be mapped as Normal, Inner and Outer Write-Back, Inner Shareable (Xen's
// public/arch-arm.h), so stage 1 translation is on. It has two tables: level 1 with entries of 1 GiB, level 2 of 2 MiB.
//   - The GiB around the image is mapped to itself, for the code that switches the MMU on.
//   - The address that the image is linked to is mapped to the image, so that it needs no relocation.
    .set    BLOCK, 0x701            // valid, attributes 0 of MAIR, read and write, Inner Shareable, accessed
    .set    TABLE, 0x3              // valid, the next level's table

start:
    adrp    x0, base                // where the image is
    adrp    x1, level1
    adrp    x2, level2
    mov     x6, #BLOCK

    lsr     x3, x0, #30
    lsl     x4, x3, #30
    orr     x4, x4, x6
    add     x3, x1, x3, lsl #3
    str     x4, [x3]                // the GiB around the image, to itself

    orr     x4, x2, #TABLE
    add     x5, x1, #511 * 8
    str     x4, [x5]                // the last GiB, by level 2

    orr     x4, x0, x6
    str     x4, [x2]                // its first block, to the image

    // These writes went past the cache, which may hold older lines of the same addresses.
    dmb     sy
    dc      ivac, x3
    dc      ivac, x5
    dc      ivac, x2
    dsb     sy

    mov     x3, #0xff
    msr     mair_el1, x3            // attributes 0: Normal, Inner and Outer Write-Back
    ldr     x3, =TCR
    msr     tcr_el1, x3
    msr     ttbr0_el1, x1
    mov     x3, #3 << 20
    msr     cpacr_el1, x3           // floating point and vector registers, which Rust uses, do not trap
    isb
    tlbi    vmalle1
    dsb     sy
    isb
    mrs     x3, sctlr_el1
    mov     x4, #1 << 12 | 1 << 2 | 1 << 0
    orr     x3, x3, x4              // instruction cache, data cache, MMU
    msr     sctlr_el1, x3
    isb
    ldr     x3, =linked
    br      x3

// Addresses of 39 bits, in the lower half alone; table walks as above (Write-Back, Inner Shareable), pages of 4 KiB,
// physical addresses of 40 bits.
    .set    TCR, 25 << 0 | 1 << 8 | 1 << 10 | 3 << 12 | 1 << 23 | 2 << 32

// From here on, addresses are those that the image is linked to.
linked:
    adrp    x3, stack_top
    add     sp, x3, :lo12:stack_top
    adrp    x3, bss_start
    add     x3, x3, :lo12:bss_start
    adrp    x4, bss_end
    add     x4, x4, :lo12:bss_end
0:  cmp     x3, x4
    b.hs    1f
    stp     xzr, xzr, [x3], #16
    b       0b
1:  bl      {main}                  // does not return

    .ltorg

    .section .tables, "aw"
    .balign 4096
level1:
    .zero   4096
level2:
    .zero   4096
