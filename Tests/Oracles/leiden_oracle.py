"""Asks igraph for the best modularity it finds, and for the modularity of a given partition.

Usage: leiden_oracle.py GRAPH
GRAPH: the first line has the community of each node, every other line an edge: node, node, weight.
Prints two lines: the best modularity of ten seeded Leiden runs, and the modularity of the given partition.
Needs the Python package igraph (0.11 or later).
"""

import random
import sys

import igraph


def read(path):
    with open(path, encoding="utf-8") as lines:
        membership = [int(word) for word in next(lines).split()]
        rows = [line.split() for line in lines]
    graph = igraph.Graph(n=len(membership), edges=[(int(row[0]), int(row[1])) for row in rows])
    graph.es["weight"] = [float(row[2]) for row in rows]
    return graph, membership


def best_modularity(graph):
    best = -1.0
    for seed in range(10):
        igraph.set_random_number_generator(random.Random(seed))
        found = graph.community_leiden(
            objective_function="modularity", weights="weight", n_iterations=-1
        )
        best = max(best, graph.modularity(found.membership, weights="weight"))
    return best


def main():
    graph, membership = read(sys.argv[1])
    print(repr(best_modularity(graph)))
    print(repr(graph.modularity(membership, weights="weight")))


if __name__ == "__main__":
    main()
