"""Splink: record linkage after Fellegi and Sunter, trained by EM, with term frequencies, then clusters.

One record an account: of every kind of value the one the account used most. A pair of accounts is compared when it
shares one of them; values that very many hold are left out of the blocking, as a person would have to.
"""

import logging

import numpy
import splink.comparison_library as comparison
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from evidence import connect, incidences

THRESHOLDS = (0.01, 0.02, 0.03, 0.05, 0.1, 0.3, 0.5, 0.9)
# Kinds are taken in the order of how many accounts share a value of theirs, so many at most.
MOST_COLUMNS = 10
# Pairs that blocking on one column may make.
MOST_PAIRS = 1_000_000


def clusterings(folder):
    """Yields the account ids first, then names with cluster numbers."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    connection = connect()
    incidences(connection, folder)
    names = [row[0] for row in connection.execute("SELECT account FROM account ORDER BY account").fetchall()]
    yield names, None
    columns = records(connection)
    if not columns:
        return
    linker = trained(connection, columns)
    predictions = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    place = {name: number for number, name in enumerate(names)}
    for threshold in THRESHOLDS:
        table = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold)
        rows = connection.execute(f"SELECT unique_id, cluster_id FROM {table.physical_name}").fetchall()
        labels = numpy.full(len(names), -1)
        for account, cluster in rows:
            labels[place[account]] = place[cluster]
        yield f"probability {threshold:g}", labels


def records(connection):
    """Makes `record(unique_id, KIND…)` and gives its kinds: those that somebody shares with somebody, widest first."""
    kinds = connection.execute(
        "SELECT kind FROM (SELECT kind, value, count(*) AS n FROM holding GROUP BY ALL)"
        " WHERE n > 1 AND n <= (SELECT 0.05 * count(*) FROM account) GROUP BY kind"
        " HAVING count(*) > 10 ORDER BY sum(n) DESC, kind LIMIT ?",
        [MOST_COLUMNS],
    ).fetchall()
    chosen = [row[0] for row in kinds]
    picks = ", ".join(
        f"arg_max(value, (uses, value)) FILTER (kind = '{kind.replace(chr(39), chr(39) * 2)}') AS k{number}"
        for number, kind in enumerate(chosen)
    )
    if chosen:
        connection.execute(f"CREATE TABLE record AS SELECT account AS unique_id, {picks} FROM holding GROUP BY account ORDER BY account")
    return [f"k{number}" for number in range(len(chosen))]


def trained(connection, columns):
    blocking = []
    for column in columns:
        most = largest_block(connection, column)
        connection.execute(
            f"ALTER TABLE record ADD COLUMN block_{column} VARCHAR; UPDATE record SET block_{column} = {column}"
            f" WHERE {column} IN (SELECT {column} FROM record GROUP BY {column} HAVING count(*) BETWEEN 2 AND {most})"
        )
        blocking.append(block_on(f"block_{column}"))
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[comparison.ExactMatch(column).configure(term_frequency_adjustments=True) for column in columns],
        blocking_rules_to_generate_predictions=blocking,
        retain_matching_columns=False,
    )
    database = DuckDBAPI(connection)
    linker = Linker(database.register("record"), settings, log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for column in columns:
        try:
            linker.training.estimate_parameters_using_expectation_maximisation(block_on(f"block_{column}"), max_pairs=2e5)
        except Exception as error:  # a column whose blocks hold no pair cannot train
            print(f"linkage: {column} does not train: {type(error).__name__}")
    return linker


def largest_block(connection, column):
    """Most holders of a value such that all smaller blocks together make at most MOST_PAIRS pairs."""
    rows = connection.execute(
        f"SELECT n, sum(n * (n - 1) / 2) FROM (SELECT count(*) AS n FROM record WHERE {column} IS NOT NULL GROUP BY {column})"
        " WHERE n > 1 GROUP BY n ORDER BY n"
    ).fetchall()
    most, pairs = 2, 0
    for size, made in rows:
        pairs += made
        if pairs > MOST_PAIRS:
            break
        most = size
    return most
