"""Accounts and the values they share, numbered."""

import numpy

from evidence import connect, incidences

# Values that more than this share of the accounts hold say nothing and cost most.
MOST_HELD = 0.05


class IncidenceGraph:
    """`account[i]` holds `value[i]`; `holders[v]` accounts hold v. Values of 2 holders to 5 % of the accounts."""

    def __init__(self, folder):
        connection = connect()
        incidences(connection, folder)
        connection.execute("CREATE TABLE numbered AS SELECT account, row_number() OVER (ORDER BY account) - 1 AS a FROM account")
        self.names = [row[0] for row in connection.execute("SELECT account FROM numbered ORDER BY a").fetchall()]
        self.accounts = len(self.names)
        most = max(50, int(MOST_HELD * self.accounts))
        connection.execute(
            "CREATE TABLE shared AS SELECT kind, value, count(*) AS holders, row_number() OVER (ORDER BY kind, value) - 1 AS v"
            " FROM holding GROUP BY kind, value HAVING count(*) BETWEEN 2 AND ?",
            [most],
        )
        edges = connection.execute(
            "SELECT a, v FROM holding JOIN numbered USING (account) JOIN shared USING (kind, value) ORDER BY a, v"
        ).fetchnumpy()
        values = connection.execute("SELECT kind, holders FROM shared ORDER BY v").fetchnumpy()
        self.account, self.value = edges["a"].astype(numpy.int64), edges["v"].astype(numpy.int64)
        self.holders, self.kinds = values["holders"].astype(numpy.int64), values["kind"]
        self.values = len(self.holders)
        connection.close()
