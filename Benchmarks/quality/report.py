"""Markdown of what was measured, put between two marks of a file."""

import goals
from comparison import comparison_table, cost_table
from wording import number, spread

BEGIN, END = "<!-- quality:begin -->", "<!-- quality:end -->"


def text(results):
    parts = [head(results), goal_table(results)]
    if results["worlds"]:
        parts += [preset_table(results["worlds"]), attribution_table(results["worlds"])]
        parts += [comparison_table(results["worlds"]), cost_table(results["worlds"])]
    if results["ablations"]:
        parts.append(ablation_table(results["ablations"]))
    if results.get("calibration"):
        parts.append(calibration_tables(results["calibration"]))
    if results["failures"]:
        parts.append("### Failed\n" + "\n".join(f"- {words}" for words in results["failures"]))
    return "\n\n".join(parts) + "\n"


def write(path, words):
    """Replaces what stands between the marks, or adds them at the end."""
    old = path.read_text() if path.exists() else "# What was measured\n"
    block = f"{BEGIN}\n{words}{END}"
    if BEGIN in old and END in old:
        new = old[: old.index(BEGIN)] + block + old[old.index(END) + len(END) :]
    else:
        new = old.rstrip("\n") + "\n\n" + block + "\n"
    path.write_text(new)


def head(results):
    seeds = sorted({each["seed"] for group in results["worlds"].values() for each in group})
    return (
        f"## Quality beside other methods, {results['date']}\n"
        f"`{results['command']}`: revenuer {results['version']}, program {results['tool_key']}, {results['machine']}. "
        + (f"Seeds {', '.join(map(str, seeds))}. " if seeds else "")
        + "Medians over seeds, the worst seed in brackets. B-cubed is over the fraudulent accounts; a campaign keeps its innocent "
        "accounts, which lower its precision; *macro*: every operation counts the same."
    )


def goal_table(results):
    rows = ["### Goals", "| figure | goal | measured | |", "|---|---|---|---|"]
    for words, goal, value, met, reason in goals.table(results):
        verdict = "not measured" if met is None else "met" if met else "**not met**" + (f": {reason}" if reason else "")
        rows.append(f"| {words} | {goal.replace('>=', '≥').replace('<=', '≤')} | {number(value)} | {verdict} |")
    return "\n".join(rows)


def preset_table(worlds):
    rows = [
        "### Presets",
        "| preset | seeds | precision | innocents per 10,000 | recall, macro | B-cubed | macro | pairwise, macro | purity, least "
        "| pieces, most | merged | look-alikes called a campaign | campaigns of operations |",
        "|" + "---|" * 13,
    ]
    for preset, group in worlds.items():
        scores = [each["ours"]["score"] for each in group if each.get("ours")]
        if not scores:
            continue
        cells = [
            preset, len(scores),
            spread([s["accusation"]["precision"] for s in scores], min),
            spread([s["innocents"]["per10000"] for s in scores], max),
            spread([s["recall_macro"] for s in scores], min),
            spread([s["bcubed"]["f1"] for s in scores], min),
            spread([s["bcubed_macro"]["f1"] for s in scores], min),
            spread([s["pairwise_macro"]["f1"] for s in scores], min),
            spread([min((c["purity"] for c in s["campaigns"]), default=None) for s in scores], min),
            spread([max((o["pieces"] for o in s["operations"]), default=None) for s in scores], max),
            spread([s["operations_merged"] for s in scores], max),
            spread([s["innocent_campaigns"] for s in scores], max),
            ", ".join(sorted({f"{s['found_campaigns']} of {s['true_campaigns']}" for s in scores})),
        ]
        rows.append("| " + " | ".join(map(str, cells)) + " |")
    kinds = accused_kinds(worlds)
    return "\n".join(rows) + ("\n\nInnocents accused by kind, all worlds: " + kinds if kinds else "")


