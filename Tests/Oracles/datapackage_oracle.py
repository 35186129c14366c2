"""Validates an exported folder with frictionless and reads every table back with Python's csv and json.

usage: datapackage_oracle.py FOLDER      prints one JSON object: {"valid", "errors", "tables": {name: rows}}
"""

import csv
import json
import os
import sys

from frictionless import Package, system

csv.field_size_limit(1 << 24)


def table(folder, resource):
    path = os.path.join(folder, resource["path"])
    if resource["format"] == "jsonl":
        with open(path, encoding="utf-8") as file:
            return [json.loads(line) for line in file]
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main(folder):
    descriptor = os.path.join(folder, "datapackage.json")
    with system.use_context(trusted=True):
        report = Package(descriptor).validate()
    with open(descriptor, encoding="utf-8") as file:
        resources = json.load(file)["resources"]
    print(
        json.dumps(
            {
                "valid": report.valid,
                "errors": [str(row) for row in report.flatten(["type", "title", "message"])][:10],
                "tables": {resource["name"]: table(folder, resource) for resource in resources},
            }
        )
    )


main(*sys.argv[1:])
