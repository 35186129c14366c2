#!/usr/bin/env bash
# Measures what the README and RESULTS.md claim, in a release build. Full size by default (about half an hour, 5 GB of
# disk below BENCH_TMP, default /var/tmp, and 10 GB of memory for the programs it is compared with); ACCOUNTS and
# EXCHANGES make it smaller.
set -euo pipefail
cd "$(dirname "$0")/.."
accounts=${ACCOUNTS:-1000000}
exchanges=${EXCHANGES:-16000000}
scratch=${BENCH_TMP:-/var/tmp}/revenuer-bench
export BENCH_TMP=$scratch
mkdir -p "$scratch"
python=.venv-bench/bin/python
if [ ! -x "$python" ]; then
    python3 -m venv .venv-bench
    "$python" -m pip install --quiet -r Benchmarks/requirements.txt
fi
tool=$PWD/.build/release/revenuer
evidence=$scratch/evidence-$accounts-$exchanges
[ -f "$evidence/exchanges.csv" ] || python3 Benchmarks/plain_exchanges.py "$evidence" "$accounts" "$exchanges"

echo "## Import of $accounts accounts and $exchanges exchanges"
"$python" Benchmarks/import.py "$tool" "$evidence" 3

echo "## The feel of the workbench on that case, beside other programs on the same exchanges"
case=$scratch/large.revenuer
rm -f "$case" "$case"-*
"$tool" import "$case" "$evidence" --quiet
python3 Benchmarks/plain_exchanges.py "$scratch/more" 100000 2000000
"$python" Benchmarks/feel --tool "$tool" --sizes 80x24,160x50 --parts walk,slow,import,peers \
    --evidence "$scratch/more" --csv "$evidence/exchanges.csv" --json "$scratch/feel.json" "$case"
