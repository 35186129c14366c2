"""Scores an analysis against the truth, by other means than the Swift code.

usage: score_oracle.py MEMBERS.csv TRUTH.csv ROWS.csv      prints one JSON object

Clusters are compared account by account with sets (B-cubed, straight from its definition), by counting pairs one by
one, and by scikit-learn's pair confusion matrix; reliability is scikit-learn's Brier score; the best calibration of
likelihood ratios is scikit-learn's isotonic regression. ROWS.csv: figure, group, subject, stated, actual.
"""

import csv
import json
import math
import sys
from itertools import combinations

import numpy
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import brier_score_loss
from sklearn.metrics.cluster import pair_confusion_matrix


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def rates(precision, recall):
    return {"precision": float(precision), "recall": float(recall), "f1": float(f1(precision, recall))}


def means(figures):
    return {name: float(numpy.mean([f[name] for f in figures])) for name in ("precision", "recall", "f1")}


def clusters(labels):
    held = {}
    for account, label in labels.items():
        held.setdefault(label, set()).add(account)
    return {account: held[label] for account, label in labels.items()}


def cost(bits, actual):
    """Cllr, straight from its definition, with likelihood ratios rather than their logarithms where they fit."""
    def loss(b):
        return math.log2(1 + 2.0**b) if b < 500 else b

    targets = [loss(-b) for b, a in zip(bits, actual) if a]
    others = [loss(b) for b, a in zip(bits, actual) if not a]
    return (numpy.mean(targets) + numpy.mean(others)) / 2


def least_cost(bits, actual):
    best = IsotonicRegression(y_min=0, y_max=1).fit(bits, actual).predict(bits)
    odds = sum(actual) / (len(actual) - sum(actual))
    with numpy.errstate(divide="ignore"):
        mended = numpy.log2(best) - numpy.log2(1 - best) - math.log2(odds)
    losses = [[math.log2(1 + 2.0 ** (-b if a else b)) for b, a in zip(mended, actual) if a == truth] for truth in (0, 1)]
    return (numpy.mean(losses[0]) + numpy.mean(losses[1])) / 2


def reliability(stated, actual):
    order = sorted(range(len(stated)), key=lambda i: stated[i])
    bins = numpy.array_split(numpy.array(order), min(10, len(order)))
    gaps = [abs(sum(stated[i] for i in part) - sum(actual[i] for i in part)) for part in bins]
    return {"ece": float(sum(gaps) / len(stated)), "brier": float(brier_score_loss(actual, stated))}


def main(members_path, truth_path, rows_path):
    found = {row["account_id"]: row["campaign"] for row in rows(members_path)}
    real = {row["account_id"]: row["campaign"] for row in rows(truth_path)}
    accounts = sorted(set(found) | set(real))
    # An account without a cluster is one by itself.
    found_label = {account: ("c", found[account]) if account in found else ("-", account) for account in accounts}
    real_label = {account: ("c", real[account]) if account in real else ("-", account) for account in accounts}
    found_set, real_set = clusters(found_label), clusters(real_label)
    precision = {a: len(found_set[a] & real_set[a]) / len(found_set[a]) for a in real}
    recall = {a: len(found_set[a] & real_set[a]) / len(real_set[a]) for a in real}
    by_operation = {name: [a for a in real if real[a] == name] for name in set(real.values())}
    (_, only_found), (only_real, both) = pair_confusion_matrix(
        [str(real_label[a]) for a in accounts], [str(found_label[a]) for a in accounts]
    )
    pairs = []
    for name in by_operation:
        touching = [(a, b) for a, b in combinations(accounts, 2) if name in (real.get(a), real.get(b))]
        together = [pair for pair in touching if found_label[pair[0]] == found_label[pair[1]]]
        truly = [pair for pair in touching if real.get(pair[0]) == real.get(pair[1])]
        right = len(set(together) & set(truly))
        pairs.append(rates(right / len(together), right / len(truly)))
    statements = {}
    for row in rows(rows_path):
        stated, actual = statements.setdefault(row["figure"], ([], []))
        stated.append(float(row["stated"]))
        actual.append(int(row["actual"]))
    bits, actual = statements["attribution"]
    print(
        json.dumps(
            {
                "bcubed": rates(numpy.mean(list(precision.values())), numpy.mean(list(recall.values()))),
                "bcubed_macro": means(
                    [rates(numpy.mean([precision[a] for a in held]), numpy.mean([recall[a] for a in held]))
                     for held in by_operation.values()]
                ),
                "pairwise": rates(both / (both + only_found), both / (both + only_real)),
                "pairwise_macro": means(pairs),
                "recall_macro": float(numpy.mean([numpy.mean([a in found for a in h]) for h in by_operation.values()])),
                "membership": reliability(*statements["membership"]),
                "accusation": reliability(*statements["accusation"]),
                "cllr": float(cost(bits, actual)),
                "least_cllr": float(least_cost(bits, actual)),
            }
        )
    )


main(*sys.argv[1:])
