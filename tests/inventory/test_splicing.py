"""Filling a year that a series lacks, against numbers computed by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.inventory.splicing import extrapolation, interpolation, nearest, overlap, surrogate

REPORTED = {2018: 100.0, 2020: 120.0, 2021: 126.0}


def test_overlap_levels_the_other_series():
    """Equation 5.1: x 50 in 2019; y/x = 100/48 and 120/60 on average 2.0417."""
    assert overlap(REPORTED, {2018: 48.0, 2019: 50.0, 2020: 60.0}, 2019) == pytest.approx(50 * (100 / 48 + 2) / 2)


def test_surrogate_moves_with_its_driver():
    """Equation 5.2: output 11 in 2019 against 10 in 2018, the earlier of the two nearest years: 110."""
    assert surrogate(REPORTED, {2018: 10.0, 2019: 11.0, 2020: 13.0}, 2019) == pytest.approx(110)


def test_interpolation_is_a_straight_line():
    assert interpolation(REPORTED, 2019) == pytest.approx(110)


def test_extrapolation_goes_on_through_the_nearest_years():
    assert extrapolation(REPORTED, 2022) == pytest.approx(132)


@given(st.floats(1, 1e6), st.floats(0, 1e4))
def test_every_technique_returns_a_straight_line_to_itself(level, slope):
    line = {year: level + slope * (year - 2018) for year in (2018, 2020, 2021)}
    whole = {year: 3 * (level + slope * (year - 2018)) for year in range(2018, 2023)}

    assert interpolation(line, 2019) == pytest.approx(level + slope, rel=1e-9)
    assert extrapolation(line, 2022) == pytest.approx(level + 4 * slope, rel=1e-9)
    assert overlap(line, whole, 2019) == pytest.approx(level + slope, rel=1e-9)
    assert surrogate(line, whole, 2019) == pytest.approx(level + slope, rel=1e-9)


@pytest.mark.parametrize(
    "fill",
    [
        lambda: overlap(REPORTED, {2019: 50.0}, 2019),
        lambda: overlap(REPORTED, {2018: 48.0}, 2019),
        lambda: surrogate(REPORTED, {2018: 10.0}, 2019),
        lambda: surrogate(REPORTED, {2018: 0.0, 2019: 5.0}, 2019),
        lambda: interpolation(REPORTED, 2022),
        lambda: extrapolation({2020: 1.0}, 2021),
    ],
    ids=["no common year", "year unknown", "driver unknown", "driver zero", "no later year", "one year"],
)
def test_what_cannot_be_filled_is_refused(fill):
    with pytest.raises(ValueError, match="20"):
        fill()


def test_nearest_year_is_the_earlier_of_two():
    assert nearest(REPORTED, 2019) == 2018
    assert nearest({}, 2019) is None
