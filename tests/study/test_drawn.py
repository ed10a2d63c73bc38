"""Values and walks of designs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from small_studies import DEMAND, DIRTY_COST, PRICED, small_study

from carbonpath.study.drawn import alone, at_shares, drawn_from, nominal_row, unit_problem


@pytest.fixture
def factors(tmp_path: Path):
    return small_study(tmp_path, factors={"dirty_cost": DIRTY_COST, "demand": DEMAND, "priced": PRICED}).factors


def test_shares_become_values_factor_by_factor(factors) -> None:
    shares = np.array([[0.0, 0.5, 0.2], [1.0, 0.25, 0.8]])

    assert at_shares(factors, shares, ends=True).tolist() == [[1.0, 1.0, 0.0], [13.0, 0.75, 1.0]]


def test_without_factors_there_are_rows_of_nothing() -> None:
    assert at_shares((), np.empty((3, 0)), ends=False).shape == (3, 0)


def test_independent_samples_stand_alone(factors) -> None:
    drawn = drawn_from(factors, np.full((2, 3), 0.5), ends=False)

    assert drawn.walks == ((0,), (1,)) == alone(2)
    assert alone(2, first=5) == ((5,), (6,))


def test_the_scenario_itself_is_a_row(factors) -> None:
    assert nominal_row(factors).tolist() == [3.0, 1.0, 0.0]


def test_designs_are_drawn_in_the_unit_cube(factors) -> None:
    problem = unit_problem(factors)

    assert problem == {"num_vars": 3, "names": ["dirty_cost", "demand", "priced"], "bounds": [[0.0, 1.0]] * 3}
