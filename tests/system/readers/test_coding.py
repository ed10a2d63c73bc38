"""Entries of a data set as arrays."""

from __future__ import annotations

import numpy as np
import pytest

from carbonpath.core.problems import Problem
from carbonpath.system.readers.coding import MOST_CELLS, check_sets, code, filled, no_entries, ordered_sets
from carbonpath.system.readers.dataset import DataSet, RawParameter

SETS = {
    "YEAR": ("2021", "2020"),
    "REGION": ("land",),
    "TECHNOLOGY": ("plant", "import"),
    "TIMESLICE": ("day",),
    "FUEL": ("power",),
    "MODE_OF_OPERATION": ("1",),
    "SEASON": ("10", "9"),
}


def data_set(sets: dict[str, tuple[str, ...]] | None = None, **parameters: RawParameter) -> DataSet:
    return DataSet("small", "small.txt", {**SETS, **(sets or {})}, {}, parameters)


def lives(*rows: tuple[str, str, float]) -> RawParameter:
    parameter = RawParameter(2, "small.txt")
    for line, (region, technology, value) in enumerate(rows, 1):
        parameter.extend([[region], [technology]], [value], [line])
    return parameter


def test_years_and_seasons_follow_their_numbers_and_others_the_file() -> None:
    sets = ordered_sets(data_set())

    assert sets["YEAR"] == ("2020", "2021")
    assert sets["SEASON"] == ("9", "10")
    assert sets["TECHNOLOGY"] == ("plant", "import")
    assert sets["STORAGE"] == ()


@pytest.mark.parametrize(
    ("sets", "code", "value"),
    [
        ({"FUEL": ()}, "CP-322", "FUEL"),
        ({"YEAR": ("2020", "next")}, "CP-323", "next"),
        ({"SEASON": ("winter",)}, "CP-323", "winter"),
    ],
    ids=["no commodity", "a year in words", "a season in words"],
)
def test_sets_that_cannot_be_used_are_told(sets: dict[str, tuple[str, ...]], code: str, value: str) -> None:
    assert [(problem.code, problem.value) for problem in check_sets(data_set(sets))] == [(code, value)]


def test_members_become_positions() -> None:
    data = data_set(OperationalLife=lives(("land", "import", 5.0), ("land", "plant", 20.0)))

    found = code(data, ordered_sets(data), [])["OperationalLife"]

    assert [index.tolist() for index in found.positions] == [[0, 0], [1, 0]]
    assert found.values.tolist() == [5.0, 20.0]


def test_an_unknown_member_is_told_once_with_its_line() -> None:
    data = data_set(OperationalLife=lives(("land", "plnt", 5.0), ("land", "plnt", 6.0)))
    problems: list[Problem] = []

    code(data, ordered_sets(data), problems)

    assert [(problem.code, problem.place, problem.value) for problem in problems] == [
        ("CP-323", "OperationalLife, line 1", "plnt")
    ]


def test_an_index_given_twice_is_told_with_its_second_line() -> None:
    data = data_set(OperationalLife=lives(("land", "plant", 5.0), ("land", "plant", 5.0)))
    problems: list[Problem] = []

    code(data, ordered_sets(data), problems)

    assert [(problem.code, problem.place, problem.value) for problem in problems] == [
        ("CP-321", "line 2", "OperationalLife[land,plant]")
    ]


def test_a_mode_may_be_written_as_a_number_with_decimals() -> None:
    parameter = RawParameter(4, "small.txt")
    parameter.extend([["land"], ["plant"], ["1.0"], ["2020.0"]], [3.0], [1])
    data = data_set(VariableCost=parameter)
    problems: list[Problem] = []

    assert [index.tolist() for index in code(data, ordered_sets(data), problems)["VariableCost"].positions] == [
        [0],
        [0],
        [0],
        [0],
    ]
    assert problems == []


def test_a_default_stands_where_nothing_is_given() -> None:
    data = data_set(OperationalLife=lives(("land", "import", 5.0)))

    everywhere = filled(code(data, ordered_sets(data), [])["OperationalLife"], (1, 2), 30.0)

    assert everywhere.values.tolist() == [30.0, 5.0]
    assert everywhere.lines.tolist() == [0, 1]


def test_a_default_is_not_written_out_for_more_indices_than_fit() -> None:
    with pytest.raises(MemoryError):
        filled(no_entries(2), (MOST_CELLS, 2), 1.0)


def test_entries_can_be_chosen() -> None:
    entries = filled(no_entries(1), (3,), 1.0)

    assert entries.where(np.array([True, False, True])).positions[0].tolist() == [0, 2]
