#!/usr/bin/env python3
"""Times `revenuer analyze` on a case.

usage: analysis.py REVENUER CASE [--rounds 3] [--seed 1]

CASE is a case file that evidence was imported into. Each round analyses a fresh copy of it, made before the clock
starts. Prints a table in Markdown: wall and CPU seconds (user and system together), medians with least and
greatest, peak memory, and the size of the case before and after. Two rounds must write the same findings: the
digest that `revenuer verify` prints is compared, and a difference ends the run with 1.
"""
import argparse, os, re, shutil, statistics, subprocess, sys, tempfile, time


def analysed(tool, case, seed):
    start = time.monotonic()
    child = subprocess.Popen([tool, "analyze", case, "--seed", str(seed), "--quiet"],
                             stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"analysis.py: {tool} analyze ended with {child.returncode}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def digest(tool, case):
    text = subprocess.run([tool, "verify", case], capture_output=True, text=True, stdin=subprocess.DEVNULL).stdout
    return tuple(re.findall(r"^digest of .* ([0-9a-f]{64})$", text, re.M))


def spread(figures):
    return f"{statistics.median(figures):.1f} ({min(figures):.1f}-{max(figures):.1f})"


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("tool")
    parser.add_argument("case")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    rounds, digests = [], set()
    for _ in range(chosen.rounds):
        with tempfile.TemporaryDirectory(prefix="revenuer-bench-", dir=os.environ.get("BENCH_TMP")) as folder:
            case = os.path.join(folder, "case.revenuer")
            shutil.copyfile(chosen.case, case)
            rounds.append(analysed(chosen.tool, case, chosen.seed))
            after = os.path.getsize(case)
            digests.add(digest(chosen.tool, case))
    wall, cpu, memory = zip(*rounds)
    print("| case | wall s, median (least-greatest) | CPU s | peak MB | on disk MB, before and after |")
    print("|---|---|---|---|---|")
    print(f"| {os.path.basename(chosen.case)} | {spread(wall)} | {spread(cpu)} | {max(memory):.0f} "
          f"| {os.path.getsize(chosen.case) / 1e6:.0f}, {after / 1e6:.0f} |")
    if len(digests) != 1 or () in digests:
        sys.exit("analysis.py: two analyses of one case differ")


if __name__ == "__main__":
    main()
