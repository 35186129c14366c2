"""Keys while the program itself imports evidence or analyses the case."""

import time

from figures import of_walk
from paint import Ended, rest
from session import Taken, opened, walked
from walk import Walk

# The walk ends with the job, or when so many keys were typed.
MOST_KEYS = 2000


def during(command, columns, rows, until, start, words, seed, evidence=None):
    """Starts a job by its key, walks until one of `words` says that it is over."""
    terminal, _ = opened(command, columns, rows, until)
    taken, ending = Taken(), Ending(terminal, words)
    try:
        rest(terminal)
        began = time.perf_counter()
        terminal.send(start)
        if evidence is not None:
            rest(terminal, 0.1, 1.0)
            terminal.send(evidence.encode() + b"\r")
        walked(terminal, Walk(seed, tags=False).take(MOST_KEYS), taken, ending.is_seen)
    except Ended:
        raise SystemExit(f"feel: the program ended during the job that {start!r} starts")
    finally:
        terminal.close()
    seconds = ending.at - began if ending.at else None
    return {"job_seconds": round(seconds, 1) if seconds else f"not done after {MOST_KEYS} keys"} | of_walk(taken)


class Ending:
    """Looks through what the terminal reads for words that say the job is over."""

    def __init__(self, terminal, words):
        self.words, self.at, self._tail = [word.encode() for word in words], None, b""
        read = terminal.read

        def reading(seconds):
            at, piece = read(seconds)
            self._look(at, piece)
            return at, piece

        terminal.read = reading

    def _look(self, at, piece):
        seen = self._tail + piece
        if self.at is None and any(word in seen for word in self.words):
            self.at = at
        self._tail = seen[-64:]

    def is_seen(self):
        return self.at is not None
