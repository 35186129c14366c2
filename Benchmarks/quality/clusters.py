"""Compares clusters with the truth, the same way for every method.

Over the fraudulent accounts; a predicted cluster keeps its innocent accounts, and they lower its precision; an account
in no cluster is one by itself. Pairs are those in which at least one account is fraudulent.
"""

from collections import Counter, defaultdict


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def compare(found, truth):
    """`found`: account to cluster; `truth`: account to operation. Micro over accounts, macro over operations."""
    sizes = Counter(found.values())
    operations = defaultdict(list)
    for account, operation in truth.items():
        operations[operation].append(account)
    if not operations:
        return None
    by_operation, pairs = [], [0.0, 0.0, 0.0]
    for operation in sorted(operations):
        accounts = operations[operation]
        size = len(accounts)
        held = Counter(found[a] for a in accounts if a in found)
        alone = size - sum(held.values())
        precision = (alone + sum(n * n / sizes[c] for c, n in held.items())) / size
        recall = (alone / size + sum(n * n / size for n in held.values())) / size
        by_operation.append((size, precision, recall))
        pairs[0] += sum(n * (n - 1) / 2 for n in held.values())
        pairs[1] += size * (size - 1) / 2
    guilty = Counter(found[a] for a in truth if a in found)
    for cluster, n in guilty.items():
        pairs[2] += n * (n - 1) / 2 + n * (sizes[cluster] - n)
    total = sum(size for size, _, _ in by_operation)
    precision = sum(size * p for size, p, _ in by_operation) / total
    recall = sum(size * r for size, _, r in by_operation) / total
    pair_precision, pair_recall = (pairs[0] / pairs[2] if pairs[2] else 1.0), (pairs[0] / pairs[1] if pairs[1] else 1.0)
    return {
        "precision": precision, "recall": recall, "f1": f1(precision, recall),
        "macro_f1": sum(f1(p, r) for _, p, r in by_operation) / len(by_operation),
        "pair_precision": pair_precision, "pair_recall": pair_recall, "pair_f1": f1(pair_precision, pair_recall),
        "clusters": len(sizes),
    }
