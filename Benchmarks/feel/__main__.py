#!/usr/bin/env python3
"""Measures how the workbench feels: sends keys through a pseudo-terminal and times the bytes that come back.

usage: python3 Benchmarks/feel [options] CASE

A seeded walk of 2,000 keys goes over all screens; then the same while the workbench itself imports and analyses; then
bursts of cursor keys over a slow line; then VisiData and lnav with the same exchanges as CSV. Times are from just before
a key is written until the first and the last byte of its paint have been read; a paint ends when the program is
silent for 4 ms, which are not counted. A key that was taken without a paint, while the answer to an earlier one was
on its way, counts as one that changed nothing. Cursor keys are partly held (30 a second), other keys wait until all is still.
The walk puts tags on accounts, and jobs change the case: CASE has to be a copy that may be written to.
Exits 1 when a key was missed, or when p99 of the walk is above --limit.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import burst
import figures
import jobs
import peers
import report
import session
from walk import Walk

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = ("walk", "import", "analysis", "slow", "peers")


def options():
    parser = argparse.ArgumentParser(prog="feel", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", metavar="CASE", help="a copy of a case")
    parser.add_argument("--tool", default=str(ROOT / ".build/release/revenuer"), help="the program to measure")
    parser.add_argument("--parts", default="walk,slow", help=f"of {', '.join(PARTS)} (default walk,slow)")
    parser.add_argument("--keys", type=int, default=2000, help="keys of a walk (default 2000)")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--sizes", default="160x50", help="such as 80x24,160x50")
    parser.add_argument("--rounds", type=int, default=5, help="starts that the first screen is measured on (default 5)")
    parser.add_argument("--evidence", help="a folder or file that the import takes in")
    parser.add_argument("--csv", help="exchanges that the other programs open")
    parser.add_argument("--venv", default=str(ROOT / ".venv-bench"), help="where VisiData is installed")
    parser.add_argument("--bauds", default="9600", help="speeds of the slow line, such as 9600,38400")
    parser.add_argument("--limit", type=float, help="highest p99 of the walk in ms that is a success")
    parser.add_argument("--note", default="", help="what else the machine did, for the report")
    parser.add_argument("--json", metavar="FILE", help="write all figures there")
    chosen = parser.parse_args()
    chosen.parts = [part for part in chosen.parts.split(",") if part]
    for part in chosen.parts:
        if part not in PARTS:
            parser.error(f"--parts {part}: expected {', '.join(PARTS)}")
    for part, file in (("import", chosen.evidence), ("peers", chosen.csv)):
        if part in chosen.parts and not file:
            parser.error(f"--parts {part} needs --{'evidence' if part == 'import' else 'csv'}")
    chosen.sizes = [tuple(int(number) for number in size.split("x")) for size in chosen.sizes.split(",")]
    return chosen


def title_figure(tool, case):
    """What only the whole first screen shows: the number of accounts."""
    run = subprocess.run([tool, "overview", case, "--json"], check=True, capture_output=True, text=True)
    return f"{json.loads(run.stdout)['accounts']:,} accounts"


def walks(chosen, command, until):
    for columns, rows in chosen.sizes:
        firsts = sorted(session.first_screens(command, columns, rows, until.encode(), chosen.rounds))
        taken = session.walk(command, columns, rows, until.encode(), Walk(chosen.seed).take(chosen.keys))
        median = round(firsts[len(firsts) // 2] * 1000, 1)
        first = {"rounds": len(firsts), "median": median, "best": round(firsts[0] * 1000, 1)}
        yield {"columns": columns, "rows": rows, "seed": chosen.seed, "first_screen_ms": first} | figures.of_walk(taken)


def work(chosen, command, until):
    columns, rows = chosen.sizes[-1]
    if "import" in chosen.parts:
        words = ["files imported", "import failed", "were there already"]
        yield "import", jobs.during(command, columns, rows, until.encode(), b"I", words, chosen.seed, chosen.evidence)
    if "analysis" in chosen.parts:
        words = ["analysis is done", "analysis failed"]
        yield "analysis", jobs.during(command, columns, rows, until.encode(), b"A", words, chosen.seed)


def slow_lines(chosen, command, until):
    for columns, rows in chosen.sizes:
        for baud in chosen.bauds.split(","):
            yield {"columns": columns, "rows": rows} | burst.over_slow_line(command, columns, rows, until, int(baud))


def others(chosen):
    columns, rows = chosen.sizes[-1]
    for name, command in peers.known(chosen.venv).items():
        if command is None:
            yield name, {"skipped": "not installed"}
        else:
            yield name, peers.measure(command, chosen.csv, columns, rows)


def main():
    chosen = options()
    command = [chosen.tool, chosen.case]
    until = title_figure(*command)
    results = {"command": f"python3 Benchmarks/feel {shlex.join(sys.argv[1:])}", "date": str(date.today())}
    results["note"] = f"{results['date']}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}. {chosen.note}".strip()
    if "walk" in chosen.parts:
        results["walks"] = list(walks(chosen, command, until))
    results["jobs"] = dict(work(chosen, command, until))
    if "slow" in chosen.parts:
        results["slow"] = list(slow_lines(chosen, command, until))
    if "peers" in chosen.parts:
        results["peers_file"] = f"{Path(chosen.csv).name}, {os.path.getsize(chosen.csv) / 1e9:.2f} GB"
        results["peers"] = dict(others(chosen))
    print(report.text(results))
    if chosen.json:
        Path(chosen.json).write_text(json.dumps(results, indent=1) + "\n")
    is_slow = any(chosen.limit and walk["all"]["paint_ms"]["p99"] > chosen.limit for walk in results.get("walks", []))
    sys.exit(1 if is_slow or any(walk["missed"] for walk in results.get("walks", [])) else 0)


if __name__ == "__main__":
    main()
