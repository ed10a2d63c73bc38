"""Keeping labels apart along a scale."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise


def spread_apart(wanted: Mapping[str, float], step: float, low: float, high: float) -> dict[str, float]:
    """Return places at least `step` apart, near those wanted and in their order, within `low` and `high`.

    Where there is not room for all, the step shrinks.
    """
    order = sorted(wanted, key=lambda name: (wanted[name], name))
    if len(order) > 1:
        step = min(step, (high - low) / (len(order) - 1))
    blocks: list[tuple[float, list[str]]] = []
    for name in order:
        blocks.append((wanted[name], [name]))
        while len(blocks) > 1 and _overlap(blocks[-2], blocks[-1], step):
            (first, below), (second, above) = blocks.pop(-2), blocks.pop(-1)
            members = below + above
            blocks.append(((first * len(below) + second * len(above)) / len(members), members))
    places: dict[str, float] = {}
    for middle, members in blocks:
        half = step * (len(members) - 1) / 2.0
        start = min(max(middle - half, low), high - 2.0 * half)
        places |= {name: start + step * rank for rank, name in enumerate(members)}
    return _pushed(places, order, step, high)


def _overlap(below: tuple[float, list[str]], above: tuple[float, list[str]], step: float) -> bool:
    return above[0] - below[0] < step * (len(below[1]) + len(above[1])) / 2.0


def _pushed(places: dict[str, float], order: list[str], step: float, high: float) -> dict[str, float]:
    """Return places with the step kept where pushing into the scale broke it, first upwards, then downwards."""
    for before, name in pairwise(order):
        places[name] = max(places[name], places[before] + step)
    limit = high
    for name in reversed(order):
        places[name] = min(places[name], limit)
        limit = places[name] - step
    return places
