"""Figures of many paints: percentiles of times, means of bytes."""


def percentile(values, share):
    """Nearest rank: the smallest value that at least this share (in per cent) of the values does not exceed."""
    ranked = sorted(values)
    return ranked[max(0, -(-len(ranked) * share // 100) - 1)]


def milliseconds(values):
    """p50, p95, p99 and the greatest, of seconds."""
    values = [value * 1000 for value in values if value is not None]
    if not values:
        return None
    figures = {f"p{share}": round(percentile(values, share), 2) for share in (50, 95, 99)}
    return figures | {"max": round(max(values), 2)}


def of_paints(paints):
    """First byte, end of the paint, and stillness, in ms; bytes of the paint, and of all until stillness."""
    return {
        "keys": len(paints),
        "first_byte_ms": milliseconds([paint.first for paint in paints]),
        "paint_ms": milliseconds([paint.end for paint in paints]),
        "settled_ms": milliseconds([paint.settled for paint in paints]),
        "paint_bytes": round(sum(paint.paint_bytes for paint in paints) / max(1, len(paints))),
        "all_bytes": round(sum(paint.all_bytes for paint in paints) / max(1, len(paints))),
        "most_bytes": max((paint.all_bytes for paint in paints), default=0),
    }


def of_walk(taken):
    """Everything about a walk: in all, by kind of key, by screen, and the slowest keys."""
    by_kind, by_screen = {}, {}
    for step, paint in taken.paints:
        by_kind.setdefault(step.kind, []).append(paint)
        by_screen.setdefault(step.screen, []).append(paint)
    slowest = sorted(taken.paints, key=lambda pair: -pair[1].end)[:10]
    return {
        "all": of_paints([paint for _, paint in taken.paints]),
        "silent": len(taken.silent),
        "late": taken.late,
        "missed": [f"{step.screen}: {step.kind} {step.keys!r}" for step in taken.missed],
        "peak_mb": round(taken.peak_bytes / 1e6, 1),
        "by_kind": {kind: of_paints(paints) for kind, paints in sorted(by_kind.items())},
        "by_screen": {screen: of_paints(paints) for screen, paints in sorted(by_screen.items())},
        "slowest": [
            {"screen": step.screen, "kind": step.kind, "keys": repr(step.keys), "paint_ms": round(paint.end * 1000, 2)}
            for step, paint in slowest
        ],
    }
