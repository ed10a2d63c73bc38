"""Changes alter what they name and nothing else; what cannot be applied is told, all of it."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from systems import clean_and_dirty

from carbonpath.core.errors import ScenarioError
from carbonpath.system.change import Change, Operation
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System

SYSTEM = clean_and_dirty(max_activity={("dirty", 2020): 60.0, ("clean", 2020): 70.0})
"""Two technologies with a limit and a cost each."""


def change(operation: Operation, value: float = 0.0, parameter: str = "max_activity", **where: str | int) -> Change:
    return Change(parameter, where, operation, value, source="s.yaml:7", lever="lever")


def limit(system: System, technology: str) -> float | None:
    table = system.parameter("max_activity")
    found = table.loc[table["technology"] == technology, "value"]
    return float(found.iloc[0]) if len(found) else None


def problems(*changes: Change) -> list[tuple[str, str]]:
    with pytest.raises(ScenarioError) as caught:
        apply_changes(SYSTEM, changes)
    assert {(p.file, p.place) for p in caught.value.problems} == {("s.yaml:7", "lever")}
    return [(p.code, p.value) for p in caught.value.problems]


def assert_same(one: System, other: System) -> None:
    assert set(one.parameters) == set(other.parameters)
    for name, table in one.parameters.items():
        pd.testing.assert_frame_equal(table, other.parameters[name])


@pytest.mark.parametrize(
    ("operation", "value", "expected"),
    [
        pytest.param("set", 5.0, 5.0, id="set"),
        pytest.param("scale", 0.5, 30.0, id="scale"),
        pytest.param("add", -10.0, 50.0, id="add"),
        pytest.param("clear", 0.0, None, id="clear"),
    ],
)
def test_operation_alters_the_rows_that_match(operation: Operation, value: float, expected: float | None) -> None:
    changed = apply_changes(SYSTEM, [change(operation, value, technology="dirty")])

    assert limit(changed, "dirty") == expected
    assert limit(changed, "clean") == 70.0
    assert limit(SYSTEM, "dirty") == 60.0


def test_index_left_out_matches_every_row() -> None:
    changed = apply_changes(SYSTEM, [change("scale", 2.0)])

    assert (limit(changed, "dirty"), limit(changed, "clean")) == (120.0, 140.0)


def test_set_adds_a_row_whose_index_is_whole() -> None:
    changed = apply_changes(
        SYSTEM, [change("set", 9.0, "min_activity", region="district", technology="clean", year=2020)]
    )

    assert changed.parameter("min_activity").to_dict("records") == [
        {"region": "district", "technology": "clean", "year": 2020, "value": 9.0, "source": "s.yaml:7"}
    ]


def test_changes_apply_in_order() -> None:
    first, second = change("set", 10.0, technology="dirty"), change("scale", 3.0, technology="dirty")

    assert limit(apply_changes(SYSTEM, [first, second]), "dirty") == 30.0
    assert limit(apply_changes(SYSTEM, [second, first]), "dirty") == 10.0


def test_added_row_can_be_altered_and_cleared_by_later_changes() -> None:
    where = {"region": "district", "technology": "clean", "year": 2020}
    added, doubled = (
        change("set", 9.0, "min_activity", **where),
        change("scale", 2.0, "min_activity", technology="clean"),
    )

    assert apply_changes(SYSTEM, [added, doubled]).parameter("min_activity")["value"].to_list() == [18.0]
    assert apply_changes(SYSTEM, [added, change("clear", 0.0, "min_activity")]).parameter("min_activity").empty


def test_cleared_row_is_gone_for_later_changes() -> None:
    where = {"region": "district", "technology": "dirty", "year": 2020}

    assert problems(change("clear", **where), change("scale", 2.0, **where)) == [
        ("CP-430", "max_activity[region=district, technology=dirty, year=2020]")
    ]
    assert limit(apply_changes(SYSTEM, [change("clear", **where), change("set", 1.0, **where)]), "dirty") == 1.0


def test_change_without_a_source_leaves_the_old_one() -> None:
    changed = apply_changes(SYSTEM, [Change("max_activity", {"technology": "dirty"}, "scale", 2.0)])

    assert set(changed.parameter("max_activity")["source"]) == {"small.csv:max_activity"}


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        pytest.param(
            change("scale", 2.0, technology="ghost"), ("CP-430", "max_activity[technology=ghost]"), id="no such row"
        ),
        pytest.param(change("clear", year=2099), ("CP-430", "max_activity[year=2099]"), id="no such year"),
        pytest.param(change("set", 1.0, fuel="coal"), ("CP-431", "max_activity[fuel=coal]"), id="index of another"),
        pytest.param(
            change("set", 1.0, "min_activity", technology="clean"),
            ("CP-432", "min_activity[technology=clean]"),
            id="index not whole",
        ),
        pytest.param(change("set", 1.0, "max_aktivity"), ("CP-433", "max_aktivity[]"), id="no such parameter"),
        pytest.param(
            change("set", float("nan"), technology="dirty"),
            ("CP-434", "max_activity[technology=dirty]"),
            id="no number",
        ),
        pytest.param(
            change("set", 1.0, "min_activity", region="district", technology="ghost", year=2020),
            ("CP-435", "min_activity[region=district, technology=ghost, year=2020]"),
            id="technology that the system has not",
        ),
        pytest.param(
            change("set", 1.0, "min_activity", region="district", technology="clean", year=2099),
            ("CP-435", "min_activity[region=district, technology=clean, year=2099]"),
            id="year beyond the horizon",
        ),
    ],
)
def test_change_that_cannot_be_applied_is_told(wrong: Change, expected: tuple[str, str]) -> None:
    assert problems(wrong) == [expected]


def test_name_that_is_not_there_is_told_once() -> None:
    years = SYSTEM.years[:2]
    ghosts = [change("set", 1.0, "min_activity", region="district", technology="ghost", year=year) for year in years]
    other = change("set", 1.0, "min_activity", region="district", technology="spectre", year=years[0])

    with pytest.raises(ScenarioError) as caught:
        apply_changes(SYSTEM, [*ghosts, ghosts[0], other])

    assert [problem.details["member"] for problem in caught.value.problems] == ["ghost", "spectre"]


def test_unknown_parameter_is_told_with_the_nearest() -> None:
    with pytest.raises(ScenarioError) as caught:
        apply_changes(SYSTEM, [change("set", 1.0, "max_aktivity")])

    assert "Nearest: max_activity" in caught.value.problems[0].told("en")["message"]


def test_every_change_that_cannot_be_applied_is_told() -> None:
    found = problems(change("set", 1.0, fuel="coal"), change("scale", 1.0, technology="dirty"), change("clear", year=1))

    assert [code for code, _ in found] == ["CP-431", "CP-430"]


def test_without_changes_nothing_changes() -> None:
    assert_same(apply_changes(SYSTEM, []), SYSTEM)


NUMBERS = st.floats(-1e6, 1e6)
PLACES = st.sampled_from(
    [("max_activity", "clean"), ("max_activity", "dirty"), ("variable_cost", "clean"), ("variable_cost", "dirty")]
)
CHANGES = st.builds(
    lambda place, operation, value: change(operation, value, place[0], technology=place[1]),
    PLACES,
    st.sampled_from(["set", "scale", "add"]),
    NUMBERS,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(CHANGES, max_size=6))
def test_setting_twice_is_setting_once(changes: list[Change]) -> None:
    setting = [one for one in changes if one.operation == "set"]

    assert_same(apply_changes(SYSTEM, [*setting, *setting]), apply_changes(SYSTEM, setting))


@settings(max_examples=40, deadline=None)
@given(st.lists(CHANGES, max_size=6, unique_by=lambda one: (one.parameter, one.where["technology"])))
def test_order_of_independent_changes_does_not_matter(changes: list[Change]) -> None:
    assert_same(apply_changes(SYSTEM, changes), apply_changes(SYSTEM, changes[::-1]))


@settings(max_examples=40, deadline=None)
@given(st.lists(CHANGES, max_size=6))
def test_all_at_once_is_one_after_the_other(changes: list[Change]) -> None:
    stepwise = SYSTEM
    for one in changes:
        stepwise = apply_changes(stepwise, [one])

    assert_same(apply_changes(SYSTEM, changes), stepwise)


def test_name_that_is_nearly_there_is_told_with_it() -> None:
    wrong = change("set", 1.0, "min_activity", region="district", technology="clena", year=2020)

    with pytest.raises(ScenarioError) as caught:
        apply_changes(SYSTEM, [wrong])

    assert caught.value.problems[0].details["nearest"] == "clean"


def test_name_that_is_nearly_there_is_told_where_rows_are_scaled() -> None:
    with pytest.raises(ScenarioError) as caught:
        apply_changes(SYSTEM, [change("scale", 2.0, technology="clena")])

    assert caught.value.problems[0].details["nearest"] == "clean"
