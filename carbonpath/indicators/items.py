"""Which item of an indicator a technology or fuel belongs to, read from ``items.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files

import pandas as pd

OTHER = "other"
"""Item of what no pattern names, so that sums stay whole when the library grows."""


@cache
def families() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return the patterns of each item of each family, in the order of the file."""
    data = tomllib.loads((files(__package__) / "items.toml").read_text(encoding="utf-8"))
    return {family: {item: tuple(names) for item, names in items.items()} for family, items in data.items()}


@cache
def item_of(family: str, name: str) -> str:
    """Return the item of `family` whose pattern `name` fits; `OTHER` if none does."""
    for item, patterns in families()[family].items():
        if any(fnmatchcase(name, pattern) for pattern in patterns):
            return item
    return OTHER


def items_of(family: str, names: pd.Series) -> pd.Series:
    """Return the item of each name (see `item_of`)."""
    return names.map({name: item_of(family, name) for name in names.unique()})
