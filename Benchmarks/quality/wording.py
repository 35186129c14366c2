"""Figures as text."""

import math
from statistics import median


def number(value):
    if value is None:
        return "-"
    if value == int(value) and abs(value) < 1e6:
        return str(int(value))
    # A figure just below 1 must not read as 1.
    return f"{math.floor(value * 1e4) / 1e4:.4f}" if 0.99 < value < 1 else f"{value:.4f}" if abs(value) < 10 else f"{value:.1f}"


def spread(values, worst):
    """Median and, in brackets, the worst."""
    values = [value for value in values if value is not None]
    if not values:
        return "-"
    middle, extreme = median(values), worst(values)
    return number(middle) if middle == extreme else f"{number(middle)} ({number(extreme)})"
