"""revenuer beside the other methods, preset by preset: quality, time and memory."""

from statistics import median

import alternatives
from wording import number, spread

# Above this error of the best alternative we must have at most half of it.
ALTERNATIVE_ERROR = 0.02


def ours_figure(each):
    """B-cubed of campaigns; where accusations are withheld, of groups of every kind."""
    score = each["ours"]["score"]
    withheld = score["accused"] == 0 and each["preset"].startswith("suspects")
    return score["bcubed_groups"]["f1"] if withheld else score["bcubed"]["f1"]


def rows_of(worlds):
    """For every preset B-cubed of ours and of each method by seed, and our error over the best method's."""
    rows = []
    for preset, group in worlds.items():
        measured = [each for each in group if each["alternatives"]]
        ours = [figure for figure in (ours_figure(each) for each in measured if each.get("ours")) if figure is not None]
        groups = [each["ours"]["score"]["bcubed_groups"]["f1"] for each in measured if each.get("ours")]
        others, settings = {}, {}
        for method in alternatives.METHODS:
            found = [alternatives.best(each["alternatives"][method]) for each in measured if method in each["alternatives"]]
            found = [each for each in found if each]
            if found:
                others[method] = [each["f1"] for each in found]
                settings[method] = found
        if not others:
            continue
        error = 1 - max(median(values) for values in others.values())
        ratio = (1 - median(ours)) / error if ours and error > ALTERNATIVE_ERROR else None
        rows.append({"preset": preset, "ours": ours, "groups": [figure for figure in groups if figure is not None], "others": others, "settings": settings, "ratio": ratio})
    return rows


def comparison_table(worlds):
    rows = [
        "### Beside what people would use, on the same folders: B-cubed F1",
        "Of every other method the best of its settings, chosen world by world with the truth in hand. The others accuse nobody:",
        "every cluster counts. Of revenuer campaigns count; beside them stands what its groups come to, accused or not.", "",
        "| preset | revenuer | its groups | " + " | ".join(alternatives.NAMES.values()) + " | error, ours over the best other's | at most half |",
        "|---|---|---|" + "---|" * len(alternatives.NAMES) + "---|---|",
    ]
    for row in rows_of(worlds):
        verdict = "-" if row["ratio"] is None else "yes" if row["ratio"] <= 0.5 else "**no**"
        cells = [spread(row["others"].get(method, []), min) for method in alternatives.METHODS]
        name = row["preset"] + (" (all groups: nobody is accused)" if row["preset"].startswith("suspects") else "")
        rows.append(f"| {name} | {spread(row['ours'], min)} | {spread(row['groups'], min)} | " + " | ".join(cells) + f" | {number(row['ratio'])} | {verdict} |")
    lines = [f"{alternatives.NAMES[method]}: {winners(rows_of(worlds), method)}" for method in alternatives.METHODS]
    return "\n".join(rows) + "\n\nSettings that won, and in how many worlds. " + ". ".join(lines) + "."


def winners(rows, method):
    counts = {}
    for row in rows:
        for each in row["settings"].get(method, []):
            counts[each["name"]] = counts.get(each["name"], 0) + 1
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))) or "none"


def cost_table(worlds):
    rows = ["### Time and memory, all worlds", "| method | wall s, median (most) | processor s | peak MB, most |", "|---|---|---|---|"]
    every = [each for group in worlds.values() for each in group]
    for name, costs in (
        ("revenuer import", [each["ours"]["import"] for each in every if each.get("ours")]),
        ("revenuer analyze", [each["ours"]["analysis"] for each in every if each.get("ours")]),
        *((f"{alternatives.NAMES[m]}, all settings", [e["alternatives"][m]["cost"] for e in every if m in e["alternatives"]])
          for m in alternatives.METHODS),
    ):
        if costs:
            wall, cpu = [c["wall"] for c in costs], [c["cpu"] for c in costs]
            rows.append(f"| {name} | {median(wall):.1f} ({max(wall):.1f}) | {median(cpu):.1f} | {max(c['mb'] for c in costs):.0f} |")
    for method in alternatives.METHODS:
        seconds = [alternatives.best(e["alternatives"][method]) for e in every if method in e["alternatives"]]
        seconds = [each["seconds"] for each in seconds if each]
        if seconds:
            rows.append(f"| {alternatives.NAMES[method]}, its best setting alone | {median(seconds):.1f} ({max(seconds):.1f}) | | |")
    return "\n".join(rows)
