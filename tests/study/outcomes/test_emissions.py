"""Emissions as an outcome."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_studies import ask
from systems import growing_demand

from carbonpath.core.errors import ScenarioError
from carbonpath.indicators.emissions import IMPORT
from carbonpath.study.outcomes.emissions import reading
from carbonpath.system.system import System


def owned() -> System:
    """Return `growing_demand` with a firm and a sector for each technology."""
    system = growing_demand()
    table = system.technologies.assign(firm=["F01", "F02"], sector=["steel", "steel"])
    return replace(system, technologies=table)


def told(**asked: object) -> list[list[str]]:
    found = reading(ask(owned(), **{"indicator": "emissions", "boundary": "scope1", **asked}))  # type: ignore[arg-type]
    assert found is not None
    return [[f"{key.family} {key.place[1]} {key.place[-1]}" for key in keys] for keys in found.sums]


def test_the_district_of_each_year() -> None:
    assert told(year="all") == [[f"annual_emissions co2 {year}"] for year in (2020, 2021, 2022)]


def test_a_sum_over_the_years_so_far() -> None:
    (keys,) = told(indicator="cumulative_emissions", year=2021)

    assert keys == ["annual_emissions co2 2020", "annual_emissions co2 2021"]


@pytest.mark.parametrize("part", [{"firm": "F02"}, {"sector": "steel"}], ids=["a firm", "a sector"])
def test_a_part_of_the_district_is_what_its_technologies_emit(part: dict[str, str]) -> None:
    assert told(year=2021, **part) == [["technology_emissions dirty 2021"]]


@pytest.mark.parametrize(
    "wrong",
    [{"boundary": "scope9"}, {"firm": "F09"}, {"firm": "F01", "sector": "steel"}],
    ids=["unknown boundary", "unknown firm", "firm and sector at once"],
)
def test_what_the_system_does_not_have_is_absent(wrong: dict[str, str]) -> None:
    with pytest.raises(ScenarioError) as raised:
        told(**wrong)

    assert raised.value.problems[0].code == "CP-468"


def test_imports_as_a_sector_are_left_to_the_table() -> None:
    assert reading(ask(owned(), indicator="emissions", boundary="scope1", sector=IMPORT)) is None
    assert reading(ask(owned(), indicator="total_cost")) is None
