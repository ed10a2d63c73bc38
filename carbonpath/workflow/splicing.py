"""Firm-years that the bureau asks to be filled: `splicing.csv` and `series.csv` in the inventory folder."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import Column, Schema
from carbonpath.core.tables import as_table, check_table, empty_table, read_csv
from carbonpath.inventory.filled_years import Gap
from carbonpath.inventory.splicing import Series
from carbonpath.workflow.project import Project

SPLICING = Schema(
    "SPLICING",
    (
        Column("firm", "str", "firm that did not report"),
        Column("year", "int", "year that it did not report"),
        Column("technique", "str", "overlap, surrogate, interpolation or extrapolation"),
        Column("series", "str", "name of the series of overlap or surrogate; blank for the others"),
        Column("reason", "str", "why the year is missing and why this technique serves"),
    ),
)
"""Columns of `splicing.csv`."""

SERIES = Schema(
    "SERIES",
    (
        Column("series", "str", "name of the series"),
        Column("year", "int", "calendar year"),
        Column("value", "float", "the number, in `unit`"),
        Column("unit", "str", "unit, the same in the whole series"),
        Column("source", "str", "where the number comes from"),
        Column("confidence", "str", "seen-twice, seen, recalled, derived or assumed"),
    ),
)
"""Columns of `series.csv`."""

FILES = ("splicing.csv", "series.csv")
"""Both files; a project without gaps has neither."""


def read_gaps(project: Project) -> tuple[Gap, ...]:
    """Return the firm-years to be filled; none without the file.

    Raises
    ------
    DataError
        CP-210 to CP-212 if the file does not fit.
    """
    shown = project.shown(project.inventory_folder / FILES[0])
    return tuple(
        Gap(
            *(str(row["firm"]), int(row["year"]), str(row["technique"]), str(row["series"]), str(row["reason"])),
            f"{shown}, row {number}",
        )
        for number, row in enumerate(_read(project, FILES[0], SPLICING).to_dict("records"), start=2)
    )


def read_series(project: Project) -> dict[str, Series]:
    """Return the series by name; none without the file.

    Raises
    ------
    DataError
        CP-210 to CP-212 if the file does not fit, CP-203 for a series in several units.
    """
    table = _read(project, FILES[1], SERIES)
    units = table.groupby("series", sort=True)["unit"].unique()
    mixed = {str(name): ", ".join(found) for name, found in units.items() if len(found) > 1}
    file = project.shown(project.inventory_folder / FILES[1])
    require_valid([Problem("CP-203", file, value=name, details={"units": u}) for name, u in mixed.items()], DataError)
    groups = table.groupby("series", sort=True)
    return {str(name): dict(zip(rows["year"].tolist(), rows["value"].tolist(), strict=True)) for name, rows in groups}


def _read(project: Project, name: str, schema: Schema) -> pd.DataFrame:
    path = project.inventory_folder / name
    if not path.is_file():
        return empty_table(schema)
    raw = read_csv(path)
    require_valid(check_table(raw, schema, project.shown(path)), DataError)
    return as_table(raw, schema)
