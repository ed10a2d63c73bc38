"""Prices of what is bought and sold, and of carbon, follow another path."""

from __future__ import annotations

import pytest
from systems import make_system


def test_purchase_price_holds_for_every_buyer_and_nothing_else(effect):
    changed = effect(
        """
        price:
          purchases:
            - {commodity: steam_coal, unit: CNY/GJ, values: {2022: 35}, reason: r, source: s}
        """
    )

    assert changed == {
        ("variable_cost", f"{firm}.BUY.steam_coal", "1", year): pytest.approx(35.0)
        for firm in ("F01", "F04")
        for year in (2022, 2023)
    }


def test_price_of_a_sale_is_an_income(effect):
    changed = effect(
        """
        price:
          sales:
            - {commodity: coal_tar, unit: 元/t, values: {2023: 2500}, reason: r, source: s}
        """
    )

    assert changed == {("variable_cost", "F01.SELL.coal_tar", "1", 2023): pytest.approx(-2500.0)}


def test_scale_multiplies_the_price_of_the_system(effect):
    changed = effect(
        """
        price:
          purchase_scales:
            - {commodity: coking_coal, values: {2021: 1.0, 2023: 1.2}, reason: r, source: s}
          sale_scales:
            - {commodity: coal_tar, values: {2023: 0.5}, reason: r, source: s}
        """
    )

    assert changed == {
        ("variable_cost", "F01.BUY.coking_coal", "1", 2022): pytest.approx(1650.0),
        ("variable_cost", "F01.BUY.coking_coal", "1", 2023): pytest.approx(1800.0),
        ("variable_cost", "F01.SELL.coal_tar", "1", 2023): pytest.approx(-1000.0),
    }


def test_carbon_price_follows_its_path(effect):
    changed = effect("price: {carbon: {unit: CNY/t, values: {2021: 60, 2023: 100}, reason: r, source: s}}")

    assert changed == {
        ("emission_price", "co2", 2021): 60.0,
        ("emission_price", "co2", 2022): 80.0,
        ("emission_price", "co2", 2023): 100.0,
    }


@pytest.mark.parametrize(
    ("block", "code", "key"),
    [
        (
            "purchases: [{commodity: steam_cole, unit: CNY/GJ, values: {2022: 1}, reason: r, source: s}]",
            "CP-455",
            "commodity",
        ),
        (
            "sales: [{commodity: steam_coal, unit: CNY/GJ, values: {2022: 1}, reason: r, source: s}]",
            "CP-455",
            "commodity",
        ),
        (
            "purchases: [{commodity: steam_coal, unit: CNY/t, values: {2022: 1}, reason: r, source: s}]",
            "CP-448",
            "unit",
        ),
        ("carbon: {emission: co3, unit: CNY/t, values: {2022: 1}, reason: r, source: s}", "CP-458", "emission"),
    ],
    ids=["unknown commodity", "nobody sells it", "per tonne of what is counted in GJ", "unknown emission"],
)
def test_what_does_not_fit_is_refused_with_its_line(refused, block, code, key):
    (problem,) = refused(f"price:\n  {block}\n")

    assert problem.code == code
    assert f".{key}, line 4" in problem.place


@pytest.fixture
def two_purchases():
    """Return 10 Mt a year of a good from ore (2 CNY, its slag sells at 1 CNY) or scrap (3 CNY): 15 a year, all ore."""
    return make_system(
        ["BUY.ore", "BUY.scrap", "melt_ore", "melt_scrap", "SELL.slag"],
        {"ore": "equal", "scrap": "equal", "good": "equal", "slag": "surplus"},
        {
            "output_activity_ratio": {
                ("BUY.ore", "ore", "1"): 1.0,
                ("BUY.scrap", "scrap", "1"): 1.0,
                ("melt_ore", "good", "1"): 1.0,
                ("melt_ore", "slag", "1"): 0.5,
                ("melt_scrap", "good", "1"): 1.0,
            },
            "input_activity_ratio": {
                ("melt_ore", "ore", "1"): 1.0,
                ("melt_scrap", "scrap", "1"): 1.0,
                ("SELL.slag", "slag", "1"): 1.0,
            },
            "variable_cost": {("BUY.ore", "1"): 2.0, ("BUY.scrap", "1"): 3.0, ("SELL.slag", "1"): -1.0},
            "emission_activity_ratio": {("melt_ore", "co2", "1"): 1.0},
            "demand": {("good",): 10.0},
            "discount_rate": {(): 0.0},
        },
        years=(2020, 2021),
    )


@pytest.mark.parametrize(
    ("block", "ore", "cost"),
    [
        ("purchases: [{commodity: ore, unit: CNY/t, values: {2021: 3.2}, reason: r, source: s}]", 10.0, 27.0),
        ("purchases: [{commodity: ore, unit: CNY/t, values: {2021: 4}, reason: r, source: s}]", 0.0, 30.0),
        ("purchase_scales: [{commodity: scrap, values: {2021: 0.4}, reason: r, source: s}]", 0.0, 12.0),
        ("sales: [{commodity: slag, unit: CNY/t, values: {2021: 2}, reason: r, source: s}]", 10.0, 10.0),
        ("sale_scales: [{commodity: slag, values: {2021: 0}, reason: r, source: s}]", 10.0, 20.0),
        ("carbon: {unit: CNY/t, values: {2021: 1}, reason: r, source: s}", 10.0, 25.0),
        ("carbon: {unit: CNY/t, values: {2021: 2}, reason: r, source: s}", 0.0, 30.0),
    ],
    ids=["dearer ore", "ore too dear", "cheap scrap", "dear slag", "worthless slag", "carbon", "dear carbon"],
)
def test_least_cost_plan_follows_the_price(solve, two_purchases, block, ore, cost):
    # ore: price - 0.5 x price of slag + price of carbon; scrap: its price; 10 x 1.5 = 15 in 2020
    answer = solve(two_purchases, f"price:\n  {block}\n")

    assert answer.made("BUY.ore")[0] == pytest.approx(ore)
    assert answer.cost == pytest.approx(15 + cost)


def test_left_out_it_changes_nothing(solve, two_purchases):
    assert solve(two_purchases).cost == pytest.approx(30.0)
