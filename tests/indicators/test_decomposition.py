"""Decompositions of periods and of scenarios."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.indicators.decomposition import decompose_difference, decompose_period, decompose_years
from carbonpath.indicators.identity import SECTOR, Identity

PATH = Identity(
    SECTOR,
    ("glass", "steel"),
    {
        2020: np.array([[2.0, 3.0], [10.0, 2.0]]),
        2021: np.array([[2.0, 2.5], [12.0, 1.9]]),
        2022: np.array([[0.0, 1.0], [11.0, 1.5]]),
    },
)
OTHER = Identity(SECTOR, ("cement", "steel"), {2022: np.array([[1.0, 0.5], [11.0, 1.2]])})

PERIODS = [decompose_period, decompose_years]


@pytest.mark.parametrize("period", PERIODS)
def test_effects_add_up_and_indices_multiply(period):
    table = period(PATH, 2020, 2022)

    assert table["contribution"].sum() == pytest.approx(PATH.total(2022) - PATH.total(2020))
    assert table["index"].prod() == pytest.approx(PATH.total(2022) / PATH.total(2020))


def test_adjoining_periods_add_up_when_chained():
    one, two = decompose_years(PATH, 2020, 2021), decompose_years(PATH, 2021, 2022)
    both = decompose_years(PATH, 2020, 2022)

    assert (one["contribution"] + two["contribution"]).tolist() == pytest.approx(both["contribution"].tolist())


def test_a_sector_that_closes_loses_all_by_its_output():
    table = decompose_period(PATH, 2020, 2022).set_index(["sector", "factor"])["contribution"]

    assert table["glass", "output"] == pytest.approx(-6.0)
    assert table["glass", "output_intensity"] == 0.0


def test_scenarios_with_different_sectors():
    table = decompose_difference(PATH, OTHER, 2022).set_index(["sector", "factor"])["contribution"]

    assert table["cement", "output"] == pytest.approx(0.5)
    assert table["steel", "output"] == 0.0
    assert table["steel", "output_intensity"] == pytest.approx(11.0 * (1.2 - 1.5))


@given(st.lists(st.floats(0.1, 10.0), min_size=4, max_size=4), st.lists(st.floats(0.1, 10.0), min_size=4, max_size=4))
def test_difference_is_that_of_the_totals(one, other):
    a, b = (Identity(SECTOR, ("x", "y"), {2030: np.array(values).reshape(2, 2)}) for values in (one, other))

    table = decompose_difference(a, b, 2030)

    assert table["contribution"].sum() == pytest.approx(b.total(2030) - a.total(2030), abs=1e-9)
