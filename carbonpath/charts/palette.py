"""One colour for one thing, the same in all charts, read from ``palette.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

OTHER = "other"
"""Key of what is gathered or has no colour of its own."""


@cache
def families() -> Mapping[str, Mapping[str, str]]:
    """Return the colours of each family in the order of stacking, references resolved."""
    data: dict[str, dict[str, str]] = tomllib.loads((files(__package__) / "palette.toml").read_text(encoding="utf-8"))
    return {family: {key: _resolved(data, colour) for key, colour in entry.items()} for family, entry in data.items()}


def _resolved(data: Mapping[str, Mapping[str, str]], colour: str) -> str:
    while not colour.startswith("#"):
        family, key = colour.split(".")
        colour = data[family][key]
    return colour


def ink(name: str) -> str:
    """Return the colour of lines and letters."""
    return families()["ink"][name]


def colours(family: str, keys: Sequence[str]) -> dict[str, str]:
    """Return the colour of each of `keys`, in the order of stacking; what is unknown comes last, as other."""
    known = families()[family]
    unknown = [key for key in keys if key not in known]
    order = [key for key in known if key in keys] + sorted(unknown)
    return {key: known.get(key, known.get(OTHER, families()["fuel"][OTHER])) for key in order}


def ranked_colours(family: str, names: Sequence[str]) -> dict[str, str]:
    """Return a colour for each of `names` by its rank: firms and scenarios are named by the user, not by us.

    Names beyond the family's last rank begin again with the first.
    """
    ranks = [colour for key, colour in families()[family].items() if key.isdigit()]
    return {name: ranks[rank % len(ranks)] for rank, name in enumerate(names)}


def rank_count(family: str) -> int:
    """Return how many names a ranked family can tell apart."""
    return sum(key.isdigit() for key in families()[family])
