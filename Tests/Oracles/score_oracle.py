"""Scores a set of members against the truth, by other means than the Swift code.

usage: score_oracle.py MEMBERS.csv TRUTH.csv      prints one JSON object

Clusters are compared account by account with sets (B-cubed, straight from its definition) and by
scikit-learn's pair confusion matrix; the Brier score is scikit-learn's.
"""

import csv
import json
import sys

import numpy
from sklearn.metrics import brier_score_loss
from sklearn.metrics.cluster import pair_confusion_matrix


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rates(precision, recall):
    total = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / total if total else 0.0}


def clusters(labels):
    held = {}
    for account, label in labels.items():
        held.setdefault(label, set()).add(account)
    return {account: held[label] for account, label in labels.items()}


def main(members_path, truth_path):
    found = {row["account_id"]: row["campaign"] for row in rows(members_path)}
    stated = {row["account_id"]: float(row["probability"]) for row in rows(members_path)}
    real = {row["account_id"]: row["campaign"] for row in rows(truth_path)}
    accounts = sorted(set(found) | set(real), key=lambda text: text.encode())
    # An account without a cluster is one by itself.
    found_label = {account: ("c", found[account]) if account in found else ("-", account) for account in accounts}
    real_label = {account: ("c", real[account]) if account in real else ("-", account) for account in accounts}
    found_set, real_set = clusters(found_label), clusters(real_label)
    precision = {a: len(found_set[a] & real_set[a]) / len(found_set[a]) for a in accounts}
    recall = {a: len(found_set[a] & real_set[a]) / len(real_set[a]) for a in accounts}
    operations = sorted(set(real.values()))

    def macro(figure):
        return numpy.mean([numpy.mean([figure[a] for a in accounts if real.get(a) == name]) for name in operations])

    (_, only_found), (only_real, both) = pair_confusion_matrix(
        [str(real_label[a]) for a in accounts], [str(found_label[a]) for a in accounts]
    )
    mostly = {}
    for campaign in set(found.values()):
        counts = {}
        for account, name in found.items():
            if name == campaign and account in real:
                counts[real[account]] = counts.get(real[account], 0) + 1
        mostly[campaign] = min(counts, key=lambda name: (-counts[name], name.encode())) if counts else None
    accused = sorted(found, key=lambda a: (stated[a], a.encode()))
    came_true = [int(a in real and real[a] == mostly[found[a]]) for a in accused]
    bins = [part for part in numpy.array_split(numpy.arange(len(accused)), min(10, len(accused)))]
    ece = sum(
        abs(sum(stated[accused[i]] for i in part) - sum(came_true[i] for i in part)) for part in bins
    ) / len(accused)
    print(
        json.dumps(
            {
                "bcubed": rates(float(numpy.mean(list(precision.values()))), float(numpy.mean(list(recall.values())))),
                "bcubed_macro": rates(float(macro(precision)), float(macro(recall))),
                "pairwise": rates(float(both / (both + only_found)), float(both / (both + only_real))),
                "ece": float(ece),
                "brier": float(brier_score_loss(came_true, [stated[a] for a in accused])),
            }
        )
    )


main(*sys.argv[1:])
