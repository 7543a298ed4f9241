# Xen's own docs/parse-support-md over pandoc, for the scripts beside this folder. To be sourced by bash, in the root of the
# repository, by a script that has a function `fail`.
#
#     check_needs                      says which packages of Debian are missing
#     absolute CLONE                   a clone that was named on the command line, for get_tool
#     get_tool CLONE                   takes the tool of a clone of Xen, the newest on any branch
#     get_debians_tool                 takes it without a clone
#     read_pages PAGE...               pandoc: NAME.md to NAME.json
#     run_tool PAGE...                 the tool: NAME.json to NAME.rows, or to NAME.died if it gives up
#
# The files are made beside the pages. $work is a folder of the script's own, $started_in where it was started.

# The tool walks hashes.
export LC_ALL=C.UTF-8 PERL_HASH_SEED=0 PERL_PERTURB_KEYS=0
official_tool=$PWD/scripts/official-tool

# check_needs: says all that is missing at once, by its Debian package.
check_needs() {
    local command missing=()
    for command in git pandoc perl; do
        command -v "$command" >/dev/null || missing+=("$command")
    done
    if command -v perl >/dev/null; then
        perl -MJSON -e 1 2>/dev/null || missing+=(libjson-perl)
        perl -MTie::IxHash -e 1 2>/dev/null || missing+=(libtie-ixhash-perl)
        perl -MCGI -e 1 2>/dev/null || missing+=(libcgi-pm-perl)
    fi
    if [ ${#missing[@]} -gt 0 ]; then
        fail "these packages of Debian are missing: ${missing[*]}"
    fi
}

# absolute CLONE: the folder of a clone's objects, from where the script was started.
absolute() {
    git -C "$started_in" -C "$1" rev-parse --absolute-git-dir || fail "$1 is no clone"
}

# get_tool CLONE
get_tool() {
    local commit
    commit=$(git -C "$1" log --all --max-count=1 --diff-filter=AM --format=%H -- docs/parse-support-md)
    [ -n "$commit" ] || fail "there is no docs/parse-support-md in $1"
    git -C "$1" show "$commit:docs/parse-support-md" >"$work/parse-support-md"
}

# get_debians_tool: Debian 12's, and in it what Xen's has in addition since 2024: lists are passed over. Exits with 3 if its
# source cannot be had.
get_debians_tool() {
    local kept=target/parse-support-md
    if [ ! -s "$kept" ]; then
        if ! (source scripts/packages.sh && print_source xen bookworm docs/parse-support-md) >"$work/debians"; then
            echo "The source of Debian's xen cannot be had; name a clone of Xen by XEN_CLONE" >&2
            exit 3
        fi
        grep -q '^sub ri_BulletList' "$work/debians" ||
            sed -i 's/^sub process_unknown/sub ri_BulletList { return; }\n\n&/' "$work/debians"
        mv "$work/debians" "$kept"
    fi
    cp "$kept" "$work/parse-support-md"
}

# read_pages PAGE...: one process of pandoc for all of them, since starting it takes most of its time.
read_pages() {
    printf '%s\n' "$@" | PAGES=/dev/stdin pandoc --from native --lua-filter "$official_tool/read-pages.lua" \
        --to native --output /dev/null <(echo '[]') || fail "pandoc cannot read the pages"
}

# run_tool PAGE...: as many at once as there are processors. The tool asks pandoc for the HTML of each heading, which is kept
# in target/, since most pages have the same headings.
run_tool() {
    local job jobs
    export REAL_PANDOC CACHED_HTML=$PWD/target/official-html
    REAL_PANDOC=$(command -v pandoc)
    mkdir -p "$CACHED_HTML"
    jobs=$(nproc)
    for ((job = 0; job < jobs; job++)); do
        run_share "$job" "$jobs" "$@" &
    done
    wait
}

# run_share JOB JOBS PAGE...: one job's share of the pages.
run_share() {
    local number name names=() pages=("${@:3}")
    for ((number = $1; number < ${#pages[@]}; number += $2)); do
        name=${pages[number]%.md}
        rm -f "$name.rows" "$name.died"
        if PATH=$official_tool/cached:$PATH perl "$work/parse-support-md" "$name.json" page >"$name.table" 2>"$name.errors"; then
            names+=("$name")
        else
            mv "$name.errors" "$name.died"
        fi
    done
    if [ ${#names[@]} -gt 0 ]; then
        perl "$official_tool/rows-of-table" "${names[@]}"
    fi
}
