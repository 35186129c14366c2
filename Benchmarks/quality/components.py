"""Connected components over shared artifacts: two accounts that hold a value few others hold are the same operation."""

import numpy
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

# A value counts when this many accounts hold it at most.
CAPS = (5, 10, 20, 50)


def clusterings(graph):
    """Yields a name and a cluster number for each account, -1 for none."""
    for cap in CAPS:
        keep = graph.holders[graph.value] <= cap
        size = graph.accounts + graph.values
        matrix = coo_matrix(
            (numpy.ones(keep.sum(), bool), (graph.account[keep], graph.accounts + graph.value[keep])), shape=(size, size)
        )
        _, labels = connected_components(matrix, directed=False)
        yield f"values held by 2 to {cap}", labels[: graph.accounts]
