#!/bin/sh
# Installs the Debian packages that are missing, and says which. Does nothing, without asking for rights,
# when all are there. The libraries are those that Package.swift names.
#
# usage: Scripts/setup-debian.sh [--tests] [--bench] PACKAGE...
#   --tests  also what the tests need
#   --bench  also what the benchmarks compare with
set -eu

wanted="libncurses-dev zlib1g-dev libzstd-dev libssl-dev libsqlite3-dev libyara-dev libmaxminddb-dev"
for word in "$@"; do
    case "$word" in
    --tests) wanted="$wanted tmux python3-venv sqlite3 zstd yara tidy" ;;
    --bench) wanted="$wanted lnav" ;;
    -h | --help)
        sed -n '2,8s/^# \{0,1\}//p' "$0"
        exit 0
        ;;
    -*)
        echo "setup-debian.sh: unknown option $word" >&2
        exit 2
        ;;
    *) wanted="$wanted $word" ;;
    esac
done

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "This is no Debian system: please see to these libraries and tools yourself:$wanted" >&2
    exit 0
fi

missing=""
for package in $wanted; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "Missing Debian packages:$missing" >&2
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1; then
    as_root="sudo"
else
    echo "They can only be installed by root. Please run, as root:" >&2
    echo "    apt-get install$missing" >&2
    exit 1
fi

# shellcheck disable=SC2086  # words are meant to be split
if ! { $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >&2 ||
    { $as_root apt-get update >&2 &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >&2; }; }; then
    echo "They could not be installed. Please run:" >&2
    echo "    ${as_root:+$as_root }apt-get update && ${as_root:+$as_root }apt-get install$missing" >&2
    exit 1
fi
