"""What technologies, exchanges, imports and residuals emit, and what an emission costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.calibration import Calibration
from carbonpath.system.carbon import CarbonTable
from carbonpath.system.district import District, build_district
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.emission_parameters import emission_activity_ratios, emission_prices, free_allocations
from carbonpath.system.market import build_market
from carbonpath.system.specification import SystemSpecification

CALIBRATION = Calibration(residuals={("F02", "glass"): -0.002})


def ratios(district: District, carbon: CarbonTable, specification: SystemSpecification) -> pd.DataFrame:
    market = build_market(district, "base", specification.years)
    return emission_activity_ratios(district, carbon, market, CALIBRATION, specification)


def of(table: pd.DataFrame, technology: str, emission: str = "co2") -> dict[int, float]:
    own = table[(table["technology"] == technology) & (table["emission"] == emission)]
    return dict(zip(own["year"], own["value"], strict=True))


def test_carbon_counted_at_the_seller_moves_with_the_gas(
    district: District, carbon: CarbonTable, specification: SystemSpecification
) -> None:
    found = ratios(district, carbon, specification)

    assert of(found, "F01.F02.gas_mix") == dict.fromkeys(specification.years, -0.045)


def test_exchange_of_gas_that_is_counted_where_it_is_burnt_moves_nothing(
    tables: DistrictTables, carbon: CarbonTable, specification: SystemSpecification
) -> None:
    staying = tables["exchanges"].assign(carbon_moves="no")

    found = ratios(build_district("small", {**tables, "exchanges": staying}), carbon, specification)

    assert of(found, "F01.F02.gas_mix") == {}


def test_residual_is_emitted_by_its_own_technology(
    district: District, carbon: CarbonTable, specification: SystemSpecification
) -> None:
    assert of(ratios(district, carbon, specification), "F02.RESIDUAL") == dict.fromkeys(specification.years, -0.002)


def test_imported_power_carries_the_grid_factor(
    district: District, carbon: CarbonTable, specification: SystemSpecification
) -> None:
    """600 kg/MWh in 2020, 0.4 t/MWh in 2024: Mt per TWh, linear between."""
    found = of(ratios(district, carbon, specification), "BUY.electricity", "co2_import")

    assert found == pytest.approx({2020: 0.6, 2021: 0.55, 2022: 0.5, 2023: 0.45, 2024: 0.4})


def test_what_is_not_bought_has_no_grid_factor(
    district: District, carbon: CarbonTable, specification: SystemSpecification
) -> None:
    found = ratios(district, carbon, replace(specification, imported_energy="coke"))

    assert set(found["emission"]) == {"co2"}


def test_region_of_the_grid_must_be_named_where_there_are_several(
    tables_with: Callable[..., DistrictTables], carbon: CarbonTable, specification: SystemSpecification
) -> None:
    row = {"region": "west", "year": 2020, "value": 0.1, "unit": "tCO2/MWh"}
    district = build_district("small", tables_with(grid_factors=[row]))

    with pytest.raises(DataError) as caught:
        ratios(district, carbon, specification)
    found = ratios(district, carbon, replace(specification, grid_region="west"))

    assert [(p.code, p.value) for p in caught.value.problems] == [("CP-214", "east, west")]
    assert of(found, "BUY.electricity", "co2_import")[2020] == pytest.approx(0.1)


def test_emission_has_a_price_from_its_first_year(district: District, specification: SystemSpecification) -> None:
    found = emission_prices(district, specification)

    assert dict(zip(found["year"], found["value"], strict=True)) == dict.fromkeys((2021, 2022, 2023, 2024), 50.0)


def test_free_allocation_is_benchmark_times_free_share(district: District, specification: SystemSpecification) -> None:
    """0.8 t per unit from 2020; 100 % free from 2021, 50 % from 2023."""
    found = of(free_allocations(district, specification), "F01.POWER")

    assert found == pytest.approx({2021: 0.8, 2022: 0.6, 2023: 0.4, 2024: 0.4})


@pytest.mark.parametrize("missing", ["free_allocation", "free_share"])
def test_without_benchmarks_nothing_is_free(
    tables: DistrictTables, specification: SystemSpecification, missing: str
) -> None:
    district = build_district("small", {**tables, missing: tables[missing].iloc[:0]})

    assert free_allocations(district, specification).empty
