"""Kinds of furnaces and boilers, for guidelines whose oxidation depends on them: `equipment.csv`, where it is there."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import Column, Schema
from carbonpath.core.tables import check_table, read_csv
from carbonpath.reference.factors import Factors
from carbonpath.workflow.project import Project

FILE = "equipment.csv"
"""File beside `firms.csv`; without it the category decides."""

EQUIPMENT = Schema(
    "EQUIPMENT",
    (
        Column("firm", "str", "code of the firm"),
        Column("facility", "str", "facility"),
        Column("equipment", "str", "kind of furnace or boiler, of the reference table oxidation_by_equipment"),
    ),
)
"""Columns of `equipment.csv`."""


def read_equipment(project: Project, factors: Factors) -> Mapping[tuple[str, str], str]:
    """Return the kind of furnace or boiler by firm and facility; nothing where the project has no such file.

    Raises
    ------
    DataError
        CP-206 for each kind that the reference table does not know; CP-210 or CP-211 for wrong columns.
    """
    path = project.inventory_folder / FILE
    if not path.is_file():
        return {}
    table, shown = read_csv(path), project.shown(path)
    require_valid(check_table(table, EQUIPMENT, shown), DataError)
    known = sorted(set(factors.oxidation_by_equipment["equipment"]))
    require_valid(_unknown(table, known, shown), DataError)
    places = zip(table["firm"], table["facility"], strict=True)
    return dict(zip(places, table["equipment"], strict=True))


def _unknown(table: pd.DataFrame, known: list[str], file: str) -> list[Problem]:
    return [
        Problem("CP-206", file, f"equipment, row {row + 2}", kind, {"known": ", ".join(known)})
        for row, kind in enumerate(table["equipment"])
        if kind not in known
    ]
