#!/usr/bin/env bash
# Measures what the README and RESULTS.md claim, in a release build. Full size by default (about 15 minutes and
# 5 GB of disk below BENCH_TMP, default /var/tmp); ACCOUNTS and EXCHANGES make it smaller.
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

echo "## Workbench on that case"
case=$scratch/large.revenuer
rm -f "$case" "$case"-*
"$tool" import "$case" "$evidence" --quiet
for size in "80 24" "160 50"; do
    "$python" Benchmarks/keys.py --columns ${size% *} --rows ${size#* } --until "1,000,000 accounts" --type 3 -- "$tool" "$case"
done
