"""Groups of technologies and the limits that hold in every scenario."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.horizon import interpolate
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table
from carbonpath.core.units import conversion_factor
from carbonpath.core.vocabulary import quantity
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.system import GROUPS, as_parameter

COAL_GROUP = "coal_use"
"""Group of every purchase of coal and coke, weighted by its standard-coal equivalent (Mtce)."""


def build_groups(tables: DistrictTables, technologies: pd.DataFrame, coal: pd.DataFrame) -> pd.DataFrame:
    """Return table GROUPS: library entries stand for all their owners; `coal_use` is added.

    Parameters
    ----------
    tables
        Files of the district.
    technologies
        Table TECHNOLOGIES of the system.
    coal
        Columns technology (purchase) and weight (Mtce per unit).
    """
    entries = tables["groups"]
    by_library = technologies.loc[technologies["library_id"] != "", ["library_id", "technology"]]
    expanded = entries.rename(columns={"technology": "library_id"}).merge(by_library, on="library_id", how="left")
    named = entries["technology"].isin(technologies["technology"]).to_numpy()
    direct = entries[named]
    library = expanded.dropna(subset="technology")[GROUPS.names]
    require_valid(
        (
            Problem("CP-216", file="groups.csv", place=f"line {index + 2}", value=name)
            for index, name in entries["technology"].items()
            if name not in set(expanded.dropna(subset="technology")["library_id"]) | set(direct["technology"])
        ),
        DataError,
    )
    own = coal.assign(group=COAL_GROUP, unit="Mtce")
    groups = pd.concat([library, direct, own], ignore_index=True)
    return as_table(groups.sort_values(["group", "technology"], kind="stable"), GROUPS)


def build_limits(
    tables: DistrictTables, technologies: pd.DataFrame, groups: pd.DataFrame, region: str, years: Sequence[int]
) -> dict[str, pd.DataFrame]:
    """Return the PARAMETER tables of limits.csv, linear between the given years and absent before the first.

    Raises
    ------
    DataError
        CP-216 for a technology or group that does not exist, CP-217 for a kind that is no limit of the vocabulary.
    """
    entries = tables["limits"]
    units = _units(technologies, groups)
    problems: list[Problem] = []
    rows: dict[str, list[dict[str, object]]] = {}
    for (kind, name, of), series in entries.groupby(["kind", "name", "of"], sort=True):
        place = f"line {series.index[0] + 2}"
        if not kind.startswith(("max_", "min_")):
            problems.append(Problem("CP-217", file="limits.csv", place=place, value=kind))
            continue
        target = "1" if kind.endswith("_share") else units.get((_subject(kind), name))
        if target is None or (of and ("group", of) not in units):
            problems.append(Problem("CP-216", file="limits.csv", place=place, value=of if target else name))
            continue
        points = {
            int(row["year"]): row["value"] * (1.0 if target == "1" else conversion_factor(row["unit"], target))
            for _, row in series.iterrows()
        }
        index = {"region": region, _dimension(kind): name} | ({"reference_group": of} if of else {})
        source = f"limits.csv {place}: {series['reason'].iloc[0]}"
        rows.setdefault(kind, []).extend(
            {**index, "year": year, "value": value, "source": source}
            for year, value in interpolate(points, years).items()
        )
    require_valid(problems, DataError)
    return {kind: as_parameter(kind, pd.DataFrame(found)) for kind, found in rows.items()}


def _dimension(kind: str) -> str:
    return "group" if "group" in quantity(kind).indices else "technology"


def _subject(kind: str) -> str:
    if _dimension(kind) == "group":
        return "group"
    return "capacity" if kind.endswith("capacity") else "activity"


def _units(technologies: pd.DataFrame, groups: pd.DataFrame) -> dict[tuple[str, str], str]:
    units = {
        ("activity", name): f"{unit}/y"
        for name, unit in zip(technologies["technology"], technologies["activity_unit"], strict=True)
    }
    units |= {
        ("capacity", name): unit
        for name, unit in zip(technologies["technology"], technologies["capacity_unit"], strict=True)
        if unit
    }
    units |= {("group", name): f"{unit}/y" for name, unit in zip(groups["group"], groups["unit"], strict=True)}
    return units
