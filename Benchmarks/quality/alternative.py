#!/usr/bin/env python3
"""Runs one of the methods people would use on an evidence folder and writes its clusterings.

usage: alternative.py components|leiden|splink FOLDER OUT.npz

OUT.npz holds `accounts` (ids, in order), `names` (of the settings tried), `labels` (a row a setting: the cluster of
each account, -1 for none) and `seconds` (wall time from the start to that setting's answer, without the other settings).
"""

import sys
import time

import numpy


def main(method, folder, out):
    start = time.monotonic()
    if method == "splink":
        import linkage

        answers = linkage.clusterings(folder)
        accounts, _ = next(answers)
    else:
        import components
        import leiden
        from incidence_graph import IncidenceGraph

        graph = IncidenceGraph(folder)
        accounts = graph.names
        answers = {"components": components, "leiden": leiden}[method].clusterings(graph)
    shared = time.monotonic() - start
    names, labels, seconds = [], [], []
    while True:
        before = time.monotonic()
        answer = next(answers, None)
        if answer is None:
            break
        names.append(answer[0])
        labels.append(answer[1])
        seconds.append(shared + time.monotonic() - before)
    if method == "splink" and seconds:
        # The first setting pays for the training; the others rest on it.
        seconds = [seconds[0]] + [seconds[0] + each - shared for each in seconds[1:]]
    numpy.savez_compressed(
        out, accounts=numpy.array(accounts), names=numpy.array(names), labels=numpy.array(labels), seconds=numpy.array(seconds)
    )


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
