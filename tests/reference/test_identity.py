"""Every number has one id."""

from __future__ import annotations

import pytest

from carbonpath.reference.factors import load_factors
from carbonpath.reference.identity import COLUMNS, factor_table


@pytest.mark.parametrize(
    ("factor", "value", "unit"),
    [
        ("fuel.general.coke.net_calorific_value", 28.435, "GJ/t"),
        ("material.general.clinker.process_emission_factor", 0.535, "tCO2/t"),
        ("energy.grid_average.hubei.2021", 0.3672, "tCO2/MWh"),
        ("vehicle.road_diesel.ch4", 3.9, "kg/TJ"),
        ("oxidation.ndrc_2013_cement.solid_fuel.power_boiler", 0.95, "1"),
        ("gwp.AR5GWP100.CH4_fossil", 30, "tCO2e/t"),
        ("constant.standard_coal_energy", 29.3076, "GJ/tce"),
    ],
)
def test_a_number_is_found_by_its_id(factor, value, unit):
    found = factor_table(load_factors()).set_index("factor").loc[factor]

    assert (found["value"], found["unit"]) == (value, unit)


def test_no_two_numbers_share_an_id():
    table = factor_table(load_factors())

    assert table["factor"].is_unique
    assert list(table.columns) == list(COLUMNS)
