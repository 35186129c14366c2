#!/usr/bin/env python3
"""A slow line: runs a program in a pseudo-terminal of its own and lets its output through at so many bits a second.

usage: slow_line.py [--baud N] -- PROGRAM ARGUMENT...

Ten bits make a byte, as on a serial line. Between the program and this relay lies what the kernel holds for a
pseudo-terminal (some kilobytes): just what a program meets that writes into a network connection. Keys go the other
way at the same speed. The size follows the outer terminal; the exit status is the program's.
"""

import argparse
import fcntl
import os
import pty
import select
import signal
import sys
import termios
import time
import tty

# Pieces small enough that bytes come out evenly.
TICK_SECONDS = 0.01


def follow_size(master):
    try:
        fcntl.ioctl(master, termios.TIOCSWINSZ, fcntl.ioctl(0, termios.TIOCGWINSZ, bytes(8)))
    except OSError:
        pass


class Lane:
    """Bytes in one direction, no faster than the line."""

    def __init__(self, source, sink, rate):
        self.source, self.sink, self.rate = source, sink, rate
        self.credit, self.last = 0.0, time.monotonic()

    def earn(self):
        now = time.monotonic()
        # What was not used is lost: a line cannot save up time.
        self.credit = min(self.credit + (now - self.last) * self.rate, max(1.0, self.rate * TICK_SECONDS * 2))
        self.last = now
        return self.credit >= 1

    def carry(self):
        """Carries what the line can now; False at the end of input."""
        try:
            piece = os.read(self.source, int(self.credit))
        except OSError:
            return False
        if not piece:
            return False
        self.credit -= len(piece)
        while piece:
            piece = piece[os.write(self.sink, piece) :]
        return True


def relay(master, rate):
    lanes = {master: Lane(master, 1, rate), 0: Lane(0, master, rate)}
    while True:
        ready = [source for source, lane in lanes.items() if lane.earn()]
        readable = select.select(ready, [], [], TICK_SECONDS)[0] if ready else time.sleep(TICK_SECONDS) or []
        for source in readable:
            if not lanes[source].carry():
                if source == master:
                    return
                del lanes[source]
        if readable:
            time.sleep(TICK_SECONDS)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--baud", type=int, default=9600)
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    size = fcntl.ioctl(0, termios.TIOCGWINSZ, bytes(8)) if os.isatty(0) else None
    child, master = pty.fork()
    if child == 0:
        if size is not None:
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
        os.execvp(options.command[0], options.command)
    signal.signal(signal.SIGWINCH, lambda *_: follow_size(master))
    modes = termios.tcgetattr(0) if os.isatty(0) else None
    try:
        if modes is not None:
            tty.setraw(0)
        relay(master, options.baud / 10)
    finally:
        if modes is not None:
            termios.tcsetattr(0, termios.TCSADRAIN, modes)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    sys.exit(status if status >= 0 else 128 - status)


if __name__ == "__main__":
    main()
