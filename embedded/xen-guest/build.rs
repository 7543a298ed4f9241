//! Has the linker write what the arm64 boot protocol loads: an image without a file format.

fn main() {
    println!("cargo::rerun-if-changed=image.ld");
    println!("cargo::rustc-link-arg-bins=-T{}/image.ld", env!("CARGO_MANIFEST_DIR"));
    println!("cargo::rustc-link-arg-bins=--oformat=binary");
}
