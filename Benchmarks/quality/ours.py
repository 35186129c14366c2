"""revenuer on a world: import, analysis, score, with time and memory."""

import csv
import json
import shutil

import clusters
from runs import RunFailed, run


class Bench:
    """What all measurements share: the program, where things are put, what is known already."""

    def __init__(self, tool, tool_key, scratch, cache, keep_worlds):
        self.tool, self.tool_key, self.scratch, self.cache = tool, tool_key, scratch, cache
        self.keep_worlds = keep_worlds

    def say(self, words):
        print(words, flush=True)


def figures(bench, world, options=(), folder=None, tag=""):
    """Score of an analysis with these options; `folder` stands for the world's own with some of it removed."""
    def make():
        world.prepare()
        case = new_case(bench, world, tag)
        try:
            taken = run([bench.tool, "import", case, folder(world) if folder else world.folder, "--quiet"], allowed=(0, 3))
            return scored(bench, world, case, options, taken)
        finally:
            remove(case)

    return bench.cache.get(make, "ours", world.key(), bench.tool_key, tag, *options)


def with_each(bench, world, choices):
    """Scores of analyses with different options over one import: the options by a name."""
    found = {name: bench.cache.find("ours", world.key(), bench.tool_key, name, *options) for name, options in choices}
    if None not in found.values():
        return found
    world.prepare()
    whole = new_case(bench, world, "whole")
    try:
        taken = run([bench.tool, "import", whole, world.folder, "--quiet"], allowed=(0, 3))
        for name, options in choices:
            if found[name] is not None:
                continue
            case = new_case(bench, world, name)
            try:
                shutil.copyfile(whole, case)
                result = scored(bench, world, case, options, taken)
                found[name] = bench.cache.keep(result, "ours", world.key(), bench.tool_key, name, *options)
            finally:
                remove(case)
    finally:
        remove(whole)
    return found


def scored(bench, world, case, options, taken):
    analysis = run([bench.tool, "analyze", case, "--quiet", *options])
    rows = case.with_suffix(".rows.csv")
    members = case.with_suffix(".members.csv")
    command = [bench.tool, "score", case, "--truth", world.truth_file, "--calibration-rows", rows, "--json"]
    report = json.loads(run(command, output=True)["output"])
    run([bench.tool, "export", case, "--format", "members", "-o", members])
    check(report, members, world)
    return {
        "score": report,
        "import": taken,
        "analysis": analysis,
        "rows": [[row["figure"], row["group"], float(row["stated"]), int(row["actual"])] for row in read(rows)],
    }


def check(report, members, world):
    """The program's B-cubed against this package's own, from members.csv: the alternatives are measured with it."""
    own = clusters.compare({row["account_id"]: row["campaign"] for row in read(members)}, world.truth())
    theirs = report["bcubed"]["f1"]
    if own is not None and (theirs is None or abs(own["f1"] - theirs) > 1e-9 or abs(own["macro_f1"] - report["bcubed_macro"]["f1"]) > 1e-9):
        raise RunFailed(f"{world.name}: score says B-cubed {theirs}, members.csv gives {own['f1']}")


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def new_case(bench, world, tag):
    case = bench.scratch / "cases" / f"{world.name}{'-' + tag.replace(' ', '-') if tag else ''}.revenuer"
    case.parent.mkdir(parents=True, exist_ok=True)
    remove(case)
    return case


def remove(case):
    for path in case.parent.glob(case.name + "*"):
        path.unlink(missing_ok=True)
    for suffix in (".rows.csv", ".members.csv"):
        case.with_suffix(suffix).unlink(missing_ok=True)
