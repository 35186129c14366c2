"""Leiden as igraph has it, on accounts and values, each tie weighted by how rare its value is."""

import random

import igraph
import numpy

# Resolutions of modularity; the best is taken in hindsight, which flatters it.
RESOLUTIONS = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
PROJECTED_RESOLUTIONS = (1.0, 4.0, 16.0)
PROJECTED_MOST = 50


def clusterings(graph):
    weights = numpy.log2(graph.accounts / graph.holders[graph.value])
    bipartite = igraph.Graph(
        n=graph.accounts + graph.values, edges=numpy.column_stack([graph.account, graph.accounts + graph.value])
    )
    for resolution in RESOLUTIONS:
        yield f"two-sided, resolution {resolution:g}", found(bipartite, weights, resolution)[: graph.accounts]
    projected, weights = projection(graph)
    if projected is not None:
        for resolution in PROJECTED_RESOLUTIONS:
            yield f"projected, resolution {resolution:g}", found(projected, weights, resolution)


def found(graph, weights, resolution):
    igraph.set_random_number_generator(random.Random(1))
    parts = graph.community_leiden(
        objective_function="modularity", weights=list(weights), resolution=resolution, n_iterations=10
    )
    return numpy.array(parts.membership)


def projection(graph):
    """Accounts tied to accounts by the values of at most 50 holders, rarity weights summed."""
    keep = graph.holders[graph.value] <= PROJECTED_MOST
    order = numpy.argsort(graph.value[keep], kind="stable")
    values, accounts = graph.value[keep][order], graph.account[keep][order]
    starts = numpy.flatnonzero(numpy.diff(values, prepend=-1))
    left, right, weight = [], [], []
    for start, end in zip(starts, numpy.append(starts[1:], len(values))):
        members = accounts[start:end]
        a, b = numpy.triu_indices(len(members), 1)
        left.append(members[a])
        right.append(members[b])
        weight.append(numpy.full(len(a), numpy.log2(graph.accounts / len(members)) / (len(members) - 1)))
    if not left:
        return None, None
    pairs = numpy.concatenate(left) * graph.accounts + numpy.concatenate(right)
    pairs, place = numpy.unique(pairs, return_inverse=True)
    weights = numpy.bincount(place, numpy.concatenate(weight))
    edges = numpy.column_stack([pairs // graph.accounts, pairs % graph.accounts])
    return igraph.Graph(n=graph.accounts, edges=edges), weights
