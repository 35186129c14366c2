#!/usr/bin/env python3
"""Measures how fast a terminal program starts and answers keys, through a pseudo-terminal.

usage: keys.py [--keys N] [--columns N] [--rows N] [--until TEXT] [--type KEYS] [--limit MS] [--json] -- PROGRAM ARGUMENT...

It opens a pseudo-terminal, starts the program, waits for the first screen, then sends cursor keys one at a time
(in short runs down and up) and waits for the paint that each brings. Times are from just before the key is
written until the last byte of its paint has been read; a paint ends when the program is silent for --quiet ms,
which are not counted. First screen: from the start of the process to the last byte of the first paint, or, with --until, of the
paint that brought TEXT.
A key without a paint in one second counts as missed. Exits 1 when one was missed or p99 is above --limit.
"""

import argparse
import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

DOWN, UP = b"\x1b[B", b"\x1b[A"
APPLICATION_DOWN, APPLICATION_UP = b"\x1bOB", b"\x1bOA"
PATIENCE_SECONDS = 1.0
MOST_MISSED = 5
START_SECONDS = 10.0


def start(command, columns, rows):
    child, master = pty.fork()
    if child == 0:
        os.environ.setdefault("TERM", "xterm-256color")
        # The size has to be there before the program asks for it.
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        try:
            os.execvp(command[0], command)
        except OSError as error:
            os.write(2, f"{command[0]}: {error.strerror}\n".encode())
            os._exit(127)
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    return child, master


def paint(master, patience, quiet):
    """Time of the last byte of the next burst of output, and the burst; None where nothing came."""
    last, burst, deadline = None, b"", time.perf_counter() + patience
    while True:
        wait = quiet if last is not None else max(0.0, deadline - time.perf_counter())
        if not select.select([master], [], [], wait)[0]:
            return last, burst
        try:
            piece = os.read(master, 1 << 16)
        except OSError:
            piece = b""
        if not piece:
            raise EOFError
        last, burst = time.perf_counter(), burst + piece


def first_screen(master, text, quiet):
    """Time of the last byte of the first paint that has brought the text, and all bytes so far."""
    screen, deadline = b"", time.perf_counter() + START_SECONDS
    while True:
        last, burst = paint(master, max(0.0, deadline - time.perf_counter()), quiet)
        if last is None:
            raise SystemExit(f"keys.py: {START_SECONDS:.0f} s went by without the first screen")
        screen += burst
        if text in screen:
            return last, screen


def percentile(values, share):
    """Nearest rank: the smallest value that at least this share of the values does not exceed."""
    ranked = sorted(values)
    return ranked[max(0, -(-len(ranked) * share // 100) - 1)]


def measure(options):
    began = time.perf_counter()
    child, master = start(options.command, options.columns, options.rows)
    quiet = options.quiet / 1000
    try:
        # Longer silence than between keys: a program may draw its frame before what it has to load.
        first, screen = first_screen(master, options.until.encode(), max(quiet, 0.1))
        is_application = b"\x1b[?1h" in screen
        down, up = (APPLICATION_DOWN, APPLICATION_UP) if is_application else (DOWN, UP)
        if options.type:
            os.write(master, options.type.encode())
            # Whatever the typed keys bring has come when the program is silent for half a second.
            paint(master, PATIENCE_SECONDS, 0.5)
        times, missed, painted = [], 0, 0
        for number in range(options.keys):
            if missed == MOST_MISSED:
                raise SystemExit(f"keys.py: {missed} keys brought no paint: is there a list to move in?")
            # A short list ends soon: go down and up in runs, so that every key moves the cursor.
            key = down if number // options.run % 2 == 0 else up
            sent = time.perf_counter()
            os.write(master, key)
            last, burst = paint(master, PATIENCE_SECONDS, quiet)
            painted += len(burst)
            if last is None:
                missed += 1
            else:
                times.append((last - sent) * 1000)
    except EOFError:
        raise SystemExit("keys.py: the program ended before the measurement did")
    finally:
        os.kill(child, signal.SIGTERM)
        os.close(master)
        os.waitpid(child, 0)
    return {
        "first_screen_ms": round((first - began) * 1000, 2),
        "keys": options.keys,
        "missed": missed,
        "p50_ms": round(percentile(times, 50), 3) if times else None,
        "p99_ms": round(percentile(times, 99), 3) if times else None,
        "max_ms": round(max(times), 3) if times else None,
        "bytes_per_key": round(painted / options.keys, 1),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--run", type=int, default=5, help="keys in one direction before it turns (default 5)")
    parser.add_argument("--columns", type=int, default=120)
    parser.add_argument("--rows", type=int, default=40)
    parser.add_argument("--quiet", type=float, default=4.0, help="ms of silence that end a paint (default 4)")
    parser.add_argument("--until", metavar="TEXT", default="", help="text that makes the first screen whole")
    parser.add_argument("--type", metavar="KEYS", default="", help="keys typed once, before the measured ones")
    parser.add_argument("--limit", type=float, help="highest p99 in ms that is a success")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    result = measure(options)
    if options.json:
        print(json.dumps(result))
    else:
        print("  ".join(f"{name} {value}" for name, value in result.items()))
    is_slow = options.limit is not None and (result["p99_ms"] is None or result["p99_ms"] > options.limit)
    sys.exit(1 if result["missed"] or is_slow else 0)


if __name__ == "__main__":
    main()
