"""Who in the administration answers for a project: the unit that a measure names, else that of its sector."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from carbonpath.core.messages import Language
from carbonpath.core.schemas import Column, Schema
from carbonpath.core.tables import read_csv, read_table
from carbonpath.system.system import System

FILE = "responsible.csv"
"""File of the units by sector, beside the survey workbooks; a project without it names those of its measures only."""

UNITS = Schema(
    "UNITS",
    (
        Column("sector", "str", "sector"),
        Column("zh", "str", "unit in Chinese"),
        Column("en", "str", "unit in English"),
        Column("source", "str", "on what the division of tasks rests"),
        Column("confidence", "str", "how well it is founded"),
    ),
)
"""Responsible units by sector."""


def units_by_sector(folder: Path, language: Language) -> Mapping[str, str]:
    """Return the responsible unit of each sector; none if the inventory folder has no such file.

    Raises
    ------
    DataError
        If the file does not fit its description.
    """
    path = folder / FILE
    if not path.is_file():
        return {}
    table = read_table(path, UNITS)
    return dict(zip(table["sector"], table[language], strict=True))


def units_of_measures(changes_file: Path, system: System) -> Mapping[str, str]:
    """Return the units that the measures of a run name, by technology: of its own limits and of its groups'."""
    if not changes_file.is_file():
        return {}
    changes = read_csv(changes_file)
    members = system.groups.groupby("group")["technology"].agg(list).to_dict()
    named: dict[str, list[str]] = {}
    for where, unit in zip(changes["where"], changes["responsible"], strict=True):
        if not unit or pd.isna(unit):
            continue
        places = dict(part.split("=", 1) for part in str(where).split(", ") if "=" in part)
        own = places.get("technology", "")
        for technology in [own] if own else members.get(places.get("group", ""), []):
            units = named.setdefault(str(technology), [])
            if not any(str(unit) in known for known in units):
                named[str(technology)] = [*(known for known in units if known not in str(unit)), str(unit)]
    return {technology: " / ".join(units) for technology, units in named.items()}
