"""Technologies and commodities of a system, with labels in both languages."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.system.calibration import Calibration
from carbonpath.system.district import District
from carbonpath.system.entities import commodity_table, technology_table, unit_by_base
from carbonpath.system.market import build_market
from carbonpath.system.network import exchange_table


@pytest.fixture
def technologies(district: District) -> pd.DataFrame:
    market = build_market(district, "base", (2020,))
    calibration = Calibration(residuals={("F02", "glass"): 0.1})
    return technology_table(district, market, exchange_table(district), calibration).set_index("technology")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("F01.OVEN", ("F01", "steel", "process", "coke", "Mt", "Mt/y"), id="process"),
        pytest.param("F01.POWER", ("F01", "power", "process", "electricity", "TWh", "MW"), id="power station"),
        pytest.param("F01.BUY.coal", ("F01", "market", "purchase", "F01.coal", "Mt", ""), id="purchase"),
        pytest.param("SELL.electricity", ("", "market", "sale", "electricity", "TWh", ""), id="sale"),
        pytest.param("F01.F02.gas_mix", ("F01", "market", "exchange", "F02.gas_mix", "PJ", ""), id="exchange"),
        pytest.param("F02.RESIDUAL", ("F02", "glass", "residual", "", "1", ""), id="residual"),
    ],
)
def test_technology_is_described(technologies: pd.DataFrame, name: str, expected: tuple[str, ...]) -> None:
    columns = ["firm", "sector", "role", "main_output", "activity_unit", "capacity_unit"]

    assert tuple(technologies.loc[name, columns]) == expected


def test_labels_come_in_both_languages(technologies: pd.DataFrame, district: District) -> None:
    coal = district.tables["commodities"].set_index("commodity").loc["coal"]

    assert technologies.loc["F01.BUY.coal", "zh"] == f"购入{coal['zh']}"
    assert technologies.loc["F01.BUY.coal", "en"] == f"Purchase of {coal['en']}"
    assert technologies.loc["F02.RESIDUAL", "zh"] == "未建模排放"


def test_technologies_are_sorted_and_named_once(technologies: pd.DataFrame) -> None:
    assert technologies.index.is_unique
    assert technologies.index.is_monotonic_increasing


def test_commodity_names_its_fuel(district: District) -> None:
    commodities = commodity_table(district).set_index("commodity")

    assert commodities.loc["F01.steam_coal", "fuel"] == "bituminous"
    assert commodities.loc["F01.hot_metal", "fuel"] == ""
    assert commodities.loc["F01.steam_coal", "tce_per_unit"] == 0.034


def test_unit_is_the_same_wherever_a_commodity_stands(district: District) -> None:
    assert unit_by_base(district)["gas_mix"] == "PJ"
