"""Which rows of a parameter a change means."""

from __future__ import annotations

import pytest
from systems import growing_demand

from carbonpath.core.errors import ScenarioError
from carbonpath.model.system_parameters import read_parameters
from carbonpath.study.rows import Ground, check_names, complete, listed, matching

SYSTEM = growing_demand()
ROWS = {name: tuple(values) for name, values in read_parameters(SYSTEM).items()}
GROUND = Ground(SYSTEM, ROWS, "small.yaml")


def costs(**where: object) -> list[tuple[object, ...]]:
    found = matching(ROWS["variable_cost"], "variable_cost", where)  # type: ignore[arg-type]
    return [index[1:] for index in found]


@pytest.mark.parametrize(
    ("where", "count"),
    [({}, 6), ({"technology": "cl*"}, 3), ({"technology": ("clean", "dirty"), "year": 2021}, 2), ({"year": 2030}, 0)],
    ids=["all", "a pattern", "a list and a year", "nothing"],
)
def test_rows_match_names_patterns_and_lists(where: dict[str, object], count: int) -> None:
    assert len(costs(**where)) == count


def test_matches_are_sorted() -> None:
    assert costs() == sorted(costs())


def test_a_change_that_sets_may_name_rows_that_are_not_there() -> None:
    found = complete("max_activity", {"technology": "dirty"}, SYSTEM, (2021, 2022))

    assert found == [("district", "dirty", 2021), ("district", "dirty", 2022)]


@pytest.mark.parametrize("where", [{}, {"technology": "di*"}], ids=["technology left out", "a pattern"])
def test_a_row_is_only_named_in_full(where: dict[str, str]) -> None:
    assert complete("max_activity", where, SYSTEM, (2021,)) == []


def test_rows_outside_the_years_are_left_alone() -> None:
    found = GROUND.find("demand", {}, (2021,), sets=False, place="line 1")

    assert found == [("district", "good", 2021)]


def test_a_change_that_matches_nothing_is_an_error() -> None:
    with pytest.raises(ScenarioError) as raised:
        GROUND.find("demand", {"commodity": "heat"}, (2021,), sets=False, place="line 9")

    problem = raised.value.problems[0]
    assert (problem.code, problem.place, problem.details["where"]) == ("CP-463", "line 9", "commodity=heat")


def test_numbers_are_converted_into_the_unit_of_the_row() -> None:
    index = ("district", "good", 2021)

    assert GROUND.unit_factors("demand", [index], "t", "line 1") == pytest.approx([1e-6])
    assert GROUND.unit_factors("demand", [index], "", "line 1") == [1.0]


def test_a_unit_that_does_not_fit_is_an_error() -> None:
    with pytest.raises(ScenarioError) as raised:
        GROUND.unit_factors("demand", [("district", "good", 2021)], "MWh", "line 9")

    assert raised.value.problems[0].code == "CP-470"


def test_unknown_names_are_told_with_the_nearest() -> None:
    (unknown,) = check_names("variable_costs", {}, "small.yaml", "line 1")
    (index,) = check_names("variable_cost", {"fuel": "coal"}, "small.yaml", "line 1")

    assert (unknown.code, unknown.details["nearest"]) == ("CP-462", "variable_cost")
    assert (index.code, index.details["index"]) == ("CP-431", "fuel")


def test_one_name_is_a_list_of_one() -> None:
    assert (listed("a"), listed(("a", "b"))) == (("a",), ("a", "b"))
