"""The measured figures as tables of Markdown."""

GOALS = {"first screen ms": 150, "p99 ms": 16, "memory MB": 200, "bytes per cursor move": 2048}
CURSOR_KINDS = ("cursor", "held cursor")


def line(*cells):
    return "| " + " | ".join("-" if cell is None else str(cell) for cell in cells) + " |"


def table(headings, rows):
    return "\n".join([line(*headings), line(*["---"] * len(headings)), *[line(*row) for row in rows]])


def _time(figures, share="p99"):
    return figures[share] if figures else None


def _row(name, figures):
    first, paint, settled = figures["first_byte_ms"], figures["paint_ms"], figures["settled_ms"]
    return (
        name, figures["keys"], _time(first, "p50"), _time(first), _time(paint, "p50"), _time(paint, "p95"), _time(paint),
        _time(paint, "max"), _time(settled), figures["paint_bytes"], figures["all_bytes"], figures["most_bytes"],
    )  # fmt: skip


HEADINGS = (
    "keys", "number", "first byte p50", "p99", "paint p50", "p95", "p99", "most", "still p99", "bytes of the paint",
    "bytes until still", "most bytes",
)  # fmt: skip


def of_walk(title, walk):
    rows = [_row("**all**", walk["all"])]
    rows += [_row(kind, figures) for kind, figures in walk["by_kind"].items()]
    rows += [_row(f"on {screen}", figures) for screen, figures in walk["by_screen"].items()]
    parts = [f"### {title}", "", table(HEADINGS, rows), ""]
    parts.append(
        f"Times in ms. {len(walk['missed'])} keys missed, {walk['silent']} changed nothing ({walk['late']} of them while an answer to an earlier key came in). Peak memory {walk['peak_mb']} MB."
    )
    parts += [f"- missed: {key}" for key in walk["missed"]]
    parts.append("Slowest: " + ", ".join(f"{key['screen']} {key['kind']} {key['keys']} {key['paint_ms']} ms" for key in walk["slowest"][:5]))
    return "\n".join(parts)


def of_goals(results):
    rows = []
    for walk in results.get("walks", []):
        size = f"{walk['columns']}x{walk['rows']}"
        first = walk["first_screen_ms"]
        rows.append((f"first screen at {size}, median (best) of {first['rounds']}", f"{first['median']} ({first['best']}) ms", "150 ms"))
        rows.append((f"key to the end of its paint at {size}, p99 of {walk['all']['keys']}", f"{walk['all']['paint_ms']['p99']} ms", "16 ms"))
        rows.append((f"keys missed at {size}", len(walk["missed"]), "0"))
        rows.append((f"peak memory at {size}", f"{walk['peak_mb']} MB", "200 MB"))
        for kind in CURSOR_KINDS:
            if kind in walk["by_kind"]:
                figures = walk["by_kind"][kind]
                rows.append((f"bytes per {kind} key at {size}, until all is still", figures["all_bytes"], "2048"))
    for name, walk in results.get("jobs", {}).items():
        rows.append((f"the same while an {name} runs ({walk['job_seconds']} s), p99 of {walk['all']['keys']}", f"{walk['all']['paint_ms']['p99']} ms", "16 ms"))
    return table(("what", "measured", "goal"), rows)


def of_slow(slow):
    rows = [
        (f"{figures['columns']}x{figures['rows']}", figures["baud"], figures["first_screen_ms"], figures["held"]["row_shown_ms"],
         figures["held"]["still_ms"], figures["held"]["bytes"], figures["at_once"]["row_shown_ms"], figures["at_once"]["still_ms"],
         figures["at_once"]["bytes"], figures["help_ms"])
        for figures in slow
    ]  # fmt: skip
    return table(
        ("size", "baud", "first screen ms", "50 keys held: row shown ms", "still ms", "bytes", "50 keys at once: row shown ms",
         "still ms", "bytes", "? to help ms"),
        rows,
    )  # fmt: skip


def of_peers(peers):
    rows = []
    for name, figures in peers.items():
        if "first_screen_s" not in figures:
            rows.append((name, figures.get("skipped") or figures.get("failed"), *[None] * 6))
            continue
        paint = figures["paint_ms"]
        rows.append((name, figures["first_screen_s"], figures["loaded_s"], figures["peak_mb"], _time(paint, "p50"), _time(paint), figures["paint_bytes"], figures["silent"]))
    return table(("program", "first rows s", "loaded s", "peak MB", "key p50 ms", "p99 ms", "bytes per key", "silent keys"), rows)


def text(results):
    parts = [f"`{results['command']}`", "", results["note"], ""]
    if results.get("walks") or results.get("jobs"):
        parts += [of_goals(results), ""]
    for walk in results.get("walks", []):
        parts += [of_walk(f"Walk at {walk['columns']}x{walk['rows']}, seed {walk['seed']}", walk), ""]
    for name, walk in results.get("jobs", {}).items():
        parts += [of_walk(f"While an {name} runs", walk), ""]
    if results.get("slow"):
        parts += ["### A slow line", "", of_slow(results["slow"]), ""]
    if results.get("peers"):
        parts += [f"### Other programs on {results['peers_file']}", "", of_peers(results["peers"]), ""]
    return "\n".join(parts)
