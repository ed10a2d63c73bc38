"""Limits are linear between the given years, absent before the first, constant after the last."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from carbonpath.core.errors import DataError
from carbonpath.core.tables import as_table
from carbonpath.core.vocabulary import parameter_names
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.limits import build_limits, limit_kinds
from carbonpath.system.system import GROUPS, TECHNOLOGIES

MakeTables = Callable[..., DistrictTables]
YEARS = (2020, 2021, 2022, 2023, 2024)
MACHINES = as_table(
    [
        {"technology": "F01.OVEN", "activity_unit": "Mt", "capacity_unit": "Mt/y"},
        {"technology": "F01.POWER", "activity_unit": "TWh", "capacity_unit": "MW"},
        {"technology": "F01.POOL", "activity_unit": "PJ", "capacity_unit": ""},
    ],
    TECHNOLOGIES,
)
BUNCHES = as_table(
    [
        {"group": "heat", "technology": "F01.POOL", "weight": 1.0, "unit": "PJ"},
        {"group": "power", "technology": "F01.POWER", "weight": 1.0, "unit": "TWh"},
        {"group": "clean_power", "technology": "F01.POWER", "weight": 1.0, "unit": "TWh"},
    ],
    GROUPS,
)


def limits(tables: DistrictTables) -> dict[str, pd.DataFrame]:
    return build_limits(tables, MACHINES, BUNCHES, "small", YEARS)


def values(table: pd.DataFrame, **where: str) -> dict[int, float]:
    for name, wanted in where.items():
        table = table[table[name] == wanted]
    return dict(zip(table["year"], table["value"], strict=True))


def test_linear_between_absent_before_constant_after(tables: DistrictTables) -> None:
    """6000 kt in 2021 and 8 Mt in 2023."""
    found = limits(tables)

    assert values(found["max_activity"]) == pytest.approx({2021: 6.0, 2022: 7.0, 2023: 8.0, 2024: 8.0})


def test_source_names_the_first_line_and_the_reason(tables: DistrictTables) -> None:
    assert set(limits(tables)["max_activity"]["source"]) == {"limits.csv line 2: licence"}


@pytest.mark.parametrize(
    ("row", "where", "expected"),
    [
        pytest.param(
            {"kind": "max_capacity", "name": "F01.POWER", "value": 0.2, "unit": "GW"},
            {"technology": "F01.POWER"},
            200.0,
            id="capacity",
        ),
        pytest.param(
            {"kind": "min_activity", "name": "F01.POWER", "value": 500.0, "unit": "GWh/y"},
            {"technology": "F01.POWER"},
            0.5,
            id="activity",
        ),
        pytest.param(
            {"kind": "max_group_activity", "name": "heat", "value": 3000.0, "unit": "TJ/y"},
            {"group": "heat"},
            3.0,
            id="group activity",
        ),
        pytest.param(
            {"kind": "min_group_share", "name": "clean_power", "of": "power", "value": 80.0, "unit": "%"},
            {"group": "clean_power", "reference_group": "power"},
            0.8,
            id="share of like in like",
        ),
        pytest.param(
            {"kind": "max_group_share", "name": "heat", "of": "power", "value": 2.2, "unit": "GJ/MWh"},
            {"group": "heat", "reference_group": "power"},
            2.2,
            id="share of heat in power",
        ),
    ],
)
def test_limit_in_the_unit_of_what_it_limits(
    tables_with: MakeTables, row: dict[str, Any], where: dict[str, str], expected: float
) -> None:
    found = limits(tables_with(limits=[{**row, "year": 2024}]))

    assert values(found[row["kind"]], **where) == pytest.approx({2024: expected})


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param({"kind": "max_joy", "name": "F01.OVEN", "unit": "1"}, ("CP-217", "line 4", "max_joy"), id="kind"),
        pytest.param(
            {"kind": "demand", "name": "F01.OVEN", "unit": "1"}, ("CP-217", "line 4", "demand"), id="no limit"
        ),
        pytest.param(
            {"kind": "max_activity", "name": "F09.OVEN", "unit": "Mt/y"}, ("CP-216", "line 4", "F09.OVEN"), id="owner"
        ),
        pytest.param(
            {"kind": "max_capacity", "name": "F01.POOL", "unit": "Mt/y"},
            ("CP-216", "line 4", "F01.POOL"),
            id="technology that keeps no capacity",
        ),
        pytest.param(
            {"kind": "max_group_activity", "name": "joy", "unit": "Mt/y"}, ("CP-216", "line 4", "joy"), id="group"
        ),
        pytest.param(
            {"kind": "max_group_share", "name": "heat", "of": "joy", "unit": "1"},
            ("CP-216", "line 4", "joy"),
            id="group in the denominator",
        ),
        pytest.param(
            {"kind": "max_group_share", "name": "heat", "unit": "1"}, ("CP-216", "line 4", ""), id="no denominator"
        ),
        pytest.param(
            {"kind": "max_activity", "name": "F01.POWER", "unit": "t/y"}, ("CP-221", "unit, line 4", "t/y"), id="unit"
        ),
        pytest.param(
            {"kind": "max_activity", "name": "F01.POWER", "unit": "zap"},
            ("CP-220", "unit, line 4", "zap"),
            id="no unit",
        ),
    ],
)
def test_limit_of_nothing_is_told_with_its_line(
    tables_with: MakeTables, row: dict[str, Any], expected: tuple[str, str, str]
) -> None:
    with pytest.raises(DataError) as caught:
        limits(tables_with(limits=[{**row, "year": 2024, "value": 1.0}]))

    assert [(p.code, p.place, p.value) for p in caught.value.problems] == [expected]


def test_every_wrong_limit_is_told(tables_with: MakeTables) -> None:
    wrong = [{"kind": kind, "name": "x", "year": 2020, "value": 1.0, "unit": "1"} for kind in ("max_a", "max_b")]

    with pytest.raises(DataError) as caught:
        limits(tables_with(limits=wrong))

    assert [p.value for p in caught.value.problems] == ["max_a", "max_b"]


def test_kinds_are_those_of_the_vocabulary() -> None:
    assert limit_kinds()[:2] == ("max_capacity", "min_capacity")
    assert set(limit_kinds()) <= set(parameter_names())
