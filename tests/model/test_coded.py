"""Parameters as arrays."""

from __future__ import annotations

import numpy as np

from carbonpath.model.coded import coded_rows

ROWS = {("north", 2021): 2.0, ("south", 2020): 3.0, ("north", 2020): 1.0}


def test_rows_come_back_as_they_went_in() -> None:
    assert coded_rows(ROWS, 2).rows() == ROWS


def test_nothing_has_no_entries_but_its_indices() -> None:
    coded = coded_rows({}, 3)

    assert (coded.rows(), len(coded.codes), coded.values.size) == ({}, 3, 0)


def test_positions_are_those_of_the_order_asked_for() -> None:
    coded = coded_rows(ROWS, 2)

    assert coded.positions(0, {"south": 0, "north": 1}).tolist() == [1, 0, 1]


def test_some_entries_are_those_asked_for() -> None:
    coded = coded_rows(ROWS, 2)

    assert coded.where(coded.values > 1.5).keys() == [("north", 2021), ("south", 2020)]


def test_an_index_that_stands_twice_is_found_wherever_it_stands() -> None:
    once = coded_rows(ROWS, 2)
    twice = type(once)(
        once.members, tuple(np.append(code, code[0]) for code in once.codes), np.append(once.values, 9.0)
    )

    assert once.repeated().size == 0
    assert twice.repeated().tolist() == [3]
