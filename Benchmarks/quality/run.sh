#!/usr/bin/env bash
# Runs the quality measurement in a virtual environment of its own packages, which it makes when it is missing.
#
# usage: Benchmarks/quality/run.sh [ARGUMENTS...]      (--help lists them)
set -euo pipefail
cd "$(dirname "$0")/../.."
venv=.venv-bench
wanted=Benchmarks/requirements.txt
if ! cmp -s "$wanted" "$venv/.installed"; then
    command -v python3 >/dev/null || { echo "quality: there is no python3" >&2; exit 1; }
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "quality: python3 is older than 3.11" >&2; exit 1; }
    echo "Installing what the measurement compares with: $wanted" >&2
    [ -x "$venv/bin/python" ] || python3 -m venv "$venv" || { echo "quality: python3 cannot make a virtual environment (python3-venv?)" >&2; exit 1; }
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$wanted" ||
        { echo "quality: the packages of $wanted cannot be installed" >&2; exit 1; }
    cp "$wanted" "$venv/.installed"
fi
exec "$venv/bin/python" Benchmarks/quality "$@"
