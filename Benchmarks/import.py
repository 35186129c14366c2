#!/usr/bin/env python3
"""Times the import of a large evidence folder beside DuckDB and sqlite3 on the same files, in turn.

usage: import.py REVENUER FOLDER [ROUNDS=3]

FOLDER is what plain_exchanges.py writes. Each round runs, one after another: `revenuer import` of the whole
folder into a new case; DuckDB reading exchanges.csv into a table of a new database file; `sqlite3 .import`
of exchanges.csv and an index on account_id. Prints a table in Markdown: medians, least and greatest of wall
seconds, greatest peak memory, size on disk, and the ratio to DuckDB round by round.
"""
import os, shutil, statistics, subprocess, sys, tempfile, time

DUCK = """import duckdb, sys
c = duckdb.connect(sys.argv[1]); c.execute("SET threads TO 2")
c.execute("CREATE TABLE exchanges AS SELECT * FROM read_csv(?)", [sys.argv[2]]).fetchall()
c.close()"""


def timed(command, folder, stdin=None):
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stdin=subprocess.PIPE if stdin else subprocess.DEVNULL)
    if stdin:
        child.stdin.write(stdin.encode()); child.stdin.close()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    if child.returncode != 0:
        sys.exit(f"import.py: {command[0]} ended with {child.returncode}")
    size = sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder))
    return seconds, usage.ru_maxrss / 1024, size / 1e6


def once(name, tool, evidence, python):
    with tempfile.TemporaryDirectory(prefix="revenuer-bench-", dir=os.environ.get("BENCH_TMP")) as folder:
        csv = os.path.join(evidence, "exchanges.csv")
        if name == "revenuer import":
            return timed([tool, "import", os.path.join(folder, "case.revenuer"), evidence, "--quiet"], folder)
        if name == "DuckDB read_csv":
            return timed([python, "-c", DUCK, os.path.join(folder, "x.duckdb"), csv], folder)
        script = f".mode csv\n.import {csv} exchanges\nCREATE INDEX by_account ON exchanges(account_id);\n"
        return timed(["sqlite3", os.path.join(folder, "x.db")], folder, stdin=script)


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    tool, evidence, rounds = arguments[0], arguments[1], int((arguments + ["3"])[2])
    names = ["revenuer import", "DuckDB read_csv", "sqlite3 .import + index"]
    figures = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            figures[name].append(once(name, tool, evidence, sys.executable))
    print("| what | wall s, median (least-greatest) | peak MB | on disk MB | ratio to DuckDB by round |")
    print("|---|---|---|---|---|")
    for name in names:
        seconds = [each[0] for each in figures[name]]
        ratios = ", ".join(f"{a[0] / b[0]:.2f}" for a, b in zip(figures[name], figures["DuckDB read_csv"]))
        print(f"| {name} | {statistics.median(seconds):.1f} ({min(seconds):.1f}-{max(seconds):.1f}) "
              f"| {max(each[1] for each in figures[name]):.0f} | {figures[name][-1][2]:.0f} | {ratios} |")


if __name__ == "__main__":
    main(sys.argv[1:])
