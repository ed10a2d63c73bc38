"""Some things balance and run in every timeslice, others for the year: answers worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from levelled_systems import sunny_furnace, winter_heat, with_load_profile
from systems import clean_plant, coal_cap, growing_demand, old_plant, plant_to_build

from carbonpath.core.errors import VerificationError
from carbonpath.model.run import solve_system
from carbonpath.model.verify import check_result
from carbonpath.system.system import System

ANNUAL = {
    "a cap": coal_cap(),
    "building": plant_to_build(),
    "growing demand": growing_demand(),
    "a plant with a life": clean_plant(),
    "old plant": old_plant(max_retired_capacity={("plant",): 10.0}),
}


@pytest.mark.parametrize("annual", ANNUAL.values(), ids=ANNUAL)
@pytest.mark.parametrize("yearly", [slice(0, 1), slice(0, None)], ids=["the first at the year", "all at the year"])
def test_one_timeslice_as_long_as_the_year_gives_the_annual_answer(annual: System, yearly: slice) -> None:
    levelled = replace(
        annual,
        timeslices={"whole": 1.0},
        yearly_technologies=tuple(annual.technologies["technology"][yearly]),
        yearly_commodities=tuple(annual.commodities["commodity"][yearly]),
    )
    told, expected = solve_system(levelled), solve_system(annual)

    assert told.objective == expected.objective
    by_year = told.result[~told.result["quantity"].str.startswith("timeslice_")].drop(columns="timeslice")
    assert by_year.reset_index(drop=True).equals(expected.result.drop(columns="timeslice"))


def test_a_furnace_of_the_year_takes_power_alike_by_day_and_night(number: Callable[..., float]) -> None:
    outcome = solve_system(sunny_furnace())

    assert outcome.objective == pytest.approx(10.0)
    for timeslice in ("day", "night"):
        assert number(outcome.result, "timeslice_use", technology="furnace", timeslice=timeslice) == pytest.approx(1.0)
    assert number(outcome.result, "timeslice_production", technology="grid", timeslice="night") == pytest.approx(1.0)
    assert number(outcome.result, "timeslice_production", technology="sun", timeslice="day") == pytest.approx(1.0)


def test_what_the_sun_gives_too_much_is_sold_or_stored(number: Callable[..., float]) -> None:
    sold, stored = solve_system(sunny_furnace(sale=3.0)), solve_system(sunny_furnace(battery=True))

    assert sold.objective == pytest.approx(7.0)
    assert stored.objective == pytest.approx(2.0)
    assert number(stored.result, "timeslice_use", technology="battery", timeslice="day") == pytest.approx(1.0)
    assert number(stored.result, "timeslice_production", technology="battery", timeslice="night") == pytest.approx(0.8)


def test_a_battery_is_worth_what_it_saves(number: Callable[..., float]) -> None:
    small = {"residual_storage_capacity": {("cells",): 0.25 / 365.0}}

    assert solve_system(sunny_furnace(battery=True, **small)).objective == pytest.approx(8.0)


def test_heat_of_summer_does_not_serve_winter(number: Callable[..., float]) -> None:
    of_the_year, of_the_timeslice = solve_system(winter_heat(by_timeslice=False)), solve_system(winter_heat())

    assert of_the_year.objective == pytest.approx(24.0)
    assert of_the_timeslice.objective == pytest.approx(28.0)
    assert number(of_the_timeslice.result, "production", technology="boiler") == pytest.approx(2.0)


def test_a_load_profile_says_when_a_technology_of_the_year_runs(number: Callable[..., float]) -> None:
    by_day = with_load_profile(sunny_furnace(), "furnace", {"day": 0.9, "night": 0.1})
    outcome = solve_system(by_day)

    assert outcome.objective == pytest.approx(2.0)
    assert number(outcome.result, "timeslice_use", technology="furnace", timeslice="day") == pytest.approx(1.8)
    assert check_result(outcome.result, by_day) == []


def test_a_price_by_timeslice_is_that_of_what_balances_in_it(number: Callable[..., float]) -> None:
    duals = solve_system(sunny_furnace()).duals

    assert number(duals, "commodity_price", commodity="power", timeslice="night") == pytest.approx(10.0)
    assert number(duals, "commodity_price", commodity="power", timeslice="day") == pytest.approx(0.0)
    steel = duals[duals["commodity"] == "steel"]
    assert steel["timeslice"].tolist() == [""]
    assert steel["value"].tolist() == pytest.approx([0.2 * (0.5 * 10.0)])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"yearly_technologies": ("furnace", "oven")}, "CP-530"),
        ({"yearly_commodities": ("ore", "heat")}, "CP-530"),
        ({"timeslices": {"annual": 0.5, "night": 0.5}}, "CP-531"),
        ({"yearly_technologies": ("furnace", "sun")}, "CP-532"),
    ],
    ids=["technology", "commodity", "timeslice called as the year", "profile of what runs for the year"],
)
def test_a_level_that_does_not_fit_is_refused(changes: dict[str, object], code: str) -> None:
    with pytest.raises(VerificationError) as caught:
        solve_system(replace(sunny_furnace(), **changes))

    assert code in {problem.code for problem in caught.value.problems}


@pytest.mark.parametrize(
    ("technology", "shares", "code"),
    [("grid", {"day": 1.0}, "CP-533"), ("furnace", {"day": 0.9, "night": 0.2}, "CP-534")],
    ids=["of what runs by timeslice", "that does not add up"],
)
def test_a_load_profile_that_does_not_fit_is_refused(technology: str, shares: dict[str, float], code: str) -> None:
    with pytest.raises(VerificationError) as caught:
        solve_system(with_load_profile(sunny_furnace(), technology, shares))

    assert [problem.code for problem in caught.value.problems] == [code]
