"""Where a number of the system came from, in which unit it is, and what its subject is called."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from carbonpath.core.labels import LabelKind, label
from carbonpath.core.messages import Language
from carbonpath.core.vocabulary import quantity
from carbonpath.model.parameters import Index
from carbonpath.system.system import System

CATALOGUED: Mapping[str, LabelKind] = {"group": "group", "reference_group": "group", "boundary": "boundary"}
"""Dimensions whose names the catalogue knows."""


def source_of(system: System, name: str, index: Index) -> str:
    """Return the source of one row of a parameter; blank if the row does not exist or does not say."""
    return system.source(name, index)


def label_of(system: System, dimension: str, name: str, language: Language) -> str:
    """Return what is called `name` in `language`; the name itself where no label is given.

    Technologies and commodities are named by the system, groups and boundaries by the catalogue; a group of one firm
    is that of all with the firm behind it.
    """
    if dimension in CATALOGUED:
        whole, _, firm = name.partition(".")
        return f"{label(CATALOGUED[dimension], whole, language)} {firm}".rstrip()
    if dimension not in ("technology", "commodity"):
        return name
    table = system.technologies if dimension == "technology" else system.commodities
    labels = table.loc[table[dimension] == name, language]
    return name if labels.empty or not labels.iloc[0] else str(labels.iloc[0])


@cache
def _unit_parts(name: str) -> tuple[tuple[str, int], ...]:
    """Return the parts of a unit and the position of the index that each depends on; -1 where it depends on none."""
    entry = quantity(name)
    subjects = {"activity": "technology", "capacity": "technology", "commodity": "commodity", "group": "group"}
    return tuple(
        (part, entry.indices.index(subjects[part]) if part in subjects else -1) for part in entry.unit.split("/")
    )


class Units:
    """Units of the quantities of one system."""

    def __init__(self, system: System) -> None:
        technologies, commodities, groups = system.technologies, system.commodities, system.groups
        names = technologies["technology"].tolist()
        self._known: Mapping[str, Mapping[str, str]] = {
            "activity": dict(zip(names, technologies["activity_unit"].tolist(), strict=True)),
            "capacity": dict(zip(names, technologies["capacity_unit"].tolist(), strict=True)),
            "commodity": dict(zip(commodities["commodity"].tolist(), commodities["unit"].tolist(), strict=True)),
            "group": dict(zip(groups["group"].tolist(), groups["unit"].tolist(), strict=True)),
        }

    def of(self, name: str, index: Index) -> str:
        """Return the unit of quantity `name` at `index`: the vocabulary's, with this system's units put in."""
        parts = _unit_parts(name)
        if len(parts) == 1 and parts[0][1] < 0:
            return parts[0][0]
        told = [part if position < 0 else self._known[part].get(index[position], part) for part, position in parts]
        return "/".join([told[0], *(f"({part})" if "/" in part else part for part in told[1:])])
