"""A solution told as tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import REGION, clean_and_dirty, coal_cap, one_of_everything, plant_to_build

from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import check_table
from carbonpath.core.vocabulary import quantities
from carbonpath.model.run import solve_system
from carbonpath.model.solution import NOTHING


def test_tables_follow_the_schema_and_are_sorted() -> None:
    outcome = solve_system(one_of_everything(), scenario="all")

    for table in (outcome.result, outcome.duals):
        assert check_table(table, RESULT) == []
        assert set(table["scenario"]) == {"all"}
        assert table.equals(table.sort_values(RESULT.names[:-2], kind="stable").reset_index(drop=True))


def test_every_quantity_is_in_the_vocabulary_and_told_once() -> None:
    result = solve_system(one_of_everything()).result

    assert set(result["quantity"]) <= set(quantities())
    assert not result.duplicated(subset=RESULT.names[:-2]).any()


def test_all_that_is_promised_is_told() -> None:
    result = solve_system(one_of_everything()).result

    assert set(result["quantity"]) == {
        "activity",
        "annual_activity",
        "annual_emissions",
        "boundary_emissions",
        "capital_investment",
        "disposal",
        "emission_cost",
        "fixed_operating_cost",
        "group_activity",
        "new_capacity",
        "production",
        "retired_capacity",
        "salvage_value",
        "technology_emissions",
        "total_capacity",
        "total_discounted_cost",
        "use",
        "variable_operating_cost",
    }


def test_zero_rows_are_left_out() -> None:
    result = solve_system(clean_and_dirty()).result

    assert (result["value"].abs() >= NOTHING).all()
    assert "clean" not in set(result["technology"])


def test_units_are_those_of_technologies_commodities_and_groups() -> None:
    result = solve_system(coal_cap()).result.set_index("quantity")["unit"]

    assert result["group_activity"] == "Mtce"
    assert set(result["production"]) == {"Mt"}
    assert result["total_discounted_cost"] == "million CNY"


def test_prices_are_money_of_their_year(number: Callable[..., float]) -> None:
    outcome = solve_system(plant_to_build(years=(2020, 2021, 2022), capital_cost={}, operational_life={}))

    prices = [number(outcome.duals, "commodity_price", year=year) for year in (2020, 2021, 2022)]
    assert prices == pytest.approx([1000.0] * 3)


def test_a_system_with_one_timeslice_tells_prices_without_it() -> None:
    assert set(solve_system(clean_and_dirty()).duals["timeslice"]) == {""}
    assert set(solve_system(one_of_everything()).duals["timeslice"]) == {"", "day", "night"}


def test_the_region_is_told(number: Callable[..., float]) -> None:
    outcome = solve_system(clean_and_dirty())

    assert number(outcome.result, "total_discounted_cost", region=REGION, year=2020) == pytest.approx(outcome.objective)
