"""Cursor keys in a burst over a slow line: how far the screen is behind the keys."""

import sys
import time
from pathlib import Path

from screen import Screen
from terminal import Ended, Terminal
from walk import DOWN, HOME, REPEAT_SECONDS

SLOW_LINE = str(Path(__file__).resolve().parent / "slow_line.py")
# Longer than anything that pauses on its own: the preview comes after a rest, the line has to be asked whether it is free.
STILL_SECONDS = 1.5
# No line is so slow that a screen takes longer.
LIMIT_SECONDS = 120.0


class SlowDesk:
    """A terminal behind a slow line, with its screen."""

    def __init__(self, command, columns, rows, baud):
        line = [sys.executable, SLOW_LINE, "--baud", str(baud), "--", *command]
        self.terminal = Terminal(line, columns, rows)
        self.screen = Screen(columns, rows)

    def read(self, seconds):
        at, piece = self.terminal.read(seconds)
        self.screen.feed(piece)
        return at, piece

    def until_shown(self, text, row=None):
        """When the text stands on the screen, or in that row of it."""
        deadline = time.perf_counter() + LIMIT_SECONDS
        at = time.perf_counter()
        while text not in (self.screen.text() if row is None else "".join(self.screen.cells[row])):
            if time.perf_counter() > deadline:
                raise SystemExit(f"feel: {LIMIT_SECONDS:.0f} s went by without {text!r} on\n{self.screen.text()}")
            at, _ = self.read(0.5)
        return at

    def until_still(self):
        """When the last byte came before a long silence."""
        last = time.perf_counter()
        while True:
            at, piece = self.read(STILL_SECONDS)
            if not piece:
                return last
            last = at

    def burst(self, key, count, text, interval):
        """Sends a key so many times; how long after the last the screen is where the keys are."""
        before = self.terminal.received
        for _ in range(count):
            sent = self.terminal.send(key)
            while (left := sent + interval - time.perf_counter()) > 0:
                self.read(left)
        shown = self.until_shown(text)
        still = self.until_still()
        return {
            "row_shown_ms": round((shown - sent) * 1000),
            "still_ms": round((still - sent) * 1000),
            "bytes": self.terminal.received - before,
        }


def over_slow_line(command, columns, rows, until, baud, keys=50):
    """Keys held and keys all at once in the list of accounts, then a key that brings another screen."""
    desk = SlowDesk(command, columns, rows, baud)
    try:
        first = desk.until_shown(until) - desk.terminal.began
        desk.until_still()
        desk.terminal.send(b"3")
        desk.until_shown(" 1 of ")
        desk.until_still()
        held = desk.burst(DOWN, keys, f" {keys + 1} of ", REPEAT_SECONDS)
        desk.burst(HOME, 1, " 1 of ", 0)
        at_once = desk.burst(DOWN, keys, f" {keys + 1} of ", 0)
        sent = desk.terminal.send(b"?")
        help_shown = desk.until_shown("Help", row=0) - sent
    except Ended:
        raise SystemExit("feel: the program ended on the slow line")
    finally:
        desk.terminal.close()
    return {
        "baud": baud,
        "first_screen_ms": round(first * 1000),
        "keys": keys,
        "held": held,
        "at_once": at_once,
        "help_ms": round(help_shown * 1000),
    }
