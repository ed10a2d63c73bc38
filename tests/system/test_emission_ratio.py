"""Emission per unit of activity, worked out by hand; carbon is counted once, where it is released."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.carbon import Carbon, CarbonTable
from carbonpath.system.district import District, build_district
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.emission_ratio import emission_ratios


def ratios(district: District, carbon: CarbonTable) -> dict[str, float]:
    table = emission_ratios(district, carbon)
    return dict(zip(table["technology"], table["value"], strict=True))


def test_coke_oven_emits_the_carbon_that_its_products_do_not_take(district: District, carbon: CarbonTable) -> None:
    """1.5 t coal x 2.6 - 1 t coke x 3.0 - 8 GJ gas x 0.045 = 3.9 - 3.0 - 0.36 = 0.54 tCO2 per t of coke."""
    assert ratios(district, carbon)["F01.OVEN"] == pytest.approx(0.54)


def test_gas_is_counted_where_it_enters_the_pool_and_not_where_it_is_used(
    district: District, carbon: CarbonTable
) -> None:
    """1 GJ of coke-oven gas x 0.045; mill and power station burn what was counted already."""
    found = ratios(district, carbon)

    assert found["F01.POOL"] == pytest.approx(0.045)
    assert found["F01.POWER"] == 0.0


def test_fuel_is_burnt_with_its_oxidation(district: District, carbon: CarbonTable) -> None:
    """1 GJ coal x 0.1 x 0.98."""
    assert ratios(district, carbon)["F01.COFIRE"] == pytest.approx(0.098)


def test_process_emission_is_added(district: District, carbon: CarbonTable) -> None:
    """6 GJ natural gas x 0.056 x 0.99 + 1 GJ mixed gas x 0.045 + 0.2 t of carbonates."""
    assert ratios(district, carbon)["F02.KILN"] == pytest.approx(6 * 0.056 * 0.99 + 0.045 + 0.2)


def test_firm_is_accounted_with_its_own_carbon(district: District, carbon: CarbonTable) -> None:
    own = CarbonTable(carbon.defaults, {("F01", "steam_coal"): Carbon(0.2, 1.0, "measured")})

    assert ratios(district, own)["F01.COFIRE"] == pytest.approx(0.2)


def test_off_gas_used_as_natural_gas_leaves_its_own_carbon(
    tables_with: Callable[..., DistrictTables], carbon: CarbonTable
) -> None:
    """The user of natural gas emits 0.056 x 0.99; refinery gas holds 0.067 at 0.98: the link adds the difference."""
    link = {"library_id": "REFGAS", "main_output": "natural_gas", "role": "link"}
    flows = [
        {"library_id": "REFGAS", "commodity": "natural_gas", "role": "output", "coefficient": 1, "unit": "GJ"},
        {"library_id": "REFGAS", "commodity": "off_gas", "role": "input", "coefficient": 1, "unit": "GJ"},
    ]
    gas = {"commodity": "off_gas", "unit": "GJ", "carbon": "fuel:refinery_dry_gas", "survey_item": "off_gas"}
    tables = tables_with(
        technologies=[link], technology_flows=[{**flow, "carbon": "burnt"} for flow in flows], commodities=[gas]
    )
    known = CarbonTable({**carbon.defaults, "off_gas": Carbon(0.067, 0.98, "by hand")}, {})

    found = ratios(build_district("small", tables), known)

    assert found["F01.REFGAS"] == pytest.approx(0.067 * 0.98 - 0.056 * 0.99)


def test_carbon_that_nobody_knows_is_an_error(district: District, carbon: CarbonTable) -> None:
    known = {name: held for name, held in carbon.defaults.items() if name not in ("gas_mix", "coal")}

    with pytest.raises(DataError) as caught:
        emission_ratios(district, CarbonTable(known, {}))

    assert [(p.code, p.place, p.value) for p in caught.value.problems] == [
        ("CP-227", "F01", "coal"),
        ("CP-227", "F02", "gas_mix"),
    ]
