#!/bin/sh
# Makes .venv with the Python packages that tests compare with. Nothing happens when it is up to date; when it
# cannot be made (offline), it says so and succeeds: the tests that need it are skipped with a message.
#
# usage: Scripts/setup-oracles.sh [REQUIREMENTS...]     (default: Tests/Oracles/requirements.txt)
set -eu

cd "$(dirname "$0")/.."
[ "$#" -gt 0 ] || set -- Tests/Oracles/requirements.txt
stamp=.venv/.installed

wanted=$(cat "$@")
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && [ -x .venv/bin/python3 ]; then
    exit 0
fi

give_up() {
    echo "setup-oracles.sh: $1; tests against other programs are skipped." >&2
    exit 0
}

command -v python3 >/dev/null 2>&1 || give_up "there is no python3"
if [ ! -x .venv/bin/python3 ] || ! .venv/bin/python3 -m pip --version >/dev/null 2>&1; then
    rm -rf .venv
    python3 -m venv .venv || { rm -rf .venv; give_up "python3 cannot make a virtual environment (python3-venv?)"; }
fi
rm -f "$stamp"
echo "Installing what the tests compare with:" "$@" >&2
for file in "$@"; do
    .venv/bin/python3 -m pip install --quiet --disable-pip-version-check --requirement "$file" >&2 || {
        rm -rf .venv
        give_up "the packages of $file cannot be installed"
    }
done
printf '%s\n' "$wanted" >"$stamp"
