"""Each step of elimination, by hand."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csc_array

from carbonpath.model.compiled import CompiledModel
from carbonpath.model.eliminate import eliminate
from carbonpath.model.keys import Key

ANY = np.inf


def programme(rows: list[tuple[float, list[float], float]], upper: list[float]) -> CompiledModel:
    """Return a programme of rows (lower bound, coefficients, upper bound) on columns from zero to `upper`."""
    width = len(upper)
    return CompiledModel(
        cost=np.ones(width),
        constant=0.0,
        matrix=csc_array(np.array([coefficients for _, coefficients, _ in rows])),
        row_lower=np.array([low for low, _, _ in rows]),
        row_upper=np.array([high for _, _, high in rows]),
        column_lower=np.zeros(width),
        column_upper=np.array(upper),
        integer=np.zeros(width, dtype=bool),
        rows=[Key("row", (str(row),)) for row in range(len(rows))],
        columns=[Key("activity", (str(column),)) for column in range(width)],
        unused=(),
    )


def test_a_row_of_one_column_is_a_bound() -> None:
    work = eliminate(programme([(2.0, [2.0], 6.0)], [ANY]), ())

    assert (work.lower, work.upper) == ([1.0], [3.0])
    assert (work.lower_from, work.upper_from) == ({0: (0, 2.0)}, {0: (0, 2.0)})
    assert not work.left


def test_a_row_that_binds_nothing_goes() -> None:
    work = eliminate(programme([(-ANY, [1.0, 1.0], 5.0)], [2.0, 3.0]), ())

    assert not work.left
    assert not work.held


def test_a_row_that_can_only_just_be_satisfied_holds_its_columns() -> None:
    work = eliminate(programme([(-ANY, [1.0, 2.0], 0.0), (1.0, [1.0, 0.0], ANY)], [ANY, ANY]), (1,))

    assert work.held == {0: 0.0, 1: 0.0}
    assert [row.row for row in work.forcing] == [0]
    assert list(work.left) == [1]


def test_an_equation_defines_a_column() -> None:
    work = eliminate(programme([(0.0, [1.0, -2.0], 0.0), (4.0, [1.0, 1.0], ANY)], [ANY, ANY]), ())

    (definition,) = work.defined
    assert (definition.row, definition.column, definition.constant, definition.terms) == (0, 0, 0.0, {1: 2.0})
    assert work.lower[1] == pytest.approx(4.0 / 3.0)
    assert not work.left


def test_a_column_is_not_defined_where_its_own_bounds_matter() -> None:
    work = eliminate(programme([(0.0, [1.0, -1.0, -1.0], 0.0)], [1.0, 1.0, 1.0]), ())

    assert not work.defined
    assert list(work.left) == [0]


def test_what_may_move_is_kept() -> None:
    work = eliminate(programme([(2.0, [2.0], 6.0)], [ANY]), (0,))

    assert list(work.left) == [0]


def test_a_contradiction_is_left_to_the_solver() -> None:
    work = eliminate(programme([(3.0, [1.0], ANY)], [2.0]), ())

    assert list(work.left) == [0]