def accused_kinds(worlds):
    counts = {}
    for group in worlds.values():
        for each in group:
            for kind in each["ours"]["score"]["innocents"]["by_kind"] if each.get("ours") else []:
                known = counts.setdefault(kind["kind"], [0, 0])
                known[0] += kind["accused"]
                known[1] += kind["accounts"]
    return ", ".join(f"{name} {a} of {n}" for name, (a, n) in sorted(counts.items()) if a)


def attribution_table(worlds):
    rows = [
        "### Attribution, campaigns over all seeds",
        "| preset | right | rightly withheld | withheld without strong evidence | withheld | wrong |", "|---|---|---|---|---|---|",
    ]
    for preset, group in worlds.items():
        counts = [each["ours"]["score"]["attribution"] for each in group if each.get("ours")]
        if not counts:
            continue
        names = ("right", "rightly_withheld", "withheld_thin", "withheld", "wrong")
        rows.append(f"| {preset} | " + " | ".join(str(sum(c[name] for c in counts)) for name in names) + " |")
    return "\n".join(rows)


def ablation_table(ablations):
    rows = [
        "### With something removed", f"Worlds: {', '.join(sorted({world for world, _, _ in ablations}))}.", "",
        "| removed | precision | recall | recall, macro | B-cubed | innocents accused | wrong attributions |", "|---|---|---|---|---|---|---|",
    ]
    removed = list(dict.fromkeys(name for _, name, _ in ablations))
    for name in removed:
        scores = [each["score"] for _, other, each in ablations if other == name]
        rows.append(
            f"| {name} | {spread([s['accusation']['precision'] for s in scores], min)} | {spread([s['accusation']['recall'] for s in scores], min)} "
            f"| {spread([s['recall_macro'] for s in scores], min)} | {spread([s['bcubed']['f1'] for s in scores], min)} "
            f"| {spread([s['innocents']['accused'] for s in scores], max)} | {sum(s['attribution']['wrong'] for s in scores)} |"
        )
    return "\n".join(rows)


def joined(bins):
    """Neighbouring bins of one and the same probability as one row."""
    rows = []
    for each in bins:
        last = rows[-1] if rows else None
        if last and last["from"] == each["to"]:
            n = last["n"] + each["n"]
            actual = (last["actual"] * last["n"] + each["actual"] * each["n"]) / n
            rows[-1] = {**last, "n": n, "to": each["to"], "actual": actual}
        else:
            rows.append(each)
    return rows


def calibration_tables(pooled):
    parts = [f"### Calibration, over {pooled['worlds']} worlds with {pooled['campaigns']} campaigns found"]
    for name, words in (
        ("membership", "Membership: a member of a campaign belongs to the operation which the campaign mostly is"),
        ("accusation", "Accusation: an account in any group is fraudulent (membership times the group's extraction probability)"),
    ):
        if pooled[name] is None:
            continue
        lines = [
            f"{words}. ECE {number(pooled[name]['ece'])}, Brier {number(pooled[name]['brier'])}, {pooled[name]['n']:,} accounts.", "",
            "| from | to | accounts | stated | came true |", "|---|---|---|---|---|",
        ]
        for each in joined(pooled[name]["bins"]):
            lines.append(f"| {each['from']:.4f} | {each['to']:.4f} | {each['n']:,} | {each['stated']:.4f} | {each['actual']:.4f} |")
        parts.append("\n".join(lines))
    ratios = pooled["attribution"]
    if ratios:
        parts.append(
            f"Attribution: Cllr {number(ratios['cllr'])}, of which {number(ratios['least'])} would be left with the sizes of the ratios "
            f"mended and their order kept (PAV). Trials (a campaign and a profile): {ratios['targets']} target, {ratios['non_targets']} non-target."
        )
        lines = [
            "What a trial costs by what was laid to point to a lab (a ratio of 1, which says nothing, costs 1 bit):", "",
            "| laid | target trials | cost | non-target trials | cost |", "|---|---|---|---|---|",
        ]
        for name, each in pooled["evidence"].items():
            lines.append(
                f"| {name} | {each['targets']} | {number(each['target_cost'])} | {each['non_targets']} | {number(each['non_target_cost'])} |"
            )
        parts.append("\n".join(lines))
    return "\n\n".join(parts)
