"""What is bought and sold, by whom, and at what price per unit of the commodity."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.district import District, build_district
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.market import build_market, purchase_name, sale_name

YEARS = (2020, 2021, 2022)
MakeTables = Callable[..., DistrictTables]


def price(market: pd.DataFrame, technology: str, year: int = 2020) -> float:
    found = market[(market["technology"] == technology) & (market["year"] == year)]
    return float(found["value"].iloc[0])


def test_local_goods_are_bought_by_their_firm_and_shared_ones_by_the_district(district: District) -> None:
    market = build_market(district, "base", YEARS)

    assert sorted(set(market["technology"])) == [
        "BUY.electricity",
        "BUY.natural_gas",
        "F01.BUY.coal",
        "F01.BUY.steam_coal",
        "SELL.electricity",
    ]


def test_price_per_unit_of_the_commodity(district: District) -> None:
    """600 CNY/t over 20 GJ/t = 30 CNY/GJ; 30 000 CNY/1e4 Nm3 over 389.31 GJ; 0.6 CNY/kWh = 600 CNY/MWh."""
    market = build_market(district, "base", YEARS)

    assert price(market, "F01.BUY.coal", 2022) == pytest.approx(1200.0)
    assert price(market, "F01.BUY.steam_coal") == pytest.approx(30.0)
    assert price(market, "BUY.natural_gas") == pytest.approx(30_000 / 389.31)
    assert price(market, "BUY.electricity") == pytest.approx(600.0)


def test_sale_earns_the_share_of_the_price_that_the_seller_gets(district: District) -> None:
    assert price(build_market(district, "base", YEARS), "SELL.electricity") == pytest.approx(-0.9 * 400.0)


def test_item_priced_by_energy_needs_no_heating_value(tables_with: MakeTables) -> None:
    gas = {"commodity": "gas", "unit": "GJ", "purchase_price": "gas", "price_ncv": "50", "price_ncv_unit": "GJ/t"}
    flow = {"library_id": "MILL", "commodity": "gas", "role": "input", "coefficient": 1, "unit": "GJ"}
    tables = tables_with(
        commodities=[{**gas, "survey_item": "gas"}],
        technology_flows=[flow],
        prices=[{"item": "gas", "unit": "CNY/GJ", "value": 70.0}],
    )

    market = build_market(build_district("small", tables), "base", YEARS)

    assert price(market, "F01.BUY.gas") == 70.0


def test_what_nobody_uses_is_not_bought(tables_with: MakeTables) -> None:
    tables = tables_with(
        commodities=[{"commodity": "gold", "unit": "t", "purchase_price": "coal", "survey_item": "gold"}],
        technology_flows=[{"library_id": "MILL", "commodity": "gold", "role": "output", "coefficient": 1, "unit": "t"}],
    )

    market = build_market(build_district("small", tables), "base", YEARS)

    assert "F01.BUY.gold" not in set(market["technology"])


@pytest.mark.parametrize(
    ("item", "rows", "years"),
    [
        pytest.param("gold", [], "2020-2022", id="no price at all"),
        pytest.param("late", [{"item": "late", "unit": "CNY/t", "year": 2021, "value": 1.0}], "2020", id="late price"),
    ],
)
def test_what_has_no_price_is_not_free(
    tables_with: MakeTables, item: str, rows: list[dict[str, Any]], years: str
) -> None:
    tables = tables_with(
        commodities=[{"commodity": "ore", "unit": "t", "purchase_price": item, "survey_item": "ore"}],
        technology_flows=[{"library_id": "MILL", "commodity": "ore", "role": "input", "coefficient": 1, "unit": "t"}],
        prices=rows,
    )

    with pytest.raises(DataError) as caught:
        build_market(build_district("small", tables), "base", YEARS)

    assert [(p.code, p.value, p.details["years"]) for p in caught.value.problems] == [("CP-215", item, years)]


def test_one_missing_price_is_told_once_though_two_firms_need_it(tables_with: MakeTables) -> None:
    ore = {"commodity": "ore", "unit": "t", "purchase_price": "gold", "survey_item": "ore"}
    flows = [
        {"library_id": name, "commodity": "ore", "role": "input", "coefficient": 1, "unit": "t"}
        for name in ("MILL", "KILN")
    ]

    with pytest.raises(DataError) as caught:
        build_market(build_district("small", tables_with(commodities=[ore], technology_flows=flows)), "base", YEARS)

    assert len(caught.value.problems) == 1


def test_district_without_a_market_has_an_empty_one(tables: DistrictTables) -> None:
    closed = tables["commodities"].assign(purchase_price="", sale_price="")

    market = build_market(build_district("small", {**tables, "commodities": closed}), "base", YEARS)

    assert market.empty
    assert {"technology", "role", "year", "value"} <= set(market.columns)


def test_names_of_trades() -> None:
    assert (purchase_name("F01", "coal"), purchase_name("", "power")) == ("F01.BUY.coal", "BUY.power")
    assert (sale_name("F01", "tar"), sale_name("", "power")) == ("F01.SELL.tar", "SELL.power")
