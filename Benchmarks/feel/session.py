"""Somebody at the workbench: opens it, walks over its screens, notes what every key brought."""

import time
from dataclasses import dataclass, field

from paint import Paint, await_text, rest, watch
from terminal import Ended, Terminal
from walk import REPEAT_SECONDS, Step

REDRAW = b"\x0c"


@dataclass
class Taken:
    """What came of a walk."""

    first_screen: float = 0.0
    paints: list[tuple[Step, Paint]] = field(default_factory=list)
    # Keys without a byte, though a redraw right after them came: nothing had changed.
    silent: list[Step] = field(default_factory=list)
    # Of those how many saw the answer to an earlier key come in.
    late: int = 0
    # Keys without a byte, after which a redraw did not come in a second either.
    missed: list[Step] = field(default_factory=list)
    peak_bytes: int = 0


def opened(command, columns, rows, until, environment=None):
    """The program with its first screen whole, and how long that took."""
    terminal = Terminal(command, columns, rows, environment)
    try:
        at, _ = await_text(terminal, until)
    except (Ended, TimeoutError) as reason:
        terminal.close()
        raise SystemExit(f"feel: no first screen of {' '.join(command)}: {reason or 'it ended'}")
    return terminal, at - terminal.began


def first_screens(command, columns, rows, until, rounds):
    times = []
    for _ in range(rounds):
        terminal, seconds = opened(command, columns, rows, until)
        rest(terminal)
        terminal.close()
        times.append(seconds)
    return times


def walked(terminal, steps, taken, is_over=lambda: False):
    """Types the steps one after the other; ends early when `is_over` says so."""
    for step in steps:
        if is_over():
            break
        sent = terminal.send(step.keys)
        paint = watch(terminal, sent, until=sent + REPEAT_SECONDS if step.is_held else None)
        if paint.is_late_answer:
            taken.silent.append(step)
            taken.late += paint.first is not None
        elif paint.first is not None:
            taken.paints.append((step, paint))
        elif step.is_held or _is_alive(terminal):
            taken.silent.append(step)
        else:
            taken.missed.append(step)
    taken.peak_bytes = max(taken.peak_bytes, terminal.peak_bytes())


def _is_alive(terminal):
    terminal.send(REDRAW)
    deadline = time.perf_counter() + 1.0
    while time.perf_counter() < deadline:
        if terminal.read(deadline - time.perf_counter())[1]:
            rest(terminal, 0.05)
            return True
    return False


def walk(command, columns, rows, until, steps):
    """A whole session from the first screen to the last step."""
    taken = Taken()
    terminal, taken.first_screen = opened(command, columns, rows, until)
    try:
        rest(terminal)
        walked(terminal, steps, taken)
    except Ended:
        raise SystemExit(f"feel: the program ended after {len(taken.paints)} keys")
    finally:
        terminal.close()
    return taken
