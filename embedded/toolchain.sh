# Cargo for targets whose standard library a machine may not have. To be sourced by bash.

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
    install_packages rustc-web cargo-web rust-web-src lld
    local variables=("CARGO_BUILD_TARGET=$target" RUSTC_BOOTSTRAP=1 "PATH=/usr/bin:$PATH")
    if [[ $target == *-none* ]]; then
        local name=${target^^}
        variables+=(CARGO_UNSTABLE_BUILD_STD=core "CARGO_TARGET_${name//-/_}_LINKER=ld.lld")
    else
        variables+=(CARGO_UNSTABLE_BUILD_STD=std,panic_unwind)
    fi
    env "${variables[@]}" cargo "$@"
}

# install_packages PACKAGE...: installs those of Debian's packages that are missing. What can't be had is an error.
install_packages() {
    local package missing=()
    for package in "$@"; do
        if [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
            missing+=("$package")
        fi
    done
    if [ ${#missing[@]} = 0 ]; then
        return
    fi
    echo "Installing Debian's ${missing[*]}"
    if ! { apt-get update -qq && apt-get install -qq --yes --no-install-recommends "${missing[@]}" >/dev/null; }; then
        echo "Debian's ${missing[*]} cannot be had: it takes apt-get, root, and Debian 12 or what has the same packages" >&2
        return 1
    fi
}
