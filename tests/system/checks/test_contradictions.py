"""A lower limit is not above the upper one, nor above what stands in the base year."""

from __future__ import annotations

import pytest
from systems import make_system

from carbonpath.system.checks.contradictions import check_contradictions
from carbonpath.system.system import System


def power(**parameters: dict[tuple[object, ...], float]) -> System:
    """1000 MW that can run half of the year: 4.38 TWh."""
    standing: dict[str, dict[tuple[object, ...], float]] = {
        "residual_capacity": {("plant", 2020): 1000.0},
        "capacity_to_activity": {("plant",): 8.76e-3},
        "availability_factor": {("plant",): 0.5},
    }
    return make_system(
        {"plant": "MW", "link": ""},
        {"power": "equal"},
        {**standing, **parameters},
        years=(2020, 2021),
        groups={"plants": {"plant": 1.0}, "all": {"plant": 1.0}},
    )


def told(system: System) -> list[tuple[str, str, str]]:
    assert {p.code for p in check_contradictions(system)} <= {"CP-226"}
    return [(p.place, p.value, p.details["ceiling"]) for p in check_contradictions(system)]


@pytest.mark.parametrize(
    ("lower", "upper", "index"),
    [
        pytest.param("min_activity", "max_activity", ("link", 2021), id="activity"),
        pytest.param("min_capacity", "max_capacity", ("plant", 2021), id="capacity"),
        pytest.param("min_new_capacity", "max_new_capacity", ("plant", 2021), id="new capacity"),
        pytest.param("min_group_activity", "max_group_activity", ("plants", 2021), id="group activity"),
        pytest.param("min_group_share", "max_group_share", ("plants", "all", 2021), id="group share"),
    ],
)
def test_crossed_limits_are_told(lower: str, upper: str, index: tuple[object, ...]) -> None:
    place = f"{lower}[district, {', '.join(str(part) for part in index)}]"

    assert told(power(**{lower: {index: 5.0}, upper: {index: 4.0}})) == [(place, "5", "4")]
    assert told(power(**{lower: {index: 4.0}, upper: {index: 4.0}})) == []
    assert told(power(**{lower: {index: 5.0}})) == []


def test_activity_beyond_the_capacity_of_the_base_year_is_told() -> None:
    assert told(power(min_activity={("plant", 2020): 4.4})) == [("min_activity[district, plant, 2020]", "4.4", "4.38")]
    assert told(power(min_activity={("plant", 2020): 4.38})) == []


def test_capacity_beyond_what_stands_in_the_base_year_is_told() -> None:
    assert told(power(min_capacity={("plant", 2020): 1200.0})) == [
        ("min_capacity[district, plant, 2020]", "1200", "1000")
    ]


def test_later_years_can_be_built_for() -> None:
    assert told(power(min_activity={("plant", 2021): 9.0}, min_capacity={("plant", 2021): 2000.0})) == []


def test_base_year_that_can_be_built_for_is_not_told() -> None:
    assert told(power(min_activity={("plant", 2020): 9.0}, capital_cost={("plant", 2020): 1.0})) == []


def test_technology_that_keeps_no_capacity_can_do_anything() -> None:
    assert told(power(min_activity={("link", 2020): 9.0})) == []


def test_technology_without_standing_capacity_can_do_nothing() -> None:
    assert told(power(residual_capacity={}, min_activity={("plant", 2020): 1.0})) == [
        ("min_activity[district, plant, 2020]", "1", "0")
    ]
