"""Reads an evidence folder into DuckDB: what the alternatives work on.

The readers take what the evidence format allows of tables (CSV or JSON Lines, in parts, plain, .gz or .zst), without
its rulings on broken rows: a row that DuckDB cannot read is left out.
"""

import re
from pathlib import Path

import duckdb

TABLES = ("accounts", "payments", "attributes", "exchanges", "samples")
NAME = re.compile(r"^(\w+?)(-.*)?\.(csv|jsonl)(\.gz|\.zst)?$")


def connect(threads=2):
    connection = duckdb.connect(":memory:", config={"threads": threads})
    connection.execute("SET preserve_insertion_order = false")
    return connection


def files(folder, table):
    """Paths of a table's parts by format, in name order."""
    found = {"csv": [], "jsonl": []}
    for path in sorted(Path(folder).iterdir()):
        match = NAME.match(path.name)
        if match and match[1] == table:
            found[match[3]].append(str(path))
    return found


def load(connection, folder, table):
    """Makes a view of the table, all columns text; False where the folder has none."""
    parts = files(folder, table)
    sources = []
    if parts["csv"]:
        sources.append(
            "SELECT * FROM read_csv($csv, header=true, all_varchar=true, union_by_name=true, delim=',', quote='\"',"
            " escape='\"', ignore_errors=true, max_line_size=16777216)".replace("$csv", texts(parts["csv"]))
        )
    if parts["jsonl"]:
        sources.append(
            "SELECT * FROM read_json($json, format='newline_delimited', union_by_name=true, ignore_errors=true,"
            " maximum_object_size=16777216)".replace("$json", texts(parts["jsonl"]))
        )
    if not sources:
        return False
    connection.execute(f"CREATE OR REPLACE VIEW {table} AS " + " UNION ALL BY NAME ".join(sources))
    return True


def texts(paths):
    return "[" + ", ".join("'" + path.replace("'", "''") + "'" for path in paths) + "]"


def columns(connection, table):
    return [row[0] for row in connection.execute(f"DESCRIBE {table}").fetchall()]


NET = "CASE WHEN contains(ip, ':') THEN array_to_string(string_split(ip, ':')[1:4], ':') ELSE regexp_extract(ip, '^\\d+\\.\\d+\\.\\d+') END"
# What an exchange names beside the account, and the kind of value it is.
EXCHANGE_KINDS = {"ip": ("ip", "ip"), "net": ("ip", NET), "prompt_key": ("prompt_key", "prompt_key"), "client": ("client", "client")}
ACCOUNT_KINDS = ("email_hash", "email_domain", "org_name")


def incidences(connection, folder):
    """Makes `holding(account, kind, value, uses)`, each once, and `account(account)`, of all tables of the folder."""
    present = {table for table in TABLES if load(connection, folder, table)}
    parts, accounts = [], []
    for table in sorted(present):
        accounts.append(f"SELECT account_id AS account FROM {table}")
    if "payments" in present:
        parts.append("SELECT account_id, 'payment', fingerprint, count(*) FROM payments GROUP BY ALL")
    if "attributes" in present:
        parts.append("SELECT account_id, kind, value, count(*) FROM attributes GROUP BY ALL")
    if "accounts" in present:
        for name in ACCOUNT_KINDS:
            if name in columns(connection, "accounts"):
                parts.append(f"SELECT account_id, '{name}', {name}, 1 FROM accounts")
    if "exchanges" in present:
        parts += exchange_parts(connection)
    if "samples" in present and "metadata" in columns(connection, "samples"):
        parts.append(
            "SELECT account_id, 'metadata_' || key, json_extract_string(m, '$.\"' || key || '\"'), count(*) FROM"
            " (SELECT account_id, to_json(metadata) AS m, unnest(json_keys(to_json(metadata))) AS key FROM samples"
            "  WHERE metadata IS NOT NULL) GROUP BY ALL"
        )
    connection.execute("CREATE TABLE account AS SELECT DISTINCT account FROM (" + " UNION ALL ".join(accounts) + ")")
    connection.execute("CREATE TABLE holding (account VARCHAR, kind VARCHAR, value VARCHAR, uses BIGINT)")
    for part in parts:
        connection.execute(f"INSERT INTO holding SELECT * FROM ({part}) AS part(a, k, v, n) WHERE v IS NOT NULL AND v <> ''")
    connection.execute(
        "CREATE OR REPLACE TABLE holding AS SELECT account, kind, value, sum(uses) AS uses FROM holding GROUP BY ALL"
    )


def exchange_parts(connection):
    """One scan of the exchanges, folded by everything that is counted, then one part for each kind."""
    have = columns(connection, "exchanges")
    attributes = [name for name in have if name.startswith("attr:")]
    kept = [name for name in ("ip", "prompt_key", "client") if name in have] + [f'"{name}"' for name in attributes]
    if not kept:
        return []
    connection.execute(
        f"CREATE TABLE folded AS SELECT account_id, {', '.join(kept)}, count(*) AS n FROM exchanges GROUP BY ALL"
    )
    parts = [
        f"SELECT account_id, '{kind}', {value}, sum(n) FROM folded GROUP BY ALL"
        for kind, (source, value) in EXCHANGE_KINDS.items()
        if source in have
    ]
    return parts + [
        f"SELECT account_id, '{name[5:]}', \"{name}\", sum(n) FROM folded GROUP BY ALL" for name in attributes
    ]
