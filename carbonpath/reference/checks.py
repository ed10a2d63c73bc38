"""Checks of the reference tables: every number has one place, a known source, unit and confidence."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.core.units import is_unit
from carbonpath.reference.factors import TABLES, Factors

CONFIDENCES = ("seen-twice", "seen", "derived", "project", "recalled", "assumed")
"""How sure a number is, from read in two independent documents to a choice of design."""

KEYS: dict[str, tuple[str, ...]] = {
    "sources": ("source",),
    "fuels": ("fuel",),
    "fuel_factors": ("table", "fuel", "property"),
    "materials": ("material",),
    "process_factors": ("table", "material", "property"),
    "guidelines": ("guideline",),
    "guideline_rules": ("guideline", "item", "property", "view"),
    "gwp": ("gwp_metric", "gas"),
    "purchased_energy": ("kind", "region", "year"),
    "constants": ("constant",),
    "mobile_factors": ("vehicle", "property"),
    "oxidation_by_equipment": ("table", "fuel_class", "equipment"),
    "equipment": ("category",),
    "categories": ("category",),
    "uncertainty": ("component", "subject"),
    "data_quality": ("category", "quality"),
}
"""Columns that name a row of each table."""


def check_factors(factors: Factors) -> list[Problem]:
    """Return what is wrong with the reference tables.

    CP-300 two rows for one number; CP-301 unknown source; CP-302 unknown confidence; CP-303 unknown unit; CP-304 a
    number for a fuel or material that is not listed.
    """
    problems: list[Problem] = []
    sources = frozenset(factors.sources["source"])
    for name in TABLES:
        table: pd.DataFrame = getattr(factors, name)
        twice = table.duplicated(list(KEYS[name]))
        problems += _found("CP-300", name, table[twice], KEYS[name])
        if "confidence" in table:
            problems += _found("CP-302", name, table[~table["confidence"].isin(CONFIDENCES)], ("confidence",))
        if "source" in table and name != "sources":
            problems += _found("CP-301", name, table[~table["source"].isin(sources)], ("source",))
        if "value" in table:
            units = {unit: _known_unit(unit) for unit in table["unit"].unique()}
            problems += _found("CP-303", name, table[~table["unit"].map(units).astype(bool)], ("unit",))
    for name, column, listed in (
        ("fuel_factors", "fuel", frozenset(factors.fuels["fuel"])),
        ("mobile_factors", "fuel", frozenset(factors.fuels["fuel"])),
        ("process_factors", "material", frozenset(factors.materials["material"]) | frozenset(factors.fuels["fuel"])),
    ):
        table = getattr(factors, name)
        problems += _found("CP-304", name, table[~table[column].isin(listed)], (column,))
    return problems


def _found(code: str, name: str, rows: pd.DataFrame, columns: Iterable[str]) -> list[Problem]:
    return [
        Problem(
            code, file=f"{name}.csv", place=f"row {int(str(index)) + 2}", value=" ".join(str(row[c]) for c in columns)
        )
        for index, row in rows.iterrows()
    ]


def _known_unit(unit: str) -> bool:
    return all(is_unit(part.strip("() ")) for part in unit.replace(" K", "").split("/"))
