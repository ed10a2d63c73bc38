"""Values given at some years."""

from hypothesis import given
from hypothesis import strategies as st

from carbonpath.core.horizon import interpolate

YEARS = range(2020, 2036)


def test_linear_between_constant_after_absent_before():
    assert interpolate({2022: 1.0, 2024: 3.0}, range(2021, 2027)) == {
        2022: 1.0,
        2023: 2.0,
        2024: 3.0,
        2025: 3.0,
        2026: 3.0,
    }


@given(st.dictionaries(st.sampled_from(YEARS), st.floats(-1e6, 1e6), min_size=1))
def test_given_values_are_kept_and_none_is_outside_their_range(points):
    values = interpolate(points, YEARS)
    assert {year: values[year] for year in points} == points
    slack = 1e-9 * max(abs(value) for value in points.values())
    assert all(min(points.values()) - slack <= value <= max(points.values()) + slack for value in values.values())
