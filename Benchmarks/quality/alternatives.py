"""The methods people would use instead, on the same folders. Of every method the best setting is taken in hindsight,
world by world, which nobody could do without the truth: the comparison flatters them."""

import sys
from pathlib import Path

import numpy

import clusters
from runs import digest, run

METHODS = ("components", "leiden", "splink")
NAMES = {"components": "connected components", "leiden": "Leiden (igraph)", "splink": "Splink"}
HERE = Path(__file__).parent
SOURCES = ("alternative.py", "clusters.py", "components.py", "evidence.py", "incidence_graph.py", "leiden.py", "linkage.py")


def sources_key():
    return digest(*[HERE / name for name in SOURCES])


def measured(bench, world, method):
    """Figures of each setting, by name, with seconds; and processor seconds and peak memory of the whole."""
    def make():
        world.prepare()
        out = bench.scratch / "cases" / f"{world.name}.{method}.npz"
        out.parent.mkdir(parents=True, exist_ok=True)
        try:
            cost = run([sys.executable, HERE / "alternative.py", method, world.folder, out])
            with numpy.load(out) as answer:
                accounts, truth = answer["accounts"].tolist(), world.truth()
                settings = {}
                for name, labels, seconds in zip(answer["names"].tolist(), answer["labels"], answer["seconds"].tolist()):
                    found = {a: c for a, c in zip(accounts, labels.tolist()) if c >= 0}
                    settings[name] = {"seconds": seconds, "figures": clusters.compare(found, truth)}
        finally:
            out.unlink(missing_ok=True)
        return {"settings": settings, "cost": cost}

    return bench.cache.get(make, "alternative", method, world.key(), sources_key())


def best(answer, figure="f1"):
    """Name and figures of the setting that did best; None where nothing is to be found."""
    settings = [(each["figures"][figure], name, each) for name, each in answer["settings"].items() if each["figures"]]
    if not settings:
        return None
    _, name, each = max(settings, key=lambda entry: entry[0])
    return {"name": name, "seconds": each["seconds"], "mb": answer["cost"]["mb"], **each["figures"]}
