#!/usr/bin/env python3
"""Measures quality on cases whose truth is known, beside the methods people would use instead.

Presets × seeds are generated with `revenuer generate`, imported, analysed and scored; connected components, Leiden
and Splink run on the same folders; then what is left with a family, table or column removed, and calibration over
many small worlds. The tables go between the marks of Benchmarks/RESULTS.md. What was measured is kept below BENCH_TMP
(default /var/tmp): a run that was stopped goes on where it was, and a new build of the program runs the program again
but the other methods only on worlds that changed.
"""

import argparse
import os
import platform
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from pathlib import Path

import ablations
import alternatives
import calibration
import ours
import report
import worlds
from runs import Cache, RunFailed, digest
from wording import number

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = ("presets", "alternatives", "ablations", "calibration")


def options():
    parser = argparse.ArgumentParser(prog="make quality", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", type=Path, default=ROOT / ".build/release/revenuer", help="the program to measure")
    parser.add_argument("--presets", default=",".join(worlds.PRESETS), help="names with commas between")
    parser.add_argument("--seeds", default="1-5", help="such as 1-5 or 1,7")
    parser.add_argument("--first-seeds", help="seeds of the first preset, on which the goals are set, where these are more")
    parser.add_argument("--accounts", type=int, default=100_000)
    parser.add_argument("--quick", action="store_true", help="20,000 accounts, 2 seeds, 8 small worlds")
    parser.add_argument("--worlds", nargs="+", metavar="FOLDER", help="measure these folders instead of generated ones")
    parser.add_argument("--parts", default=",".join(PARTS), help=f"of {', '.join(PARTS)}")
    parser.add_argument("--methods", default=",".join(alternatives.METHODS), help=f"of {', '.join(alternatives.METHODS)}")
    parser.add_argument("--alternative-seeds", type=int, help="run the other methods on so many of the seeds only")
    parser.add_argument("--ablation-seeds", type=int, default=1, help="worlds of the first preset that things are removed from")
    parser.add_argument("--calibration-worlds", type=int, default=60)
    parser.add_argument("--calibration-accounts", type=int, default=5_000)
    parser.add_argument("--jobs", type=int, default=1, help="worlds at a time; above 1 times mean little")
    parser.add_argument("--keep-worlds", action="store_true", help="do not delete generated folders after use")
    parser.add_argument("--results", type=Path, default=ROOT / "Benchmarks/RESULTS.md", help="file whose marked part is replaced")
    chosen = parser.parse_args()
    if chosen.quick:
        chosen.accounts, chosen.seeds, chosen.calibration_worlds = 20_000, "1-2", 8
    for name, known in (("parts", PARTS), ("methods", alternatives.METHODS), ("presets", worlds.PRESETS)):
        given = [word for word in getattr(chosen, name).split(",") if word]
        for word in given:
            if word not in known:
                parser.error(f"--{name} {word}: expected {', '.join(known)}")
        setattr(chosen, name, given)
    chosen.first_seeds = seeds_of(parser, "--first-seeds", chosen.first_seeds or chosen.seeds)
    chosen.seeds = seeds_of(parser, "--seeds", chosen.seeds)
    return chosen


def seeds_of(parser, option, words):
    try:
        return numbers(words)
    except ValueError:
        parser.error(f"{option} {words}: expected numbers such as 1-5 or 1,7")


def numbers(words):
    found = []
    for part in words.split(","):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


def bench_of(chosen):
    if not os.access(chosen.tool, os.X_OK):
        raise SystemExit(f"quality: {chosen.tool} is missing; `make build` makes it, or name another with --tool")
    help_words = subprocess.run([chosen.tool, "--help"], capture_output=True, text=True).stdout
    if not chosen.worlds and "\n  generate" not in help_words:
        raise SystemExit(f"quality: {chosen.tool} has no `generate`; give folders with --worlds")
    scratch = Path(os.environ.get("BENCH_TMP", "/var/tmp")) / "revenuer-quality"
    scratch.mkdir(parents=True, exist_ok=True)
    return ours.Bench(chosen.tool.resolve(), digest(chosen.tool.resolve()), scratch, Cache(scratch / "measured"), chosen.keep_worlds)


class Measuring:
    """One run of everything that was asked for. What fails is named at the end; the rest goes on."""

    def __init__(self, chosen, bench):
        self.chosen, self.bench = chosen, bench
        self.failures = []

    def guarded(self, words, work):
        try:
            return work()
        except (RunFailed, OSError, ValueError, KeyError) as error:
            self.failures.append(f"{words}: {type(error).__name__}: {error}")
            self.bench.say(f"  FAILED {self.failures[-1]}")
            return None

    def preset_worlds(self):
        if self.chosen.worlds:
            return worlds.given(self.chosen.worlds)
        first, *others = self.chosen.presets
        every = [(first, seed) for seed in self.chosen.first_seeds]
        every += [(preset, seed) for seed in self.chosen.seeds for preset in others]
        return [worlds.GeneratedWorld(preset, seed, self.chosen.accounts, self.bench) for preset, seed in every]

    def presets(self):
        """By preset, in order: what was measured of each of its worlds."""
        every = self.preset_worlds()
        with_others = {world.seed for world in every}
        if self.chosen.alternative_seeds is not None:
            with_others = set(sorted(with_others)[: self.chosen.alternative_seeds])
        with ThreadPoolExecutor(self.chosen.jobs) as pool:
            found = list(pool.map(lambda world: self.world(world, world.seed in with_others), every))
        grouped = {}
        for each in found:
            grouped.setdefault(each["preset"], []).append(each)
        return grouped

    def world(self, world, with_others):
        found = {"preset": world.preset, "seed": world.seed, "alternatives": {}}
        if "presets" in self.chosen.parts:
            found["ours"] = self.guarded(world.name, lambda: ours.figures(self.bench, world))
            self.bench.say(line(world, found["ours"]))
        if "alternatives" in self.chosen.parts and with_others:
            for method in self.chosen.methods:
                answer = self.guarded(f"{world.name}, {method}", lambda: alternatives.measured(self.bench, world, method))
                if answer:
                    found["alternatives"][method] = answer
                    self.bench.say(other_line(world, method, answer))
        world.discard()
        return found

    def removed(self):
        every = self.preset_worlds()
        if self.chosen.worlds is None:
            first = self.chosen.presets[0]
            every = [world for world in every if world.preset == first]
        found = []
        for world in every[: self.chosen.ablation_seeds]:
            self.bench.say(f"{world.name}: removing one thing at a time")
            pairs = self.guarded(f"{world.name}, ablations", lambda: ablations.measured(self.bench, world)) or []
            found += [(world.name, name, result) for name, result in pairs]
            world.discard()
        return found

    def calibrated(self):
        """Over the worlds asked for, and up to as many again until there are enough campaigns."""
        if self.chosen.worlds:
            found = self.small(worlds.given(self.chosen.worlds))
        else:
            count = self.chosen.calibration_worlds
            found = self.small(self.small_world(n) for n in range(count))
            more = count
            while campaigns(found) < calibration.CAMPAIGNS and more < 2 * count and not self.chosen.quick:
                found += self.small([self.small_world(more)])
                more += 1
        self.bench.say(f"calibration: {len(found)} worlds, {campaigns(found)} campaigns")
        return calibration.pooled(found) if found else None

    def small_world(self, number):
        preset = calibration.PRESETS[number % len(calibration.PRESETS)]
        return worlds.GeneratedWorld(preset, calibration.FIRST_SEED + number, self.chosen.calibration_accounts, self.bench)

    def small(self, every):
        def one(world):
            result = self.guarded(world.name, lambda: ours.figures(self.bench, world))
            self.bench.say(line(world, result))
            world.discard()
            return result

        with ThreadPoolExecutor(self.chosen.jobs) as pool:
            return [result for result in pool.map(one, every) if result]


def campaigns(found):
    return sum(result["score"]["found_campaigns"] for result in found)


def line(world, result):
    if result is None:
        return f"{world.name}: no figures"
    score = result["score"]
    show = number
    return (
        f"{world.name}: precision {show(score['accusation']['precision'])} recall {show(score['accusation']['recall'])} "
        f"B-cubed {show(score['bcubed']['f1'])} macro {show(score['bcubed_macro']['f1'])}, {result['analysis']['wall']:.1f} s"
    )


def other_line(world, method, answer):
    best = alternatives.best(answer)
    if best is None:
        return f"{world.name}: {method}: nothing to be found"
    return (
        f"{world.name}: {method} ({best['name']}) B-cubed {number(best['f1'])} macro {number(best['macro_f1'])}, "
        f"{answer['cost']['wall']:.1f} s, {answer['cost']['mb']:.0f} MB"
    )


def main():
    chosen = options()
    bench = bench_of(chosen)
    measuring = Measuring(chosen, bench)
    results = {
        "date": datetime.now(timezone.utc).strftime("%Y-%m-%d"),
        "command": "make quality" + (f" ARGUMENTS='{shlex.join(sys.argv[1:])}'" if sys.argv[1:] else ""),
        "version": subprocess.run([bench.tool, "--version"], capture_output=True, text=True).stdout.strip(),
        "tool_key": bench.tool_key[:12],
        "machine": f"{os.cpu_count()} cores, {platform.machine()}",
        "failures": measuring.failures,
    }
    wanted = set(chosen.parts)
    results["worlds"] = measuring.presets() if wanted & {"presets", "alternatives"} else {}
    results["ablations"] = measuring.removed() if "ablations" in wanted else []
    results["calibration"] = measuring.calibrated() if "calibration" in wanted else None
    report.write(chosen.results, report.text(results))
    bench.say(f"written into {chosen.results}")
    if measuring.failures:
        print("\n".join(["failed:"] + measuring.failures), file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
