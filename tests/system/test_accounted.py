"""Carbon and process emissions of a firm are those of its own inventory."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.system.accounted import accounted_carbon, accounted_process
from carbonpath.system.district import District, build_district
from carbonpath.system.district_tables import DistrictTables


def test_carbon_is_the_mean_over_all_amounts(district: District, content_of: Callable[..., pd.DataFrame]) -> None:
    """1 t at 2.0 and 3 t at 3.0 tCO2: 11 / 4."""
    coke = {"facility": "furnace", "activity": "input", "item": "coke", "unit": "t"}
    rows = [{**coke, "value": 1.0, "co2_content": 2.0}, {**coke, "value": 3.0, "co2_content": 9.0}]

    assert accounted_carbon(district, content_of(rows))[("F01", "coke")].content == pytest.approx(2.75)


def test_carbon_of_energy_is_per_gigajoule(district: District, survey: pd.DataFrame) -> None:
    found = accounted_carbon(district, survey)[("F01", "steam_coal")]

    assert (found.content, found.oxidation) == (pytest.approx(0.1), pytest.approx(0.98))
    assert found.source == "inventory of F01"


def test_what_is_not_burnt_is_wholly_oxidised(district: District, survey: pd.DataFrame) -> None:
    assert accounted_carbon(district, survey)[("F01", "coal")].oxidation == 1.0


def test_goods_reported_as_one_item_share_its_carbon(
    tables_with: Callable[..., DistrictTables], survey: pd.DataFrame
) -> None:
    breeze = {"commodity": "breeze", "unit": "t", "carbon": "fuel:coke", "survey_item": "coke"}

    found = accounted_carbon(build_district("small", tables_with(commodities=[breeze])), survey)

    assert found[("F01", "breeze")] == found[("F01", "coke")]


def test_item_of_unknown_mass_or_without_carbon_is_left_out(
    district: District, content_of: Callable[..., pd.DataFrame]
) -> None:
    volume = {"facility": "ovens", "activity": "input", "item": "washed_coal", "value": 1.0, "unit": "m3"}
    steel = {"facility": "mill", "activity": "output", "item": "steel_product", "value": 1.0, "unit": "t"}

    assert accounted_carbon(district, content_of([volume, steel])) == {}


def test_process_emission_per_unit_of_activity(district: District, emissions_of: Callable[..., pd.DataFrame]) -> None:
    kiln = {"firm": "F02", "facility": "kiln"}
    rows = emissions_of(
        [
            {**kiln, "method": "glass", "value": 60_000.0},
            {**kiln, "method": "carbonate_use", "value": 30_000.0},
            {**kiln, "method": "stationary_combustion", "value": 500_000.0},
            {**kiln, "method": "glass", "gas": "CH4", "value": 7.0},
        ]
    )

    found = accounted_process(district, rows, {"F02.KILN": 0.6, "F01.MILL": 10.0, "F01.OVEN": 0.0})

    assert found == {"F02.KILN": pytest.approx(0.15), "F01.MILL": 0.0}
