//! Makes the linker write a raw image, without a file format, as the arm64 boot protocol asks for.

fn main() {
    println!("cargo::rerun-if-changed=image.ld");
    println!("cargo::rustc-link-arg-bins=-T{}/image.ld", env!("CARGO_MANIFEST_DIR"));
    println!("cargo::rustc-link-arg-bins=--oformat=binary");
}
