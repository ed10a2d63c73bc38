"""Limits that hold in every scenario."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.horizon import interpolate
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor
from carbonpath.core.vocabulary import parameter_names, quantity
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.system import as_parameter

FILE = "limits.csv"

LIMITED = (
    ("region", "technology", "year"),
    ("region", "group", "year"),
    ("region", "group", "reference_group", "year"),
)
"""Indices of the limits that the file can hold."""

Units = Mapping[tuple[str, str], str]
"""Unit by what is limited (activity, capacity or group) and its name."""


def build_limits(
    tables: DistrictTables, technologies: pd.DataFrame, groups: pd.DataFrame, region: str, years: Sequence[int]
) -> dict[str, pd.DataFrame]:
    """Return the PARAMETER tables of limits.csv, linear between the given years and absent before the first.

    Parameters
    ----------
    tables
        Files of the district.
    technologies
        Table TECHNOLOGIES of the system.
    groups
        Table GROUPS of the system.
    region
        The region of the limits.
    years
        Model years.

    Raises
    ------
    DataError
        CP-216 for a technology or group that does not exist, CP-217 for a kind that is no limit of the vocabulary,
        CP-220 or CP-221 for a unit that does not fit; all at once.
    """
    units = _units(technologies, groups)
    problems: list[Problem] = []
    rows: dict[str, list[dict[str, object]]] = defaultdict(list)
    for (kind, name, of), series in _series(tables["limits"]).items():
        found = _series_problems(kind, name, of, series, units)
        problems += found
        if found:
            continue
        target = _target(kind, name, of, units)
        points = {year: value * conversion_factor(unit, target) for _, year, value, unit, _ in series}
        line, *_, reason = series[0]
        index = {"region": region, _dimension(kind): name} | ({"reference_group": of} if of else {})
        rows[kind] += [
            {**index, "year": year, "value": value, "source": f"{FILE} line {line}: {reason}"}
            for year, value in interpolate(points, years).items()
        ]
    if problems:
        raise DataError(*problems)
    return {kind: as_parameter(kind, pd.DataFrame(found)) for kind, found in rows.items()}


def limit_kinds() -> tuple[str, ...]:
    """Return the parameters of the vocabulary that limit technologies or groups."""
    return tuple(
        name for name in parameter_names() if name.startswith(("max_", "min_")) and quantity(name).indices in LIMITED
    )


_Series = list[tuple[int, int, float, str, str]]
"""Line, year, value, unit and reason of the rows of one limit."""


def _series(entries: pd.DataFrame) -> dict[tuple[str, str, str], _Series]:
    found: dict[tuple[str, str, str], _Series] = defaultdict(list)
    columns = (entries[name].to_list() for name in ("kind", "name", "of", "year", "value", "unit", "reason"))
    for position, (kind, name, of, *rest) in enumerate(zip(*columns, strict=True)):
        year, value, unit, reason = rest
        found[kind, name, of].append((position + 2, year, value, unit, reason))
    return dict(sorted(found.items()))


def _series_problems(kind: str, name: str, of: str, series: _Series, units: Units) -> list[Problem]:
    first = f"line {series[0][0]}"
    if kind not in limit_kinds():
        return [Problem("CP-217", FILE, first, kind)]
    if (_subject(kind), name) not in units:
        return [Problem("CP-216", FILE, first, name)]
    if _is_share(kind) != bool(of) or (of and ("group", of) not in units):
        return [Problem("CP-216", FILE, first, of)]
    target = _target(kind, name, of, units)
    problems: list[Problem] = []
    for line, _, _, unit, _ in series:
        try:
            conversion_factor(unit, target)
        except DataError as wrong:
            problems += [Problem(p.code, FILE, f"unit, line {line}", p.value, p.details) for p in wrong.problems]
    return problems


def _target(kind: str, name: str, of: str, units: Units) -> str:
    """Return the unit of a limit: of a capacity, of a yearly amount, or of a share of one group in another."""
    unit = units[_subject(kind), name]
    if _is_share(kind):
        other = units["group", of]
        return "1" if unit == other else f"{unit}/{other}"
    return unit if _subject(kind) == "capacity" else f"{unit}/y"


def _is_share(kind: str) -> bool:
    return "reference_group" in quantity(kind).indices


def _dimension(kind: str) -> str:
    return "group" if "group" in quantity(kind).indices else "technology"


def _subject(kind: str) -> str:
    if _dimension(kind) == "group":
        return "group"
    return "capacity" if kind.endswith("capacity") else "activity"


def _units(technologies: pd.DataFrame, groups: pd.DataFrame) -> dict[tuple[str, str], str]:
    names = technologies["technology"]
    activity = {("activity", name): unit for name, unit in zip(names, technologies["activity_unit"], strict=True)}
    capacity = {("capacity", name): unit for name, unit in zip(names, technologies["capacity_unit"], strict=True)}
    group = {("group", name): unit for name, unit in zip(groups["group"], groups["unit"], strict=True)}
    return activity | {key: unit for key, unit in capacity.items() if unit} | group
