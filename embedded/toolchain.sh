# Cargo for targets whose standard library a machine may not have. To be sourced by bash.

source "$(dirname "${BASH_SOURCE[0]}")/../scripts/packages.sh"

# cargo_for TARGET ARGUMENT...: runs Cargo with these arguments for the target.
#
# Where rustup has the target, or can get it, that is the Cargo that one works with. Elsewhere it is Debian's, which
# builds core, or std and what that depends on, from its compiler's sources. RUSTC_BOOTSTRAP allows a stable Cargo that.
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
