"""Whether probabilities and likelihood ratios mean what they say, over the campaigns of many small worlds."""

import math

import numpy
from sklearn.isotonic import IsotonicRegression

# Small worlds are of these presets in turn: what a probability means must not depend on the sort of case.
PRESETS = ("standard", "slow-10", "reseller", "careful", "change", "framed", "heavy", "no-payments")
# Seeds of no world that anything else is measured on.
FIRST_SEED = 1001
# Fewer campaigns say little.
CAMPAIGNS = 200
BINS = 10
# What was laid in a campaign that points to a lab, the most telling first.
EVIDENCE = ("strong", "reseller", "forged", "thin", "none")


def reliability(rows):
    """Equal-mass bins, expected calibration error and Brier score of (stated, actual) rows; None without rows."""
    if not rows:
        return None
    rows = sorted(rows)
    stated, actual = numpy.array([row[0] for row in rows]), numpy.array([row[1] for row in rows], float)
    bins = [
        {"n": len(part), "from": stated[part[0]], "to": stated[part[-1]], "stated": stated[part].mean(), "actual": actual[part].mean()}
        for part in numpy.array_split(numpy.arange(len(rows)), min(BINS, len(rows)))
    ]
    ece = sum(each["n"] * abs(each["stated"] - each["actual"]) for each in bins) / len(rows)
    return {"n": len(rows), "bins": bins, "ece": ece, "brier": float(((stated - actual) ** 2).mean())}


def softened(bits):
    """log2(1 + 2^bits)."""
    return numpy.logaddexp2(0, bits)


def cllr(rows):
    """Cost of likelihood ratios (Brümmer and du Preez 2006) and what is left of it after PAV; rows of (bits, actual)."""
    bits, actual = numpy.array([row[0] for row in rows], float), numpy.array([row[1] for row in rows], bool)
    if not actual.any() or actual.all():
        return {"targets": int(actual.sum()), "non_targets": int((~actual).sum()), "cllr": None, "least": None}
    cost = lambda values: float((softened(-values[actual]).mean() + softened(values[~actual]).mean()) / 2)
    share = IsotonicRegression(y_min=0, y_max=1).fit(bits, actual).predict(bits)
    with numpy.errstate(divide="ignore"):
        mended = numpy.log2(share) - numpy.log2(1 - share) - math.log2(actual.sum() / (~actual).sum())
    return {"targets": int(actual.sum()), "non_targets": int((~actual).sum()), "cllr": cost(bits), "least": cost(mended)}


def costs(rows):
    """Mean cost in bits of target and of non-target trials, None where there are none: a ratio of 1 costs 1."""
    split = {wanted: numpy.array([row[0] for row in rows if bool(row[1]) == wanted], float) for wanted in (True, False)}
    mean = lambda costs: float(costs.mean()) if costs.size else None
    return {
        "targets": split[True].size, "target_cost": mean(softened(-split[True])),
        "non_targets": split[False].size, "non_target_cost": mean(softened(split[False])),
    }


def pooled(results):
    """Over the rows of many scores."""
    rows = {"membership": [], "accusation": [], "attribution": []}
    by_evidence = {name: [] for name in EVIDENCE}
    campaigns = 0
    for result in results:
        evidence = {each["campaign"]: each["evidence"] for each in result["score"]["campaigns"]}
        for figure, group, stated, actual in result["rows"]:
            rows[figure].append((stated, actual))
            if figure == "attribution":
                by_evidence.get(evidence.get(group), []).append((stated, actual))
        campaigns += result["score"]["found_campaigns"]
    return {
        "worlds": len(results), "campaigns": campaigns,
        "membership": reliability(rows["membership"]), "accusation": reliability(rows["accusation"]),
        "attribution": cllr(rows["attribution"]) if rows["attribution"] else None,
        "evidence": {name: costs(found) for name, found in by_evidence.items() if found},
    }
