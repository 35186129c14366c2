"""A seeded walk of keys over all screens of the workbench, as somebody types who knows it well."""

import random
from dataclasses import dataclass

UP, DOWN, HOME, END = b"\x1b[A", b"\x1b[B", b"\x1b[H", b"\x1b[F"
PAGE_UP, PAGE_DOWN = b"\x1b[5~", b"\x1b[6~"
ENTER, ESCAPE = b"\r", b"\x1b"
# How fast a held key repeats.
REPEAT_SECONDS = 0.033

LISTS = {
    "campaigns": (b"2", [b"kind:campaign", b"accounts>100"]),
    "accounts": (b"3", [b"exchanges>500", b"declared_country:US", b"u-00"]),
    "artifacts": (b"4", [b"kind:device", b"accounts>50"]),
    "networks": (b"5", [b"country:US", b"accounts>10"]),
    "samples": (b"6", [b"model:m*", b"review"]),
    "evidence": (b"0", [b"file:ex*", b"rows>1000"]),
}
# Opened from a list by one more key; what is listed there cannot always be opened.
INNER = {"samples": [("frames", b"T")], "evidence": [("audit log", b"L"), ("rejects", b"r"), ("faults", b"u")]}
COMMANDS = [b"ana", b"help", b"filt", b"sort", b"evid"]


@dataclass(frozen=True)
class Step:
    """A key of a kind on a screen; a held one is followed by the next at the pace of a repeating key."""

    screen: str
    kind: str
    keys: bytes
    is_held: bool = False


class Walk:
    """Makes steps until there are enough. Every visit begins with a digit and goes back no further than it went in."""

    def __init__(self, seed, tags=True):
        self.random = random.Random(seed)
        self.tags = tags
        self.steps = []

    def take(self, count):
        visits = [self.overview, self.graph, self.timeline, self.review, *[lambda name=name: self.list(name) for name in LISTS]]
        while len(self.steps) < count:
            self.random.shuffle(visits)
            for visit in visits:
                visit()
        return self.steps[:count]

    def add(self, screen, kind, *keys, is_held=False):
        self.steps += [Step(screen, kind, key, is_held) for key in keys]

    def overview(self):
        self.add("overview", "digit", b"1")
        self.add("overview", "cursor", DOWN, DOWN, UP)
        self.add("overview", "page", PAGE_DOWN, PAGE_UP)
        self.help("overview")

    def graph(self):
        self.add("graph", "digit", b"7")
        self.add("graph", "cursor", DOWN, DOWN, UP)
        self.add("graph", "expand", b"+", b"-", b"+")
        self.add("graph", "cursor", DOWN, DOWN)
        self.add("graph", "page", PAGE_DOWN, PAGE_UP)
        self.add("graph", "ends", END, HOME)

    def timeline(self):
        self.add("timeline", "digit", b"8")
        self.add("timeline", "cursor", b"l", b"l", b"h")
        self.add("timeline", "expand", b"+", b"-")
        self.add("timeline", "page", PAGE_DOWN, PAGE_UP)
        self.help("timeline")

    def review(self):
        self.add("review", "digit", b"9")
        self.add("review", "cursor", DOWN, DOWN, UP)
        self.add("review", "next linked", ENTER)
        self.add("review", "page", b"\x04", b"\x15")
        self.add("review", "skip", b"s")
        self.add("review", "held cursor", *[DOWN] * 10, is_held=True)
        if self.tags:
            self.add("review", "decide", b"u", *[bytes([letter]) for letter in b"seen"], ENTER)
            self.add("review", "take back", b"z")
        self.add("review", "open", b"o")
        self.add("review: page", "back", b"q")

    def list(self, name):
        digit, filters = LISTS[name]
        self.add(name, "digit", digit)
        self.move(name)
        if self.random.random() < 0.4:
            self.sort(name)
        if self.random.random() < 0.5:
            self.filter(name, self.random.choice(filters))
        if name == "accounts":
            self.mark(name)
        if name != "evidence":
            self.open(name)
        for inner, key in INNER.get(name, []):
            self.add(inner, "open", key)
            self.add(inner, "cursor", DOWN, DOWN, UP)
            self.add(inner, "back", b"q")
        self.random.choice([self.help, self.palette])(name)

    def move(self, name):
        self.add(name, "held cursor", *[DOWN] * self.random.randint(8, 20), is_held=True)
        self.add(name, "cursor", *self.random.choices([DOWN, UP, b"j", b"k"], k=6))
        self.add(name, "page", PAGE_DOWN, PAGE_DOWN, b"\x04", PAGE_UP)
        self.add(name, "ends", END, HOME)
        self.add(name, "held page", *[PAGE_DOWN] * self.random.randint(3, 8), is_held=True)
        self.add(name, "held cursor", *[UP] * self.random.randint(4, 10), is_held=True)
        self.add(name, "ends", b"G", b"g")
        self.add(name, "cursor", *[DOWN] * self.random.randint(1, 3))

    def sort(self, name):
        self.add(name, "column", b">", b">")
        self.add(name, "sort", b"s", b"s")
        self.add(name, "cursor", DOWN, DOWN)
        # A third time: as the list comes.
        self.add(name, "sort", b"s")
        self.add(name, "column", b"<", b"<")

    def filter(self, name, text):
        self.add(name, "filter", b"/", *[bytes([letter]) for letter in text], ENTER)
        self.add(name, "cursor", DOWN, DOWN, UP)
        self.add(name, "filter", ESCAPE)

    def open(self, name):
        self.add(name, "open", ENTER)
        page = f"{name}: page"
        self.add(page, "cursor", DOWN, DOWN, DOWN, UP)
        self.add(page, "page", PAGE_DOWN, PAGE_UP)
        self.add(page, "back", b"q")
        self.add(name, "forward", b"a")
        self.add(page, "back", b"q")

    def mark(self, name):
        self.add(name, "mark", b" ", b" ")
        self.add(name, "mark", ESCAPE)
        if self.tags and self.random.random() < 0.5:
            self.add(name, "tag", b"t", *[bytes([letter]) for letter in b"seen"], ENTER)

    def help(self, name):
        self.add(name, "help", b"?")
        self.add("help", "page", PAGE_DOWN, PAGE_UP)
        self.add("help", "back", b"q")

    def palette(self, name):
        word = self.random.choice(COMMANDS)
        self.add(name, "palette", b":", *[bytes([letter]) for letter in word], DOWN, UP, ESCAPE)
