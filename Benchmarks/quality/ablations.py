"""What is left when a family of evidence, a table, or a column of accounts is missing."""

import csv
import os
import shutil

import duckdb

import ours
from evidence import NAME, columns, connect, files, load

FAMILIES = ("means", "infrastructure", "client", "language", "time", "identity")
REQUIRED = ("account_id", "created_at")
# Without accounts there is no case to speak of.
KEPT = ("accounts",)


def measured(bench, world):
    """Pairs of what was removed and its score, whole first."""
    world.key()
    world.prepare()
    choices = [("nothing", ())] + [(f"family {name}", ("--without", name)) for name in FAMILIES]
    found = list(ours.with_each(bench, world, choices).items())
    for table in tables(world):
        found.append((f"table {table}", ours.figures(bench, world, (), lambda w: without_table(bench, w, table), f"table {table}")))
    for column in account_columns(world):
        make = lambda w: without_columns(bench, w, [column])
        found.append((f"accounts.{column}", ours.figures(bench, world, (), make, f"column {column}")))
    shutil.rmtree(bench.scratch / "reduced", ignore_errors=True)
    return found


def tables(world):
    names = {match[1] for match in (NAME.match(path.name) for path in world.folder.iterdir()) if match}
    known = ("payments", "attributes", "ip_ranges", "exchanges", "samples", "events", "terms")
    return [name for name in known if name in names] + (["profiles"] if (world.folder / "profiles").is_dir() else [])


def account_columns(world):
    connection = connect()
    load(connection, world.folder, "accounts")
    return [name for name in columns(connection, "accounts") if name not in REQUIRED]


def reduced(bench, world, leave_out):
    """A folder of links to the world's files but those that `leave_out` names."""
    folder = bench.scratch / "reduced" / world.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in world.folder.iterdir():
        if leave_out(path.name):
            continue
        if path.is_dir():
            shutil.copytree(path, folder / path.name)
        else:
            os.link(path, folder / path.name) if same_disk(path, folder) else shutil.copyfile(path, folder / path.name)
    return folder


def same_disk(path, folder):
    return path.stat().st_dev == folder.stat().st_dev and os.access(path, os.W_OK)


def without_table(bench, world, table):
    def named(name):
        match = NAME.match(name)
        return name == table or bool(match and match[1] == table)

    return reduced(bench, world, named)


def without_columns(bench, world, left_out):
    parts = {os.path.basename(path) for paths in files(world.folder, "accounts").values() for path in paths}
    folder = reduced(bench, world, lambda name: name in parts)
    connection = duckdb.connect(":memory:")
    load(connection, world.folder, "accounts")
    kept = [name for name in columns(connection, "accounts") if name not in left_out]
    quoted = ", ".join('"' + name.replace('"', '""') + '"' for name in kept)
    with open(folder / "accounts.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(kept)
        writer.writerows(connection.execute(f"SELECT {quoted} FROM accounts").fetchall())
    return folder
