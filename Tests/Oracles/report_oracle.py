"""Checks case reports and graphs with programs that nobody here wrote.

usage: report_oracle.py schema SCHEMA REPORT    check-jsonschema over a report and the schema itself
       report_oracle.py graph FILE              networkx reads the graph; prints what it counts

Prints one JSON object.
"""

import collections
import json
import subprocess
import sys

import networkx


def check(*arguments):
    run = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *arguments], capture_output=True, text=True
    )
    return {"ok": run.returncode == 0, "text": run.stdout + run.stderr}


def schema(schema_file, report):
    both = [check("--check-metaschema", schema_file), check("--schemafile", schema_file, report)]
    return {"valid": all(one["ok"] for one in both), "text": "".join(one["text"] for one in both)}


def graph(file):
    read = networkx.read_graphml(file)
    nodes = [data for _, data in read.nodes(data=True)]
    sides = {name: data["type"] for name, data in read.nodes(data=True)}
    return {
        "accounts": sum(data["type"] == "account" for data in nodes),
        "artifacts": sum(data["type"] == "artifact" for data in nodes),
        "edges": read.number_of_edges(),
        "bipartite": all(sides[a] != sides[b] for a, b in read.edges()),
        "bits": sum(data["bits"] for _, _, data in read.edges(data=True)),
        "families": dict(sorted(collections.Counter(d["family"] for _, _, d in read.edges(data=True)).items())),
        "names": sorted(data["name"] for data in nodes if data["type"] == "account"),
        "outside": [data["outside"] for data in nodes if data["type"] == "artifact"],
        "synthetic": read.graph.get("synthetic"),
    }


print(json.dumps({"schema": schema, "graph": graph}[sys.argv[1]](*sys.argv[2:])))
