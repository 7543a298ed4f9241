# Debian packages for the other scripts. To be sourced by bash.

# need COMMAND PACKAGE...: installs these Debian packages if the command is missing.
need() {
    command -v "$1" >/dev/null || need_packages "${@:2}"
}

# need_packages PACKAGE...: installs those of these Debian packages that are missing. Only root can do that; anyone else
# is told which they are.
need_packages() {
    local package missing=()
    for package in "$@"; do
        if [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
            missing+=("$package")
        fi
    done
    if [ ${#missing[@]} = 0 ]; then
        return
    fi
    if [ "$(id -u)" != 0 ]; then
        echo "Not installed: ${missing[*]}" >&2
        echo "On Debian: sudo apt-get install --no-install-recommends ${missing[*]}" >&2
        return 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    if ! { apt-get update -qq && apt-get install -qq --yes --no-install-recommends "${missing[@]}"; } >&2; then
        echo "Debian's ${missing[*]} cannot be installed: this needs apt-get, and Debian 12 among its sources" >&2
        return 1
    fi
}
