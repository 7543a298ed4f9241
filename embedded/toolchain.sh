# Runs Cargo for targets whose standard library may be missing on this machine. To be sourced by bash.

source "$(dirname "${BASH_SOURCE[0]}")/../scripts/packages.sh"

# cargo_for TARGET ARGUMENT...: runs Cargo with these arguments for the target.
#
# If rustup has the target, or can get it, this is the Cargo on the PATH. Otherwise it is Debian's, which builds core,
# or std and its dependencies, from the sources of Debian's compiler. RUSTC_BOOTSTRAP allows a stable Cargo to do that.
cargo_for() {
    local target=$1
    shift
    if rustup target add "$target" &>/dev/null; then
        CARGO_BUILD_TARGET=$target cargo "$@"
        return
    fi
    local packages=(rustc-web cargo-web rust-web-src lld)
    if [ "$1" = clippy ]; then
        packages+=(rust-web-clippy)
    fi
    need_packages "${packages[@]}" || return
    local variables=("CARGO_BUILD_TARGET=$target" RUSTC_BOOTSTRAP=1 "PATH=/usr/bin:$PATH")
    if [[ $target == *-none* ]]; then
        local name=${target^^}
        variables+=(CARGO_UNSTABLE_BUILD_STD=core "CARGO_TARGET_${name//-/_}_LINKER=ld.lld")
    else
        variables+=(CARGO_UNSTABLE_BUILD_STD=std,panic_unwind)
    fi
    env "${variables[@]}" cargo "$@"
}
