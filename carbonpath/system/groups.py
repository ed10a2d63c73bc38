"""Groups of technologies, for limits and shares that bind several at once."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table
from carbonpath.system.district_checks import lines
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.system import GROUPS

POLLUTANTS = {"so2": "so2_kg", "nox": "nox_kg", "pm25": "pm25_kg", "voc": "voc_kg"}
"""Groups of everything that releases an air pollutant, and the column of technologies.csv that weighs it."""
POLLUTANT_UNIT = "kt"
"""Unit of those groups: kg per unit of a coefficient is kt per unit of activity."""


def build_groups(tables: DistrictTables, technologies: pd.DataFrame, energy: pd.DataFrame) -> pd.DataFrame:
    """Return table GROUPS: library entries stand for all their owners; energy and air pollutants are added.

    Parameters
    ----------
    tables
        Files of the district.
    technologies
        Table TECHNOLOGIES of the system.
    energy
        Groups of coal, energy and power: columns group, technology, weight, unit.

    Raises
    ------
    DataError
        CP-216 for a member that is neither a technology nor a library entry.
    """
    entries = tables["groups"]
    by_library = technologies.loc[technologies["library_id"] != "", ["library_id", "technology"]]
    known = set(by_library["library_id"]) | set(technologies["technology"])
    strange = entries[~entries["technology"].isin(sorted(known))]
    require_valid(
        (
            Problem("CP-216", file="groups.csv", place=f"technology, line {line}", value=str(name))
            for line, name in zip(lines(strange), strange["technology"], strict=True)
        ),
        DataError,
    )
    direct = entries[entries["technology"].isin(technologies["technology"])]
    library = entries.rename(columns={"technology": "library_id"}).merge(by_library, on="library_id")
    groups = pd.concat([library, direct, energy, _pollutants(tables, by_library)], ignore_index=True)
    return as_table(groups.sort_values(["group", "technology"], kind="stable"), GROUPS)


def _pollutants(tables: DistrictTables, by_library: pd.DataFrame) -> pd.DataFrame:
    """Return what a unit of activity releases of each air pollutant; what is blank or zero is left out."""
    library = tables["technologies"]
    parts = [
        library.loc[library[column] != "", ["library_id"]].assign(
            group=group, weight=library.loc[library[column] != "", column].astype(float), unit=POLLUTANT_UNIT
        )
        for group, column in POLLUTANTS.items()
    ]
    weights = pd.concat(parts, ignore_index=True)
    return weights.loc[weights["weight"] > 0.0].merge(by_library, on="library_id")
