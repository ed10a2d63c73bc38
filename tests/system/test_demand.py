"""Demand of one variant, in the unit of the commodity; in the base year what the survey says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from carbonpath.system.calibration import Calibration
from carbonpath.system.demand import demands
from carbonpath.system.district import District, build_district
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.specification import SystemSpecification


def of(table: pd.DataFrame, commodity: str) -> dict[int, float]:
    own = table[table["commodity"] == commodity]
    return dict(zip(own["year"], own["value"], strict=True))


def test_demand_in_the_unit_of_the_model(district: District, specification: SystemSpecification) -> None:
    found = demands(district, Calibration(), specification)

    assert of(found, "F02.glass") == pytest.approx(dict.fromkeys(specification.years, 0.6))


def test_base_year_is_what_the_survey_says(district: District, specification: SystemSpecification) -> None:
    found = demands(district, Calibration(base_demand={"F01.steel": 9.9}), specification)

    assert of(found, "F01.steel") == {2020: 9.9, 2021: 10.0, 2022: 10.0, 2023: 10.0, 2024: 10.0}
    assert of(found, "electricity")[2020] == 1.0


def test_variant_is_chosen(tables_with: Callable[..., DistrictTables], specification: SystemSpecification) -> None:
    low = {"commodity": "F01.steel", "variant": "low", "year": 2021, "value": 5.0, "unit": "Mt/y"}
    district = build_district("small", tables_with(demand=[low]))

    found = demands(district, Calibration(), replace(specification, demand_variant="low"))

    assert of(found, "F01.steel") == dict.fromkeys((2021, 2022, 2023, 2024), 5.0)
    assert set(found["source"]) == {"demand.csv line 17: low; by hand"}


def test_demand_is_linear_between_years_and_constant_after_the_last(
    tables_with: Callable[..., DistrictTables], specification: SystemSpecification
) -> None:
    row = {"commodity": "F01.steel", "variant": "low", "unit": "Mt/y"}
    points = [{**row, "year": 2020, "value": 4.0}, {**row, "year": 2022, "value": 6.0}]
    district = build_district("small", tables_with(demand=points))

    found = demands(district, Calibration(), replace(specification, demand_variant="low", last_year=2060))

    steel = of(found, "F01.steel")
    assert [steel[year] for year in (2020, 2021, 2022, 2060)] == [4.0, 5.0, 6.0, 6.0]


def test_years_beyond_the_horizon_are_left_out(district: District, specification: SystemSpecification) -> None:
    found = demands(district, Calibration(), replace(specification, last_year=2021))

    assert sorted(set(found["year"])) == [2020, 2021]
