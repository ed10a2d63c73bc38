"""Capacity: what stands, how long, and what it can do in a year."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.district import District, build_district
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.specification import SystemSpecification
from carbonpath.system.technology_parameters import capacity_keeping, capacity_parameters


@pytest.fixture
def parameters(district: District, specification: SystemSpecification) -> dict[str, pd.DataFrame]:
    return capacity_parameters(district, specification)


def of(table: pd.DataFrame, technology: str) -> list[float]:
    return table.loc[table["technology"] == technology, "value"].to_list()


def test_power_makes_energy_in_the_hours_of_a_year(parameters: dict[str, pd.DataFrame]) -> None:
    """1 MW x 8760 h = 8760 MWh = 8.76e-3 TWh."""
    assert of(parameters["capacity_to_activity"], "F01.POWER") == [pytest.approx(8.76e-3)]


def test_yearly_capacity_is_activity(parameters: dict[str, pd.DataFrame]) -> None:
    assert of(parameters["capacity_to_activity"], "F01.OVEN") == [pytest.approx(1.0)]


def test_heat_capacity_makes_petajoules(
    tables_with: Callable[..., DistrictTables], specification: SystemSpecification
) -> None:
    """1 MW x 31 536 000 s = 0.031536 PJ."""
    boiler = {"library_id": "BOILER", "main_output": "gas_mix", "capacity_unit": "MW"}
    flow = {"library_id": "BOILER", "commodity": "gas_mix", "role": "output", "coefficient": 1, "unit": "GJ"}

    district = build_district("small", tables_with(technologies=[boiler], technology_flows=[flow]))

    found = capacity_parameters(district, specification)["capacity_to_activity"]
    assert of(found, "F01.BOILER") == [pytest.approx(0.031536)]


def test_asset_stands_until_the_year_of_its_retirement(parameters: dict[str, pd.DataFrame]) -> None:
    """4 Mt to 2021 and 3000 kt beside it: 7, 7, then 3."""
    assert of(parameters["residual_capacity"], "F01.OVEN") == pytest.approx([7.0, 7.0, 3.0, 3.0, 3.0])


def test_residual_capacity_names_its_assets(parameters: dict[str, pd.DataFrame]) -> None:
    table = parameters["residual_capacity"]

    assert table.loc[table["technology"] == "F01.OVEN", "source"].to_list()[1:3] == [
        "assets.csv: A1 A2",
        "assets.csv: A2",
    ]


def test_life_and_availability(parameters: dict[str, pd.DataFrame]) -> None:
    assert of(parameters["operational_life"], "F01.OVEN") == [20.0]
    assert of(parameters["availability_factor"], "F01.POWER") == [0.5] * 5


def test_link_keeps_no_capacity(district: District, parameters: dict[str, pd.DataFrame]) -> None:
    assert "F01.POOL" not in set(capacity_keeping(district)["technology"])
    assert all("F01.POOL" not in set(table["technology"]) for table in parameters.values())


def test_source_of_a_technology_is_never_blank(tables: DistrictTables) -> None:
    silent = tables["technologies"].assign(source="")

    district = build_district("small", {**tables, "technologies": silent})

    assert set(capacity_keeping(district)["source"]) == {"technologies.csv"}


def test_asset_in_a_wrong_unit_is_told_with_its_line(
    tables_with: Callable[..., DistrictTables], specification: SystemSpecification
) -> None:
    odd = {"asset": "X", "library_id": "POWER", "capacity": 1.0, "unit": "Mt/y"}

    with pytest.raises(DataError) as caught:
        capacity_parameters(build_district("small", tables_with(assets=[odd])), specification)

    assert [(p.code, p.file, p.place) for p in caught.value.problems] == [("CP-221", "assets.csv", "unit, line 8")]
