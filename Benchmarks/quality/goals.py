"""Figures beside their goals."""

import tomllib
from pathlib import Path
from statistics import median

import comparison

# Presets whose medians stand for the general figures: the default world.
DEFAULT = "standard"


def table(results):
    """(words, goal, figure or None, met or None, reason) in the order of goals.toml."""
    goals = tomllib.loads((Path(__file__).parent / "goals.toml").read_text())
    measured = figures(results)
    rows = []
    for name, goal in goals.items():
        value = measured.get(name)
        bound = float(goal["goal"].split()[1])
        met = None if value is None else (value >= bound if goal["goal"].startswith(">=") else value <= bound)
        rows.append((goal["words"], goal["goal"], value, met, goal["reason"]))
    return rows


def figures(results):
    worlds, found = results["worlds"], {}

    def scores(preset):
        return [each["ours"]["score"] for each in worlds.get(preset, []) if each.get("ours")]

    def middle(preset, pick):
        values = [value for value in map(pick, scores(preset)) if value is not None]
        return median(values) if values else None

    every = [score for preset in worlds for score in scores(preset)]
    found["precision"] = middle(DEFAULT, lambda s: s["accusation"]["precision"])
    found["innocents"] = middle(DEFAULT, lambda s: s["innocents"]["per10000"])
    found["recall_macro"] = middle(DEFAULT, lambda s: s["recall_macro"])
    found["bcubed"] = middle(DEFAULT, lambda s: s["bcubed"]["f1"])
    found["bcubed_macro"] = middle(DEFAULT, lambda s: s["bcubed_macro"]["f1"])
    found["reseller"] = max((s["operations_merged"] for s in scores("reseller")), default=None)
    found["slow_10"] = middle("slow-10", lambda s: s["bcubed"]["f1"])
    found["slow_20"] = middle("slow-20", lambda s: s["bcubed"]["f1"])
    heavy = middle("heavy", lambda s: s["bcubed"]["f1"])
    if heavy is not None and found["bcubed"] is not None:
        found["heavy"] = found["bcubed"] - heavy
    if every:
        found["lookalikes"] = sum(s["innocent_campaigns"] for s in every)
        found["attribution_wrong"] = sum(s["attribution"]["wrong"] for s in every)
        found["attribution_withheld"] = sum(s["attribution"]["withheld"] for s in every)
    if scores("honest"):
        found["honest"] = sum(s["found_campaigns"] for s in scores("honest"))
    if scores("suspects"):
        found["suspects"] = sum(s["accused"] for s in scores("suspects"))
    pooled = results.get("calibration")
    if pooled:
        found["campaigns"] = pooled["campaigns"]
        found["cllr"] = pooled["attribution"] and pooled["attribution"]["cllr"]
        found["ece"] = pooled["membership"] and pooled["membership"]["ece"]
        found["ece_accusation"] = pooled["accusation"] and pooled["accusation"]["ece"]
    precisions = [e["score"]["accusation"]["precision"] for _, _, e in results["ablations"]]
    found["ablation"] = min((p for p in precisions if p is not None), default=None)
    ratios = [row["ratio"] for row in comparison.rows_of(worlds) if row["ratio"] is not None]
    found["ahead"] = max(ratios, default=None)
    return found
