"""VisiData and lnav opening the same exchanges as CSV and moving in them."""

import shutil
import time
from pathlib import Path

from figures import milliseconds
from paint import rest, watch
from terminal import Ended, Terminal
from walk import DOWN, PAGE_DOWN

# A program that uses less of a core than this has loaded what it loads.
IDLE_SHARE = 0.05
LOAD_LIMIT_SECONDS = 600.0
KEYS = 100


def known(environment_folder):
    """The peers by name, with the command that opens a file; None where one is not installed."""
    inside = Path(environment_folder) / "bin/vd"
    visidata = str(inside) if inside.exists() else shutil.which("vd")
    lnav = shutil.which("lnav")
    return {
        "VisiData": visidata and [visidata],
        "lnav": lnav and [lnav, "-q"],
    }


def measure(command, path, columns, rows):
    """First screen with rows, time and memory until all is loaded, and cursor keys after that."""
    terminal = Terminal([*command, path], columns, rows)
    try:
        first = _rows_shown(terminal, _beginning_of_a_row(path))
        loaded = _loaded(terminal)
        rest(terminal, 0.5, 10.0)
        paints = []
        for number in range(KEYS):
            sent = terminal.send(PAGE_DOWN if number % 10 == 9 else DOWN)
            paints.append(watch(terminal, sent))
        return {
            "first_screen_s": round(first, 2),
            "loaded_s": loaded and round(loaded, 1),
            "peak_mb": round(terminal.peak_bytes() / 1e6),
            "keys": KEYS,
            "silent": sum(paint.first is None for paint in paints),
            "paint_ms": milliseconds([paint.end for paint in paints]),
            "paint_bytes": round(sum(paint.paint_bytes for paint in paints) / KEYS),
        }
    except Ended:
        return {"failed": "it ended"}
    finally:
        terminal.close()


def _beginning_of_a_row(path):
    """What every row of the file begins with and its headings do not: an account's id without its number."""
    with open(path, "rb") as file:
        file.readline()
        return file.readline()[:5]


def _rows_shown(terminal, beginning):
    seen, deadline = b"", time.perf_counter() + LOAD_LIMIT_SECONDS
    while time.perf_counter() < deadline:
        at, piece = terminal.read(0.5)
        seen = (seen + piece)[-(1 << 17) :]
        if beginning in seen:
            return at - terminal.began
    raise Ended


def _loaded(terminal):
    """Until the program is idle for two seconds; None where that takes too long."""
    idle, before, at = 0.0, _cpu_seconds(terminal.child), time.perf_counter()
    while idle < 2.0:
        deadline = at + 0.5
        while (left := deadline - time.perf_counter()) > 0:
            terminal.read(left)
        now, spent = time.perf_counter(), _cpu_seconds(terminal.child)
        idle = idle + now - at if spent - before < IDLE_SHARE * (now - at) else 0.0
        before, at = spent, now
        if now - terminal.began > LOAD_LIMIT_SECONDS:
            return None
    return at - idle - terminal.began


def _cpu_seconds(process):
    with open(f"/proc/{process}/stat") as status:
        words = status.read().rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / 100
