"""What a key brings: when the first byte comes, when its paint ends, when all is still again."""

import time
from dataclasses import dataclass

from terminal import Ended

# A paint ends when the program is silent so long; what comes after is news from work done beside the keyboard.
QUIET_SECONDS = 0.004
# After so much silence everything that the key set off is thought to be on the screen.
REST_SECONDS = 0.12
# A key that was taken and brought no byte in this time brought nothing; what comes then is an answer to an earlier key.
# Longer than the program waits for what may follow an Esc.
TAKEN_SECONDS = 0.03
# A key without a byte in this time brought nothing.
PATIENCE_SECONDS = 0.4


@dataclass
class Paint:
    """Times in seconds from just before the key was sent; None where nothing came."""

    first: float | None = None
    end: float | None = None
    settled: float | None = None
    # Whether what came was no paint of the key: it had been taken long before.
    is_late_answer: bool = False
    paint_bytes: int = 0
    all_bytes: int = 0


def watch(terminal, sent, until=None):
    """Everything that comes after a key, until all is still, or until a moment."""
    paint, is_open, last = Paint(), True, None
    while True:
        now = time.perf_counter()
        if until is not None and now >= until:
            return paint
        wait = sent + PATIENCE_SECONDS - now if last is None else last + REST_SECONDS - now
        if last is None and not paint.is_late_answer:
            if now - sent >= TAKEN_SECONDS:
                paint.is_late_answer = terminal.has_taken_key()
            wait = min(wait, TAKEN_SECONDS if now - sent >= TAKEN_SECONDS else sent + TAKEN_SECONDS - now)
        if is_open and last is not None:
            wait = min(wait, last + QUIET_SECONDS - now)
        if until is not None:
            wait = min(wait, until - now)
        at, piece = terminal.read(wait)
        if not piece:
            if last is not None and at - last >= QUIET_SECONDS:
                is_open = False
            if at - (sent + PATIENCE_SECONDS - REST_SECONDS if last is None else last) >= REST_SECONDS:
                return paint
            if until is not None and at >= until:
                return paint
            continue
        last = at
        if paint.first is None:
            paint.first = at - sent
        if is_open:
            paint.end = at - sent
            paint.paint_bytes += len(piece)
        paint.settled = at - sent
        paint.all_bytes += len(piece)


def rest(terminal, seconds=0.3, limit=30.0):
    """Reads until the program has been silent so long; all that came."""
    seen, deadline = b"", time.perf_counter() + limit
    while time.perf_counter() < deadline:
        _, piece = terminal.read(seconds)
        if not piece:
            break
        seen += piece
    return seen


def await_text(terminal, text, limit=120.0):
    """When a piece has brought this text, and all that was seen; raises TimeoutError."""
    seen, deadline = b"", time.perf_counter() + limit
    while time.perf_counter() < deadline:
        at, piece = terminal.read(min(1.0, deadline - time.perf_counter()))
        seen += piece
        if text in seen:
            return at, seen
    raise TimeoutError(f"{limit:.0f} s went by without {text!r}")


__all__ = ["Ended", "Paint", "await_text", "rest", "watch"]
