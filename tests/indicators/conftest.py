"""Small results worked out by hand, and the illustrative district."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import as_table
from carbonpath.indicators.tables import GDP, LIMITS, POPULATION, Tables

DISTRICT = Path(__file__).parents[1] / "figures" / "district.py"

Row = tuple[str, str, str, int, float]
"""Quantity, technology, commodity or emission, year, value."""
Limit = tuple[str, str, str, int, float]
"""Parameter, group, group of reference, year, value."""
Make = Callable[..., Tables]
Value = Callable[..., float]


def make_tables(
    rows: Iterable[Row],
    *,
    sectors: Mapping[str, str] | None = None,
    roles: Mapping[str, str] | None = None,
    outputs: Mapping[str, str] | None = None,
    commodities: Mapping[str, Mapping[str, object]] | None = None,
    groups: Mapping[str, Mapping[str, float]] | None = None,
    limits: Iterable[Limit] = (),
    gdp: Mapping[int, float] | None = None,
    population: Mapping[int, float] | None = None,
    scenario: str = "reference",
) -> Tables:
    """Return tables of one scenario; technologies are named ``firm.library_id`` and stand in `sectors` or in steel."""
    told = [_row(scenario, row) for row in rows]
    names = sorted({str(row["technology"]) for row in told} - {""})
    entities = [
        {
            "technology": name,
            "firm": name.rpartition(".")[0] if not name.startswith("BUY") else "",
            "library_id": name.rpartition(".")[2],
            "sector": (sectors or {}).get(name, "steel"),
            "role": (roles or {}).get(name, "process"),
            "main_output": (outputs or {}).get(name, ""),
        }
        for name in names
    ]
    used = {str(row.get("commodity", "")) for row in told} | set((outputs or {}).values()) | {"any"}
    goods = [_commodity(name, (commodities or {}).get(name, {})) for name in sorted(used - {""})]
    members = [
        {"group": group, "technology": name, "weight": weight}
        for group, weights in (groups or {}).items()
        for name, weight in weights.items()
    ]
    return Tables(
        as_table(told, RESULT),
        pd.DataFrame(entities, columns=["technology", "firm", "library_id", "sector", "role", "main_output"]),
        pd.DataFrame(goods),
        pd.DataFrame(members, columns=["group", "technology", "weight"]),
        as_table([_limit(scenario, limit) for limit in limits], LIMITS),
        as_table([{"region": "r", "year": y, "value": v} for y, v in (gdp or {}).items()], GDP),
        as_table([{"region": "r", "year": y, "value": v} for y, v in (population or {}).items()], POPULATION),
    )


def _row(scenario: str, row: Row) -> dict[str, object]:
    quantity, technology, index, year, value = row
    column = "emission" if "emission" in quantity else "commodity"
    return {
        "scenario": scenario,
        "quantity": quantity,
        "region": "r",
        "technology": technology,
        column: index,
        "year": year,
        "value": value,
        "unit": "Mt",
    }


def _commodity(name: str, told: Mapping[str, object]) -> dict[str, object]:
    base = {"commodity": name, "base": name.rpartition(".")[2], "kind": "fuel", "fuel": "", "tce_per_unit": 0.0}
    return {**base, **told}


def _limit(scenario: str, limit: Limit) -> dict[str, object]:
    parameter, group, of, year, value = limit
    where = {"scenario": scenario, "parameter": parameter, "region": "r", "group": group, "reference_group": of}
    return {**where, "year": year, "value": value}


@pytest.fixture(scope="session")
def make() -> Make:
    """Return the factory of small tables (see `make_tables`)."""
    return make_tables


@pytest.fixture(scope="session")
def value() -> Value:
    """Return a reader of one number of an INDICATOR table, which fails unless there is exactly one."""

    def read(table: pd.DataFrame, indicator: str, year: int, **where: Any) -> float:
        wanted = {"firm": "", "sector": "", "item": "", **where, "indicator": indicator, "year": year}
        found = table
        for column, name in wanted.items():
            found = found.loc[found[column] == name]
        assert len(found) == 1, f"{len(found)} rows of {wanted}"
        return float(found["value"].iloc[0])

    return read


@pytest.fixture(scope="session")
def district() -> Tables:
    """Return the illustrative district in five scenarios."""
    tables = runpy.run_path(str(DISTRICT))["district_tables"]()
    assert isinstance(tables, Tables)
    return tables
